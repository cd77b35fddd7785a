"""A record on a server that stops, cuts connections, or is written by several at once."""

from __future__ import annotations

import secrets
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pg8000
import pytest
from sqlalchemy import text

from onetext.errors import DamagedRecord, NewerRecord, NotInRecord, RecordProblem
from onetext.record.addresses import ServerAddress
from onetext.record.record import Record
from onetext.record.statements import Topic
from onetext.record.stores.postgres import PostgresStore, create_store, open_store
from onetext.record.stores.postgres_wire import OneRoundTrip
from onetext.record.verify import verify
from onetext.testing import make_document, make_reading, sample_record
from onetext.testing.postgres import Databases, Server

OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = '{}' AND pid <> pg_backend_pid()"
)


@pytest.fixture
def record(postgres_address: ServerAddress) -> Iterator[Record]:
    with Record(open_store(postgres_address), author="ada") as opened:
        yield opened


@pytest.fixture
def server(postgres: Databases) -> Server:
    if not isinstance(postgres, Server):
        pytest.skip("the server that ONETEXT_DATABASE_URL names is not ours to stop")
    return postgres


def address_of(record: Record) -> ServerAddress:
    assert isinstance(record.store, PostgresStore)
    return record.store.address


def receive(record: Record, words: str) -> None:
    record.receive(make_reading(make_document(words)), origin="a.txt", reader="test")


def cut(postgres: Databases, record: Record) -> None:
    """Cut every connection to the record's database, as an administrator or a network does."""
    postgres.run(OTHERS.format(address_of(record).database))


def texts(record: Record) -> list[str]:
    return [one.document.text for one in record.store.sources()]


def test_between_questions_a_connection_that_was_cut_is_replaced(
    postgres: Databases, record: Record
) -> None:
    """For reading, also in the middle of a stream of entries, and for writing."""
    for number in range(3):
        receive(record, f"Mira Sol said {number}.")
    cut(postgres, record)
    assert len(record.store.sources()) == 3
    stream = record.store.entries()
    first = next(stream)
    cut(postgres, record)
    assert [first, *stream] == list(record.store.entries())
    cut(postgres, record)
    receive(record, "Mira Sol said more.")
    assert len(record.store.sources()) == 4
    assert verify(record.store).sound


def test_a_connection_that_is_cut_while_writing_leaves_nothing(
    postgres: Databases, record: Record
) -> None:
    """Half of a batch is gone, the sentence says so, and the next one goes on."""
    receive(record, "The first was fine.")

    def batch() -> None:
        with record.batch():
            receive(record, "The second was fine.")
            cut(postgres, record)
            receive(record, "The third was fine.")

    with pytest.raises(RecordProblem, match=r"connection to its server was lost.*Nothing was rec"):
        batch()
    assert texts(record) == ["The first was fine."]
    receive(record, "The fourth was fine.")
    assert texts(record) == ["The first was fine.", "The fourth was fine."]
    assert verify(record.store).sound


