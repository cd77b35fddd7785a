"""Status and attributions that stand beside brackets, given to the points they speak of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onetext.text.drafts import Attribution, Bracket, Point, Status
from onetext.text.label_words import is_heading
from onetext.text.remarks import StatusRemark
from onetext.text.spans import Span

_SIGNED_CHARS = 160
_SIGNED_LIST = re.compile(r"\][ \t]*(?P<signs>[+–-]\w[^\[\]\n]*)\Z")
_NEAR_CHARS = 3
COLOURED_SHARE = 0.8
"""A point has the status of a colour when this share of its own characters has the colour."""


@dataclass(frozen=True, slots=True)
class Coloured:
    """A stretch of the draft's text with a colour behind it, by its plain name (green)."""

    span: Span
    colour: str


@dataclass(slots=True)
class _Given:
    """What is given to points, by the place where each begins."""

    status: dict[int, Status] = field(default_factory=dict)
    below: set[int] = field(default_factory=set)
    attributions: dict[int, list[Attribution]] = field(default_factory=lambda: defaultdict(list))


def with_remarks(
    points: Sequence[Point],
    statuses: Iterable[StatusRemark],
    attributions: Iterable[Attribution],
) -> tuple[Point, ...]:
    """The points with the status and the attributions that stand within them.

    A remark belongs to the innermost point around it; a status that is a paragraph of its own,
    to the outermost one that is no heading. Points below have it only where it says so.
    """
    given = _Given()
    for remark in statuses:
        line = _line_of_points(points, remark.place)
        if not line:
            continue
        outer = [point for point in line if not is_heading(point.label)] if remark.is_alone else []
        point = outer[0] if outer else line[-1]
        given.status[point.span.start] = remark.status
        if remark.reaches_below:
            given.below.add(point.span.start)
    for attribution in attributions:
        line = _line_of_points(points, attribution.span)
        if line:
            given.attributions[line[-1].span.start].append(attribution)
    if not given.status and not given.attributions:
        return tuple(points)
    return tuple(_with(point, given, None) for point in points)


def coloured_statuses(
    points: Sequence[Point], coloured: Sequence[Coloured], meaning: Mapping[str, Status]
) -> list[StatusRemark]:
    """A status for every point whose own words are of one colour that stands for one."""
    known = sorted(
        (stretch for stretch in coloured if stretch.colour in meaning),
        key=lambda stretch: stretch.span,
    )
    starts = [stretch.span.start for stretch in known]
    found = []
    for point in (inner for outer in points for inner in outer.walk()):
        own = Span(point.span.start, point.points[0].span.start if point.points else point.span.end)
        shares: dict[Status, int] = defaultdict(int)
        for stretch in known[max(0, bisect_right(starts, own.start) - 1) :]:
            if stretch.span.start >= own.end:
                break
            common = min(own.end, stretch.span.end) - max(own.start, stretch.span.start)
            shares[meaning[stretch.colour]] += max(0, common)
        status, share = max(shares.items(), key=lambda item: item[1], default=(None, 0))
        if status and share >= COLOURED_SHARE * max(1, len(point.text.split("\n")[0])):
            found.append(StatusRemark(status, Span(own.start, own.start + 1)))
    return found


def beside_brackets(
    text: str, brackets: Sequence[Bracket], attributions: Iterable[Attribution]
) -> tuple[tuple[Bracket, ...], list[Attribution]]:
    """Attributions in parentheses given to the bracket right before them or around them; the
    rest, for points."""
    ends = {bracket.span.end: at for at, bracket in enumerate(brackets)}
    starts = [bracket.span.start for bracket in brackets]
    changed = list(brackets)
    rest = []
    for attribution in attributions:
        at = _bracket_of(text, brackets, starts, ends, attribution.span)
        if at is None:
            rest.append(attribution)
        elif not any(attribution.span.overlaps(known.span) for known in changed[at].attributions):
            more = (*changed[at].attributions, attribution)
            changed[at] = replace(changed[at], attributions=more)
    return tuple(changed), rest


def _bracket_of(
    text: str,
    brackets: Sequence[Bracket],
    starts: Sequence[int],
    ends: Mapping[int, int],
    span: Span,
) -> int | None:
    opening = text.rfind("(", max(0, span.start - 200), span.start)
    before = opening if opening >= 0 else span.start
    behind = text[max(0, span.start - _NEAR_CHARS - 1) : span.start]
    if "]" in behind and not behind.rpartition("]")[2].strip(" -–—"):
        before = span.start - len(behind.rpartition("]")[2])
    signed = _SIGNED_LIST.search(text, max(0, span.start - _SIGNED_CHARS), span.start)
    if signed:
        before = signed.start("signs")
    for gap in range(_NEAR_CHARS):
        if before - gap in ends and not text[before - gap : before].strip():
            return ends[before - gap]
    at = bisect_right(starts, span.start) - 1
    for _ in range(200):  # the innermost one that holds it is not far before it
        if at < 0:
            break
        if brackets[at].span.contains(span):
            return at
        at -= 1
    return None


def _line_of_points(points: Sequence[Point], place: Span) -> list[Point]:
    """The points around `place`, the outermost first."""
    line: list[Point] = []
    while points:
        at = bisect_right(points, place.start, key=lambda point: point.span.start) - 1
        if at < 0 or points[at].span.end <= place.start:
            break
        line.append(points[at])
        points = points[at].points
    return line


def _with(point: Point, given: _Given, above: Status | None) -> Point:
    start = point.span.start
    status = given.status.get(start, above)
    below = status if start in given.below or (above and status is above) else None
    named = tuple(given.attributions.get(start, ()))
    inner = tuple(_with(lower, given, below) for lower in point.points)
    if status is None and not named and inner == point.points:
        return point
    return replace(point, status=status, attributions=(*point.attributions, *named), points=inner)
