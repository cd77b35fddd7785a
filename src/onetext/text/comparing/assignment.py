"""One optimal assignment: of all ways to pair points, the one whose pairs weigh most together.

A point may stay alone, at weight 0. Points that share no candidate, even through others, are
assigned apart: each connected part of the graph of candidates is one assignment problem
(Crouse 2016, as scipy solves it), and the parts of a real draft are small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np


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
    useful = [
        (i, j, float(weight)) for (i, j), weight in zip(pairs, weights, strict=True) if weight > 0
    ]
    if not useful:
        return []
    edges = ([i for i, _, _ in useful], [old + j for _, j, _ in useful])
    from scipy import sparse  # loads scipy, half of a command's start
    from scipy.sparse.csgraph import connected_components

    graph = sparse.csr_matrix((np.ones(len(useful)), edges), shape=(old + new, old + new))
    _, parts = connected_components(graph, directed=False)
    by_part: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for edge in useful:
        by_part[parts[edge[0]]].append(edge)
    return sorted(pair for part in by_part.values() for pair in _assigned(part))


def _assigned(part: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The best assignment of one connected part; a pair that is no candidate weighs nothing."""
    if len(part) == 1:
        return [part[0][:2]]
    rows = {i: at for at, i in enumerate(sorted({i for i, _, _ in part}))}
    columns = {j: at for at, j in enumerate(sorted({j for _, j, _ in part}))}
    table = np.zeros((len(rows), len(columns)))
    for i, j, weight in part:
        table[rows[i], columns[j]] = weight
    from scipy.optimize import linear_sum_assignment

    taken = zip(*linear_sum_assignment(table, maximize=True), strict=True)
    ours, theirs = list(rows), list(columns)
    return [(ours[one], theirs[other]) for one, other in taken if table[one, other] > 0]


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
