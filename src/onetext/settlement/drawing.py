"""Packages worth a look where values are unknown: drawn at random and improved step by step."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.odds import Numbers, Odds, Packages, accepting, agreeing, standings
from onetext.settlement.solver import Deadline

MOST_LISTED = 20_000
"""Up to so many packages, all are looked at."""

STARTS, STEPS = 64, 40
"""Packages from which the search climbs, and the most steps that each takes."""

MOST_AROUND, FEWEST_STARTS = 8_000, 8
"""Where one step would look at more packages than that, it starts from fewer."""


def pool(odds: Odds, *, seed: int, deadline: Deadline, most: int) -> tuple[Packages, bool]:
    """At most `most` packages that are likely to be accepted, or would be if one party were sure.

    All packages are looked at where they are few; otherwise the search climbs from the best
    package under random weights of the parties and random draws of the unknown values, by
    changing one issue at a time.

    Returns:
        The packages, and whether all packages there are were looked at (not: returned).
    """
    complete = bool(np.prod([float(size) for size in odds.sizes]) <= MOST_LISTED)
    if complete:
        seen = np.stack(
            np.unravel_index(np.arange(int(np.prod(odds.sizes))), odds.sizes), axis=1
        ).astype(np.intp)
    else:
        seen = _climbed(odds, np.random.default_rng(seed), deadline)
    if len(seen) <= most:
        return seen, complete
    return seen[_kept(odds, accepting(odds, standings(odds, seen)), most)], complete


def _kept(odds: Odds, each: Numbers, most: int) -> NDArray[np.intp]:
    """The best as things are, and the best if one party were sure, turn by turn."""
    scores = [agreeing(odds, each)]
    for party in range(each.shape[1]):
        sure = each.copy()
        sure[:, party] = 1
        scores.append(agreeing(odds, sure))
    orders = np.stack([np.argsort(-score, kind="stable") for score in scores], axis=1)
    _, first = np.unique(orders.ravel(), return_index=True)
    return np.sort(orders.ravel()[np.sort(first)[:most]])


def _climbed(odds: Odds, generator: np.random.Generator, deadline: Deadline) -> Packages:
    """Where the climbs stood, and the packages one change away from where they ended."""
    parties, issues, options = odds.lows.shape
    changes = [(i, o) for i, size in enumerate(odds.sizes) for o in range(size)]
    starts = min(STARTS, max(FEWEST_STARTS, MOST_AROUND // len(changes)))
    drawn = odds.lows + odds.widths * generator.random((starts, parties, issues, options))
    weights = generator.dirichlet(np.ones(parties), starts)
    scores = np.einsum("sp,spio->sio", weights, drawn)
    there = np.arange(options) < np.array(odds.sizes)[:, None]
    at = np.where(there, scores, -np.inf).argmax(axis=2).astype(np.intp)
    for issue, option in odds.agreed:
        at[:, issue] = option
    sure = np.arange(starts) % (parties + 2) - 2
    seen = [at]
    around = at
    for _ in range(STEPS):
        if deadline.passed:
            break
        around = np.repeat(at, len(changes), axis=0)
        for place, (issue, option) in enumerate(changes):
            around[place :: len(changes), issue] = option
        merit = _merit(odds, around, np.repeat(sure, len(changes)))
        best = merit.reshape(starts, len(changes)).argmax(axis=1)
        better = around.reshape(starts, len(changes), issues)[np.arange(starts), best]
        improved = merit.reshape(starts, len(changes)).max(axis=1) > _merit(odds, at, sure)
        if not improved.any():
            break
        at = np.where(improved[:, None], better, at)
        seen.append(at)
    return np.unique(np.concatenate([*seen, around]), axis=0)


def _merit(odds: Odds, packages: Packages, sure: NDArray[np.intp]) -> Numbers:
    """The probability of acceptance, the party `sure` (from 0) taken to accept; where it is 0,
    a negative number: how far the parties are from what they ask for at the best values."""
    found = standings(odds, packages)
    each = accepting(odds, found)
    best = found.low + found.widths.sum(axis=2)
    short = np.maximum(odds.reservations - best, 0) / np.maximum(np.abs(odds.reservations), 1)
    short += found.refused
    named = np.flatnonzero(sure >= 0)
    each[named, sure[named]] = 1
    short[named, sure[named]] = 0
    likely = agreeing(odds, each)
    return np.where(likely > 0, likely, -short.sum(axis=1) - 1e-9)
