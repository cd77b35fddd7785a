"""A record in one SQLite file: what is no record, and what happens when the disk fails."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from onetext.errors import DamagedRecord, NewerRecord, NotInRecord, RecordProblem
from onetext.record.record import Record
from onetext.record.statements import Topic
from onetext.record.stores import tables
from onetext.record.stores.sqlite import SqliteStore, create_store, open_store
from onetext.record.verify import verify
from onetext.testing import make_document, make_reading, sample_record

LONG = "Mira Sol said that it was so. " * 4000


@contextmanager
def tampering(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection as any SQLite tool opens it."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@pytest.fixture
def record(new_sqlite: Callable[[], SqliteStore]) -> Record:
    return Record(new_sqlite(), author="ada")


def path_of(record: Record) -> Path:
    assert isinstance(record.store, SqliteStore)
    return record.store.path


def receive(record: Record, words: str) -> None:
    record.receive(make_reading(make_document(words)), origin="a.txt", reader="test")


def test_what_is_no_record_is_named(tmp_path: Path) -> None:
    """Missing, empty, a directory, a text, another SQLite database: each says what it is."""
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("These are notes, and no record at all." * 10)
    with tampering(tmp_path / "other") as other:
        other.execute("CREATE TABLE entries (id)")
    found = {
        "missing": "no such file",
        "empty": "is empty",
        "text": "of another kind",
        "other": "onetext did not make",
        ".": "a directory",
    }
    for name, words in found.items():
        with pytest.raises(RecordProblem, match=words):
            open_store(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "other", "text"]


def test_a_record_is_not_made_over_a_file(tmp_path: Path) -> None:
    """What is there stays as it is."""
    path = tmp_path / "notes"
    path.write_text("notes")
    with pytest.raises(RecordProblem, match="there is a file already"):
        create_store(path, lambda _: None)
    assert path.read_text() == "notes"


def test_a_record_that_cannot_be_filled_is_not_made(tmp_path: Path) -> None:
    """Whatever goes wrong while it is made, nothing is left in the folder."""

    def fail(store: SqliteStore) -> None:
        Record(store, author="ada").open_issue("border", Topic.TERRITORY)
        raise KeyError("stop")

    with pytest.raises(KeyError):
        create_store(tmp_path / "record", fail)
    with pytest.raises(RecordProblem):
        create_store(tmp_path / "no such folder" / "record", lambda _: None)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_record_says_to_upgrade(record: Record) -> None:
    """Whether the log, the derived tables or the kind of an entry is what is newer."""
    receive(record, "Mira Sol said no.")
    record.close()
    path = path_of(record)
    for change in (
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE derivation SET version = 9999",
    ):
        newer = path.with_name("newer.onetext")
        shutil.copyfile(path, newer)
        with tampering(newer) as connection:
            connection.execute(change)
        with pytest.raises(NewerRecord, match="pip install --upgrade onetext"):
            open_store(newer)
    with tampering(path) as connection:
        connection.execute("DROP TRIGGER entries_no_update")
        connection.execute("UPDATE entries SET kind = 'foreseen'")
    with pytest.raises(NewerRecord, match="foreseen"):
        list(open_store(path).entries())


def test_entries_refuse_to_be_changed_or_deleted(record: Record) -> None:
    """By any tool that opens the file."""
    receive(record, "Mira Sol said no.")
    with tampering(path_of(record)) as connection:
        for change in ("UPDATE entries SET author = 'eve'", "DELETE FROM entries"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed or deleted"):
                connection.execute(change)


def test_wal_foreign_keys_and_full_synchronisation_are_on(record: Record) -> None:
    """What is acknowledged is on the disk."""
    assert isinstance(record.store, SqliteStore)
    with record.store.sessions.reading() as connection:
        found = [
            connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys", "synchronous")
        ]
    assert found == ["wal", 1, 2]


def test_the_migrations_make_the_tables_that_are_used(record: Record) -> None:
    """Alembic finds no difference between the log that migrations made and the tables' form."""
    assert isinstance(record.store, SqliteStore)
    with record.store.sessions.reading() as connection:
        for metadata in (tables.log, tables.derived):
            context = MigrationContext.configure(
                connection,
                opts={
                    "include_name": lambda name, kind, _, known=metadata.tables: (
                        kind != "table" or name in known
                    )
                },
            )
            assert compare_metadata(context, metadata) == []


def test_older_derived_tables_are_derived_anew(new_sqlite: Callable[[], SqliteStore]) -> None:
    """A record whose derived tables have another form answers as before once it is opened."""
    store = new_sqlite()
    sample_record(store)
    before = store.statements()
    store.close()
    with tampering(store.path) as connection:
        connection.execute("DELETE FROM verdicts")
        connection.execute("UPDATE derivation SET version = 0")
    assert open_store(store.path).statements() == before


