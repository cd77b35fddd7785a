"""Where the words of the draft before went, and what stands in a bracket's place now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.comparing.shapes import PointChange
from onetext.text.comparing.sides import Side
from onetext.text.comparing.word_places import OUTSIDE, Words, alignment, words_in
from onetext.text.spans import Span

PLACE_WORDS = 12
"""What took a bracket's place has at most its words twice and so many more."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Every word of the draft before, followed to the draft after.

    `became` is the place of each word among `theirs`, or -1 where it is gone; `goes_to` are the
    points that each point went on in; `before` and `after` are, for each place among the words
    and for the end, the nearest that went on, before it and from it on.
    """

    old: Side
    new: Side
    ours: Words
    theirs: Words
    became: Sequence[int]
    goes_to: dict[str, frozenset[str]]
    before: Sequence[int]
    after: Sequence[int]

    @classmethod
    def of(cls, old: Side, new: Side, told: Sequence[PointChange]) -> Followed:
        ours, theirs = words_in(old), words_in(new)
        became = alignment(ours, theirs, told)
        goes_to = {path: frozenset(one.after) for one in told for path in one.before}
        goes_to = {OUTSIDE: frozenset([OUTSIDE]), **goes_to}
        return cls(old, new, ours, theirs, became, goes_to, _latest(became), _coming(became))

    def place(self, span: Span) -> range:
        """What stands where a bracket stood: between the words before and after it, or, where
        these went apart, from the first of its words to the last."""
        words = self.ours.inside(span)
        images = [self.became[i] for i in words if self.became[i] >= 0]
        before, after = self.around(span)
        low, high = self.image(before) + 1, self.image(after) - 1
        most = 2 * len(words) + PLACE_WORDS
        fits = all(low <= j <= high for j in images)
        if not (fits and 0 <= high - low + 1 <= most):
            if not images or max(images) - min(images) > most:
                return range(0)
            low, high = min(images), max(images)
        homes = {self.ours.owners[i] for i in words} or {path_of(self.old, span) or OUTSIDE}
        there = frozenset().union(*(self.goes_to.get(home, ()) for home in homes))
        while low <= high and self.theirs.owners[low] not in there:
            low += 1
        while high >= low and self.theirs.owners[high] not in there:
            high -= 1
        return range(low, high + 1)

    def span(self, place: range) -> Span | None:
        """From the first word of `place` to its last, with the signs that cling to them."""
        if not place:
            return None
        first, last = self.theirs.spans[place[0]], self.theirs.spans[place[-1]]
        text = self.new.draft.text
        end = last.end + 1 if text[last.end : last.end + 1] in "%)" else last.end
        return Span(first.start, max(end, first.end))

    def around(self, span: Span) -> tuple[int, int]:
        """The nearest words before and after `span` of the draft before that went on."""
        inside = self.ours.inside(span)
        return self.before[inside.start], self.after[inside.stop]

    def image(self, at: int) -> int:
        """Where a word of the draft before went; the ends of the text stay ends."""
        if at < 0:
            return -1
        return len(self.theirs.words) if at >= len(self.became) else self.became[at]


def _latest(became: Sequence[int]) -> list[int]:
    found = [-1]
    for at, image in enumerate(became):
        found.append(at if image >= 0 else found[-1])
    return found


def _coming(became: Sequence[int]) -> list[int]:
    found = [len(became)]
    for at in range(len(became) - 1, -1, -1):
        found.append(at if became[at] >= 0 else found[-1])
    return found[::-1]


def path_of(side: Side, span: Span) -> str:
    """The innermost point that holds `span`; "" outside of all."""
    found, points = "", side.draft.points
    while points:
        at = bisect_right(points, span.start, key=lambda point: point.span.start) - 1
        if at < 0 or not points[at].span.contains(span):
            break
        found, points = points[at].path, points[at].points
    return found
