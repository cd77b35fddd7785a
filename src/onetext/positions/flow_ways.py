"""How each matter went on: in its place, out of its order, or in several parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onetext.positions.flow_shapes import Way

PART_SHARE = 0.2
"""The share of a matter's words from which on what goes another way makes a split or merger."""

Pair = tuple[int, int]


def ways(shares: Iterable[tuple[Pair, float, float]]) -> dict[Pair, Way]:
    """In parts, where a good share goes another way, too; moved, where it is out of order.

    Args:
        shares: the places of two matters, and the share (0 to 1) of the words of each of the two
            that went this way.
    """
    tied = list(shares)
    strong = {pair for pair, *both in tied if max(both) >= PART_SHARE}
    going: dict[int, int] = defaultdict(int)
    coming: dict[int, int] = defaultdict(int)
    for i, j in strong:
        going[i] += 1
        coming[j] += 1
    single = sorted(pair for pair in strong if going[pair[0]] == 1 and coming[pair[1]] == 1)
    ordered = _longest_rise(single)
    return {
        pair: Way.IN_PLACE if pair in ordered else Way.MOVED if pair in single else Way.PARTS
        for pair, *_ in tied
    }


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The most pairs that keep their order on both sides, of pairs sorted by the first."""
    best: list[tuple[int, int | None]] = []
    for at, (_, j) in enumerate(pairs):
        length, before = max(
            ((best[k][0] + 1, k) for k in range(at) if pairs[k][1] < j), default=(1, None)
        )
        best.append((length, before))
    at_end = max(range(len(best)), key=lambda at: best[at][0], default=None)
    found = set()
    while at_end is not None:
        found.add(pairs[at_end])
        at_end = best[at_end][1]
    return found
