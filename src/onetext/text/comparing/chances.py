"""The chance that a person would match two points, from what their wordings and places tell.

A logistic model over seven features. Its weights were fitted to pairs whose truth is known: made-up
drafts that were shuffled, reworded, split and merged, and the articles of the Chilean draft of
2022 (see docs/explanation/comparison.md); `python benchmarks/bench_comparing.py` tells how well
they are calibrated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of pairs, one number for each pair in every field.

    Attributes:
        similarity: of the wordings, 0 to 1.
        contained: how far the one wording that is contained more is in the other, 0 to 1.
        label: 1 where both bear the same label.
        path: 1 where both stand at the same path.
        above: 1 where the points above them are matched, 0 where one is matched with another.
        beside: 0 to 1, how many of the neighbours before and after are matched.
        below: 0 to 1, how many of the points below them are matched with each other.
    """

    similarity: Any
    contained: Any
    label: Any
    path: Any
    above: Any
    beside: Any
    below: Any


@dataclass(frozen=True, slots=True)
class Weights:
    constant: float = -6.0
    similarity: float = 9.0
    contained: float = 2.5
    label: float = 0.5
    path: float = 0.3
    above: float = 0.8
    beside: float = 1.2
    below: float = 4.0


WEIGHTS = Weights()


def odds(seen: Evidence, weights: Weights = WEIGHTS) -> Any:
    """The logarithm of the odds that each pair is a match; above 0 it is likelier than not."""
    return (
        weights.constant
        + weights.similarity * seen.similarity
        + weights.contained * seen.contained
        + weights.label * seen.label
        + weights.path * seen.path
        + weights.above * seen.above
        + weights.beside * seen.beside
        + weights.below * seen.below
    )


def chance(logarithm: Any) -> Any:
    """From the logarithm of odds to a chance, 0 to 1."""
    return 1.0 / (1.0 + np.exp(-np.asarray(logarithm)))


def group_chance(certainty: float, similarity: float) -> float:
    """The chance that a split or merger is one, by how much of its least certain piece stands in
    the whole, and how alike both sides are taken together."""
    return float(chance(-4.0 + 5.0 * certainty + 3.0 * similarity))
