"""The points of a draft: its lines, nested, with a path for each that no other has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.drafts import Option, Point, Problem
from onetext.text.lines import Line, LineKind, lines_of
from onetext.text.opening import opened_points
from onetext.text.point_paths import Paths
from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Structure:
    """What was found: the points, the spans of whole options, and what to look at."""

    points: tuple[Point, ...]
    options: Sequence[Option]
    problems: Sequence[Problem]
    title: Span | None


def structure_of(text: str, begin: int) -> Structure:
    """The points of `text` from `begin` on."""
    lines = list(lines_of(text, begin))
    title = _title(lines)
    paths = Paths(text)
    points = paths.points(opened_points(text, lines, title), "")
    place = Span(title.content, title.end) if title else None
    return Structure(points, paths.options, paths.problems, place)


def _title(lines: Sequence[Line]) -> Line | None:
    """The first line that is not blank, where it is a heading that stands above all others."""
    first = next((line for line in lines if line.kind is not LineKind.BLANK), None)
    if first is None or first.kind is not LineKind.HEADING or first.label or first.level > 6:
        return None
    others = [line.level for line in lines if line.kind is LineKind.HEADING and line is not first]
    return first if all(level > first.level for level in others) else None
