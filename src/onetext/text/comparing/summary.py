"""A comparison in numbers: how many points and brackets became what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onetext.text.comparing.shapes import BracketFate, Change, Comparison, Outcome, PointChange
from onetext.text.drafts import Draft, Point

STANDS = (Change.KEPT, Change.REWORDED, Change.MOVED)
UNSURE = 0.7
"""A match below this confidence is one that a person should look at."""


@dataclass(frozen=True, slots=True)
class PointCounts:
    """Of the `before` points of one draft and the `after` points of the other: how many points
    before were kept, reworded, moved, split, merged or dropped, and how many after were added."""

    before: int
    after: int
    became: dict[Change, int]

    @property
    def stand(self) -> int:
        return sum(self.became[change] for change in STANDS)


@dataclass(frozen=True, slots=True)
class BracketCounts:
    """Brackets before and after; `ended` counts those of the draft before that were closed or
    settled, by how. `with_their_point`: those of them that went with a point that was dropped."""

    before: int
    after: int
    fates: dict[BracketFate, int]
    ended: dict[tuple[BracketFate, Outcome], int]
    with_their_point: int


def articles(draft: Draft) -> tuple[str, tuple[Point, ...]]:
    """What a draft's large units are called, and which they are: articles where it has them,
    else the points at the top."""
    named = tuple(p for p in draft.walk() if p.label.casefold().startswith("article"))
    return ("article", named) if len(named) > 1 else ("point", draft.points)


def count_points(
    told: Iterable[PointChange], before: Iterable[Point], after: Iterable[Point]
) -> PointCounts:
    """What became of some of the points: those `before`, and those `after` that were added."""
    ours = {point.path for point in before}
    theirs = {point.path for point in after}
    became: Counter[Change] = Counter()
    for one in told:
        if one.change is Change.ADDED:
            became[one.change] += sum(path in theirs for path in one.after)
        else:
            became[one.change] += sum(path in ours for path in one.before)
    return PointCounts(len(ours), len(theirs), {change: became[change] for change in Change})


def count_brackets(comparison: Comparison) -> BracketCounts:
    """What became of all brackets."""
    gone = {
        path for one in comparison.points if one.change is Change.DROPPED for path in one.before
    }
    fates: Counter[BracketFate] = Counter()
    ended: Counter[tuple[BracketFate, Outcome]] = Counter()
    with_point = 0
    for bracket in comparison.brackets:
        fates[bracket.how] += bracket.count
        if bracket.how in (BracketFate.CLOSED, BracketFate.SETTLED):
            ended[bracket.how, bracket.outcome] += bracket.count
            if bracket.outcome is Outcome.DROPPED and bracket.path in gone:
                with_point += bracket.count
    return BracketCounts(
        len(comparison.before.brackets),
        len(comparison.after.brackets),
        {fate: fates[fate] for fate in BracketFate},
        dict(ended),
        with_point,
    )


def unsure(told: Iterable[PointChange], below: float = UNSURE) -> list[PointChange]:
    """Changes whose confidence is below a threshold, the least sure first."""
    found = [one for one in told if one.confidence < below]
    return sorted(found, key=lambda one: one.confidence)
