"""How far each draft is from an agreed text: its brackets, options, and points in brackets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from onetext.record.views import RecordedDraft
from onetext.text.drafts import Draft, Point, Status

AGREED = frozenset(
    {Status.AGREED_AD_REFERENDUM, Status.AGREED_BY_NEGOTIATORS, Status.AGREED_IN_GROUP}
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is open in a draft.

    Attributes:
        recorded: the draft.
        brackets: how many brackets are open, nested ones counted, too.
        options: how many whole options there are to choose from.
        agreed: points with a wording that the text says are agreed.
        clean: further points that hold no bracket and are no part of an option.
        bracketed: all other points.
    """

    recorded: RecordedDraft
    brackets: int
    options: int
    agreed: int
    clean: int
    bracketed: int


def convergence(drafts: Iterable[RecordedDraft]) -> tuple[Standing, ...]:
    """What is open in each draft, in the order given. Points without words are not counted."""
    return tuple(_standing(recorded) for recorded in drafts)


def _standing(recorded: RecordedDraft) -> Standing:
    draft = recorded.draft
    counts = {"agreed": 0, "clean": 0, "bracketed": 0}
    starts = sorted(bracket.span.start for bracket in draft.brackets)
    for point in draft.walk():
        if point.text.strip():
            counts[_state(point, draft, starts)] += 1
    return Standing(
        recorded,
        len(draft.brackets),
        len(draft.options),
        counts["agreed"],
        counts["clean"],
        counts["bracketed"],
    )


def _state(point: Point, draft: Draft, starts: list[int]) -> str:
    if point.status in AGREED:
        return "agreed"
    at = point.span.start
    for inner in (*point.points, None):
        end = inner.span.start if inner else point.span.end
        if bisect_right(starts, end - 1) > bisect_right(starts, at - 1):
            return "bracketed"
        at = inner.span.end if inner else end
    held = any(option.start <= point.span.start < option.end for option in draft.options)
    held = held or any(
        bracket.span.start < point.span.start < bracket.span.end for bracket in draft.brackets
    )
    return "bracketed" if held else "clean"
