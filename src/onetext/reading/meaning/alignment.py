"""How alike two texts are in meaning: each word piece with its nearest in the other text.

Pieces count by how few of the texts hold them and by how rare they are in English. A text is as
like another as its pieces are like their nearest ones there, both ways. No model is run: only the
table of word pieces is read. It is English; a text of which it knows too few words, one in
another language, is like none.

Source:
    Kusner et al. (2015), From Word Embeddings to Document Distances, ICML (the relaxed distance,
    in which each word goes to its nearest).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.reading.meaning.pieces import Pieces, load, rarity

LEAST = 0.25
"""Pieces whose directions are less alike than this have nothing in common."""
KNOWN = 0.75
"""The share of words that are one piece: 0.94 and more in English drafts, some 0.5 in Spanish and
French and less elsewhere. A side as a whole has at least so much,"""
KNOWN_EACH = 0.65
"""and each of its texts so much."""
FEWEST = 5
"""Texts of fewer pieces, such as "No text", say too little."""


@dataclass(frozen=True)
class Aligned:
    """The pieces of the texts of both sides; empty for texts that cannot be read.

    `weights` and `directions` go by the places of the pieces in them, not by their numbers.
    """

    before: tuple[Any, ...]
    after: tuple[Any, ...]
    weights: Any
    directions: Any

    def alike(self, rows: Sequence[int], columns: Sequence[int]) -> Any:
        """How alike each of some texts before is with each of some after (float32, 0 to 1)."""
        ours = [self.before[row] for row in rows]
        theirs = [self.after[column] for column in columns]
        found = np.zeros((len(ours), len(theirs)), dtype=np.float32)
        left, right = _words(ours), _words(theirs)
        if not len(left) or not len(right):
            return found
        near = self.directions[left] @ self.directions[right].T
        near[near < LEAST] = 0.0
        masses = ([self.weights[text].sum() for text in side] for side in (ours, theirs))
        here, there = self._table(ours, left), self._table(theirs, right)
        for row, text in enumerate(ours):  # what each piece over there has nearest in this text
            if len(text):
                found[row] += there @ near[np.searchsorted(left, text)].max(0)
        near = np.ascontiguousarray(near.T)
        for column, text in enumerate(theirs):
            if len(text):
                found[:, column] += here @ near[np.searchsorted(right, text)].max(0)
        both = np.maximum(np.add.outer(*masses), 1e-9)
        return np.clip(found / both, 0.0, 1.0).astype(np.float32)

    def _table(self, texts: Sequence[Any], words: Any) -> Any:
        """The weights of the pieces of each text (texts x pieces, sparse)."""
        from scipy import sparse

        columns = np.concatenate([np.searchsorted(words, text) for text in texts])
        starts = np.concatenate([[0], np.cumsum([len(text) for text in texts])])
        values = self.weights[words[columns]]
        return sparse.csr_matrix((values, columns, starts), shape=(len(texts), len(words)))


class PieceLikeness:
    """A `onetext.text.comparing.Likeness` that reads English; the table is loaded when first
    asked."""

    def between(self, before: Sequence[str], after: Sequence[str]) -> Aligned:
        """Both sides' texts, to be compared."""
        pieces = load()
        ours, theirs = _read(pieces, before), _read(pieces, after)
        held = Counter(piece for text in (*ours, *theirs) for piece in text)
        known = np.array(sorted(held), dtype=np.int64)
        texts = sum(1 for text in (*ours, *theirs) if text)
        weights = np.array(
            [math.log((1 + texts) / (held[at] + 0.5)) * rarity(at) for at in known.tolist()],
            dtype=np.float32,
        )
        return Aligned(
            tuple(np.searchsorted(known, text) for text in ours),
            tuple(np.searchsorted(known, text) for text in theirs),
            np.maximum(weights, 0.0),
            pieces.directions(known.tolist()),
        )


def _read(pieces: Pieces, texts: Sequence[str]) -> list[list[int]]:
    read = pieces.of(texts)
    words = sum(len(ids) for ids, _ in read)
    share = sum(len(ids) * known for ids, known in read) / max(1, words)
    if share < KNOWN:
        return [[] for _ in texts]
    return [ids if known >= KNOWN_EACH and len(ids) >= FEWEST else [] for ids, known in read]


def _words(texts: Sequence[Any]) -> Any:
    filled = [text for text in texts if len(text)]
    return np.unique(np.concatenate(filled)) if filled else np.zeros(0, dtype=np.int64)
