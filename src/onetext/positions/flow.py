"""The flow of a text's matters from draft to draft: which became which, and with how many words.

What the comparison says of single points is added up for the points that stand for a matter of
their own (articles, numbered points), so that a paragraph that went from one article to another
is seen to do so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onetext.positions.lineage import ALIKE
from onetext.positions.matters import heading, issue_label, matters, point_words
from onetext.text.comparing import Change, Comparison, PointChange
from onetext.text.drafts import Draft, Point

LEAST_SHARE = 0.04
"""A ribbon that carries less than this of the words at both of its ends is left out."""
PART_SHARE = 0.2
"""The share of a matter's words from which on what goes another way makes a split or merger."""

Issues = Callable[[int, str], tuple[str, ...]]


class Way(StrEnum):
    """How a matter went on: in its place, in another order, in several parts, or as another
    wording of the same issue, so that no words tie the two."""

    IN_PLACE = "in its place"
    MOVED = "moved"
    PARTS = "split or merged"
    ISSUE = "same issue, other words"


@dataclass(frozen=True, slots=True)
class Matter:
    """A point that stands for a matter: where, how it is called, how many words it has.

    `issues` are the labels of the issues that it deals with, where they are known.
    """

    path: str
    label: str
    title: str
    words: int
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Words that went from a matter of one draft to a matter of the next.

    `before` and `after` are the places of the two in their drafts; `share_before` and
    `share_after` how much of their words it is (0 to 1); `similarity` how alike these are.
    """

    before: int
    after: int
    share_before: float
    share_after: float
    similarity: float
    way: Way


@dataclass(frozen=True, slots=True)
class Flow:
    """The matters of each draft, and the ribbons from each draft to the next."""

    drafts: tuple[Draft, ...]
    matters: tuple[tuple[Matter, ...], ...]
    ribbons: tuple[tuple[Ribbon, ...], ...]

    def gone(self, column: int) -> dict[int, bool]:
        """The matters of a draft, by place, that do not go on to the next draft, and whether
        their issue comes back in a later one; none of the last draft."""
        if column >= len(self.ribbons):
            return {}
        gone_on = {ribbon.before for ribbon in self.ribbons[column]}
        later = self._issues(self.matters[column + 1 :])
        return self._others(column, gone_on, later)

    def new(self, column: int) -> dict[int, bool]:
        """The matters of a draft, by place, that the draft before has not, and whether their
        issue was in an earlier one; none of the first draft."""
        if column == 0:
            return {}
        known = {ribbon.after for ribbon in self.ribbons[column - 1]}
        return self._others(column, known, self._issues(self.matters[:column]))

    def _others(self, column: int, tied: set[int], issues: set[str]) -> dict[int, bool]:
        return {
            at: not issues.isdisjoint(matter.issues)
            for at, matter in enumerate(self.matters[column])
            if at not in tied
        }

    @staticmethod
    def _issues(columns: Sequence[Sequence[Matter]]) -> set[str]:
        return {issue for column in columns for matter in column for issue in matter.issues}


def flow(comparisons: Sequence[Comparison], issues: Issues | None = None) -> Flow:
    """The flow through drafts.

    Args:
        comparisons: of each draft with the next.
        issues: the labels of the issues of a point, by the draft's place and the point's path;
            None where they are not known.
    """
    drafts = (comparisons[0].before, *(one.after for one in comparisons))
    units = [list(matters(draft)) for draft in drafts]
    columns = tuple(
        tuple(_matter(point, _labels(point, column, issues)) for point in points)
        for column, points in enumerate(units)
    )
    ribbons = tuple(
        tuple(
            _with_issues(
                list(_ribbons(comparison, units[column], units[column + 1])),
                columns[column],
                columns[column + 1],
            )
        )
        for column, comparison in enumerate(comparisons)
    )
    return Flow(drafts, columns, ribbons)


def _labels(point: Point, column: int, issues: Issues | None) -> tuple[str, ...]:
    """The issues of a point and of those below it, in their order."""
    if issues is None:
        return ()
    found = (label for inner in point.walk() for label in issues(column, inner.path))
    return tuple(dict.fromkeys(found))


def _matter(point: Point, issues: tuple[str, ...]) -> Matter:
    words = sum(_size(inner) for inner in point.walk())
    label = point.label.strip("#*-–—•·. ")
    said = next((inner.text for inner in point.walk() if inner.text.strip()), "")
    title = (
        "; ".join(issues) or heading(point) or issue_label(said) or issue_label(point_words(point))
    )
    return Matter(point.path, label, title, words, issues)


def _with_issues(
    ribbons: list[Ribbon], old: Sequence[Matter], new: Sequence[Matter]
) -> list[Ribbon]:
    """The ribbons, and one for each two matters of one issue that no words tie to any other."""
    before = {ribbon.before for ribbon in ribbons}
    after = {ribbon.after for ribbon in ribbons}
    tied = [
        Ribbon(i, j, 0.0, 0.0, 0.0, Way.ISSUE)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if not set(one.issues).isdisjoint(other.issues) and (i not in before or j not in after)
    ]
    return sorted([*ribbons, *tied], key=lambda ribbon: (ribbon.before, ribbon.after))


@dataclass(slots=True)
class _Sum:
    """Words before, words after, and similarity weighted by the words before and after."""

    before: float = 0.0
    after: float = 0.0
    alike: float = 0.0


def _ribbons(
    comparison: Comparison, before: Sequence[Point], after: Sequence[Point]
) -> Iterator[Ribbon]:
    old, new = _places(before), _places(after)
    sizes = (
        {point.path: _size(point) for point in comparison.before.walk()},
        {point.path: _size(point) for point in comparison.after.walk()},
    )
    sums: dict[tuple[int, int], _Sum] = defaultdict(_Sum)
    for change in comparison.points:
        if not change.corrected and change.similarity < ALIKE:
            continue  # they are matched by their place alone: no words went from one to the other
        for one, other, share_one, share_other, similarity in _pairs(change):
            if one in old and other in new:
                found = sums[old[one], new[other]]
                words = share_one * sizes[0][one], share_other * sizes[1][other]
                found.before += words[0]
                found.after += words[1]
                found.alike += similarity * sum(words)
    whole_old = [max(1, sum(_size(inner) for inner in point.walk())) for point in before]
    whole_new = [max(1, sum(_size(inner) for inner in point.walk())) for point in after]
    kept = {
        (i, j): found
        for (i, j), found in sums.items()
        if max(found.before / whole_old[i], found.after / whole_new[j]) >= LEAST_SHARE
    }
    ways = _ways(kept, whole_old, whole_new)
    for (i, j), found in sorted(kept.items()):
        yield Ribbon(
            i,
            j,
            min(1.0, found.before / whole_old[i]),
            min(1.0, found.after / whole_new[j]),
            found.alike / ((found.before + found.after) or 1.0),
            ways[i, j],
        )


def _pairs(change: PointChange) -> Iterator[tuple[str, str, float, float, float]]:
    """Each pair of points that a change ties together: the shares of the words of the two that
    go this way, and how alike they are."""
    if change.change is Change.SPLIT:
        whole = sum(partner.similarity for partner in change.partners) or 1.0
        for partner in change.partners:
            share = partner.similarity / whole
            yield change.before[0], partner.path, share, 1.0, change.similarity
    elif change.change is Change.MERGED:
        whole = sum(partner.similarity for partner in change.partners) or 1.0
        for partner in change.partners:
            share = partner.similarity / whole
            yield partner.path, change.after[0], 1.0, share, change.similarity
    else:
        for one in change.before:
            for other in change.after:
                yield one, other, 1.0, 1.0, change.similarity


def _ways(
    sums: Mapping[tuple[int, int], _Sum], old: Sequence[int], new: Sequence[int]
) -> dict[tuple[int, int], Way]:
    """In parts, where a good share goes another way, too; moved, where it is out of order."""
    strong = {
        pair
        for pair, found in sums.items()
        if found.before >= PART_SHARE * old[pair[0]] or found.after >= PART_SHARE * new[pair[1]]
    }
    going: dict[int, int] = defaultdict(int)
    coming: dict[int, int] = defaultdict(int)
    for i, j in strong:
        going[i] += 1
        coming[j] += 1
    single = sorted(pair for pair in strong if going[pair[0]] == 1 and coming[pair[1]] == 1)
    ordered = _longest_rise(single)
    ways = {}
    for pair in sums:
        if pair not in strong or going[pair[0]] > 1 or coming[pair[1]] > 1:
            ways[pair] = Way.PARTS
        else:
            ways[pair] = Way.IN_PLACE if pair in ordered else Way.MOVED
    return ways


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The most pairs that keep their order on both sides, of pairs sorted by the first."""
    best: list[tuple[int, int | None]] = []
    for at, (_, j) in enumerate(pairs):
        length, before = max(
            ((best[k][0] + 1, k) for k in range(at) if pairs[k][1] < j), default=(1, None)
        )
        best.append((length, before))
    at_end = max(range(len(best)), key=lambda at: best[at][0], default=None)
    found = set()
    while at_end is not None:
        found.add(pairs[at_end])
        at_end = best[at_end][1]
    return found


def _places(points: Sequence[Point]) -> dict[str, int]:
    """By path, which of `points` holds a point, itself counted."""
    return {inner.path: at for at, point in enumerate(points) for inner in point.walk()}


def _size(point: Point) -> int:
    return len(point.text.split())
