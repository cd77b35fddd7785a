"""Where a bracket must have been closed, so that one that somebody forgot to close does not pair
with one that somebody forgot to open ten articles later.

1. A bracket in the middle of a paragraph: by the end of its point, sub-points and all.
2. One that hangs at the end of a point, "ports[; and", may close in the point that follows.
3. One that begins a paragraph or a point, before its label or after it, may cover others that
   come after: it closes by the end of its article, of what the heading above it holds.
4. One that begins a heading may cover other headings: by the end of what holds all of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.text.drafts import Point
from onetext.text.label_words import is_heading

_BLOCK_START = re.compile(r"[ \t]*(?:[-*+•#>]+[ \t]+|\(?\w{1,6}[.)][ \t]+)?[*_\[]*")
_BLOCK_START_CHARS = 48
_HANGS = re.compile(r"[\[［]\s*[;,.:]?\s*(?:and|or|and/or)?[ \t*_]*\r?\n")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From `start` on, what stands there belongs to a point that ends at `end`, under a heading
    whose points end at `above`."""

    start: int
    end: int
    above: int
    is_heading: bool


class Limits:
    """Answers by where a bracket of `text` must have been closed."""

    def __init__(self, text: str, points: Sequence[Point]) -> None:
        self.text = text
        self.stretches = sorted(
            _stretches(points, len(text), len(text)),
            key=lambda stretch: (stretch.start, -stretch.end),
        )
        self.starts = [stretch.start for stretch in self.stretches]

    def of(self, at: int) -> int:
        """The place by which a bracket that opens at `at` is closed."""
        begins = begins_block(self.text, at)
        place = bisect_right(self.starts, at) - 1
        if place < 0:
            return len(self.text) if begins or not self.starts else self.starts[0]
        stretch = self.stretches[place]
        if begins:
            under = stretch.is_heading and "\n" in self.text[stretch.start : at]
            return stretch.end if under else stretch.above
        if _HANGS.match(self.text, at):
            stretch = self._after(stretch)
        return stretch.end

    def _after(self, stretch: _Stretch) -> _Stretch:
        place = bisect_left(self.starts, stretch.end)
        while place < len(self.starts):
            following = self.stretches[place]
            if self.text[following.start : following.end].strip():
                return following
            place += 1
        return stretch


def begins_block(text: str, at: int) -> bool:
    """Whether what stands at `at` begins a paragraph, but for a label."""
    begin = max(0, at - _BLOCK_START_CHARS)
    before = text[begin:at]
    return (begin == 0 and not before.strip()) or bool(
        _BLOCK_START.fullmatch(before, before.rfind("\n") + 1)
    )


def _stretches(points: Sequence[Point], outer: int, above: int) -> Iterator[_Stretch]:
    for at, point in enumerate(points):
        heading = is_heading(point.label)
        end = point.span.end
        yield _Stretch(point.span.start, end, above, heading)
        yield from _stretches(point.points, end, end if heading else above)
        following = points[at + 1].span.start if at + 1 < len(points) else outer
        if end < following:
            yield _Stretch(end, following, above, False)
