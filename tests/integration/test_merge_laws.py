"""Two people work apart and bring their records together: whoever merges whom, and how often."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.integration.test_store_laws import (
    LAWS,
    START,
    EmptyStore,
    answers,
    commands,
    seeds,
    work,
)

from onetext.record.conflicts import conflicts
from onetext.record.entries import Entry
from onetext.record.merging import OtherStore, merge
from onetext.record.record import Record
from onetext.record.store import Store
from onetext.record.transfer import lines
from onetext.record.verify import verify
from onetext.testing import Clock, MemoryStore


def apart(
    first: list[str], branches: Sequence[list[str]], seed: int, authors: Sequence[str]
) -> list[list[Entry]]:
    """The entries of copies of one record, each of which went its own way at the same time."""
    base = MemoryStore()
    clock = Clock(START)
    opening = Record(base, author="opener", clock=clock)
    opening.opened("talks")
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    _go_on(base, first, ["opener"], chance, START)
    copies = []
    for number, branch in enumerate(branches):
        copy = MemoryStore()
        copy.append(base.entries())
        # Everybody at the same hours, with clocks that differ by an hour at most.
        since = START + timedelta(days=len(first), hours=chance.choice([0, 0, 1]))
        _go_on(copy, branch, [authors[number], "opener"], chance, since)
        copies.append(list(copy.entries()))
    return copies


def _go_on(
    store: Store, steps: list[str], authors: list[str], chance: random.Random, since: datetime
) -> None:
    clock = Clock(since)
    records = [Record(store, author=author, clock=clock) for author in authors]
    for day, step in enumerate(steps):
        clock.moment = since + timedelta(days=day)
        work(chance.choice(records), step, chance)


def held(entries: Iterable[Entry]) -> MemoryStore:
    store = MemoryStore()
    store.append(entries)
    return store


def merged(*records: Store, into: Store | None = None) -> Store:
    """A store into which `records` were merged one after the other."""
    store = into or held(records[0].entries())
    for record in records:
        merge(store, OtherStore(record, "other"))
    return store


def told(store: Store) -> list[object]:
    """All that a record answers with, its proof and the bytes of its export."""
    return [
        *answers(store, None),
        conflicts(store),
        verify(store),
        b"".join(lines(store.entries())),
    ]


def union(*records: Iterable[Entry]) -> dict[str, Entry]:
    return {entry.id: entry for record in records for entry in record}


@settings(LAWS, max_examples=12)
@given(first=commands, left=commands, right=commands, seed=seeds)
def test_answers_depend_on_the_entries_alone(
    empty_store: EmptyStore, first: list[str], left: list[str], right: list[str], seed: int
) -> None:
    """In whatever order two records' entries came in, every question has the same answer."""
    a, b = apart(first, [left, right], seed, ["left", "right"])
    whole = union(a, b)
    dates = [None, START + timedelta(days=len(first)), START + timedelta(days=len(first) + 3)]
    reference = MemoryStore()
    reference.append(sorted(whole.values(), key=lambda entry: entry.id))
    expected = [answers(reference, known_on) for known_on in dates]
    for one, other in ((a, b), (b, a)):
        with empty_store() as store:
            store.append(one)
            mine = {entry.id for entry in one}
            store.append(entry for entry in other if entry.id not in mine)
            assert list(store.entries()) == list(reference.entries())
            assert [answers(store, known_on) for known_on in dates] == expected
            assert not store.damage()
            store.rebuild()
            assert [answers(store, known_on) for known_on in dates] == expected


@settings(LAWS, max_examples=12)
@given(first=commands, branches=st.tuples(commands, commands, commands), seed=seeds)
def test_merging_is_commutative_associative_and_idempotent(
    empty_store: EmptyStore,
    first: list[str],
    branches: tuple[list[str], list[str], list[str]],
    seed: int,
) -> None:
    """Three copies that went their own ways: every way to merge them gives one record, sound."""
    a, b, c = map(held, apart(first, branches, seed, ["ann", "ann", "carl"]))
    expected = told(merged(merged(a, b), c))
    assert verify(merged(a, b, c)).sound
    assert told(merged(merged(c, b), a)) == expected
    assert told(merged(a, merged(c, b))) == expected
    assert told(merged(merged(a, b, c), a, c, b, merged(b, a))) == expected
    with empty_store() as store:
        store.append(b.entries())
        assert told(merged(c, a, b, into=store)) == expected


@settings(LAWS, max_examples=12)
@given(first=commands, left=commands, right=commands, seed=seeds)
def test_work_goes_on_after_a_merge(
    first: list[str], left: list[str], right: list[str], seed: int
) -> None:
    """What is recorded after a merge comes after everything that was merged, and is sound."""
    a, b = map(held, apart(first, [left, right], seed, ["ann", "ann"]))
    both = merged(a, b)
    latest = max(entry.recorded_at for entry in both.entries())
    _go_on(both, ["read", "accept", "correct", "link"], ["ann"], random.Random(seed), START)  # noqa: S311 -- picks test cases
    new = [entry for entry in both.entries() if entry.id not in union(a.entries(), b.entries())]
    assert all(entry.recorded_at >= latest for entry in new)
    assert verify(both).sound


@settings(LAWS, max_examples=12)
@given(first=commands, left=commands, right=commands, seed=seeds)
def test_a_later_verdict_settles_a_conflict(
    first: list[str], left: list[str], right: list[str], seed: int
) -> None:
    """Whatever it says, and it is the one that counts."""
    a, b = map(held, apart([*first, "read"], [[*left, "accept"], [*right, "reject"]], seed, "ab"))
    both = merged(a, b)
    unsettled = conflicts(both)
    clock = Clock(START + timedelta(days=100))
    for conflict in unsettled:
        counting = both.judgements()
        assert conflict.counts == [one for one in counting if one.of == conflict.of][-1]
        Record(both, author="chair", clock=clock).accept([conflict.of])
    assert not conflicts(both)
    event(f"{len(unsettled)} conflicts")
