"""Pages whose lines may stand in another order than a person reads them: columns and tables.

What `columns` puts right is not meant. Two signs are looked for: lines that keep a wide gap with
words on both sides of it at the same place, and lines that go up and to the right to the same place
again and again, with nothing that goes across between. Numbers and labels beside their words are
no columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onetext.reading.printed.columns import Gap, Printed

_FEWEST_LINES = 3
_SAME_PLACE = 6.0
_WORD = re.compile(r"[^\W\d_]{3,}")
_LABEL = re.compile(
    r"(?:[^\W\d_]+\.?\s+)?[^\w\s]*(?:\d[\w.]*|[IVXLC]+|[ivx]+|\w)[^\w\s]*(?:\s*\w{1,2}[).])?"
)


def is_in_doubt(
    lines: Sequence[Printed], gaps: Sequence[Sequence[Gap]], middle: float | None
) -> bool:
    """Whether a page seems to be in columns or a table whose order could not be told.

    `lines` are as the text layer gives them, `gaps` those of each, `middle` the place of the gap at
    which `columns` parts them.
    """
    return _has_gaps(lines, gaps, middle) or (middle is None and _goes_back(lines))


def _has_gaps(
    lines: Sequence[Printed], gaps: Sequence[Sequence[Gap]], middle: float | None
) -> bool:
    left = [
        gap for line, inside in zip(lines, gaps, strict=True) for gap in _telling(line, inside)
        if middle is None or not gap.left <= middle <= gap.right
    ]  # fmt: skip
    return any(
        sum(gap.left <= place <= gap.right for gap in left) >= _FEWEST_LINES
        for place in {gap.right - 1.0 for gap in left}
    )


def _telling(line: Printed, inside: Sequence[Gap]) -> Iterator[Gap]:
    """The gaps of a line that have words on both sides."""
    ends = [0, *(gap.at for gap in inside), len(line[0])]
    pieces = [line[0][start:end].strip() for start, end in pairwise(ends)]
    for gap, (before, after) in zip(inside, pairwise(pieces), strict=True):
        if _WORD.search(before) and _WORD.search(after) and not _LABEL.fullmatch(before):
            yield gap


def _goes_back(lines: Sequence[Printed]) -> bool:
    """Whether lines go up and to the right to one place several times, as from cell to cell."""
    begun: list[float] = []
    for (said, _, right, bottom, _), line in pairwise(lines):
        if any(line[1] < place - _SAME_PLACE < line[2] - _SAME_PLACE for place in begun):
            begun = []  # it goes across: what stands below is set anew
        goes_up = line[3] > bottom - 1.0 and line[1] > right
        if goes_up and not _LABEL.fullmatch(said) and all(map(_WORD.search, (said, line[0]))):
            begun.append(line[1])
        if sum(abs(place - line[1]) < _SAME_PLACE for place in begun) >= _FEWEST_LINES:
            return True
    return False
