"""What `verify` names when somebody has worked on the file with other tools."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onetext.errors import RecordProblem
from onetext.record.entries import digest_of
from onetext.record.stores.sqlite import SqliteStore, open_store
from onetext.record.verify import verify
from onetext.testing import sample_record


@pytest.fixture
def store(new_sqlite: Callable[[], SqliteStore]) -> SqliteStore:
    made = new_sqlite()
    sample_record(made)
    return made


def tamper(path: Path, *changes: tuple[str, list[str]]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DROP TRIGGER entries_no_update")
    connection.execute("DROP TRIGGER entries_no_delete")
    for change, values in changes:
        connection.execute(change, values)
    connection.close()


def flaws(store: SqliteStore) -> list[tuple[str, str | None]]:
    return [(flaw.kind, flaw.entry_id) for flaw in verify(store).flaws]


def test_a_changed_entry_is_named(store: SqliteStore) -> None:
    """Its text, its author, its date or its visibility: the digest covers all of them."""
    ids = [entry.id for entry in store.entries()]
    tamper(
        store.path,
        ("UPDATE entries SET body = replace(body, 'river', 'hills') WHERE id = ?", [ids[5]]),
        ("UPDATE entries SET visibility = 'public' WHERE id = ?", [ids[9]]),
        (
            "UPDATE entries SET recorded_at = replace(recorded_at, '2030', '2029') WHERE id = ?",
            [ids[12]],
        ),
    )
    found = [entry_id for kind, entry_id in flaws(store) if kind == "entry"]
    assert found == [ids[5], ids[9], ids[12]]


def test_a_missing_entry_is_noticed_at_the_next(store: SqliteStore) -> None:
    """The entry after the gap does not follow the one before it."""
    ids = [entry.id for entry in store.entries()]
    tamper(store.path, ("DELETE FROM entries WHERE id = ?", [ids[-5]]))
    found = flaws(store)
    assert ("entry", ids[-4]) in found


def test_a_reordered_entry_is_noticed(store: SqliteStore) -> None:
    """Two entries that changed places are both found."""
    ids = [entry.id for entry in store.entries()]
    tamper(
        store.path,
        ("UPDATE entries SET id = 'x' WHERE id = ?", [ids[3]]),
        ("UPDATE entries SET id = ? WHERE id = ?", [ids[3], ids[4]]),
        ("UPDATE entries SET id = ? WHERE id = 'x'", [ids[4]]),
    )
    found = [entry_id for _, entry_id in flaws(store)]
    assert {ids[3], ids[4]} <= set(found)


def test_words_that_do_not_stand_in_their_source_are_orphans(store: SqliteStore) -> None:
    """Even where whoever changed them made the digests fit again."""
    entries = list(store.entries())
    last = next(e for e in reversed(entries) if e.kind == "statement_proposed")
    assert last == entries[-1]
    body = json.loads(json.dumps(last.body).replace("not pay a fee", "gladly pay up"))
    digest = digest_of(
        last.id, last.kind, body, last.author, last.recorded_at, last.visibility, last.previous
    )
    tamper(
        store.path,
        (
            "UPDATE entries SET body = ?, digest = ? WHERE id = ?",
            [json.dumps(body), digest, last.id],
        ),
    )
    [flaw] = verify(store).flaws
    assert (flaw.kind, flaw.entry_id) == ("orphan", last.id)
    assert "Northland would gladly pay up in any port" in flaw.sentence


def test_tables_that_do_not_follow_from_the_log_are_named(store: SqliteStore) -> None:
    """A verdict that was turned, a link that was dropped, a withdrawal that nobody recorded."""
    [verdict, other, *_] = [entry.id for entry in store.entries() if entry.kind == "accepted"]
    tamper(
        store.path,
        ("UPDATE verdicts SET verdict = 'rejected' WHERE id = ?", [verdict]),
        ("DELETE FROM statement_links", []),
        ("INSERT INTO withdrawals VALUES ('x', '2030-01-01T00:00:00.000000+00:00', ?)", [other]),
    )
    found = [flaw.sentence for flaw in verify(store).flaws]
    assert len(found) == 3
    assert "the table statement_links" in found[0]
    assert verdict in found[1]
    assert "the table withdrawals holds 1 rows" in found[2]
    store.rebuild()
    assert verify(store).sound


@pytest.mark.parametrize("seed", range(40))
def test_a_turned_bit_is_named_or_changes_nothing(store: SqliteStore, seed: int) -> None:
    """Wherever it is in the file: never a traceback, and never another record called sound."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    entries = list(store.entries())
    store.close()
    whole = bytearray(store.path.read_bytes())
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    store.path.write_bytes(whole)
    if not told(store.path):
        with closing(open_store(store.path)) as sound:
            assert list(sound.entries()) == entries


def told(path: Path) -> list[str]:
    """The sentences in which the record at `path` is found wanting; none where it is sound."""
    try:
        with closing(open_store(path)) as store:
            return [flaw.sentence for flaw in verify(store).flaws]
    except RecordProblem as error:
        return [str(error)]


def test_a_sound_record_has_no_flaws(store: SqliteStore) -> None:
    """And says who worked on it."""
    proof = verify(store)
    assert proof.sound
    assert proof.authors == ("secretary",)
    assert proof.entries == len(list(store.entries()))
    assert proof.flaws == ()
