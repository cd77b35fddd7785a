"""Compiled: the front of three parties, grown by one part after the other.

A front is kept in descending order of its points. With one option of the next part added to
all of it, it keeps that order, so that the fronts of all options are met in order with a heap of
one place for each option. A point goes where one met before is as good for the second and the
third party: a tree over the second party's utilities holds the third's largest. Points are rows
of a pool: three utilities, the option, and the row that it was added to; every part adds a layer.

Sources: Nemhauser and Ullmann (1969), Management Science 15, 494-505; Kung, Luccio and Preparata
(1975), JACM 22, 469-476; Fenwick (1994), Software: Practice and Experience 24, 327-336.
"""

from __future__ import annotations

import numpy as np

from onetext.settlement.solvers.compiled import compiled
from onetext.settlement.solvers.limbs import LIMB_BITS, Ints

OPTION, PARENT, COLUMNS = 3, 4, 5
NONE = -(2**63)
MOST_SUMS = 20_000_000
"""Of a front and a part; more take too much memory."""
WIDEST_TREE = 2**21
"""Of the second party's utilities, looked up as they are; wider ranges are ranked before."""


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

    `ends` says where each layer ends; `layers` how many there are already. The utilities are
    high x 2**60 + low and fit 64 bits. Returns the pool, perhaps a larger one, and how many
    layers there are now.
    """
    parts = len(starts) - 1
    values = (high << LIMB_BITS) + low
    steps = 0
    while layers <= parts:
        part = parts - layers
        begin = ends[layers - 2] if layers > 1 else 0
        end = ends[layers - 1]
        options = starts[part + 1] - starts[part]
        steps += 50 * (end - begin) * options
        if steps > most or (end - begin) * options > MOST_SUMS:
            break
        found = _merged(pool[begin:end], values[:, starts[part] : starts[part + 1]], begin)
        if end + len(found) > len(pool):
            grown = np.empty((2 * (end + len(found)), COLUMNS), dtype=np.int64)
            grown[:end] = pool[:end]
            pool = grown
        pool[end : end + len(found)] = found
        ends[layers] = end + len(found)
        layers += 1
    return pool, layers


@compiled
def _merged(front: Ints, values: Ints, begin: int) -> Ints:
    """The front of `front` and one more part, whose options are worth `values`."""
    size, options = len(front), values.shape[1]
    found = np.empty((size * options, COLUMNS), dtype=np.int64)
    if not size or not options:
        return found
    top = front[:, 1].max() + values[1].max()
    span = top - front[:, 1].min() - values[1].min() + 1
    ranked = span > WIDEST_TREE
    levels = _levels(front, values) if ranked else np.empty(0, dtype=np.int64)
    if ranked:
        span = len(levels)
    tree = np.full(span + 1, NONE)
    heads = values.T + front[0, :3]
    place = np.zeros(options, dtype=np.int64)
    heap = np.arange(options)
    for at in range(options // 2 - 1, -1, -1):
        _sink(heap, options, at, heads)
    alive, count = options, 0
    while alive:
        option = heap[0]
        second, third = heads[option, 1], heads[option, 2]
        rank = span - np.searchsorted(levels, second) if ranked else top - second + 1
        best, at = NONE, rank
        while at > 0 and best < third:
            best = max(best, tree[at])
            at -= at & -at
        if best < third:
            found[count, :3] = heads[option]
            found[count, OPTION] = option
            found[count, PARENT] = begin + place[option]
            count += 1
            at = rank
            while at <= span:
                tree[at] = max(tree[at], third)
                at += at & -at
        place[option] += 1
        if place[option] == size:
            alive -= 1
            heap[0] = heap[alive]
        else:
            for party in range(3):
                heads[option, party] = front[place[option], party] + values[party, option]
        _sink(heap, alive, 0, heads)
    return found[:count]


@compiled
def _levels(front: Ints, values: Ints) -> Ints:
    """All sums of the second party's utilities, ascending."""
    sums = np.empty((len(front), values.shape[1]), dtype=np.int64)
    for row in range(len(front)):
        sums[row] = front[row, 1] + values[1]
    return np.unique(sums)


@compiled
def _sink(heap: Ints, size: int, at: int, heads: Ints) -> None:
    moved = heap[at] if size else 0
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and _first(heads, heap[child + 1], heap[child]):
            child += 1
        if not _first(heads, heap[child], moved):
            break
        heap[at] = heap[child]
        at = child
    if size:
        heap[at] = moved


@compiled
def _first(heads: Ints, one: int, other: int) -> bool:
    """Whether the head of option `one` comes before that of `other`; of equals the lower."""
    for party in range(3):
        if heads[one, party] != heads[other, party]:
            return bool(heads[one, party] > heads[other, party])
    return one < other


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
    """Up to `most` ways to the point of the last layer in `row`, in ascending order."""
    parts = len(starts) - 1
    values = (high << LIMB_BITS) + low
    begin = ends[parts - 1] if parts else 0
    ways = np.empty((most, parts), dtype=np.int64)
    rest = np.empty((parts + 1, 3), dtype=np.int64)
    rest[0] = pool[begin + row, :3]
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
        rest[depth + 1] = rest[depth] - values[:, place]
        layer = parts - depth - 1
        if _in_layer(pool, ends[layer - 1] if layer else 0, ends[layer], rest[depth + 1]):
            depth += 1
    return ways[:found]


@compiled
def _in_layer(pool: Ints, begin: int, end: int, point: Ints) -> bool:
    while begin < end:
        middle = (begin + end) // 2
        ahead = 0
        for party in range(3):
            if pool[middle, party] != point[party]:
                ahead = 1 if pool[middle, party] > point[party] else -1
                break
        if ahead == 0:
            return True
        if ahead > 0:
            begin = middle + 1
        else:
            end = middle
    return False
