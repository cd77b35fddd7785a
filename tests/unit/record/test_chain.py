"""Sealing, and following the chain of every author."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from onetext.errors import RecordProblem
from onetext.record.chain import Chains, Unsealed, seal
from onetext.record.entries import Entry, EntryKind, new_entry

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def sealed(*names: str, author: str = "ada", head: str | None = None) -> list[Entry]:
    opened = [Unsealed(EntryKind.RECORD_OPENED, {"name": name}) for name in names]
    return seal(opened, author=author, recorded_at=NOON, head=head, after=None)


def test_each_entry_follows_the_one_before() -> None:
    """The first follows the head, ids rise, and every digest fits."""
    entries = sealed("a", "b", "c", head="h" * 64)
    assert [entry.previous for entry in entries] == ["h" * 64, *(e.digest for e in entries[:-1])]
    assert sorted(entries, key=lambda entry: entry.id) == entries
    assert all(entry.computed_digest() == entry.digest for entry in entries)
    assert all(UUID(entry.id).version == 7 for entry in entries)


def test_an_id_is_greater_than_those_before_whatever_the_clock() -> None:
    """A store that holds an id of the far future still gets greater ones."""
    far = "ffffffff-ffff-7fff-bfff-000000000000"
    opened = [Unsealed(EntryKind.RECORD_OPENED, {"name": name}) for name in "ab"]
    first, second = seal(opened, author="ada", recorded_at=NOON, head=None, after=far)
    assert far < first.id < second.id


def test_no_moment_is_before_that_of_the_latest_entry() -> None:
    """Where the clock has gone back the latest entry's moment counts, else the clock's."""
    opened = [Unsealed(EntryKind.RECORD_OPENED, {"name": "a"})]
    for latest, kept in (
        (NOON + timedelta(hours=1), NOON + timedelta(hours=1)),
        (NOON - timedelta(hours=1), NOON),
        (None, NOON),
    ):
        [entry] = seal(
            opened, author="ada", recorded_at=NOON, head=None, after=None, not_before=latest
        )
        assert entry.recorded_at == kept
        assert entry.computed_digest() == entry.digest


def test_moments_are_kept_in_utc() -> None:
    """The same moment in another zone gives the same text in the digest."""
    there = NOON.astimezone(timezone(timedelta(hours=5)))
    entry = new_entry(
        EntryKind.RECORD_OPENED, {"name": "a"}, author="ada", recorded_at=there,
        visibility="team", previous=None,
    )  # fmt: skip
    assert entry.recorded_at.isoformat() == "2030-01-01T12:00:00+00:00"


CHANGES: dict[str, Callable[[Entry], Entry]] = {
    "body": lambda entry: replace(entry, body={"name": "z"}),
    "author": lambda entry: replace(entry, author="eve"),
    "recorded_at": lambda entry: replace(entry, recorded_at=NOON + timedelta(microseconds=1)),
    "visibility": lambda entry: replace(entry, visibility="public"),
    "id": lambda entry: replace(entry, id=entry.id[::-1]),
    "kind": lambda entry: replace(entry, kind=EntryKind.ISSUE_OPENED),
    "previous": lambda entry: replace(entry, previous=None),
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_of_any_field_is_found(field: str) -> None:
    """The digest covers everything that an entry holds."""
    first, second = sealed("a", "b")
    chains = Chains()
    assert chains.follow(first) is None
    assert "changed" in (chains.follow(CHANGES[field](second)) or "")


def followed(*entries: Entry, among: Sequence[Entry] | None = None) -> tuple[list[str], Chains]:
    """The ids of those that follow nothing, where a record holds `among`; and the chains."""
    held = {entry.digest: (entry.author, entry.id) for entry in among or entries}
    chains = Chains()
    assert [chains.follow(entry) for entry in entries] == [None] * len(entries)
    missing = chains.finish(lambda digests: {one: held[one] for one in digests if one in held})
    return [entry.id for entry in missing], chains


def test_a_gap_and_a_wrong_order_are_found() -> None:
    """Only of the same author: authors' chains are apart."""
    first, second, third = sealed("a", "b", "c")
    [other] = sealed("x", author="eve")
    assert followed(first, other, second, third)[0] == []
    assert followed(first, third)[0] == [third.id]
    assert followed(second)[0] == [second.id]
    forged = replace(first, author="eve", digest=second.previous or "")
    assert followed(second, among=[forged, second])[0] == [second.id]
    later = replace(first, id=third.id)
    assert followed(second, among=[later, second])[0] == [second.id]


def test_an_author_may_work_in_two_places() -> None:
    """Two entries that follow the same one are a fork, which is told and is no damage."""
    first, second, third = sealed("a", "b", "c")
    here, there, then = (
        seal([Unsealed(EntryKind.RECORD_OPENED, {"name": name})], author="ada", recorded_at=NOON,
             head=head, after=third.id)[0]
        for name, head in (("here", first.digest), ("there", first.digest), ("then", third.digest))
    )  # fmt: skip
    entries = sorted((first, second, third, here, there, then), key=lambda entry: entry.id)
    missing, chains = followed(*entries)
    assert missing == []
    assert {(fork.author, fork.at, fork.entry_id) for fork in chains.forks} == {
        ("ada", first.digest, here.id),
        ("ada", first.digest, there.id),
    }


def test_an_author_may_begin_in_two_places() -> None:
    """On two copies of a record in which nothing is theirs yet."""
    [here], [there] = sealed("here"), sealed("there")
    missing, chains = followed(here, there)
    assert missing == []
    assert [(fork.at, fork.entry_id) for fork in chains.forks] == [(None, there.id)]


def test_what_is_no_json_is_refused() -> None:
    """A number that is not one, and half a character."""
    for bad in (float("nan"), "\udc00", 2**60):
        with pytest.raises(RecordProblem, match="record opened entry"):
            seal(
                [Unsealed(EntryKind.RECORD_OPENED, {"name": bad})],
                author="ada", recorded_at=NOON, head=None, after=None,
            )  # fmt: skip
