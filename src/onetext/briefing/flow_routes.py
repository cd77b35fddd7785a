"""By which way each bundle of returns goes past the drafts that left its points out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from onetext.briefing.flow_bundles import Bundle
from onetext.briefing.flow_lanes import Box, Stack

Spot = tuple[float, float]
"""x and y, in inches."""
Ends = dict[tuple[int, int, int], Spot]
"""Where a bundle, by its place, meets a box, by its column and place."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a bundle: level past each column that it passes, its ends spread to the boxes.

    Where it has one end on either side, it is one way from box to box.
    """

    of: Bundle
    lanes: tuple[float, ...]
    ways: tuple[tuple[Spot, ...], ...]

    def lane(self, column: int) -> float:
        """The middle of its lane past a column."""
        return self.lanes[self.of.without.index(column)]


def wish(bundle: Bundle, middles: Sequence[Sequence[float]], column: int) -> float:
    """Where a bundle passes a column best: on the straight line between the middles of its ends."""
    start = fmean([middles[bundle.last][at] for at in bundle.before])
    end = fmean([middles[bundle.back][at] for at in bundle.after])
    return start + (end - start) * (column - bundle.last) / (bundle.back - bundle.last)


def routes(
    shown: Sequence[Bundle],
    boxes: Sequence[Sequence[Box]],
    stacks: Sequence[Stack],
    sides: Sequence[Spot],
) -> tuple[Route, ...]:
    """The ways of bundles.

    Args:
        shown: the bundles; their lanes stand in each column in this order.
        boxes: by column and place.
        stacks: the columns.
        sides: the left and the right edge of each column.
    """
    trunks = [_trunk(place, shown, stacks, sides) for place in range(len(shown))]
    ends = _ends(shown, trunks, boxes)
    found = []
    for place, (bundle, trunk) in enumerate(zip(shown, trunks, strict=True)):
        lanes = tuple(y for _, y in trunk[::2])
        stems = [ends[place, bundle.last, at] for at in bundle.before]
        tips = [ends[place, bundle.back, at] for at in bundle.after]
        if len(stems) == len(tips) == 1:
            found.append(Route(bundle, lanes, ((*stems, *trunk, *tips),)))
        else:
            spread = (*((stem, trunk[0]) for stem in stems), *((trunk[-1], tip) for tip in tips))
            found.append(Route(bundle, lanes, (trunk, *spread)))
    return tuple(found)


def _trunk(
    place: int, shown: Sequence[Bundle], stacks: Sequence[Stack], sides: Sequence[Spot]
) -> tuple[Spot, ...]:
    """The way of a bundle along its lanes."""
    found: list[Spot] = []
    for column in shown[place].without:
        lane = sum(column in one.without for one in shown[:place])
        found += [(x, stacks[column].lanes[lane]) for x in sides[column]]
    return tuple(found)


def _ends(
    shown: Sequence[Bundle], trunks: Sequence[Sequence[Spot]], boxes: Sequence[Sequence[Box]]
) -> Ends:
    """Where bundles meet boxes: evenly spread over a side, in the order of their lanes."""
    meeting: dict[tuple[int, int, bool], list[tuple[float, int]]] = defaultdict(list)
    for place, (bundle, trunk) in enumerate(zip(shown, trunks, strict=True)):
        for at in bundle.before:
            meeting[bundle.last, at, True].append((trunk[0][1], place))
        for at in bundle.after:
            meeting[bundle.back, at, False].append((trunk[-1][1], place))
    found: Ends = {}
    for (column, at, leaves), those in meeting.items():
        box = boxes[column][at]
        for number, (_, place) in enumerate(sorted(those), 1):
            y = box.top + box.height * number / (len(those) + 1)
            found[place, column, at] = (box.right if leaves else box.left, y)
    return found
