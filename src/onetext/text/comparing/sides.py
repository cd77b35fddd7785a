"""A draft as the comparison sees it: its points in order, their words and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.text.drafts import Draft, Point

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s*]")
_NOT_IN_LABEL = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Side:
    """The points of one draft, flat; `above` is the place of the point above, or -1.

    `own` are the words of a point's own wording, `whole` those with the points below it; in
    lower case, without brackets and punctuation, which say how far a text is agreed and not
    what it says.
    """

    draft: Draft
    points: tuple[Point, ...]
    above: tuple[int, ...]
    own: tuple[tuple[str, ...], ...]
    whole: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    places: dict[str, int]

    def __len__(self) -> int:
        return len(self.points)


def side_of(draft: Draft) -> Side:
    """The points of `draft` in the order of its text."""
    flat = list(_flat(draft.points, -1))
    points = tuple(point for point, _ in flat)
    above = tuple(up for _, up in flat)
    own = tuple(words_of(point.text) for point in points)
    whole = [list(words) for words in own]
    for at in range(len(points) - 1, -1, -1):
        if above[at] >= 0:
            whole[above[at]].extend(whole[at])
    return Side(
        draft,
        points,
        above,
        own,
        tuple(map(tuple, whole)),
        tuple(bare_label(point.label) for point in points),
        {point.path: at for at, point in enumerate(points)},
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case."""
    return tuple(_WORD.findall(text.lower()))


def tokens_of(text: str) -> list[str]:
    """Words, numbers, brackets and marks: what a change of wording changes. White space and
    emphasis (*) are none of it."""
    return _TOKEN.findall(text)


def bare_label(label: str) -> str:
    """A label without its punctuation; "" for a bullet or a heading without a number."""
    return _NOT_IN_LABEL.sub(" ", label).strip().casefold()


def _flat(points: Sequence[Point], above: int) -> Iterator[tuple[Point, int]]:
    stack = [(point, above) for point in reversed(points)]
    at = 0
    while stack:
        point, up = stack.pop()
        yield point, up
        stack.extend((inner, at) for inner in reversed(point.points))
        at += 1
