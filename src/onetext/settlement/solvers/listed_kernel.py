"""Compiled: the front of any number of parties, all of its packages listed.

Parts are added one after the other. After each, what another package of the parts so far
dominates is dropped; packages of equal utilities are all kept. Each is held against those kept
so far, in coarse levels first, many at once, and exactly where the levels leave it open. They
come in descending order of the sum of their levels, so that what dominates another comes before
it or has the same levels. Whoever beats one moves forward, since who beats, beats again.

Source: Börzsönyi, Kossmann and Stocker (2001), ICDE, 421-430, for the comparison with those
kept; Chomicki and others (2003), ICDE, 717-719, for the order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.compiled import compiled
from onetext.settlement.solvers.limbs import LIMB_BITS, LOW, Ints

LEVELS = 2**30
BLOCK = 64
"""Of points that were kept, compared at once."""


@compiled
def listed(
    starts: Ints, high: Ints, low: Ints, offsets: Ints, most_rows: int, most_steps: int
) -> tuple[bool, Ints, Ints, Ints]:
    """The front of all parts.

    Args:
        starts: parts + 1; where the options of a part begin.
        high, low: parties x all options, in two limbs.
        offsets: for each option, what it adds to the number of a package.
        most_rows: candidates at one time.
        most_steps: comparisons in all, about.

    Returns:
        Whether it was finished; the numbers of its packages, ascending; their utilities in two
        limbs, packages x parties.
    """
    parties = high.shape[0]
    numbers = np.zeros(1, dtype=np.int64)
    highs = np.zeros((1, parties), dtype=np.int64)
    lows = np.zeros((1, parties), dtype=np.int64)
    steps = 0
    for part in range(len(starts) - 1):
        begin, end = starts[part], starts[part + 1]
        before, count = len(numbers), len(numbers) * (end - begin)
        if count > most_rows:
            return False, numbers, highs, lows
        more = np.empty(count, dtype=np.int64)
        more_high = np.empty((count, parties), dtype=np.int64)
        more_low = np.empty((count, parties), dtype=np.int64)
        at = 0
        for row in range(before):
            for option in range(begin, end):
                more[at] = numbers[row] + offsets[option]
                for party in range(parties):
                    rest = lows[row, party] + low[party, option]
                    more_high[at, party] = (
                        highs[row, party] + high[party, option] + (rest >> LIMB_BITS)
                    )
                    more_low[at, party] = rest & LOW
                at += 1
        kept, steps = not_dominated(more_high, more_low, steps, most_steps)
        if steps > most_steps:
            return False, numbers, highs, lows
        numbers, highs, lows = more[kept], more_high[kept], more_low[kept]
    order = np.argsort(numbers)
    return True, numbers[order], highs[order], lows[order]


@compiled
def _coarse(high: Ints, low: Ints) -> NDArray[np.int32]:
    """Parties x rows: the utilities in steps of `LEVELS` between the least and the most."""
    rows, parties = high.shape
    levels = np.zeros((parties, rows), dtype=np.int32)
    near = np.empty(rows)
    for party in range(parties):
        for row in range(rows):
            near[row] = high[row, party] * 2.0**LIMB_BITS + low[row, party]
        least = near.min()
        span = near.max() - least
        if span > 0:
            for row in range(rows):
                levels[party, row] = np.int32((near[row] - least) / span * LEVELS)
    return levels


@compiled
def not_dominated(high: Ints, low: Ints, steps: int, most_steps: int) -> tuple[Ints, int]:
    """The rows that no other dominates, ascending; equal ones are all kept.

    Args:
        high, low: rows x parties, utilities in two limbs.
        steps: comparisons until now; they end beyond `most_steps`, and the rows mean nothing.

    Returns:
        The rows, and the comparisons with those made here.
    """
    rows, parties = high.shape
    if rows < 2:
        return np.arange(rows), steps
    levels = _coarse(high, low)
    sums = np.zeros(rows, dtype=np.int64)
    for party in range(parties):
        sums -= levels[party]
    kept = np.empty(rows, dtype=np.int64)
    kept_levels = np.empty((parties, rows), dtype=np.int32)
    holds = np.empty(BLOCK, dtype=np.bool_)
    size = 0
    for row in np.argsort(sums):
        beaten = -1
        start = 0
        while start < size and beaten < 0:
            width = min(BLOCK, size - start)
            for at in range(width):
                holds[at] = kept_levels[0, start + at] >= levels[0, row]
            for party in range(1, parties):
                least = levels[party, row]
                for at in range(width):
                    holds[at] &= kept_levels[party, start + at] >= least
            if holds[:width].any():
                at = 0
                while at < width:
                    place = start + at
                    if holds[at]:
                        other = kept[place]
                        if _dominates(high[other], low[other], high[row], low[row]):
                            beaten = place
                            break
                        if _dominates(high[row], low[row], high[other], low[other]):
                            size -= 1
                            kept[place] = kept[size]
                            kept_levels[:, place] = kept_levels[:, size]
                            if place == size:
                                break
                            holds[at] = True
                            width = min(width, size - start)
                            continue
                    at += 1
            start += BLOCK
        steps += start
        if steps > most_steps:
            break
        if beaten >= 0:
            other = beaten // 2
            kept[beaten], kept[other] = kept[other], kept[beaten]
            for party in range(parties):
                level = kept_levels[party, beaten]
                kept_levels[party, beaten] = kept_levels[party, other]
                kept_levels[party, other] = level
        else:
            kept[size] = row
            kept_levels[:, size] = levels[:, row]
            size += 1
    return np.sort(kept[:size]), steps


@compiled
def _dominates(high: Ints, low: Ints, other_high: Ints, other_low: Ints) -> bool:
    better = False
    for party in range(len(high)):
        if high[party] != other_high[party]:
            if high[party] < other_high[party]:
                return False
            better = True
        elif low[party] != other_low[party]:
            if low[party] < other_low[party]:
                return False
            better = True
    return better
