"""Which of many points no other dominates: as good in every place and better in one.

Points are looked at in descending order of their first number, then of the second, and so on,
so that a point can only be dominated by one that came before it. Two parties need the largest
second number so far; three a tree of maxima over the second; four a tree of such trees; more
are compared with the front found so far.

Sources: Kung, Luccio and Preparata (1975), JACM 22, 469-476, for the order; Fenwick (1994),
Software: Practice and Experience 24, 327-336, for the trees.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.compiled import compiled
from onetext.settlement.solvers.in_order import against_kept

Rows = NDArray[np.int64]
PROBES = 24


def nondominated(points: NDArray[np.int64]) -> Rows:
    """The rows of `points` (points x parties, int64) that are not dominated.

    Of equal points only the first row is given. Rows come in descending order of the points.
    """
    if not len(points):
        return np.zeros(0, dtype=np.int64)
    rows = _probed(points)
    order = rows[np.lexsort(points[rows].T[::-1])[::-1]]
    order = _first_of_equals(points, order)
    ordered = points[order]
    parties = points.shape[1]
    if parties == 1:
        return order[:1]
    if parties == 2:
        return order[_rising(ordered[:, 1])]
    ranks = np.stack([_descending_ranks(ordered[:, p]) for p in range(1, parties)], axis=1)
    if parties == 3:
        return order[_by_tree(ranks[:, 0], ordered[:, 2])]
    if parties == 4 and (int(ranks[:, 0].max()) + 2) * (int(ranks[:, 1].max()) + 2) < 2**28:
        return order[_by_trees(ranks[:, 0], ranks[:, 1], ordered[:, 3])]
    return order[_by_front(np.ascontiguousarray(ordered))]


def _probed(points: NDArray[np.int64]) -> Rows:
    """All rows but those that a few strong points dominate: a cheap first cut."""
    rows = np.arange(len(points))
    if len(points) < 2000:
        return rows
    parties = points.shape[1]
    spread = np.maximum(np.ptp(points, axis=0), 1).astype(np.float64)
    weights = np.random.default_rng(0).dirichlet(np.ones(parties), PROBES) / spread
    weights[0] = 1.0 / spread
    for weight in weights:
        left = points[rows]
        strong = left[int((left @ weight).argmax())]
        beaten = (left <= strong).all(axis=1) & (left < strong).any(axis=1)
        rows = rows[~beaten]
        if len(rows) < 2000:
            break
    return rows


def _first_of_equals(points: NDArray[np.int64], order: Rows) -> Rows:
    """Of equal points, which stand together in `order`, the one with the smallest row."""
    ordered = points[order]
    fresh = np.ones(len(order), dtype=np.bool_)
    fresh[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    return np.minimum.reduceat(order, np.flatnonzero(fresh))


def _rising(column: NDArray[np.int64]) -> NDArray[np.bool_]:
    kept = np.ones(len(column), dtype=np.bool_)
    kept[1:] = column[1:] > np.maximum.accumulate(column)[:-1]
    return kept


def _descending_ranks(column: NDArray[np.int64]) -> NDArray[np.int64]:
    """0 for the largest number, 1 for the next, equal numbers alike."""
    values, ranks = np.unique(column, return_inverse=True)
    return (len(values) - 1 - ranks).astype(np.int64)


@compiled
def _by_tree(ranks: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.bool_]:
    size = ranks.max() + 1
    tree = np.full(size + 1, np.iinfo(np.int64).min)
    kept = np.zeros(len(ranks), dtype=np.bool_)
    for row in range(len(ranks)):
        at = ranks[row] + 1
        best = np.iinfo(np.int64).min
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        if best < last[row]:
            kept[row] = True
            at = ranks[row] + 1
            while at <= size:
                tree[at] = max(tree[at], last[row])
                at += at & -at
    return kept


@compiled
def _by_trees(
    first: NDArray[np.int64], second: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.bool_]:
    wide, deep = first.max() + 1, second.max() + 1
    nothing = np.iinfo(np.int64).min
    tree = np.full((wide + 1, deep + 1), nothing)
    kept = np.zeros(len(first), dtype=np.bool_)
    for row in range(len(first)):
        best = nothing
        i = first[row] + 1
        while i > 0 and best < last[row]:
            j = second[row] + 1
            while j > 0:
                if tree[i, j] > best:
                    best = tree[i, j]
                j -= j & -j
            i -= i & -i
        if best < last[row]:
            kept[row] = True
            i = first[row] + 1
            while i <= wide:
                j = second[row] + 1
                while j <= deep:
                    if tree[i, j] < last[row]:
                        tree[i, j] = last[row]
                    j += j & -j
                i += i & -i
    return kept


@compiled
def _by_front(points: NDArray[np.int64]) -> NDArray[np.bool_]:
    kept = np.zeros(len(points), dtype=np.bool_)
    front = np.empty(len(points), dtype=np.int64)
    against_kept(points, front, 0, 0, len(points), kept)
    return kept
