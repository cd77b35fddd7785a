"""How far one point may be a piece of another, the whole: by the words that stand in it.

All shares are by the weight of words and pairs of words. What counts most is what a piece says
of the whole that no other piece says: two pieces that say the same are not two pieces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onetext.text.comparing.likeness import Grams

NEAREST = 4


@dataclass(frozen=True, slots=True)
class Pieces:
    """The points of a draft as pieces of the points of another, the wholes."""

    grams: Grams

    def likely(self) -> list[tuple[int, int]]:
        """Wholes with the pieces that they share most with."""
        return self.grams.near(NEAREST, holding=True)

    def contained(self, whole: int, piece: int) -> float:
        """How much of what the piece says stands in the whole."""
        mass = float(self.grams.new_mass[piece])
        return min(1.0, self.grams.weight(self._shared(whole, piece)) / mass) if mass else 0.0

    def held_of(self, whole: int, piece: int) -> float:
        """How much of what the whole says stands in the piece."""
        mass = float(self.grams.old_mass[whole])
        return min(1.0, self.grams.weight(self._shared(whole, piece)) / mass) if mass else 0.0

    def anew(self, whole: int, piece: int, others: Iterable[int]) -> tuple[float, float]:
        """How much of what the piece says stands in the whole and in no other piece of it: of
        its words and pairs of words, and of its words alone, which outlive a rewording."""
        shared = self._shared(whole, piece)
        for other in others:
            shared -= self.grams.grams(other, new=True)
        mass = float(self.grams.new_mass[piece])
        words = self.grams.grams(piece, new=True) & self.grams.words
        words_mass = self.grams.weight(words)
        return (
            self.grams.weight(shared) / mass if mass else 0.0,
            self.grams.weight(shared & words) / words_mass if words_mass else 0.0,
        )

    def _shared(self, whole: int, piece: int) -> set[int]:
        return self.grams.grams(piece, new=True) & self.grams.grams(whole)
