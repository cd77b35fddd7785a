"""Records that earlier versions made: each opens, is brought up to date, and tells the same.

`old_records` holds one of every revision of the log before the present one; see its write.py.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, column, event, insert, table

from onetext.record.addresses import RecordAt, ServerAddress
from onetext.record.record import Record
from onetext.record.statements import Topic
from onetext.record.stores import postgres as postgres_store
from onetext.record.stores import schema, sqlite, tables
from onetext.record.stores.sql import SqlStore
from onetext.record.transfer import lines
from onetext.record.verify import verify
from onetext.testing.postgres import Databases

OLD = Path(__file__).parent / "old_records"
REVISIONS = [path.stem for path in sorted(OLD.glob("*.sql"))]
STEP = 7  # statements between one kill and the next


@pytest.fixture(params=REVISIONS)
def revision(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def old_file(revision: str, tmp_path: Path) -> Path:
    """A SQLite record as an earlier version left it."""
    path = tmp_path / f"{revision}.onetext"
    dump = (OLD / f"{revision}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump)
    return path


@pytest.fixture
def old_database(postgres: Databases, revision: str, old_file: Path) -> Iterator[ServerAddress]:
    """The same entries on a server, in the log that the migrations of then make."""
    at = postgres.new_database()
    with closing(sqlite3.connect(old_file)) as connection:
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute("SELECT * FROM entries")]
    store = postgres_store.PostgresStore(at)
    with store.sessions.writing() as connection_there:
        _migrate(connection_there, revision)
        entries = table("entries", *map(column, rows[0]))
        connection_there.execute(insert(entries), rows)
    store.close()
    yield at
    postgres.drop(at)


@pytest.fixture(params=["sqlite", "postgres"])
def old(request: pytest.FixtureRequest) -> RecordAt:
    wanted = "old_file" if request.param == "sqlite" else "old_database"
    found: RecordAt = request.getfixturevalue(wanted)
    return found


def _migrate(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", "onetext.record.stores:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def opened(at: RecordAt) -> SqlStore:
    return postgres_store.open_store(at) if isinstance(at, ServerAddress) else sqlite.open_store(at)


def expect_all(at: RecordAt, revision: str) -> None:
    """The record at `at` is up to date, sound, tells what it told, and goes on."""
    with Record(opened(at), author="ada") as record:
        store = record.store
        assert isinstance(store, SqlStore)
        with store.sessions.reading() as connection:
            assert schema.is_current(connection)
        exported = b"".join(lines(store.entries()))
        assert exported == (OLD / f"{revision}.jsonl").read_bytes()
        assert verify(store).flaws == ()
        labels = ["border", "ports", "prisoners", "observers"]
        assert [issue.label for issue in store.issues()] == labels
        assert len(store.statements()) == 8
        record.open_issue("fisheries", Topic.OTHER)
        assert verify(store).sound


def test_every_earlier_revision_is_kept() -> None:
    """Whoever adds a migration first writes down a record of the revision before it."""
    missing = set(schema.REVISIONS[:-1]) - set(REVISIONS)
    assert not missing, "before adding a migration, run tests/integration/old_records/write.py"


@pytest.mark.usefixtures("revision")
def test_migrations_make_the_tables_that_are_used(old: RecordAt) -> None:
    """Alembic finds no difference between what an old record has become and the tables' form.

    But for the index of words, which each database keeps in its own way.
    """
    with closing(opened(old)) as store, store.sessions.reading() as connection:
        for metadata in (tables.log, tables.derived):
            known = set(metadata.tables)
            chosen = {
                "include_name": lambda name, kind, _, k=known: (
                    name != "searched_words" and (kind != "table" or name in k)
                )
            }
            context = MigrationContext.configure(connection, opts=chosen)
            assert compare_metadata(context, metadata) == []


def test_an_old_record_is_brought_up_to_date(old: RecordAt, revision: str) -> None:
    """On either database: the same bytes are exported, and it verifies and can be written."""
    expect_all(old, revision)
    with closing(opened(old)) as again:
        assert again.issues()[-1].label == "fisheries"


def _open_and_be_killed(at: RecordAt, statement: int) -> None:
    """Open the record, and be killed before the statement of that number is run."""
    count = 0

    def before(*_: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", before)
    opened(at).close()


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs fork")
def test_a_migration_that_is_killed_leaves_the_old_or_the_new(old: RecordAt, revision: str) -> None:
    """Wherever it is killed, the next to open the record finishes it and nothing is lost."""
    forked = multiprocessing.get_context("fork")
    killed = 0
    while True:
        process = forked.Process(target=_open_and_be_killed, args=(old, 1 + killed * STEP))
        process.start()
        process.join()
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        killed += 1
    assert killed >= 5
    expect_all(old, revision)
