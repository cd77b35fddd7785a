"""Open points as the points of a draft: with a path that no other has, and their own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.text.drafts import Option, Point, Problem
from onetext.text.enumerations import enumeration
from onetext.text.labels import Label
from onetext.text.open_points import OpenPoint
from onetext.text.options import is_no_text
from onetext.text.spans import Span

_SLUG_WORDS = 4
MAX_INLINE_DEPTH = 3
"""Enumerations inside a paragraph are looked for inside each other this deep."""


@dataclass(slots=True)
class Paths:
    """Names points; on the way it meets whole options, and labels that stand there twice."""

    text: str
    options: list[Option] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def points(self, opened: Iterable[OpenPoint], above: str, inline: int = 0) -> tuple[Point, ...]:
        """The points of a level; `above` is the path that theirs begin with, `inline` how many
        enumerations inside a paragraph they stand in."""
        used: Counter[str] = Counter()
        taken: set[str] = set()
        done = []
        again: list[tuple[OpenPoint, str]] = []
        for ordinal, point in enumerate(opened, 1):
            bare = name = self.bare(point, ordinal)
            while name in taken:
                used[bare] += 1
                name = f"{bare}~{used[bare] + 1}"
            taken.add(name)
            if name == bare:
                self.tell_repeated(again)
                again = []
            else:
                again.append((point, f"{above}{name}"))
            done.append(self.point(point, f"{above}{name}", inline))
        self.tell_repeated(again)
        return tuple(done)

    def tell_repeated(self, run: Sequence[tuple[OpenPoint, str]]) -> None:
        """One problem for a run of labels that their neighbours above bear already."""
        if not run:
            return
        (first, path), (last, last_path) = run[0], run[-1]
        place = Span(first.start, first.content)
        if len(run) == 1:
            told = f"{_shown(first)} stands here a second time; it is called {path}."
        else:
            told = (
                f"{_shown(first)} to {_shown(last)} stand here a second time; "
                f"they are called {path} to {last_path}."
            )
        self.problems.append(Problem(place, told))

    def bare(self, point: OpenPoint, ordinal: int) -> str:
        if point.label is None:
            words = re.findall(r"\w+", self.text[point.content : point.end].split("\n")[0].lower())
            return "-".join(words[:_SLUG_WORDS]) or f"#{ordinal}"
        return f"-{ordinal}" if point.label.bare == "-" else point.label.bare

    def point(self, point: OpenPoint, path: str, inline: int) -> Point:
        pieces, items = self.split(point) if inline < MAX_INLINE_DEPTH else (point.pieces, [])
        points = self.points([*items, *point.points], f"{path}/", inline + 1 if items else inline)
        span = Span(point.start, max([point.end, *(inner.span.end for inner in points)]))
        label = point.label.found if point.label else "#" * point.level
        if point.is_option:
            words = Span(point.pieces[0][0], point.pieces[-1][1]) if point.pieces else None
            none = words is not None and not points and is_no_text(self.text, words)
            self.options.append(Option(span.start, span.end, label, none))
        own = [self.text[start:end].strip() for start, end in pieces]
        marked = point.marked
        return Point(
            label,
            path,
            "\n".join(piece for piece in own if piece),
            span,
            points,
            mark=marked.mark if marked else None,
            attributions=(marked.by,) if marked and marked.by else (),
        )

    def split(self, point: OpenPoint) -> tuple[list[tuple[int, int]], list[OpenPoint]]:
        """The point's own wording apart from an enumeration inside it."""
        for at, (start, end) in enumerate(point.pieces):
            items = enumeration(self.text, Span(start, end))
            if items:
                own = [
                    *point.pieces[:at],
                    (start, items[0].span.start),
                    (items[-1].span.end, end),
                    *point.pieces[at + 1 :],
                ]
                return own, [_of(item.label, item.span) for item in items]
        return point.pieces, []


def _shown(point: OpenPoint) -> str:
    return f'"{point.label.found}"' if point.label else "A heading"


def _of(label: Label, span: Span) -> OpenPoint:
    reading = label.readings[0]
    return OpenPoint(
        label, span.start, label.end, span.end, reading=reading, pieces=[(label.end, span.end)]
    )
