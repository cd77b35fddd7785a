"""Which matched points were moved: under another point, or past their neighbours.

A point's surroundings are the nearest point above it that is matched. It was moved where its
surroundings are not matched with those of its partner. Of those that stay in the same
surroundings, the longest run that keeps its order stayed, and the others were moved past it.
So a new heading above points moves none of them, and to carry one point to the end moves one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onetext.text.comparing.assignment import increasing
from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Group


def moved(old: Side, new: Side, groups: Sequence[Group]) -> set[int]:
    """The places in `groups` of those that were moved."""
    of_old = {i: at for at, group in enumerate(groups) for i in group.old}
    of_new = {j: at for at, group in enumerate(groups) for j in group.new}
    gone: set[int] = set()
    stayed: dict[int, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        here = _surroundings(old, of_old, group.old[0], at)
        there = _surroundings(new, of_new, group.new[0], at)
        if here == there:
            stayed[here].append(at)
        else:
            gone.add(at)
    for members in stayed.values():
        members.sort(key=lambda at: groups[at].old[0])
        run = increasing([groups[at].new[0] for at in members])
        gone |= {at for rank, at in enumerate(members) if rank not in run}
    return gone


def _surroundings(side: Side, of: dict[int, int], place: int, group: int) -> int:
    """The group of the nearest point above that is matched, or -1 at the top."""
    above = side.above[place]
    while above >= 0 and of.get(above, group) == group:
        above = side.above[above]
    return of[above] if above >= 0 else -1