def test_a_server_that_stops_in_a_batch_is_named_and_the_batch_can_be_run_again(
    server: Server, record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    """While it is down every command says so; once it is back, the same batch is kept once."""

    def batch(*, stopping: str | None) -> None:
        with record.batch():
            receive(record, "The first was fine.")
            if stopping:
                server.stop(stopping)
            receive(record, "The second was fine.")

    for how in ("fast", "immediate"):
        try:
            with pytest.raises(RecordProblem, match="connection to its server was lost"):
                batch(stopping=how)
            with pytest.raises(RecordProblem, match="server cannot be reached"):
                record.store.sources()
            with pytest.raises(RecordProblem, match="server cannot be reached"):
                open_store(address_of(record))
        finally:
            server.start()
        assert texts(record) == []
    assert caplog.records == [], "a sentence, and no log beside it"
    batch(stopping=None)
    batch(stopping=None)
    assert texts(record) == ["The first was fine.", "The second was fine."]
    assert verify(record.store).sound


@contextmanager
def failing_commit(monkeypatch: pytest.MonkeyPatch, *, kept: bool) -> Iterator[None]:
    """The connection is lost at a commit, after the server has heard of it or before."""
    whole = OneRoundTrip.execute_unnamed

    def fail(self: OneRoundTrip, statement: str, *args: object, **more: object) -> object:
        if statement != "commit":
            return whole(self, statement, *args, **more)
        if kept:
            whole(self, statement)
        self._usock.close()
        self._sock.close()
        raise pg8000.InterfaceError("network error")

    with monkeypatch.context() as patched:
        patched.setattr(OneRoundTrip, "execute_unnamed", fail)
        yield


def test_whether_a_lost_commit_was_kept_is_asked(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept, the command goes on as if nothing had happened; not kept, it says so."""
    with failing_commit(monkeypatch, kept=True):
        receive(record, "The first was fine.")
    assert texts(record) == ["The first was fine."]
    with (
        failing_commit(monkeypatch, kept=False),
        pytest.raises(RecordProblem, match="Nothing was recorded"),
    ):
        receive(record, "The second was fine.")
    assert texts(record) == ["The first was fine."]
    assert verify(record.store).sound


@pytest.mark.parametrize("kept", [True, False])
def test_a_lost_commit_that_cannot_be_asked_for_is_not_repeated(
    postgres: Databases, record: Record, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    """The sentence says that it may have been kept or not; what is there is kept once."""
    receive(record, "The first was fine.")
    database = address_of(record).database
    postgres.run(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS false')
    with (
        failing_commit(monkeypatch, kept=kept),
        pytest.raises(RecordProblem, match="may have been kept or not"),
    ):
        receive(record, "The second was fine.")
    postgres.run(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS true')
    assert texts(record) == ["The first was fine.", "The second was fine."][: 1 + kept]
    receive(record, "The second was fine.")
    assert texts(record) == ["The first was fine.", "The second was fine."]
    assert verify(record.store).sound


WRITER = """
import sys
from onetext.record.addresses import record_at
from onetext.record.record import Record
from onetext.record.stores.postgres import open_store
from onetext.testing import make_document, make_reading
with Record(open_store(record_at(sys.argv[1])), author="ada") as record:
    for turn in range(8):
        for words in (f"Writer {sys.argv[2]} writes for the time {turn}.",
                      f"All write this for the time {turn}."):
            record.receive(make_reading(make_document(words)), origin="a.txt", reader="test")
"""


def test_writers_with_one_name_do_not_fork_the_chain(
    postgres_address: ServerAddress, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Processes and threads that write at once take turns, and every entry is kept once."""
    assert postgres_address.password is not None
    monkeypatch.setenv("PGPASSWORD", postgres_address.password)
    command = [sys.executable, "-c", WRITER, str(postgres_address)]
    processes = [subprocess.Popen([*command, str(number)]) for number in range(2)]
    errors: list[BaseException] = []

    def work(number: int) -> None:
        with Record(open_store(postgres_address), author="ada") as mine:
            try:
                for turn in range(8):
                    receive(mine, f"Writer {number} writes for the time {turn}.")
                    receive(mine, f"All write this for the time {turn}.")
            except RecordProblem as error:  # seen by the test, not by the thread
                errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait() for process in processes] == [0, 0]
    assert errors == []
    assert len(record.store.sources()) == 4 * 8 + 8
    ids = [entry.id for entry in record.store.entries()]
    assert ids == sorted(ids)
    assert verify(record.store).sound


def test_a_record_that_another_writes_is_named_and_waits_first(record: Record) -> None:
    """Reading goes on meanwhile; once the other has finished, writing does too."""
    with Record(open_store(address_of(record), busy_s=0.1), author="ada") as waiting:
        with record.batch():
            receive(record, "The first was fine.")
            with pytest.raises(RecordProblem, match="another program writes to it"):
                receive(waiting, "The second was fine.")
            assert texts(waiting) == []
        receive(waiting, "The second was fine.")
        assert texts(waiting) == ["The first was fine.", "The second was fine."]


def test_a_newer_record_says_to_upgrade(postgres: Databases, record: Record) -> None:
    """Whether the log, the derived tables or the kind of an entry is what is newer."""
    receive(record, "Mira Sol said no.")
    at = address_of(record)
    for change in (
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE derivation SET version = 9999",
    ):
        cut(postgres, record)  # a database is copied only while nobody uses it
        newer = postgres.new_database(at)
        postgres.run(change, newer)
        with pytest.raises(NewerRecord, match="pip install --upgrade onetext"):
            open_store(newer)
        postgres.drop(newer)
    unguarded = "SET session_replication_role = replica; UPDATE entries SET kind = 'foreseen'"
    postgres.run(unguarded, at)
    with pytest.raises(NewerRecord, match="foreseen"):
        list(record.store.entries())


def test_entries_refuse_to_be_changed_or_deleted(postgres: Databases, record: Record) -> None:
    """By any tool that opens the database, also all at once."""
    receive(record, "Mira Sol said no.")
    for change in (
        "UPDATE entries SET author = 'eve'",
        "DELETE FROM entries",
        "TRUNCATE entries CASCADE",
    ):
        with pytest.raises(pg8000.DatabaseError, match="never changed or deleted"):
            postgres.run(change, address_of(record))
    assert len(texts(record)) == 1


def test_derived_tables_that_were_changed_are_named(postgres: Databases, record: Record) -> None:
    """By verify, until they are derived anew; and tables that are gone are damage."""
    sample_record(record.store)
    before = record.store.statements()
    at = address_of(record)
    postgres.run("UPDATE sources SET title = 'another'", at)
    postgres.run("DELETE FROM verdicts", at)
    found = {flaw.sentence for flaw in verify(record.store).flaws}
    assert any("the table sources" in one for one in found)
    assert any("the table verdicts" in one for one in found)
    record.store.rebuild()
    assert verify(record.store).sound
    assert record.store.statements() == before
    postgres.run("DROP TABLE verdicts", at)
    with pytest.raises(DamagedRecord, match="tables are damaged"):
        record.store.statements()


def test_a_reference_that_the_database_does_not_hold_is_refused(
    postgres: Databases, record: Record
) -> None:
    """Foreign keys stand behind the check that names it."""
    with pytest.raises(NotInRecord):
        record.accept(["01234567-0123-7123-8123-012345678901"])
    withdrawal = "INSERT INTO withdrawals (id, recorded_at, of) VALUES ('x', '2030-01-01', 'y')"
    with pytest.raises(pg8000.DatabaseError, match="foreign key"):
        postgres.run(withdrawal, address_of(record))


def test_a_user_who_may_only_read_reads(postgres: Databases, record: Record) -> None:
    """As a backup does; and is told, when writing, that the server does not allow it."""
    receive(record, "Mira Sol said no.")
    at = address_of(record)
    reader = f"reader_{at.database}"
    word = secrets.token_urlsafe()
    postgres.run(f"CREATE ROLE {reader} LOGIN BYPASSRLS PASSWORD '{word}'")
    postgres.run(f"GRANT pg_read_all_data TO {reader}")
    try:
        as_reader = replace(at, user=reader, password=word)
        with Record(open_store(as_reader), author="eve") as mine:
            assert texts(mine) == ["Mira Sol said no."]
            with pytest.raises(RecordProblem, match="does not allow it"):
                receive(mine, "Mira Sol said yes.")
    finally:
        postgres.run(f"DROP ROLE {reader}")


def test_a_writer_that_falls_silent_gives_way(record: Record) -> None:
    """The server ends it, others go on, and its own next word is refused; nothing is kept."""
    assert isinstance(record.store, PostgresStore)

    def silent() -> None:
        with record.batch():
            receive(record, "The first was fine.")
            with record.store.sessions.writing() as connection:  # type: ignore[attr-defined] # SQL
                connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = '50ms'"))
            with Record(open_store(address_of(record)), author="eve") as other:
                receive(other, "The second was fine.")
            receive(record, "The third was fine.")

    with pytest.raises(RecordProblem, match="connection to its server was lost"):
        silent()
    assert texts(record) == ["The second was fine."]
    assert record.open_issue("border", Topic.OTHER)
    assert verify(record.store).sound


def test_members_of_a_team_share_a_record(postgres: Databases) -> None:
    """As the how-to sets them up: what one makes or derives anew, the other reads and writes."""
    at = postgres.new_database()
    team, word = f"desk_{at.database}", secrets.token_urlsafe()
    members = [f"ada_{at.database}", f"eve_{at.database}"]
    postgres.run(f'CREATE ROLE {team}; ALTER DATABASE "{at.database}" OWNER TO {team}')
    for member in members:
        postgres.run(
            f"CREATE ROLE {member} LOGIN PASSWORD '{word}' IN ROLE {team}; "
            f"ALTER ROLE {member} SET role TO {team}"
        )
    ada, eve = (replace(at, user=member, password=word) for member in members)
    try:
        create_store(ada, lambda _: None)
        with Record(open_store(eve), author="eve") as record:
            receive(record, "The first was fine.")
            record.store.rebuild()
        with Record(open_store(ada), author="ada") as record:
            receive(record, "The second was fine.")
            assert texts(record) == ["The first was fine.", "The second was fine."]
            assert verify(record.store).sound
    finally:
        postgres.drop(at)
        for role in (*members, team):
            postgres.run(f"DROP ROLE {role}")
