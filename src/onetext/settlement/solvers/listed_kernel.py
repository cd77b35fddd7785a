"""Compiled: the front of any number of parties, all of its packages listed.

Parts are added one after the other. After each, what another package of the parts so far
dominates is dropped; packages of equal utilities are all kept. Candidates are looked at in
descending order of a weighted sum of their utilities, and each is held against those kept so
far; whoever beats one moves forward, since who beats, beats again. The sum is in floating
point and only orders them: where two sums are too near to tell, both are held against each
other.

Source: Börzsönyi, Kossmann and Stocker (2001), ICDE, 421-430, for the comparison with those
kept; Chomicki and others (2003), ICDE, 717-719, for the order.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from onetext.settlement.solvers.limbs import LIMB_BITS, LOW, Ints

MARGIN = 1e-9


@njit(cache=True)
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


@njit(cache=True)
def _sums(high: Ints, low: Ints) -> NDArray[np.float64]:
    """The parties' utilities added up, each between 0 and 1."""
    sums = np.zeros(len(high))
    for party in range(high.shape[1]):
        near = high[:, party] * 2.0**LIMB_BITS + low[:, party]
        least, span = near.min(), near.max() - near.min()
        if span > 0:
            sums += (near - least) / span
    return sums


@njit(cache=True)
def not_dominated(high: Ints, low: Ints, steps: int, most_steps: int) -> tuple[Ints, int]:
    """The rows that no other dominates, ascending; equal ones are all kept."""
    rows, parties = high.shape
    if rows < 2:
        return np.arange(rows), steps
    sums = _sums(high, low)
    kept = np.empty(rows, dtype=np.int64)
    kept_high = np.empty((rows, parties), dtype=np.int64)
    kept_low = np.empty((rows, parties), dtype=np.int64)
    size = 0
    for row in np.argsort(-sums):
        beaten, place = False, 0
        while place < size:
            if _dominates(kept_high[place], kept_low[place], high[row], low[row]):
                beaten = True
                break
            if sums[kept[place]] <= sums[row] + MARGIN and _dominates(
                high[row], low[row], kept_high[place], kept_low[place]
            ):
                size -= 1
                kept[place] = kept[size]
                kept_high[place] = kept_high[size]
                kept_low[place] = kept_low[size]
                continue
            place += 1
        steps += place + 1
        if steps > most_steps:
            break
        if beaten:
            other = place // 2
            kept[place], kept[other] = kept[other], kept[place]
            for party in range(parties):
                one, two = kept_high[place, party], kept_low[place, party]
                kept_high[place, party] = kept_high[other, party]
                kept_low[place, party] = kept_low[other, party]
                kept_high[other, party], kept_low[other, party] = one, two
        else:
            kept[size] = row
            kept_high[size] = high[row]
            kept_low[size] = low[row]
            size += 1
    return np.sort(kept[:size]), steps


@njit(cache=True)
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