def test_a_full_disk_is_named_and_nothing_is_half_written(record: Record) -> None:
    """The reading that did not fit is gone; what was there, and smaller ones, are kept."""
    assert isinstance(record.store, SqliteStore)
    receive(record, "Mira Sol said no.")
    before = list(record.store.entries())
    with record.store.sessions.reading() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages + 4}"))

    def overfill() -> None:
        with record.batch():
            receive(record, "Mira Sol said yes.")
            receive(record, LONG)

    with pytest.raises(RecordProblem, match="the disk is full"):
        overfill()
    assert list(record.store.entries()) == before
    receive(record, "Mira Sol said yes.")
    assert verify(record.store).sound


def test_a_file_that_cannot_grow_is_named(record: Record) -> None:
    """As where a quota stops the file: a sentence, no traceback, and a sound record."""
    path = path_of(record)
    record.close()
    program = f"""
import resource, sys
from pathlib import Path
from onetext.errors import RecordProblem
from onetext.record.record import Record
from onetext.record.stores.sqlite import open_store
from onetext.testing import make_document, make_reading
record = Record(open_store(Path(sys.argv[1])), author="ada")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    words = make_document({LONG!r} * 10)
    record.receive(make_reading(words), origin="a", reader="b")
except RecordProblem as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert "Nothing was recorded" in done.stdout
    assert done.stderr == ""
    with Record(open_store(path), author="ada") as again:
        assert list(again.store.entries()) == []
        receive(again, "Mira Sol said no.")
        assert verify(again.store).sound


def test_a_record_that_cannot_be_written_is_named(record: Record) -> None:
    """Reading goes on where writing is refused."""
    assert isinstance(record.store, SqliteStore)
    receive(record, "Mira Sol said no.")
    with record.store.sessions.reading() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(RecordProblem, match="read-only"):
        receive(record, "Mira Sol said yes.")
    assert len(record.store.sources()) == 1


def test_a_locked_record_is_named_and_waits_first(record: Record) -> None:
    """While another program writes; once it has finished, writing goes on."""
    path = path_of(record)
    record.close()
    with tampering(path) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = Record(open_store(path, busy_s=0.1), author="ada")
        with pytest.raises(RecordProblem, match="another program holds it"):
            receive(waiting, "Mira Sol said no.")
        assert waiting.store.sources() == []
        other.execute("ROLLBACK")
        receive(waiting, "Mira Sol said no.")
        assert len(waiting.store.sources()) == 1
        waiting.close()


def test_two_writers_with_one_name_do_not_fork_the_chain(record: Record) -> None:
    """Threads and connections that write at once take turns, and every entry is kept."""
    path = path_of(record)
    errors: list[BaseException] = []

    def work(number: int) -> None:
        with Record(open_store(path), author="ada") as mine:
            try:
                for turn in range(10):
                    receive(mine, f"Writer {number} writes for the time {turn}.")
                    receive(mine, f"All write this for the time {turn}.")
            except RecordProblem as error:  # seen by the test, not by the thread
                errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(record.store.sources()) == 4 * 10 + 10
    assert verify(record.store).sound


def test_a_damaged_file_is_named(record: Record) -> None:
    """A file cut short, and one whose pages were overwritten."""
    for number in range(20):
        receive(record, f"{number} {LONG[:3000]}")
    record.close()
    whole = path_of(record).read_bytes()
    cut = path_of(record).with_name("cut.onetext")
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedRecord, match="damaged"):
        verify(open_store(cut))
    overwritten = path_of(record).with_name("overwritten.onetext")
    overwritten.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    with pytest.raises(DamagedRecord, match="damaged"):
        verify(open_store(overwritten))


def test_an_entry_that_is_no_json_is_named(record: Record) -> None:
    """A bit turned in the body of an entry is found where it is read."""
    receive(record, "Mira Sol said no.")
    with tampering(path_of(record)) as connection:
        connection.execute("DROP TRIGGER entries_no_update")
        connection.execute("UPDATE entries SET body = replace(body, '{', '[')")
    with pytest.raises(DamagedRecord, match="onetext verify"):
        list(record.store.entries())
    assert {flaw.kind for flaw in verify(record.store).flaws} == {"file"}


def test_a_reference_that_the_database_does_not_hold_is_refused(record: Record) -> None:
    """Foreign keys stand behind the check that names it."""
    with pytest.raises(NotInRecord):
        record.accept(["01234567-0123-7123-8123-012345678901"])
    withdrawal = "INSERT INTO withdrawals (id, recorded_at, of) VALUES ('x', '2030-01-01', 'y')"
    with tampering(path_of(record)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute(withdrawal)
