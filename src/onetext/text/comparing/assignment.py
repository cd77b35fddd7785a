"""One optimal assignment: of all ways to pair points, the one whose pairs weigh most together.

A point may stay alone, at weight 0. As an assignment on a sparse graph (Jonker and Volgenant
1987, as scipy solves it): beside each point stands a shade of it on the other side, which takes
it where it stays alone; the shades of two points take each other where the points are paired.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def assign(
    pairs: Sequence[tuple[int, int]], weights: Sequence[float], old: int, new: int
) -> list[tuple[int, int]]:
    """The pairs that together weigh most, no point twice; only pairs of positive weight.

    Args:
        pairs: places in the two drafts that may be paired, each pair once.
        weights: of `pairs`.
        old: how many points the draft before has.
        new: how many the draft after has.
    """
    useful = [(pair, weight) for pair, weight in zip(pairs, weights, strict=True) if weight > 0]
    if not useful:
        return []
    top = max(weight for _, weight in useful) + 1.0  # zeros and below would be no edges
    rows = [i for (i, _), _ in useful] + [old + j for (_, j), _ in useful]
    columns = [j for (_, j), _ in useful] + [new + i for (i, _), _ in useful]
    costs = [2 * top - weight for _, weight in useful] + [top] * len(useful)
    rows += [*range(old), *range(old, old + new)]
    columns += [*range(new, new + old), *range(new)]
    costs += [1.5 * top] * (old + new)
    graph = sparse.csr_matrix((costs, (rows, columns)), shape=(old + new, old + new))
    taken = zip(*min_weight_full_bipartite_matching(graph), strict=True)
    return sorted((int(i), int(j)) for i, j in taken if i < old and j < new)


def increasing(places: Sequence[int]) -> set[int]:
    """Which of `places`, by index, make a longest run that only goes up (Schensted 1961)."""
    if not places:
        return set()
    tails: list[int] = []
    values: list[int] = []
    before = [-1] * len(places)
    for at, place in enumerate(places):
        rank = int(np.searchsorted(values, place))
        before[at] = tails[rank - 1] if rank else -1
        tails[rank : rank + 1] = [at]
        values[rank : rank + 1] = [place]
    run, at = set(), tails[-1]
    while at >= 0:
        run.add(at)
        at = before[at]
    return run
