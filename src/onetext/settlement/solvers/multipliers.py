"""Multipliers of the sums, and the shares that move terms and bars into single options.

Any of them, so long as they are not negative, give a valid bound: rounding loses nothing
but a little of its strength.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.system import System

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

PRECISION = 2**18
"""The largest multiplier of each part after rounding."""

LARGEST_SHARES = 2**58
"""What all shares of bars together stay below."""


@dataclass(frozen=True, slots=True, eq=False)
class Multiplier:
    """Weights of the sums, and the shares that single options take over.

    Attributes:
        weights: for each sum, 0 or more.
        shares: for each term and bar, one number for each literal: parts of a positive
            weight; or d, the same for all, for a negative weight and for a bar.
    """

    weights: Ints
    shares: tuple[tuple[int, ...], ...]


def plain(of: System, weights: Ints) -> Multiplier:
    """A multiplier with equal shares, and nothing moved from bars and negative terms."""
    totals = (of.amounts @ weights).tolist()
    shares = [
        split(total, [1.0] * len(literals))
        for total, literals in zip(totals, of.held, strict=False)
    ]
    shares += [(0,) * len(literals) for literals in of.held[len(totals) :]]
    return Multiplier(weights, tuple(shares))


def split(total: int, parts: Sequence[float]) -> tuple[int, ...]:
    """`total` in shares about as large as `parts`; zeros where it is not positive."""
    if total <= 0:
        return (0,) * len(parts)
    whole = sum(parts)
    wanted = [total * part / whole if whole > 0 else total / len(parts) for part in parts]
    shares: list[int] = []
    for want in wanted[:-1]:
        shares.append(min(int(want), total - sum(shares)))
    return (*shares, total - sum(shares))


def rounded(of: System, weights: Ints, links: Sequence[Sequence[float]]) -> Multiplier:
    """A multiplier whose shares are about as large as the duals `links` of the relaxation.

    Args:
        weights: for each sum.
        links: for each term and bar a number for each literal, in the unit of the weighted
            sums, and a last one for the literals together.
    """
    totals = of.amounts @ weights
    most = LARGEST_SHARES // max(1, sum(len(literals) for literals in of.held))
    shares: list[tuple[int, ...]] = []
    for number, (literals, parts) in enumerate(zip(of.held, links, strict=True)):
        total = int(totals[number]) if number < of.terms else 0
        if total > 0:
            shares.append(split(total, parts[:-1]))
        else:
            together = min(round(parts[-1]), most)
            if number < of.terms:
                together = min(together, -total)
            shares.append((together,) * len(literals))
    return Multiplier(weights, tuple(shares))
