"""How the brackets of a draft nest, and which of them lie around a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

SAMPLES = 5
"""A bracket is looked for around so many of its words."""
UPWARDS = 64
"""From such a word so many brackets are looked at, from the innermost outwards."""
LIKE = 12
"""So many brackets, the nearest in length, are compared with it."""


@dataclass(frozen=True, slots=True)
class Nest:
    """How the brackets of a draft nest: the innermost at each word, and the one around each."""

    inside: Sequence[range]
    innermost: Sequence[int]
    around: Sequence[int]

    @classmethod
    def of(cls, inside: Sequence[range], words: int) -> Nest:
        innermost, around = [-1] * words, [-1] * len(inside)
        open_: list[int] = []
        at = 0
        for k in [*range(len(inside)), -1]:
            start = inside[k].start if k >= 0 else words
            while at < start:
                while open_ and inside[open_[-1]].stop <= at:
                    open_.pop()
                stop = min(start, inside[open_[-1]].stop) if open_ else start
                innermost[at:stop] = [open_[-1] if open_ else -1] * (stop - at)
                at = stop
            while open_ and inside[open_[-1]].stop <= start:
                open_.pop()
            if k >= 0 and inside[k]:
                around[k] = open_[-1] if open_ else -1
                open_.append(k)
        return cls(inside, innermost, around)

    def like(self, images: Sequence[int], size: int) -> list[int]:
        """The brackets around some of these words that could share half of so many: those
        that are nearest in length."""
        found: set[int] = set()
        for part in range(SAMPLES if images else 0):
            k = self.innermost[images[(len(images) - 1) * part // (SAMPLES - 1)]]
            for _ in range(UPWARDS):
                if k < 0 or k in found or len(self.inside[k]) > 3 * size:
                    break
                if 3 * len(self.inside[k]) >= size:
                    found.add(k)
                k = self.around[k]
        return nsmallest(LIKE, found, key=lambda k: (abs(len(self.inside[k]) - size), k))
