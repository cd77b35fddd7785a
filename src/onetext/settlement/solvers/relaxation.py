"""The linear relaxation of a system, and its duals.

Floating-point numbers from here are never believed: they only suggest multipliers, whose
bounds are computed again in integers.

Source: Kelley (1960), SIAM Journal 8, 703-712, for the logarithm as the least of its tangents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onetext.settlement.solvers.linear import Linear
from onetext.settlement.solvers.multipliers import PRECISION, Floats, Ints, Multiplier, rounded
from onetext.settlement.solvers.system import System

TANGENTS = (1.0, 0.7, 0.5, 0.3, 0.1, 0.01)
"""Where logarithms are touched first, as parts of the largest gain."""

ROUNDS = 8
"""How often tangents are added at most."""


@dataclass(frozen=True, slots=True)
class Need:
    """That a sum is `least` or more, and `share` more for each unit of the level sought."""

    sum: int
    least: int
    share: int = 0


@dataclass(frozen=True, slots=True)
class Aim:
    """What to make as large as possible, under `needs`.

    The level, where a need has a share; else the sum number `total`, where that is not
    negative; else the product of (sum less floor) over `factors`.
    """

    needs: tuple[Need, ...]
    total: int = -1
    factors: tuple[tuple[int, int], ...] = ()

    @property
    def levelled(self) -> bool:
        return any(need.share for need in self.needs)


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """Multipliers from the duals, in integers, and where the relaxation has its best point.

    Attributes:
        multiplier: all weights together.
        of_aim: the part of the weights that stands for the level, the total or the factors.
        chosen: issues x options; how far each option is chosen, 0 to 1.
    """

    multiplier: Multiplier
    of_aim: Ints
    chosen: Floats


def relax(of: System, aim: Aim, *, time_limit_s: float = float("inf")) -> Relaxed | None:
    """The multipliers of the relaxation; None where it has no solution, or none was found."""
    linear = Linear(of, extra=1 + len(aim.factors))
    unit, level = linear.unit, linear.first_extra
    need_rows = [
        linear.sum_row(need.sum, level, -need.share / unit, need.least / unit) for need in aim.needs
    ]
    tangents: list[tuple[int, int]] = []

    def touch(place: int, gain: float) -> None:
        number, floor = aim.factors[place]
        least = floor / unit + gain * (1 - float(np.log(gain)))
        tangents.append((linear.sum_row(number, level + 1 + place, -gain, least), number))

    for place, (number, floor) in enumerate(aim.factors):
        top = max(linear.highest(number) - floor / unit, 1e-6)
        for part in TANGENTS:
            touch(place, top * part)
    linear.bound(level, free=aim.levelled)
    if aim.levelled:
        linear.aim_at([level])
    elif aim.total >= 0:
        linear.aim_at_sum(aim.total)
    else:
        linear.aim_at(range(level + 1, level + 1 + len(aim.factors)))
    solved = linear.solve(time_limit_s)
    for _ in range(ROUNDS if aim.factors else 0):
        if solved is None:
            break
        known = len(tangents)
        for place, (number, floor) in enumerate(aim.factors):
            gain = linear.worth(number, solved) - floor / unit
            if gain > 1e-9 and solved.columns[level + 1 + place] > np.log(gain) + 1e-7:
                touch(place, gain)
        if len(tangents) == known:
            break
        solved = linear.solve(time_limit_s)
    if solved is None:
        return None
    of_aim, of_limits = np.zeros(of.sums), np.zeros(of.sums)
    for need, row in zip(aim.needs, need_rows, strict=True):
        (of_aim if need.share else of_limits)[need.sum] += max(0.0, solved.duals[row])
    if aim.total >= 0:
        of_aim[aim.total] += 1.0
    for row, number in tangents:
        of_aim[number] += max(0.0, solved.duals[row])
    scale = PRECISION / max(float((of_aim + of_limits).max()), 1e-300)
    counted = [number for number, _ in aim.factors] or [int(of_aim.argmax())]
    whole = _whole(of_aim * scale, counted)
    weights = whole + _whole(of_limits * scale, ())
    links = [[dual * scale * unit for dual in duals] for duals in linear.link_duals(solved)]
    return Relaxed(rounded(of, weights, links), whole, linear.chosen(solved))


def _whole(weights: Floats, positive: Sequence[int]) -> Ints:
    found = np.rint(weights).astype(np.int64)
    for number in positive:
        found[number] = max(1, found[number])
    return found
