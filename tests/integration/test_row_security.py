"""The second wall: what a login of the server reads with any tool, by raw SQL."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pg8000.exceptions import DatabaseError
from tests.integration.test_seen_by import VIEWERS, everyone, plainly_visible
from tests.integration.test_store_laws import COMMANDS, START, answers, work

from onetext.errors import NotInRecord
from onetext.record.addresses import ServerAddress
from onetext.record.record import Record
from onetext.record.seen import seen_by
from onetext.record.stores import tables
from onetext.record.stores.postgres import PostgresStore, open_store
from onetext.testing import Clock, MemoryStore, make_document, make_reading
from onetext.testing.postgres import EmptyRecords

COUNTED_OVER_ALL = {"derivation", "tally", "shelf"}
GUARDED = (
    "entries",
    *(one.name for one in tables.derived.sorted_tables if one.name not in COUNTED_OVER_ALL),
)


@pytest.fixture
def whole(postgres_address: ServerAddress) -> Iterator[PostgresStore]:
    """A record of many commands, of all visibilities."""
    chance = random.Random(2031)  # noqa: S311 -- picks test cases, keeps no secret
    store = open_store(postgres_address)
    everyone(store)
    clock = Clock(START)
    records = [Record(store, author=f"author {n}", clock=clock) for n in range(2)]
    for day in range(60):
        clock.moment = START + timedelta(days=day)
        work(chance.choice(records), chance.choice(COMMANDS), chance)
    yield store
    store.close()


class Login:
    """A role of the server, as whom any tool could connect."""

    def __init__(self, records: EmptyRecords, address: ServerAddress) -> None:
        self.name, self._databases = f"viewer_{secrets.token_hex(6)}", records.databases
        password = secrets.token_hex(12)
        self._databases.run(f"CREATE ROLE \"{self.name}\" LOGIN PASSWORD '{password}'")
        self.address = replace(address, user=self.name, password=password)
        self._owned = address

    def run(self, statement: str) -> list[Any]:
        return self._databases.run(statement, self.address)

    def drop(self) -> None:
        self._databases.run(f'DROP OWNED BY "{self.name}"', self._owned)
        self._databases.run(f'DROP ROLE "{self.name}"')


@pytest.fixture
def login(postgres_records: EmptyRecords, postgres_address: ServerAddress) -> Iterator[Login]:
    made = Login(postgres_records, postgres_address)
    yield made
    made.drop()


@pytest.mark.parametrize("named", VIEWERS)
def test_raw_sql_shows_what_a_viewer_may_see(
    whole: PostgresStore, login: Login, named: str
) -> None:
    """Of the log exactly that; of derived tables no row that names anything else."""
    whole.let_in(login.name, named)
    entries = list(whole.entries())
    seen = {entry.id for entry in plainly_visible(entries, named)}
    shown = [entry for entry in entries if entry.id in seen]
    while any(unseen := [one for one in shown if set(one.body.get("over", ())) - seen]):
        seen -= {one.id for one in unseen}  # a row is shown whole or not at all
        shown = [entry for entry in shown if entry.id in seen]
    assert {row[0] for row in login.run("SELECT id FROM entries")} == seen
    assert login.run("SELECT count(*) FROM entries") == [[len(seen)]]
    hidden = {entry.id for entry in entries} - seen
    assert hidden
    for table in GUARDED:
        for row in login.run(f"SELECT * FROM {table}"):  # noqa: S608 -- our names
            assert not hidden & {value for value in row if isinstance(value, str)}, table


def test_the_wall_stands_after_the_tables_were_made_anew(
    whole: PostgresStore, login: Login
) -> None:
    """Whoever was let in stays so, and sees no more than before."""
    whole.let_in(login.name, "Bo")
    before = {table: len(login.run(f"SELECT * FROM {table}")) for table in GUARDED}  # noqa: S608 -- ours
    whole.rebuild()
    after = {table: len(login.run(f"SELECT * FROM {table}")) for table in GUARDED}  # noqa: S608 -- ours
    assert after == before
    assert 0 < before["entries"] < len(list(whole.entries()))


def test_who_was_not_let_in_sees_nothing(whole: PostgresStore, login: Login) -> None:
    """A login without a word on it may not even ask; one that was let in may only read."""
    assert list(whole.entries())
    with pytest.raises(DatabaseError, match="permission denied"):
        login.run("SELECT count(*) FROM entries")
    whole.let_in(login.name, "public")
    for table in ("viewers", "rests", *COUNTED_OVER_ALL):
        with pytest.raises(DatabaseError, match="permission denied"):
            login.run(f"SELECT * FROM {table}")  # noqa: S608 -- ours
    for change in (
        "INSERT INTO viewers VALUES (session_user, 'team')",
        "DELETE FROM entries",
        "ALTER TABLE entries DISABLE ROW LEVEL SECURITY",
        "SET SESSION AUTHORIZATION postgres",
        "SET ROLE postgres",
    ):
        with pytest.raises(DatabaseError):
            login.run(change)
    seen = login.run("SELECT count(*) FROM entries")
    assert login.run("SELECT count(*) FROM onetext_seen()") == seen
    assert login.run("SET row_security = on; SELECT count(*) FROM entries") == seen


def test_a_viewer_must_be_known_to_the_record(whole: PostgresStore, login: Login) -> None:
    """A mistyped name lets nobody in."""
    with pytest.raises(NotInRecord, match="nobody of that name"):
        whole.let_in(login.name, "publc")


def test_what_is_narrowed_is_gone_at_once(whole: PostgresStore, login: Login) -> None:
    """The wall asks the record itself: the next question is answered by the latest word."""
    whole.let_in(login.name, "team")
    record = Record(whole, author="author 0", clock=Clock(START + timedelta(days=90)))
    document = make_document("Tomas Hale said that it was late.")
    got = record.receive(make_reading(document), origin="late.txt", reader="test")
    one = got.source_id
    assert one in {row[0] for row in login.run("SELECT id FROM sources")}
    record.change_visibility([one], "confined:Bo")
    assert one not in {row[0] for row in login.run("SELECT id FROM sources")}
    assert not login.run(f"SELECT id FROM proposed WHERE source_id = '{one}'")  # noqa: S608 -- ours


def test_the_choke_point_does_not_need_the_wall(whole: PostgresStore) -> None:
    """As the owner, before the wall, a viewer's questions are answered all the same."""
    reference = MemoryStore()
    reference.append(plainly_visible(list(whole.entries()), "Bo"))
    assert answers(seen_by(whole, "Bo", MemoryStore), None) == answers(reference, None)
