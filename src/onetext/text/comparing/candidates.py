"""Pairs of points that are worth a look for where they stand, however alike their words are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Pair

BELOW_TOGETHER = 24
"""Below two matched points, all pairs are looked at up to so many points each."""
SAME_LABEL = 8
"""Where there are more, so many of the same label."""


def in_place(old: Side, new: Side) -> set[Pair]:
    """Points at the same path, and points of the same words, in their order."""
    found = {(i, new.places[p.path]) for i, p in enumerate(old.points) if p.path in new.places}
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, words in enumerate(new.own):
        same[words].append(j)
    count: dict[tuple[str, ...], int] = defaultdict(int)
    for i, words in enumerate(old.own):
        places, rank = same.get(words, ()), count[words]
        found |= {(i, j) for j in places[max(0, rank - 1) : rank + 2]}
        count[words] += 1
    return found


def below(old: Side, new: Side, taken: Sequence[Pair]) -> set[Pair]:
    """Pairs of the points right below two that are matched."""
    under_old, under_new = _children(old), _children(new)
    found: set[Pair] = set()
    for i, j in [(-1, -1), *taken]:
        ours, theirs = under_old.get(i, []), under_new.get(j, [])
        if max(len(ours), len(theirs)) <= BELOW_TOGETHER:
            found |= {(one, other) for one in ours for other in theirs}
            continue
        by_label: dict[str, list[int]] = defaultdict(list)
        for other in theirs:
            by_label[new.labels[other]].append(other)
        found |= {
            (one, other) for one in ours for other in by_label.get(old.labels[one], ())[:SAME_LABEL]
        }
    return found


def _children(side: Side) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, above in enumerate(side.above):
        found[above].append(at)
    return found
