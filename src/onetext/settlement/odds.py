"""The odds of many packages at once: probabilities of acceptance in floating point.

A party's utility is a sum of independent uniform values. Its two widest are convolved exactly,
the others together count as a normal value with their mean and variance. So the odds are exact
up to rounding with two unknown values in a package, and close with more; at and beyond the
ends of what is possible they are exactly 0 and 1. `chances.chance` is the reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import erf, exp, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.problem import Combination, Problem
from onetext.settlement.space import literals

Numbers = NDArray[np.float64]
Packages = NDArray[np.intp]
"""Packages x issues: the index of the chosen option."""

NARROW = 1e-4
"""Widths below this part of the widest count as this part of it."""

ROUNDING = 1e-9
"""Sums that differ by less than this part of a party's largest sum are equal."""

_TABLE_END, _TABLE_STEPS = 9.0, 1 << 15


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """A problem in floating point; the last axis of `lows` and `widths` is the option.

    Attributes:
        lows, widths: parties x issues x most options, weight x points.
        terms: interactions as (party, options by index, low, width).
        lines: red lines as (party, options by index).
        agreed: agreed points as (issue, option).
        reservations, rounding: for each party.
        vetoes: whether each party has a veto.
        others: how many of the parties without a veto must accept.
    """

    sizes: tuple[int, ...]
    lows: Numbers
    widths: Numbers
    terms: tuple[tuple[int, tuple[tuple[int, int], ...], float, float], ...]
    lines: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
    agreed: tuple[tuple[int, int], ...]
    reservations: Numbers
    rounding: Numbers
    vetoes: NDArray[np.bool_]
    others: int


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """What is known of packages: `low` (packages x parties) is the worst utility, `widths`
    (packages x parties x parts) of the issues and then the interactions, `refused` where a red
    line or an agreed point is broken."""

    low: Numbers
    widths: Numbers
    refused: NDArray[np.bool_]


def odds_of(problem: Problem) -> Odds:
    """The problem in floating point."""
    parties, issues = problem.preferences, problem.issues
    shape = (len(parties), len(issues), max(len(issue.options) for issue in issues))
    lows, widths = np.zeros(shape), np.zeros(shape)
    for p, one in enumerate(parties):
        for i, issue in enumerate(issues):
            for o, option in enumerate(issue.options):
                points, weight = one.values[issue.name][option], one.weights[issue.name]
                lows[p, i, o] = float(weight * points.low)
                widths[p, i, o] = float(weight * (points.high - points.low))

    def held(combination: Combination) -> tuple[tuple[int, int], ...]:
        return literals(problem, combination)

    terms = tuple(
        (
            p,
            held(term.combination),
            float(term.points.low),
            float(term.points.high - term.points.low),
        )
        for p, one in enumerate(parties)
        for term in one.interactions
    )
    reservations = np.array([float(one.reservation.points) for one in parties])
    largest = np.abs(lows).max(axis=2).sum(axis=1) + widths.max(axis=2).sum(axis=1)
    for p, _, low, width in terms:
        largest[p] += abs(low) + width
    vetoes = np.array([one.party in problem.agreement.vetoes for one in parties])
    return Odds(
        sizes=tuple(len(issue.options) for issue in issues),
        lows=lows,
        widths=widths,
        terms=terms,
        lines=tuple(
            (p, held(line.combination)) for p, one in enumerate(parties) for line in one.red_lines
        ),
        agreed=tuple(held(((point.issue, point.option),))[0] for point in problem.agreed),
        reservations=reservations,
        rounding=ROUNDING * (largest + np.abs(reservations)) + 1e-300,
        vetoes=vetoes,
        others=max(0, problem.agreement.at_least - int(vetoes.sum())),
    )


def standings(odds: Odds, packages: Packages) -> Standings:
    """What is known of each of `packages` for each party."""
    count, parties = len(packages), len(odds.reservations)
    issues = np.arange(len(odds.sizes))
    low = np.ascontiguousarray(odds.lows[:, issues, packages].sum(axis=2).T)
    widths = np.zeros((count, parties, len(odds.sizes) + len(odds.terms)))
    widths[:, :, : len(odds.sizes)] = odds.widths[:, issues, packages].transpose(1, 0, 2)
    for place, (party, combination, amount, width) in enumerate(odds.terms):
        held = _hold(packages, combination)
        low[held, party] += amount
        widths[held, party, len(odds.sizes) + place] = width
    refused = np.zeros((count, parties), dtype=np.bool_)
    for party, combination in odds.lines:
        refused[_hold(packages, combination), party] = True
    for issue, option in odds.agreed:
        refused[packages[:, issue] != option] = True
    return Standings(low, widths, refused)


