"""Two columns of a page whose text layer goes across both, line by line: told apart again.

Where several lines have a wide gap at the same place, with words enough on either side, the page
is in two columns: the left one is read before the right one. Lines that go across the gap, such
as a title, part what stands above them from what stands below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Printed = tuple[str, float, float, float, float]
"""Words, left, right and bottom edge, size of the first letter; in points."""

WIDE = 1.2
"""A gap is as wide as this many letters are high."""
FEWEST_LINES = 4
SHARE = 0.4
COLUMN_SHARE = 0.25
"""A column is at least so much of the width of the text: labels and numbers are none."""


class Gap(NamedTuple):
    """A gap before the character `at` of a line, from `left` to `right` in points."""

    at: int
    left: float
    right: float


def in_columns(
    lines: Sequence[Printed], gaps: Sequence[Sequence[Gap]], middle: float | None
) -> list[Printed]:
    """The lines of a page in the order of reading; `gaps` are those of each line, in its order,
    `middle` is the place of the one between the columns, as `gutter` finds it."""
    if middle is None:
        return list(lines)
    read: list[Printed] = []
    beside: list[Printed] = []
    for line, inside in zip(lines, gaps, strict=True):
        words, left, right, bottom, size = line
        gap = next((one for one in inside if one.left <= middle <= one.right), None)
        if gap is not None:
            read.append((words[: gap.at].rstrip(), left, gap.left, bottom, size))
            beside.append((words[gap.at :], gap.right, right, bottom, size))
        elif left > middle:
            beside.append(line)
        else:
            if right > middle:
                read += beside
                beside = []
            read.append(line)
    return [*read, *beside]


def gutter(lines: Sequence[Printed], gaps: Sequence[Sequence[Gap]]) -> float | None:
    """The middle of the gap that the most lines share; None where the page is in one column."""
    every = [gap for inside in gaps for gap in inside]
    if len(every) < FEWEST_LINES:
        return None
    places = sorted({round(gap.right) - 1.0 for gap in every})
    best = max(places, key=lambda x: (sum(gap.left <= x <= gap.right for gap in every), -x))
    parted = [
        (line, gap)
        for line, inside in zip(lines, gaps, strict=True)
        for gap in inside
        if gap.left <= best <= gap.right
    ]
    if len(parted) < max(FEWEST_LINES, SHARE * len(lines)):
        return None
    width = max(line[2] for line in lines) - min(line[1] for line in lines)
    narrowest = min(
        _middle([gap.left - line[1] for line, gap in parted]),
        _middle([line[2] - gap.right for line, gap in parted]),
    )
    return best if narrowest >= COLUMN_SHARE * width else None


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
