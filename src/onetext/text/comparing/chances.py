"""The chance that a person would match two points, from what their wordings and places tell.

A logistic model over eight features, and one over four for pieces of what was split or merged.
Their weights were fitted, and then rounded, to pairs whose truth is known: drafts that were made
up or made from real sentences, shuffled, cut, joined and reworded, and points of the drafts of
the Paris Agreement that a person matched. A third one, over five features, is for points that
words leave alone and that may say the same in others (docs/decisions/0006-comparison.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of pairs, one number for each pair in every field.

    Attributes:
        similarity: of the wordings, 0 to 1.
        contained: how far the one wording that is contained more is in the other, 0 to 1.
        words: the similarity of single words, whatever stands beside them, 0 to 1.
        label: 1 where both bear the same label.
        path: 1 where both stand at the same path.
        above: 1 where the points above them are matched, 0 where one is matched with another.
        beside: 0 to 1, how near the nearest matched points before and after are, where they are
            matched with each other: 1 for the very neighbours.
        below: 0 to 1, how many of the points below them are matched with each other.
    """

    similarity: Any
    contained: Any
    words: Any
    label: Any
    path: Any
    above: Any
    beside: Any
    below: Any


LEAST_SIMILARITY = 0.12
"""Below this two wordings are no match, wherever they stand: the one took the other's place."""
NO_MATCH = -0.5


@dataclass(frozen=True, slots=True)
class Weights:
    constant: float
    similarity: float
    contained: float
    label: float
    path: float
    words: float = 0.0
    above: float = 0.0
    beside: float = 0.0
    below: float = 0.0


WEIGHTS = Weights(-6.0, 10.5, 0.5, 0.3, 0.2, words=8.0, above=1.2, beside=4.5, below=6.0)
BY_WORDS_ALONE = Weights(-5.5, 12.0, 0.5, 0.8, 1.2, words=8.0)
"""While it is not known which points above, beside and below are matched."""
FROM_ABOVE = replace(WEIGHTS, below=0.0)
"""While what is matched below was matched without knowing what is above."""


def odds(seen: Evidence, weights: Weights = WEIGHTS) -> Any:
    """The logarithm of the odds that each pair is a match; above 0 it is likelier than not."""
    weighed = (
        weights.constant
        + weights.similarity * seen.similarity
        + weights.contained * seen.contained
        + weights.words * np.maximum(0.0, seen.words - seen.similarity)
        + weights.label * seen.label
        + weights.path * seen.path
        + weights.above * seen.above
        + weights.beside * seen.beside
        + weights.below * seen.below
    )
    most = np.maximum(seen.similarity, seen.words / 2)
    return np.where(most < LEAST_SIMILARITY, np.minimum(weighed, NO_MATCH), weighed)


def chance(logarithm: Any) -> Any:
    """From the logarithm of odds to a chance, 0 to 1."""
    return 1.0 / (1.0 + np.exp(-np.asarray(logarithm)))


def piece_odds(anew: float, words: float, *, near: bool, beside: bool) -> float:
    """The logarithm of the odds that a point is a piece of a whole that has other pieces.

    Args:
        anew: how much of what it says, in words and pairs of words, stands in the whole and in
            no other piece, 0 to 1.
        words: the same of its words alone, which outlive a rewording.
        near: whether it stands below the same point as the whole, or below another piece.
        beside: whether nothing that has a partner stands between it and another piece.
    """
    return -9.5 + 14.0 * anew + 8.0 * words + 1.5 * near + 4.0 * beside


@dataclass(frozen=True, slots=True)
class Restating:
    """What is known of pairs of points that words left alone, one number for each pair.

    Attributes:
        meaning: how alike they are in meaning, 0 to 1.
        under: 1 where a point above the one is matched with a point above the other.
        beside: as in `Evidence`.
        among: the geometric mean of how many points of either side are left alone: of many, two
            come near each other by chance.
        reworded: the share of the matched pairs that have few words in common, 0 to 1: in a text
            that goes on word for word, what has no counterpart is new.
    """

    meaning: Any
    under: Any
    beside: Any
    among: float
    reworded: float


LEAST_MEANING = 0.2
"""Less alike than this, two points do not say the same in other words, wherever they stand."""
AMONG_AT_LEAST = 6.0


def restated_odds(seen: Restating) -> Any:
    """The logarithm of the odds that the one point says what the other said, in other words."""
    weighed = (
        -0.8
        + 12.0 * seen.meaning
        + 2.9 * seen.under
        + 3.0 * seen.beside
        - 1.4 * np.log(max(AMONG_AT_LEAST, seen.among))
        + 1.8 * np.log(seen.reworded)
    )
    return np.where(seen.meaning < LEAST_MEANING, np.minimum(weighed, NO_MATCH), weighed)
