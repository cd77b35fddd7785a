"""Wordings by their meaning, where a reader of meanings is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.text.comparing.shapes import Likeness
from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Pair

MEANING_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Meanings:
    """Both drafts' own wordings as vectors of unit length."""

    old: Any
    new: Any

    @classmethod
    def of(cls, old: Side, new: Side, likeness: Likeness) -> Meanings:
        return cls(
            np.asarray(likeness.vectors([point.text for point in old.points])),
            np.asarray(likeness.vectors([point.text for point in new.points])),
        )

    def alike(self, rows: Any, columns: Any) -> Any:
        return np.clip(np.einsum("ij,ij->i", self.old[rows], self.new[columns]), 0.0, 1.0)

    def near(self, most: int) -> set[Pair]:
        """The nearest of every point, up to `most` each, both ways."""
        found: set[Pair] = set()
        for here, there, ahead in ((self.old, self.new, True), (self.new, self.old, False)):
            count = min(most, len(there))
            for begin in range(0, len(here) if count else 0, MEANING_BLOCK):
                near = here[begin : begin + MEANING_BLOCK] @ there.T
                best = np.argpartition(-near, count - 1, axis=1)[:, :count]
                for row, columns in enumerate(best.tolist(), begin):
                    found |= {(row, j) if ahead else (j, row) for j in columns}
        return found
