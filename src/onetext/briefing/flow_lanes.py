"""The boxes of one column, and between them the lanes for what passes it.

A lane is a place of its own between two boxes, or below the last, so that no band runs through a
box: what Sugiyama, Tagawa and Toda (1981, IEEE Trans. SMC 11, 109-125) call a dummy vertex.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

LANE = 0.15
"""How high a lane is, in inches."""


@dataclass(frozen=True, slots=True)
class Box:
    """The place of one point, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Stack:
    """What stands in one column: the tops of its boxes, and the middles of its lanes."""

    tops: tuple[float, ...]
    lanes: tuple[float, ...]
    bottom: float


def stacked(
    heights: Sequence[float],
    middles: Sequence[float],
    wishes: Sequence[float],
    *,
    top: float,
    space: float,
) -> Stack:
    """One column of boxes and lanes, none on another, each lane as near as may be to its wish.

    Args:
        heights: of the boxes, from the top.
        middles: where the boxes stood before; a lane goes between those around its wish.
        wishes: the middle that each lane would have best.
        top: where the column begins.
        space: between one box and the next.
    """
    order = sorted(range(len(wishes)), key=lambda lane: (wishes[lane], lane))
    gaps = [bisect_left(middles, wish) for wish in wishes]
    tops: list[float] = []
    lanes = [0.0] * len(wishes)
    for box, height in enumerate(heights):
        passing = [lane for lane in order if gaps[lane] == box]
        for lane in passing:
            lanes[lane] = top + LANE / 2
            top += LANE
        top += space if passing else 0.0
        tops.append(top)
        top += height + space
    for lane in (lane for lane in order if gaps[lane] == len(heights)):
        top = max(top, wishes[lane] - LANE / 2)
        lanes[lane] = top + LANE / 2
        top += LANE
    return Stack(tuple(tops), tuple(lanes), top)
