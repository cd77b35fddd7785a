"""Two people work apart and bring their records together: whoever merges whom, and how often."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from hypothesis import given, settings
from tests.integration.test_store_laws import (
    LAWS,
    START,
    EmptyStore,
    answers,
    commands,
    seeds,
    work,
)

from onetext.record.entries import Entry
from onetext.record.record import Record
from onetext.record.store import Store
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
