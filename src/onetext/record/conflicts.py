"""Verdicts that people gave apart, neither knowing of the other's, and that do not agree.

A verdict tells which others stood when it was given (`over`). Where two stand of which neither
was given over the other, and they say different things, there is a conflict to settle: both
are kept, the latest recorded counts meanwhile, and any later verdict settles it. A verdict of
a record that did not write `over` down yet was given over everything recorded before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from onetext.record.bodies import StatementProposed
from onetext.record.codec import body_value
from onetext.record.entries import EntryKind
from onetext.record.statements import Statement
from onetext.record.store import Store
from onetext.record.views import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Conflict:
    """What was judged, and the verdicts on it that await settling, as recorded; the last counts."""

    of: str
    verdicts: tuple[Judgement, ...]

    @property
    def counts(self) -> Judgement:
        return self.verdicts[-1]


def conflicts(store: Store, *, known_on: datetime | None = None) -> list[Conflict]:
    """All conflicts that are not settled, in the order in which what they are about came in."""
    given = store.judgements(known_on=known_on, shared=True)
    found = []
    for of, group in groupby(sorted(given, key=lambda one: one.of), key=lambda one: one.of):
        open_ones = _open(list(group))
        if len({one.author for one in open_ones}) > 1 and _differ(store, open_ones):
            found.append(Conflict(of, tuple(open_ones)))
    return found


def _open(verdicts: list[Judgement]) -> list[Judgement]:
    """Those that no other was given over, as recorded."""
    ordered = sorted(verdicts, key=lambda one: (one.recorded_at, one.id))
    known: set[str] = set()
    for place, one in enumerate(ordered):
        known.update((earlier.id for earlier in ordered[:place]) if one.over is None else one.over)
    return [one for one in ordered if one.id not in known]


def _differ(store: Store, verdicts: Iterable[Judgement]) -> bool:
    outcomes = [(one.verdict is Verdict.REJECTED, _words(store, one)) for one in verdicts]
    return any(outcome != outcomes[0] for outcome in outcomes)


def _words(store: Store, given: Judgement) -> Statement | None:
    """The statement as the verdict leaves it standing; None where it says nothing of words.

    A statement that was accepted as a double of it was found may differ from the other.
    """
    if given.verdict is Verdict.REJECTED:
        return None
    statement = given.statement
    if statement is None:
        [verdict] = store.entries_of([given.id])
        [accepted] = store.entries_of([verdict.body["of"]])
        if accepted.kind is not EntryKind.STATEMENT_PROPOSED:
            return None
        body: StatementProposed = body_value(accepted.kind, accepted.body)
        statement = body.statement
    return replace(statement, confidence=0.0)
