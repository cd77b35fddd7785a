"""Where brackets stand: how deep, and which words of each are its own, not of one inside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A bracket's place. `depth` is 1 for the outermost; the first bracket inside it begins at
    `head_end`, the last one ends at `tail_start`; `is_open` where it is never closed."""

    span: Span
    depth: int
    head_end: int
    tail_start: int
    is_open: bool

    @property
    def is_leaf(self) -> bool:
        return self.head_end >= self.span.end - 1


def places_of(closed: Iterable[Span], unclosed: Collection[Span]) -> list[Place]:
    """The places of brackets, in the order of their opening."""
    spans = sorted([*closed, *unclosed], key=lambda span: (span.start, -span.end))
    open_ended = {span.start for span in unclosed}
    ends = sorted(span.end for span in spans)
    return [
        Place(span, at + 1 - bisect_right(ends, span.start), *limits, span.start in open_ended)
        for at, (span, limits) in enumerate(zip(spans, _inner_limits(spans), strict=True))
    ]


def _inner_limits(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where the first inner bracket of each begins, and where its last one ends."""
    limits = [(span.end - 1, span.start + 1) for span in spans]
    stack: list[int] = []
    for at, span in enumerate(spans):
        while stack and spans[stack[-1]].end <= span.start:
            stack.pop()
        if stack:
            outer = stack[-1]
            head_end, tail_start = limits[outer]
            limits[outer] = (min(head_end, span.start), max(tail_start, span.end))
        stack.append(at)
    return limits
