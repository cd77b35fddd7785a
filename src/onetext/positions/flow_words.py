"""The ribbons that words make: what went from each matter of a draft to each of the next.

What the comparison says of single points is added up for the points that stand for a matter of
their own (articles, numbered points), so that a paragraph that went from one article to another
is seen to do so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.positions.flow_shapes import Ribbon
from onetext.positions.flow_ways import ways
from onetext.positions.lineage import ALIKE
from onetext.text.comparing import Change, Comparison, PointChange
from onetext.text.drafts import Point

LEAST_SHARE = 0.04
"""A ribbon that carries less than this of the words at both of its ends is left out."""


def ribbons_of_words(
    comparison: Comparison, before: Sequence[Point], after: Sequence[Point]
) -> Iterator[Ribbon]:
    """The ribbons between the matters `before` and `after` of the two drafts compared."""
    whole_old = [max(1, words_within(point)) for point in before]
    whole_new = [max(1, words_within(point)) for point in after]
    kept = {
        (i, j): (found, found.before / whole_old[i], found.after / whole_new[j])
        for (i, j), found in sorted(_sums(comparison, before, after).items())
        if max(found.before / whole_old[i], found.after / whole_new[j]) >= LEAST_SHARE
    }
    way = ways((pair, one, other) for pair, (_, one, other) in kept.items())
    for (i, j), (found, one, other) in kept.items():
        similarity = found.alike / ((found.before + found.after) or 1.0)
        yield Ribbon(i, j, min(1.0, one), min(1.0, other), similarity, way[i, j])


def words_within(point: Point) -> int:
    """How many words a point has, with those below it."""
    return sum(_size(inner) for inner in point.walk())


@dataclass(slots=True)
class _Sum:
    """Words before, words after, and similarity weighted by the words before and after."""

    before: float = 0.0
    after: float = 0.0
    alike: float = 0.0


def _sums(
    comparison: Comparison, before: Sequence[Point], after: Sequence[Point]
) -> dict[tuple[int, int], _Sum]:
    old, new = _places(before), _places(after)
    sizes = (
        {point.path: _size(point) for point in comparison.before.walk()},
        {point.path: _size(point) for point in comparison.after.walk()},
    )
    sums: dict[tuple[int, int], _Sum] = defaultdict(_Sum)
    for change in comparison.points:
        if not change.corrected and change.similarity < ALIKE:
            continue  # they are matched by their place alone: no words went from one to the other
        for one, other, share_one, share_other in _pairs(change):
            if one in old and other in new:
                found = sums[old[one], new[other]]
                words = share_one * sizes[0][one], share_other * sizes[1][other]
                found.before += words[0]
                found.after += words[1]
                found.alike += change.similarity * sum(words)
    return sums


def _pairs(change: PointChange) -> Iterator[tuple[str, str, float, float]]:
    """Each pair of points that a change ties together: the shares of the words of the two that
    go this way."""
    whole = sum(partner.similarity for partner in change.partners) or 1.0
    if change.change is Change.SPLIT:
        for partner in change.partners:
            yield change.before[0], partner.path, partner.similarity / whole, 1.0
    elif change.change is Change.MERGED:
        for partner in change.partners:
            yield partner.path, change.after[0], 1.0, partner.similarity / whole
    else:
        for one in change.before:
            for other in change.after:
                yield one, other, 1.0, 1.0


def _places(points: Sequence[Point]) -> dict[str, int]:
    """By path, which of `points` holds a point, itself counted."""
    return {inner.path: at for at, point in enumerate(points) for inner in point.walk()}


def _size(point: Point) -> int:
    return len(point.text.split())
