"""The text of a draft in pieces that join up to the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onetext.text.drafts import Draft, Point
from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft's text. `path` is None for what stands outside every point."""

    span: Span
    path: str | None


def pieces(draft: Draft) -> Iterator[Piece]:
    """The whole text in order, each stretch with the innermost point that holds it.

    Joined, the pieces are `draft.text`, character for character.
    """
    yield from _pieces(draft.points, Span(0, len(draft.text)), None)


def _pieces(points: tuple[Point, ...], within: Span, path: str | None) -> Iterator[Piece]:
    at = within.start
    for point in points:
        if at < point.span.start:
            yield Piece(Span(at, point.span.start), path)
        yield from _pieces(point.points, point.span, point.path)
        at = point.span.end
    if at < within.end:
        yield Piece(Span(at, within.end), path)


class Paths:
    """Answers which point a place of a draft stands in."""

    def __init__(self, draft: Draft) -> None:
        found = list(pieces(draft))
        self._starts = [piece.span.start for piece in found]
        self._paths = [piece.path for piece in found]

    def at(self, place: int) -> str | None:
        """The path of the innermost point around `place`; None outside of every point."""
        index = bisect_right(self._starts, place) - 1
        return self._paths[index] if index >= 0 else None
