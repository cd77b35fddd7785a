"""The word pieces of the shipped encoder, each with the direction of its meaning.

The table of word pieces (30,522 of English, 384 dimensions) is that of all-MiniLM-L6-v2, which
the tagger was trained from with this table frozen. Its mean, what all pieces have in common, is
taken out. (To take out the directions along which they differ most, too, as Mu and Viswanath
propose in ICLR 2018, changes nothing here.)
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onetext.reading.meaning.onnx_file import table_in
from onetext.reading.tagger.model import FOLDER

TABLE = "encoder.words.weight"
_MARK = "##"
_FIRST_WORD = 1996
"""Pieces are numbered by how common they are; before the commonest come letters and marks."""


@dataclass(frozen=True)
class Pieces:
    """`stored` is the table as it lies in the file (pieces x dimensions)."""

    tokenizer: Any
    stored: Any
    mean: Any
    said: frozenset[int]

    def of(self, texts: Sequence[str]) -> list[tuple[list[int], float]]:
        """For each text its pieces, each once and in the order of their numbers, without marks;
        and the share of its words that are one piece: words that the table knows."""
        found = []
        for read in self.tokenizer.encode_batch(list(texts), add_special_tokens=False):
            ids = sorted(self.said.intersection(read.ids))
            words: dict[int, bool] = {}
            for word, piece in zip(read.word_ids, read.ids, strict=True):
                if piece in self.said:
                    words[word] = word not in words
            found.append((ids, sum(words.values()) / len(words) if words else 0.0))
        return found

    def directions(self, ids: Sequence[int]) -> Any:
        """The directions of pieces, of unit length (pieces x dimensions, float32)."""
        rows = self.stored[list(ids)].astype(np.float32) - self.mean
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def rarity(piece: int) -> float:
    """How rare a piece is in English, about 0.1 to 1.1."""
    return math.log(max(2, piece - _FIRST_WORD + 6)) / 9


@functools.lru_cache(maxsize=1)
def load(folder: Path = FOLDER) -> Pieces:
    """The pieces of the model in `folder`; takes about a tenth of a second."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    stored = table_in(folder / "model.onnx", TABLE)
    said = frozenset(
        number
        for piece, number in tokenizer.get_vocab().items()
        if piece.removeprefix(_MARK).isalnum()
    )
    return Pieces(tokenizer, stored, stored.mean(0, dtype=np.float32), said)
