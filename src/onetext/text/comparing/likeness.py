"""How alike two wordings are: the words, and pairs of neighbouring words, that they share.

Each word and pair counts by how few wordings hold it (its inverse document frequency, Spärck
Jones 1972), so that what every point says, such as a party's name, tells little. The similarity
is that of Dice (1945) over these weights: twice what is shared by what both say. What is shared
by what one of them says is how far it is contained in the other.

Everything is a product of sparse matrices over the words that few wordings hold; no pair that
shares none of these is ever looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

PAIRED = " "
RARE_SHARE = 0.02
RARE_AT_LEAST = 30
"""Words in more wordings than this are no reason to look at a pair; they still count in it."""


@dataclass(frozen=True, slots=True)
class Grams:
    """Wordings as sets of words and pairs of words: wordings x grams, sparse, ones; `words` are
    the grams of one word."""

    old: Any
    new: Any
    weights: Any
    old_mass: Any
    new_mass: Any
    words: frozenset[int]

    def shared(self, rows: Any, columns: Any) -> Any:
        """The weight that each pair (rows[k], columns[k]) shares."""
        both = self.old[rows].multiply(self.new[columns])
        return np.asarray(both @ self.weights).ravel()

    def together(self, old: Sequence[int], new: Sequence[int]) -> float:
        """The similarity of several wordings taken together."""
        left, right = _columns(self.old, old), _columns(self.new, new)
        both = self.weight(left) + self.weight(right)
        return min(1.0, 2 * self.weight(left & right) / both) if both else 1.0

    def weight(self, grams: Collection[int]) -> float:
        """What these grams weigh together; summed in one order, so that equals come out equal."""
        return float(self.weights[sorted(grams)].sum()) if grams else 0.0

    def grams(self, wording: int, *, new: bool = False) -> set[int]:
        """The grams of a wording of the draft before, or of the `new` one."""
        return _columns(self.new if new else self.old, (wording,))

    def alone(self) -> Grams:
        """The same with single words only: what pairs of words weigh is left out."""
        weights = np.zeros_like(self.weights)
        kept = sorted(self.words)
        weights[kept] = self.weights[kept]
        return replace(
            self, weights=weights, old_mass=self.old @ weights, new_mass=self.new @ weights
        )

    def turned(self) -> Grams:
        """The same, seen from the other side."""
        return replace(
            self, old=self.new, new=self.old, old_mass=self.new_mass, new_mass=self.old_mass
        )

    def near(self, count: int, *, holding: bool = False) -> list[tuple[int, int]]:
        """The most alike of each wording on the other side, up to `count` each, both ways.

        With `holding`, those that share most with it, however much else they say.
        """
        rare = np.asarray(self.old.sum(0) + self.new.sum(0)).ravel()
        limit = max(RARE_AT_LEAST, RARE_SHARE * (self.old.shape[0] + self.new.shape[0]))
        kept = np.flatnonzero(rare <= limit)
        old = self.old[:, kept].multiply(self.weights[kept]).tocsr()
        product = (old @ self.new[:, kept].T).tocsr()
        rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
        if not holding:
            mass = self.old_mass[rows] + self.new_mass[product.indices]
            product.data = 2 * product.data / np.maximum(mass, 1e-9)
        ahead = _best(product, count)
        back = _best(product.T.tocsr(), count)
        return sorted({*ahead, *((i, j) for j, i in back)})


def grams_of(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Grams:
    """The grams of two lists of wordings, each a list of words."""
    names: dict[str, int] = {}
    left, right = _matrix(old, names), _matrix(new, names)
    left.resize(left.shape[0], len(names))
    frequency = np.asarray(left.sum(0) + right.sum(0)).ravel()
    wordings = left.shape[0] + right.shape[0]
    weights = np.log((1 + wordings) / (frequency + 0.5))
    words = frozenset(at for name, at in names.items() if PAIRED not in name)
    return Grams(left, right, weights, left @ weights, right @ weights, words)


def dice(shared: Any, old_mass: Any, new_mass: Any) -> Any:
    """Twice what is shared by what both say, 0 to 1; 0 where neither says anything."""
    return np.minimum(1.0, 2 * shared / np.maximum(old_mass + new_mass, 1e-9))


def _columns(matrix: Any, rows: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for row in rows:
        found.update(matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tolist())
    return found


def _matrix(wordings: Iterable[Sequence[str]], names: dict[str, int]) -> Any:
    columns: list[int] = []
    starts = [0]
    for words in wordings:
        grams = {*words, *(f"{one}{PAIRED}{other}" for one, other in pairwise(words))}
        columns += sorted(names.setdefault(gram, len(names)) for gram in sorted(grams))
        starts.append(len(columns))
    from scipy import sparse  # loads scipy, half of a command's start

    return sparse.csr_matrix(
        (np.ones(len(columns)), columns, starts), shape=(len(starts) - 1, len(names))
    )


def _best(product: Any, count: int) -> list[tuple[int, int]]:
    found = []
    for row in range(product.shape[0]):
        begin, end = product.indptr[row], product.indptr[row + 1]
        columns, values = product.indices[begin:end], product.data[begin:end]
        if len(values) > count:
            top = np.argpartition(-values, count)[:count]
            columns = columns[top]
        found += [(row, int(column)) for column in columns]
    return found
