"""How alike points are in words: each alone, and with the points below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.text.comparing.likeness import Grams, dice, grams_of
from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Pair


@dataclass(frozen=True, slots=True)
class Wordings:
    """Both drafts' wordings as grams: of each point alone, and with the points below it."""

    own: Grams
    whole: Grams

    @classmethod
    def of(cls, old: Side, new: Side) -> Wordings:
        return cls(grams_of(old.own, new.own), grams_of(old.whole, new.whole))

    def near(self, most: int) -> set[Pair]:
        """The most alike of every point, up to `most` each, both ways."""
        return {*self.own.near(most), *self.whole.near(most)}

    def alike(self, old: Side, new: Side, rows: Any, columns: Any) -> tuple[Any, Any]:
        """Similarity and containment of pairs of points."""
        own = self.own.shared(rows, columns)
        whole = self.whole.shared(rows, columns)
        left, right = self.own.old_mass[rows], self.own.new_mass[columns]
        left_whole, right_whole = self.whole.old_mass[rows], self.whole.new_mass[columns]
        own_dice, whole_dice = dice(own, left, right), dice(whole, left_whole, right_whole)
        both = (left > 0) & (right > 0)
        similarity = np.where(both, (own_dice + whole_dice) / 2, whole_dice)
        least = np.minimum(left_whole, right_whole)
        contained = np.minimum(1.0, whole / np.maximum(least, 1e-9))
        wordless = (left_whole == 0) & (right_whole == 0)
        return np.where(wordless, 1.0, similarity), np.where(wordless, 1.0, contained)

    def alike_in_words(self, rows: Any, columns: Any) -> Any:
        """The same of single words, which outlive a rewording that leaves no two together."""
        words = self.own.alone()
        return dice(words.shared(rows, columns), words.old_mass[rows], words.new_mass[columns])
