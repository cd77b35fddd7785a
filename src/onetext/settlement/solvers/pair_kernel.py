"""Compiled: the front of two parties, grown by one part after the other.

A front is kept with the first party's utilities falling and the second's rising. With one
option of the next part added to all of it, it keeps that order; the fronts of all options are
merged, and a point goes where one before it is as good for the second party. Points are rows of
a pool: the utilities of both parties in two limbs each, the option, and the row that it was
added to. Every part adds a layer to the pool.

Source: Nemhauser and Ullmann (1969), Management Science 15, 494-505.
"""

from __future__ import annotations

import numpy as np

from onetext.settlement.solvers.compiled import compiled
from onetext.settlement.solvers.limbs import LIMB_BITS, LOW, Ints

OPTION, PARENT, COLUMNS = 4, 5, 6
NONE = -(2**63)
MOST_SUMS = 20_000_000
"""Of a front and a part; more take too much memory."""


@compiled
def first_layer() -> Ints:
    """The pool with the front of no parts at all: one point, worth nothing."""
    pool = np.zeros((256, COLUMNS), dtype=np.int64)
    pool[0, OPTION] = -1
    pool[0, PARENT] = -1
    return pool


@compiled
def add_parts(
    pool: Ints, ends: Ints, layers: int, starts: Ints, high: Ints, low: Ints, most: int
) -> tuple[Ints, int]:
    """Add layers for the parts from the last to the first, until `most` steps were taken
    or a part is too large.

    `ends` says where each layer ends; `layers` how many there are already. Returns the pool,
    perhaps a larger one, and how many layers there are now.
    """
    parts = len(starts) - 1
    steps = 0
    while layers <= parts:
        part = parts - layers
        begin = ends[layers - 2] if layers > 1 else 0
        end = ends[layers - 1]
        options = starts[part + 1] - starts[part]
        steps += (end - begin) * options * options
        if steps > most or (end - begin) * options > MOST_SUMS:
            break
        found = _merged(
            pool[begin:end],
            high[:, starts[part] : starts[part + 1]],
            low[:, starts[part] : starts[part + 1]],
            begin,
        )
        if end + len(found) > len(pool):
            grown = np.empty((2 * (end + len(found)), COLUMNS), dtype=np.int64)
            grown[:end] = pool[:end]
            pool = grown
        pool[end : end + len(found)] = found
        ends[layers] = end + len(found)
        layers += 1
    return pool, layers


@compiled
def _merged(front: Ints, high: Ints, low: Ints, begin: int) -> Ints:
    """The front of `front` and one more part, whose options' utilities are given."""
    size, options = len(front), high.shape[1]
    found = np.empty((size * options, COLUMNS), dtype=np.int64)
    spare = np.empty((size * options, COLUMNS), dtype=np.int64)
    count = 0
    for option in range(options):
        left = right = kept = 0
        best_high, best_low = NONE, 0
        fresh = True
        first_high = first_low = second_high = second_low = 0
        while left < count or right < size:
            if fresh and right < size:
                first_low = front[right, 1] + low[0, option]
                first_high = front[right, 0] + high[0, option] + (first_low >> LIMB_BITS)
                first_low &= LOW
                second_low = front[right, 3] + low[1, option]
                second_high = front[right, 2] + high[1, option] + (second_low >> LIMB_BITS)
                second_low &= LOW
                fresh = False
            if right == size:
                take_left = True
            elif left == count:
                take_left = False
            else:
                ahead = found[left, 0] - first_high
                if ahead == 0:
                    ahead = found[left, 1] - first_low
                if ahead == 0:
                    ahead = found[left, 2] - second_high
                if ahead == 0:
                    ahead = found[left, 3] - second_low
                take_left = ahead >= 0
            if take_left:
                if found[left, 2] > best_high or (
                    found[left, 2] == best_high and found[left, 3] > best_low
                ):
                    for column in range(COLUMNS):
                        spare[kept, column] = found[left, column]
                    best_high, best_low = found[left, 2], found[left, 3]
                    kept += 1
                left += 1
            else:
                if second_high > best_high or (second_high == best_high and second_low > best_low):
                    spare[kept, 0] = first_high
                    spare[kept, 1] = first_low
                    spare[kept, 2] = second_high
                    spare[kept, 3] = second_low
                    spare[kept, OPTION] = option
                    spare[kept, PARENT] = begin + right
                    best_high, best_low = second_high, second_low
                    kept += 1
                right += 1
                fresh = True
        count = kept
        found, spare = spare, found
    return found[:count]


@compiled
def chosen(pool: Ints, ends: Ints, parts: int) -> Ints:
    """For every point of the last layer, the option of each part."""
    begin = ends[parts - 1] if parts else 0
    rows = np.empty((ends[parts] - begin, parts), dtype=np.int64)
    for row in range(len(rows)):
        at = begin + row
        for part in range(parts):
            rows[row, part] = pool[at, OPTION]
            at = pool[at, PARENT]
    return rows


@compiled
def alike(pool: Ints, ends: Ints, starts: Ints, high: Ints, low: Ints, row: int, most: int) -> Ints:
    """Up to `most` ways to the point of the last layer in `row`, in ascending order.

    Whatever is part of a package of the front is on the front of its parts, so that only ways
    through the layers need be looked at, and each step of one leads to the end.
    """
    parts = len(starts) - 1
    begin = ends[parts - 1] if parts else 0
    ways = np.empty((most, parts), dtype=np.int64)
    at = np.empty((parts + 1, 4), dtype=np.int64)
    at[0] = pool[begin + row, :4]
    option = np.full(parts + 1, -1, dtype=np.int64)
    found = depth = 0
    while depth >= 0 and found < most:
        if depth == parts:
            ways[found] = option[:parts]
            found += 1
            depth -= 1
            continue
        option[depth] += 1
        place = starts[depth] + option[depth]
        if place == starts[depth + 1]:
            option[depth] = -1
            depth -= 1
            continue
        for party in range(2):
            rest = at[depth, 2 * party + 1] - low[party, place]
            at[depth + 1, 2 * party] = (
                at[depth, 2 * party] - high[party, place] + (rest >> LIMB_BITS)
            )
            at[depth + 1, 2 * party + 1] = rest & LOW
        layer = parts - depth - 1
        if _in_layer(pool, ends[layer - 1] if layer else 0, ends[layer], at[depth + 1]):
            depth += 1
    return ways[:found]


@compiled
def _in_layer(pool: Ints, begin: int, end: int, point: Ints) -> bool:
    while begin < end:
        middle = (begin + end) // 2
        ahead = pool[middle, 0] - point[0]
        if ahead == 0:
            ahead = pool[middle, 1] - point[1]
        if ahead == 0:
            return bool(pool[middle, 2] == point[2] and pool[middle, 3] == point[3])
        if ahead > 0:
            begin = middle + 1
        else:
            end = middle
    return False
