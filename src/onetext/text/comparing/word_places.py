"""The words of two whole drafts, each with its place, and which word became which.

Words are aligned inside the points that became each other, and among what stands outside all
points; so a bracket is followed wherever its point went.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.comparing.shapes import PointChange
from onetext.text.comparing.sides import Side
from onetext.text.drafts import Point
from onetext.text.render import pieces
from onetext.text.spans import Span
from onetext.text.word_changes import steps

_WORD = re.compile(r"\w+")
OUTSIDE = ""
LABEL_WITHIN = 12
"""A label stands no more than so many marks after the beginning of its point."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a draft in order; `owners` are the paths of their innermost points."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    owners: tuple[str, ...]
    starts: tuple[int, ...]

    def inside(self, place: Span) -> range:
        """The words that lie in `place`."""
        return range(bisect_left(self.starts, place.start), bisect_left(self.starts, place.end))


def words_in(side: Side) -> Words:
    """The words of a draft's points, without their labels, and of what is outside of points."""
    text = side.draft.text
    begin = {point.span.start: _after_label(point, text) for point in side.points}
    spans: list[Span] = []
    owners: list[str] = []
    for piece in pieces(side.draft):
        at = piece.span.start
        at = min(piece.span.end, begin.get(at, at))
        for found in _WORD.finditer(text, at, piece.span.end):
            spans.append(Span(*found.span()))
            owners.append(piece.path or OUTSIDE)
    words = tuple(span.of(text).lower() for span in spans)
    return Words(tuple(spans), words, tuple(owners), tuple(span.start for span in spans))


def _after_label(point: Point, text: str) -> int:
    """Where the wording of a point begins; a heading may have marks before its label."""
    start, label = point.span.start, point.label.strip("#")
    found = text.find(label, start, start + len(label) + LABEL_WITHIN) if label else -1
    return start if found < 0 else found + len(label)


def alignment(old: Words, new: Words, told: Sequence[PointChange]) -> list[int]:
    """For each word of the draft before, its place among those after, or -1 where it is gone."""
    ours, theirs = _owned(old), _owned(new)
    found = [-1] * len(old.words)
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((OUTSIDE,), (OUTSIDE,))]
    groups += [(one.before, one.after) for one in told if one.before and one.after]
    for before, after in groups:
        rows = [at for path in before for at in ours.get(path, ())]
        columns = [at for path in after for at in theirs.get(path, ())]
        kept = steps([old.words[at] for at in rows], [new.words[at] for at in columns])
        for step in kept:
            if step.kept:
                for one, other in zip(
                    range(step.old_from, step.old_to),
                    range(step.new_from, step.new_to),
                    strict=True,
                ):
                    found[rows[one]] = columns[other]
    return found


def _owned(words: Words) -> dict[str, list[int]]:
    owned: dict[str, list[int]] = defaultdict(list)
    for at, path in enumerate(words.owners):
        owned[path].append(at)
    return owned
