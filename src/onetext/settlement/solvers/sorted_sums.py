"""Many lists of points, each in descending order and each moved by a shift, as one such list.

Points are compared by their first number, then by the second, and so on. A front that is moved
by the points of an option keeps its order, so that the fronts of several options need only be
merged, never sorted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.compiled import compiled

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """Distinct points (points x parties) in descending order, and where each comes from.

    `rows` are rows of the points that were merged, `lists` the numbers of the lists; of equal
    points that of the first list.
    """

    points: Ints
    rows: Ints
    lists: Ints

    def of(self, places: Ints) -> Merged:
        """Those at `places`, which ascend."""
        return Merged(self.points[places], self.rows[places], self.lists[places])


def merged(points: Ints, starts: Ints, ends: Ints, shifts: Ints) -> Merged:
    """Merge the lists `points[starts[n]:ends[n]] + shifts[n]`.

    Args:
        points: rows x parties; each list is in descending order and without equal points.
        shifts: lists x parties.
    """
    size, *arrays = _merge(points, starts, ends, shifts)
    return Merged(*(one[:size] for one in arrays))


@compiled
def _before(points: Ints, shifts: Ints, heads: Ints, one: int, other: int) -> bool:
    for party in range(points.shape[1]):
        first = points[heads[one], party] + shifts[one, party]
        second = points[heads[other], party] + shifts[other, party]
        if first != second:
            return bool(first > second)
    return one < other


@compiled
def _sink(points: Ints, shifts: Ints, heads: Ints, heap: Ints, size: int, at: int) -> None:
    while True:
        child = 2 * at + 1
        if child >= size:
            return
        if child + 1 < size and _before(points, shifts, heads, heap[child + 1], heap[child]):
            child += 1
        if not _before(points, shifts, heads, heap[child], heap[at]):
            return
        heap[at], heap[child] = heap[child], heap[at]
        at = child


@compiled
def _merge(points: Ints, starts: Ints, ends: Ints, shifts: Ints) -> tuple[int, Ints, Ints, Ints]:
    parties = points.shape[1]
    total = (ends - starts).sum()
    sums = np.empty((total, parties), dtype=np.int64)
    rows = np.empty(total, dtype=np.int64)
    lists = np.empty(total, dtype=np.int64)
    heads = starts.copy()
    heap = np.empty(len(starts), dtype=np.int64)
    waiting = 0
    for one in range(len(starts)):
        if starts[one] < ends[one]:
            heap[waiting] = one
            waiting += 1
    for at in range(waiting // 2 - 1, -1, -1):
        _sink(points, shifts, heads, heap, waiting, at)
    size = 0
    while waiting:
        top = heap[0]
        fresh = size == 0
        for party in range(parties):
            amount = points[heads[top], party] + shifts[top, party]
            sums[size, party] = amount
            if not fresh and amount != sums[size - 1, party]:
                fresh = True
        if fresh:
            rows[size], lists[size] = heads[top], top
            size += 1
        heads[top] += 1
        if heads[top] == ends[top]:
            waiting -= 1
            heap[0] = heap[waiting]
        _sink(points, shifts, heads, heap, waiting, 0)
    return size, sums, rows, lists
