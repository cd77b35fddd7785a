"""Which points no other dominates, where points come in descending order and none twice.

A point can only be dominated by one that came before it, so that its first number needs no
second look. Two parties need the largest second number so far; three a tree of maxima over the
second number. Four need a tree of such trees, where the numbers span little enough for a table
of them; else the points are halved again and again, and each half is held against the half
before it. With more parties every point is compared with those that were kept.

Sources: Kung, Luccio and Preparata (1975), JACM 22, 469-476, for the order and the halves;
Fenwick (1994), Software: Practice and Experience 24, 327-336, for the trees.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline, OutOfTime
from onetext.settlement.solvers.compiled import compiled

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

MOST_CELLS = 2**24
"""Of a table for four parties: 64 MiB."""

CELLS_A_POINT = 256
"""A table much larger than that takes longer to clear than to fill."""

FEW = 200
"""So few points are compared in pairs."""

CHUNK = 1_000_000
"""Points between two looks at the clock."""

SMALL = 32
"""Halves of so many points are compared in pairs."""

NOTHING = np.iinfo(np.int32).min


def kept_in_order(points: Ints, deadline: Deadline) -> Mask:
    """For each of `points` (points x parties; descending, distinct), whether none dominates it.

    Raises:
        OutOfTime: at the deadline.
    """
    count, parties = points.shape
    if parties == 1 or count < 2:
        return np.arange(count) < 1
    if parties == 2:
        kept = np.ones(count, dtype=np.bool_)
        kept[1:] = points[1:, 1] > np.maximum.accumulate(points[:, 1])[:-1]
        return kept
    lows = points.min(axis=0)
    spans = points.max(axis=0) - lows + 1
    if count <= FEW:
        return _by_comparison(points, deadline)
    wide, deep = int(spans[1]), int(spans[2]) if parties == 4 else 1
    if parties <= 4 and wide * deep <= min(MOST_CELLS, CELLS_A_POINT * count) and spans[-1] < 2**31:
        return _by_table(points, lows, (wide, deep), parties - 1, deadline)
    if parties <= 4:
        return _by_halves(points, deadline)
    return _by_comparison(points, deadline)


def _by_table(
    points: Ints, lows: Ints, spans: tuple[int, int], last: int, deadline: Deadline
) -> Mask:
    kept = np.zeros(len(points), dtype=np.bool_)
    table = np.full((spans[0] + 1, spans[1] + 1), NOTHING, dtype=np.int32)
    for start in range(0, len(points), CHUNK):
        if deadline.passed:
            raise OutOfTime
        _through_table(points, lows, table, last, start, min(len(points), start + CHUNK), kept)
    return kept


@compiled
def _through_table(
    points: Ints, lows: Ints, table: NDArray[np.int32], last: int, start: int, end: int, kept: Mask
) -> None:
    wide, deep = table.shape[0] - 1, table.shape[1] - 1
    for row in range(start, end):
        first = wide - (points[row, 1] - lows[1])
        second = deep - (points[row, 2] - lows[2]) if last == 3 else 1
        height = np.int32(points[row, last] - lows[last])
        best = np.int32(NOTHING)
        i = first
        while i > 0 and best < height:
            j = second
            while j > 0:
                if table[i, j] > best:
                    best = table[i, j]
                j &= j - 1
            i &= i - 1
        if best >= height:
            continue
        kept[row] = True
        i = first
        while i <= wide:
            j = second
            while j <= deep:
                if table[i, j] < height:
                    table[i, j] = height
                j += j & -j
            i += i & -i


def _by_halves(points: Ints, deadline: Deadline) -> Mask:
    """For three and four parties, whatever their numbers span."""
    kept = np.ones(len(points), dtype=np.bool_)
    last = points.shape[1] - 1
    ranks = (-points[:, 2] if last == 3 else np.zeros(len(points), dtype=np.int64)).argsort(
        kind="stable"
    )
    places = np.empty(len(points), dtype=np.int64)
    places[ranks] = np.arange(1, len(points) + 1)
    if last == 3:
        ordered = points[ranks, 2]
        fresh = np.ones(len(points), dtype=np.int64)
        fresh[1:] = ordered[1:] != ordered[:-1]
        places[ranks] = np.cumsum(fresh)
    else:
        places[:] = 1
    tree = np.full(int(places.max()) + 1, np.iinfo(np.int64).min)
    order = np.arange(len(points))
    spare = order.copy()
    width = SMALL
    _in_pairs(points, order, kept)
    while width < len(points):
        for start in range(0, len(points), 2 * width * max(1, CHUNK // (2 * width))):
            if deadline.passed:
                raise OutOfTime
            end = min(len(points), start + 2 * width * max(1, CHUNK // (2 * width)))
            _against_halves(points, places, last, tree, order, spare, width, start, end, kept)
        order, spare = spare, order
        width *= 2
    return kept


@compiled
def _in_pairs(points: Ints, order: Ints, kept: Mask) -> None:
    """Within each block of `SMALL`; leaves each block in descending order of the second number."""
    for start in range(0, len(order), SMALL):
        end = min(len(order), start + SMALL)
        for row in range(start, end):
            for other in range(start, row):
                beaten = kept[other]
                for party in range(1, points.shape[1]):
                    if points[other, party] < points[row, party]:
                        beaten = False
                        break
                if beaten:
                    kept[row] = False
                    break
        block = order[start:end]
        order[start:end] = block[np.argsort(-points[block, 1], kind="mergesort")]


@compiled
def _against_halves(
    points: Ints,
    places: Ints,
    last: int,
    tree: Ints,
    order: Ints,
    spare: Ints,
    width: int,
    start: int,
    end: int,
    kept: Mask,
) -> None:
    """Hold second halves against first ones; merge both into `spare` by the second number."""
    nothing = np.iinfo(np.int64).min
    for low in range(start, end, 2 * width):
        middle, high = min(low + width, end), min(low + 2 * width, end)
        one, other, at = low, middle, low
        while one < middle or other < high:
            if one < middle and (other == high or points[order[one], 1] >= points[order[other], 1]):
                row = order[one]
                one += 1
                if kept[row] and other < high:
                    place, height = places[row], points[row, last]
                    while place < len(tree) and tree[place] < height:
                        tree[place] = height
                        place += place & -place
            else:
                row = order[other]
                other += 1
                if kept[row]:
                    place, height = places[row], points[row, last]
                    while place > 0:
                        if tree[place] >= height:
                            kept[row] = False
                            break
                        place &= place - 1
            spare[at] = row
            at += 1
        for before in range(low, middle):
            place = places[order[before]]
            while place < len(tree) and tree[place] != nothing:
                tree[place] = nothing
                place += place & -place


def _by_comparison(points: Ints, deadline: Deadline) -> Mask:
    kept = np.zeros(len(points), dtype=np.bool_)
    front = np.empty(len(points), dtype=np.int64)
    size, start = 0, 0
    while start < len(points):
        if deadline.passed:
            raise OutOfTime
        end = min(len(points), start + max(1, 50_000_000 // (size + 1000)))
        size = against_kept(points, front, size, start, end, kept)
        start = end
    return kept


@compiled
def against_kept(points: Ints, front: Ints, size: int, start: int, end: int, kept: Mask) -> int:
    """Compare rows `start` to `end` with the `size` rows in `front`; those that none of them beats
    join it and are marked in `kept`. The new size of `front`."""
    for row in range(start, end):
        beaten = False
        for place in range(size):
            other = front[place]
            beaten = True
            for party in range(1, points.shape[1]):
                if points[other, party] < points[row, party]:
                    beaten = False
                    break
            if beaten:
                front[place], front[place // 2] = front[place // 2], other  # who beats, beats again
                break
        if not beaten:
            kept[row] = True
            front[size] = row
            size += 1
    return size