def accepting(odds: Odds, found: Standings) -> Numbers:
    """The probability that each party accepts each package; packages x parties."""
    need = odds.reservations - found.low
    enough = tail(need, *summary(found.widths), odds.rounding)
    return np.where(found.refused, 0.0, enough)


def agreeing(odds: Odds, accepting: Numbers) -> Numbers:
    """The probability that enough parties accept; parties are the last axis and disappear.

    Probabilities of independent parties; the number that accept is Poisson-binomial.
    """
    all_vetoes = accepting[..., odds.vetoes].prod(axis=-1)
    if odds.others == 0:
        return np.asarray(all_vetoes)
    free = accepting[..., ~odds.vetoes]
    if odds.others == free.shape[-1]:
        return np.asarray(all_vetoes * free.prod(axis=-1))
    counts = np.zeros((free.shape[-1] + 1, *free.shape[:-1]))
    counts[0] = 1
    for party in range(free.shape[-1]):
        p = free[..., party]
        counts[1:] = counts[1:] * (1 - p) + counts[:-1] * p
        counts[0] *= 1 - p
    return np.asarray(all_vetoes * counts[odds.others :].sum(axis=0))


def summary(widths: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Of the last axis: the widest, the second widest, the rest's deviation, and the sum."""
    if widths.shape[-1] < 2:
        widths = np.concatenate([widths, np.zeros((*widths.shape[:-1], 2))], axis=-1)
    top = np.partition(widths, -2, axis=-1)[..., -2:]
    second, first = top[..., 0], top[..., 1]
    square = np.einsum("...i,...i->...", widths, widths) - first**2 - second**2
    return first, second, np.sqrt(np.maximum(square, 0) / 12), widths.sum(axis=-1)


def tail(
    need: Numbers,
    first: Numbers,
    second: Numbers,
    deviation: Numbers,
    total: Numbers,
    rounding: Numbers,
) -> Numbers:
    """The probability that uniform values from 0, of `total` width together, sum to `need`.

    With X normal of `deviation` and U, V uniform on widths a and b, all around 0,
    P(X + U + V >= t) = s^2 / ab [H(x + y) - H(x - y) - H(-x + y) + H(-x - y)] about -t, where
    H is the second antiderivative of the normal distribution function.
    """
    widest = np.maximum(first, 1e-100)
    a, b = widest / 2, np.maximum(second, NARROW * widest) / 2
    s = np.maximum(deviation, NARROW * widest)
    centre = np.clip(total / 2 - need, -total / 2, total / 2)
    inner = _twice(s, centre + a + b) - _twice(s, centre + a - b)
    outer = _twice(s, centre - a + b) - _twice(s, centre - a - b)
    chance = np.clip((inner - outer) / (4 * a * b), 0, 1)
    chance = np.where(need > total + rounding, 0.0, chance)
    return np.where(need <= rounding, 1.0, chance)


def _twice(s: Numbers, t: Numbers) -> Numbers:
    """s^2 H(t / s), H the second antiderivative of the normal distribution function."""
    z = t / s
    table = _tail_table()
    place = np.minimum(np.abs(z) * (_TABLE_STEPS / _TABLE_END), _TABLE_STEPS - 1.0)
    at = place.astype(np.intp)
    below = table[at] + (place - at) * (table[at + 1] - table[at])
    return s * s * np.where(z > 0, (z * z + 1) / 2 - below, below)


@cache
def _tail_table() -> Numbers:
    """H at 0 and below: ((z^2 + 1) Phi(z) + z phi(z)) / 2 for z = 0 down to the table's end."""
    found = np.zeros(_TABLE_STEPS + 1)
    for step in range(_TABLE_STEPS):
        z = -step * _TABLE_END / _TABLE_STEPS
        share, density = (1 + erf(z / sqrt(2))) / 2, exp(-z * z / 2) / sqrt(2 * pi)
        found[step] = max(0.0, ((z * z + 1) * share + z * density) / 2)
    return found


def _hold(packages: Packages, combination: tuple[tuple[int, int], ...]) -> NDArray[np.bool_]:
    held = np.ones(len(packages), dtype=np.bool_)
    for issue, option in combination:
        held &= packages[:, issue] == option
    return held
