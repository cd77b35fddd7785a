"""What stands around two points: whether those above, beside and below them are matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Pair

LEVELS = 6
"""How far up points count for the points above them."""


def around(old: Side, new: Side, pairs: Sequence[Pair], taken: Sequence[Pair]) -> tuple[Any, Any]:
    """Whether the points above are matched, and how near are neighbours that are."""
    partner = {-1: -1, len(old): len(new), **dict(taken)}
    back = {-1: -1, len(new): len(old), **{j: i for i, j in taken}}
    over = [float(partner.get(old.above[i], -2) == new.above[j]) for i, j in pairs]
    before, before_new = _latest(partner, len(old)), _latest(back, len(new))
    after, after_new = _next(partner, len(old)), _next(back, len(new))
    beside = []
    for i, j in pairs:
        near = 0.0
        for ours, theirs in ((before[i], before_new[j]), (after[i], after_new[j])):
            if partner[ours] == theirs:
                near += ((i - ours) * (j - theirs)) ** -0.5 / 2
        beside.append(near)
    return np.array(over), np.array(beside)


def _latest(partner: dict[int, int], length: int) -> list[int]:
    """For each point, the nearest before it that is matched; -1 is the start of the text."""
    found, latest = [], -1
    for at in range(length):
        found.append(latest)
        if at in partner:
            latest = at
    return found


def _next(partner: dict[int, int], length: int) -> list[int]:
    """For each point, the nearest after it that is matched; `length` is the end of the text."""
    found, coming = [], length
    for at in range(length - 1, -1, -1):
        found.append(coming)
        if at in partner:
            coming = at
    return found[::-1]


def above(old: Side, new: Side, taken: Sequence[Pair]) -> Counter[Pair]:
    """How many matched points stand below each two points."""
    count: Counter[Pair] = Counter()
    for i, j in taken:
        theirs = list(_over(new, j))
        count.update((one, other) for one in _over(old, i) for other in theirs)
    return count


def _over(side: Side, at: int) -> Iterator[int]:
    """The points above a point, the nearest first; no more than are worth a look."""
    for _ in range(LEVELS):
        at = side.above[at]
        if at < 0:
            return
        yield at


def sharing(old: Side, new: Side, pairs: Sequence[Pair], taken: Sequence[Pair]) -> Any:
    """The share of the matched points below two that are matched with each other."""
    both = above(old, new, taken)
    ours = Counter(one for i, _ in taken for one in _over(old, i))
    theirs = Counter(other for _, j in taken for other in _over(new, j))
    return np.array(
        [2 * both[i, j] / (ours[i] + theirs[j]) if (i, j) in both else 0.0 for i, j in pairs]
    )


def under(old: Side, new: Side, pairs: Sequence[Pair], taken: Sequence[Pair]) -> Any:
    """Whether a point above the one is matched with a point above the other."""
    partners: dict[int, set[int]] = {}
    for i, j in taken:
        partners.setdefault(i, set()).add(j)
    return np.array(
        [
            float(
                any(not partners.get(one, set()).isdisjoint(_over(new, j)) for one in _over(old, i))
            )
            for i, j in pairs
        ]
    )
