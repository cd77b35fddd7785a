"""Two times: what is asked as known on a moment is answered as if nothing had come later.

For any record and any moment K: whatever is recorded after K, every answer that is asked as
known on K or before stays the same, and it is the answer of a record that holds only what was
recorded by K. Every question of the store and every reading of the record that takes `known_on`
is asked here: one that is new and not asked fails `test_every_question_is_asked`.

Who may see an entry is the one exception: that is what it is now, whatever is asked
(`onetext.record.visibility`), and is left out of what is held against each other.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.integration.test_store_laws import (
    COMMANDS,
    START,
    EmptyStore,
    work,
    worked,
)

import onetext
from onetext.briefing.compose import compose
from onetext.briefing.draft_charts import draft_charts
from onetext.briefing.feed import feed
from onetext.positions.about import about
from onetext.positions.contradictions import contradictory_positions
from onetext.positions.copies import copy_groups
from onetext.positions.events_told import contradictory_events
from onetext.positions.fold import matrix
from onetext.positions.history import history
from onetext.positions.issue_list import issue_list
from onetext.positions.moves import changes
from onetext.positions.provenance import evidence_in, provenance
from onetext.positions.source_list import source_list
from onetext.record.conflicts import conflicts
from onetext.record.known import known_then
from onetext.record.record import Record
from onetext.record.search import Asked, Item
from onetext.record.store import Store
from onetext.record.views import Verdict
from onetext.settlement.from_record import problem_from_record
from onetext.settlement.next_draft import assemble
from onetext.testing import Clock, MemoryStore

LATE = date(2031, 1, 1)
DAYS = (date(2029, 12, 31), date(2030, 1, 2), LATE)
TWO_TIMES = settings(max_examples=15, deadline=None)
QUIET = tuple(command for command in COMMANDS if command not in ("visibility", "caucus"))

commands = st.lists(st.sampled_from(QUIET), max_size=12)
seeds = st.integers(0, 2**32)


def _matrix(store: Store, known_on: datetime) -> Iterator[object]:
    for day in DAYS:
        for pending in (False, True):
            yield matrix(store, as_of=day, known_on=known_on, include_pending=pending)


def _histories(store: Store, known_on: datetime) -> Iterator[object]:
    for issue in store.issues(known_on=known_on):
        for day in DAYS:
            yield history(store, issue, as_of=day, known_on=known_on)


def _changes(store: Store, known_on: datetime) -> Iterator[object]:
    for since, until in ((DAYS[0], DAYS[1]), (DAYS[1], LATE)):
        yield changes(store, since=since, until=until, known_on=known_on, include_pending=True)


def _brief(store: Store, known_on: datetime) -> Iterator[object]:
    """Its name is that of the record, whatever is known."""
    for since in (None, DAYS[0]):
        yield replace(
            compose(store, as_of=LATE, known_on=known_on, since=since), record_name="talks"
        )


def _problem(store: Store, known_on: datetime) -> Iterator[object]:
    try:
        problem = problem_from_record(store, as_of=LATE, known_on=known_on)
        yield problem
        choice = {issue.name: issue.options[0] for issue in problem.issues}
        yield assemble(store, problem, choice, as_of=LATE, known_on=known_on)
    except onetext.errors.OnetextError as refused:  # too little to settle, in the same words
        yield str(refused)


def _provenance(store: Store, known_on: datetime) -> Iterator[object]:
    state = matrix(store, as_of=LATE, known_on=known_on, include_pending=True)
    found = provenance(store, evidence_in(state), known_on=known_on)
    yield found.orphans
    for one in evidence_in(state):
        yield found.of(one.recorded), found.of_source(one.recorded.source)
    yield contradictory_positions(state, within=400)


def _charts(store: Store, known_on: datetime) -> Iterator[object]:
    for drawn in draft_charts(store, "talks", as_of=LATE, known_on=known_on):
        yield drawn.name, drawn.chart.told if drawn.chart else drawn.reason


def _found(store: Store, known_on: datetime) -> list[Item]:
    """What words that the made-up records hold find."""
    return [
        item
        for typed in ("the", "border", "ports", "rejects", "said")
        for item in store.search(Asked.of(typed), known_on=known_on)
    ]


READINGS: dict[str, Callable[[Store, datetime], Iterator[object]]] = {
    "onetext.positions.fold.matrix": _matrix,
    "onetext.positions.history.history": _histories,
    "onetext.positions.moves.changes": _changes,
    "onetext.briefing.compose.compose": _brief,
    "onetext.settlement.from_record.problem_from_record": _problem,
    "onetext.positions.provenance.provenance": _provenance,
    "onetext.briefing.draft_charts.draft_charts": _charts,
    "onetext.positions.issue_list.issue_list": lambda store, known_on: iter(
        issue_list(store, as_of=LATE, known_on=known_on)
    ),
    "onetext.positions.source_list.source_list": lambda store, known_on: iter(
        source_list(store, as_of=LATE, known_on=known_on)
    ),
    "onetext.positions.copies.copy_groups": lambda store, known_on: iter(
        copy_groups(store, known_on=known_on).all()
    ),
    "onetext.positions.events_told.contradictory_events": lambda store, known_on: iter(
        contradictory_events(store, as_of=LATE, known_on=known_on, within=400)
    ),
    "onetext.briefing.feed.feed": lambda store, known_on: iter(
        [feed(store, since=DAYS[0], until=LATE, known_on=known_on, include_pending=True)]
    ),
    "onetext.positions.about.about": lambda store, known_on: iter(
        [
            list(about(store, _found(store, known_on), issue.id, known_on=known_on))
            for issue in store.issues(known_on=known_on)
        ]
    ),
    "onetext.record.conflicts.conflicts": lambda store, known_on: iter(
        conflicts(store, known_on=known_on)
    ),
}
"""What reads a record as known on a moment, by where it stands; each gives all that it says."""

WITHIN_OTHERS = {
    "onetext.briefing.compose.new_drafts",
    "onetext.briefing.compose.who_said_what",
    "onetext.briefing.draft_charts.draft_flow",
    "onetext.briefing.draft_charts.pictures",
    "onetext.positions.statement_counts.statement_counts",
    "onetext.settlement.formulations.drafts_by",
    "onetext.settlement.formulations.worded_issues",
    "onetext.settlement.next_draft.assemble",
}
"""What also takes `known_on`, and is asked by way of one of `READINGS`."""

QUESTIONS = {
    name
    for name, method in vars(Store).items()
    if not name.startswith("_") and "known_on" in inspect.signature(method).parameters
}
NOT_OF_A_MOMENT = {
    "transaction", "write", "append", "rebuild", "close", "damage",  # do, or look after the file
    "entries", "entry", "kinds", "ending", "head", "latest", "standing_for",  # the log itself
    "published_keys", "extent", "statement_ids", "shelve", "shelved",
    "opened", "digested", "seals", "seals_of", "entries_of", "verdicts_on",  # for merging
    "find_source", "source", "find_draft", "about", "caucuses",  # by an id or digest; policy
}  # fmt: skip


_WHO_MAY_SEE = re.compile(r"visibility='[^']*'|confined=(?:True|False)")


def answers(store: Store, known_on: datetime) -> dict[str, str]:
    """Every answer as text, byte for byte, by the name of what was asked."""
    found: dict[str, Any] = {
        name: getattr(store, name)(known_on=known_on) for name in QUESTIONS - {"search"}
    }
    found["search"] = _found(store, known_on)
    found["statements"] = [
        store.statements(known_on=known_on, verdicts=[verdict]) for verdict in Verdict
    ]
    for name, reading in READINGS.items():
        found[name] = list(reading(store, known_on))
    return {name: _WHO_MAY_SEE.sub("", repr(answer)) for name, answer in found.items()}


def differing(one: dict[str, str], other: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {name: (one[name], other[name]) for name in one if one[name] != other[name]}


@TWO_TIMES
@given(first=commands, later=commands, seed=seeds, back=st.integers(0, 4))
def test_what_comes_later_changes_no_answer(
    first: list[str], later: list[str], seed: int, back: int
) -> None:
    """Whatever is recorded after a moment: answers as known on it, or before, stay the same."""
    store = MemoryStore()
    worked(store, first, seed)
    moments = [START + timedelta(days=len(first) - days) for days in (0, back)]
    before = [answers(store, moment) for moment in moments]
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    clock = Clock(moments[0] + timedelta(days=1))
    people = [Record(store, author=name, clock=clock) for name in ("author 0", "newcomer")]
    for command in later:
        work(chance.choice(people), command, chance)
    for moment, answered in zip(moments, before, strict=True):
        assert differing(answered, answers(store, moment)) == {}


@TWO_TIMES
@given(steps=commands, seed=seeds, at=st.integers(0, 12))
def test_an_answer_is_that_of_a_record_which_holds_no_more(
    steps: list[str], seed: int, at: int
) -> None:
    """As known on a moment is as if the record ended there."""
    store = MemoryStore()
    worked(store, steps, seed)
    moment = START + timedelta(days=at, hours=1)
    then = known_then(store, moment, MemoryStore)
    assert differing(answers(store, moment), answers(then, moment)) == {}
    entries = [entry for entry in store.entries() if entry.recorded_at <= moment]
    assert list(then.entries()) == entries


@settings(max_examples=3, deadline=None)
@given(steps=commands, later=commands, seed=seeds)
def test_databases_keep_the_law(
    empty_store: EmptyStore, steps: list[str], later: list[str], seed: int
) -> None:
    """The stores on a database answer as the plain fold does, before and after."""
    reference = MemoryStore()
    worked(reference, steps, seed)
    moment = START + timedelta(days=len(steps))
    clock = Clock(moment + timedelta(days=1))
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    writer = Record(reference, author="author 1", clock=clock)
    before = answers(reference, moment)
    for command in later:
        work(writer, command, chance)
    with empty_store() as store:
        store.append(reference.entries())
        assert differing(before, answers(store, moment)) == {}


def _takers_of_known_on() -> set[str]:
    """Public functions that take a record's store and `known_on`, by where they stand."""
    found = set()
    for module in pkgutil.walk_packages(onetext.__path__, "onetext."):
        if module.name.startswith(("onetext.cli", "onetext.testing", "onetext.record.stores")):
            continue
        loaded = importlib.import_module(module.name)
        for name, function in vars(loaded).items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            takes = inspect.signature(function).parameters
            if function.__module__ == module.name and {"store", "known_on"} <= takes.keys():
                found.add(f"{module.name}.{name}")
    return found


def test_every_question_is_asked() -> None:
    """A new question of the store says as of which moment, or stands among those that do not."""
    methods = {name for name in vars(Store) if not name.startswith("_")}
    assert methods == QUESTIONS | NOT_OF_A_MOMENT
    assert _takers_of_known_on() == READINGS.keys() | WITHIN_OTHERS
