"""What the person who reads a settlement has to know of the problem that a record posed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from onetext.positions.values import Matrix
from onetext.settlement.demand_rule import DemandRule, DemandsRead
from onetext.settlement.formulations import WordedIssue
from onetext.settlement.problem import UNKNOWN, Preferences
from onetext.settlement.record_values import ValueRule
from onetext.settlement.subjects import Unplaced

_LEAVES_OPEN = re.compile(
    r"\bleft (?:in brackets|open)\b|\bto be (?:decided|determined|defined|negotiated)\b"
    r"|\bproposes?\b",
    re.IGNORECASE,
)
_TOLD = {
    DemandsRead.NONE: "No demands are read from words.",
    DemandsRead.CATEGORICAL: "Categorical rejections of a wording count as demands against it.",
    DemandsRead.REJECTIONS: "Rejections of a wording, or of a named draft as it stands, count as "
    "demands against it.",
    DemandsRead.ALL: "Rejections of a wording or a named draft, and demands for something else "
    "than the wording in force, count as demands against it.",
}


def leaves_open(text: str) -> bool:
    """Whether an English wording says that its matter is still to be decided."""
    return _LEAVES_OPEN.search(text) is not None


def notes_of(
    state: Matrix,
    worded: Sequence[WordedIssue],
    preferences: Sequence[Preferences],
    unplaced: Mapping[Unplaced, Collection[str]],
    rule: ValueRule,
    demand_rule: DemandRule,
) -> tuple[str, ...]:
    """How the problem came about, a sentence or two each."""
    return tuple(_notes(state, worded, preferences, unplaced, rule, demand_rule))


def _notes(
    state: Matrix,
    worded: Sequence[WordedIssue],
    preferences: Sequence[Preferences],
    unplaced: Mapping[Unplaced, Collection[str]],
    rule: ValueRule,
    demand_rule: DemandRule,
) -> Iterator[str]:
    unknown = ", ".join(f"{one.party} {_unknown(one)}" for one in preferences)
    yield (
        "Values are bounds read from words by a fixed table. Unknown values run from 0 to 100 "
        f"and count with the middle unless set: {unknown}. That a party accepts a package of "
        "unknown values is a guess."
    )
    yield f"{_TOLD[demand_rule.read]} Another reading: --demands; single ones: --overrides."
    yield (
        "No reservation value is known from words; unless set, it is "
        f"{float(rule.reservation_share):.0%} of all points. Issues weigh the same unless set."
    )
    yield (
        "A statement counts for the draft that it names, else for the wording in force when it "
        "was made, or the one that its words fit; it may have meant another."
    )
    pending = [
        f"{issue.name} in {one.option}"
        for issue in worded
        for one in issue.formulations
        if leaves_open(one.text)
    ]
    if pending:
        yield f"Wordings that leave their matter to be decided: {'; '.join(pending)}."
    for reason, what in (
        (Unplaced.EARLY, "made before any draft worded their issue"),
        (Unplaced.ELSEWHERE, "about a number that no wording has"),
    ):
        if unplaced[reason]:
            were = (
                "1 statement was"
                if len(unplaced[reason]) == 1
                else (f"{len(unplaced[reason])} statements were")
            )
            yield f"{were} {what}; such bound nothing."
    if state.pending and not state.with_pending:
        yield f"{state.pending} statements wait for review and do not count."


def _unknown(one: Preferences) -> str:
    points = [points for options in one.values.values() for points in options.values()]
    return f"{sum(found == UNKNOWN for found in points)} of {len(points)}"
