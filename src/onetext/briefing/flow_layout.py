"""Where the columns, boxes and returns of a flow stand. All lengths in inches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.briefing.charts import label
from onetext.briefing.flow_bundles import Bundle, drawn
from onetext.briefing.flow_lanes import Box, Stack, stacked
from onetext.briefing.flow_names import marked
from onetext.briefing.flow_routes import Route, routes, wish
from onetext.positions.flow_shapes import Flow

MARGIN = 0.12
CHAR = 0.062
"""A letter of a box."""
LINE = 0.125
"""A line of letters in a box."""
COLUMNS_TOP = 1.1
_PADDING = 0.06
_SPACE = 0.045
_FOR_WORDS = 3.6
_LEAST_WIDTH = 5.4
_SIZES = ((3, 28, 1.5), (5, 23, 0.8), (8, 19, 0.75))  # up to so many drafts: letters, gap
_MOST_LINES = 2
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture without its key: `lefts` are the left edges of the columns, `numbers` is
    the width that numbers take of a box, `letters` how many letters of a title fit beside it."""

    width: float
    bottom: float
    lefts: tuple[float, ...]
    numbers: float
    letters: int
    boxes: tuple[tuple[Box, ...], ...]
    routes: tuple[Route, ...]


def laid_out(flow: Flow) -> Layout:
    """A column for each draft, boxes as high as their words, lanes for what passes between."""
    letters, gap = next((chars, gap) for most, chars, gap in _SIZES if len(flow.drafts) <= most)
    places = [(c, at) for c, column in enumerate(flow.matters) for at in range(len(column))]
    numbers = CHAR * (2 + max(len(marked(flow, *place)) for place in places))
    wide = numbers + CHAR * (letters + 1)
    lefts = [MARGIN + column * (wide + gap) for column in range(len(flow.drafts))]
    heights = _heights(flow, letters)
    shown = drawn(flow)
    stacks = [stacked(column, [], [], top=COLUMNS_TOP, space=_SPACE) for column in heights]
    for _ in range(_ROUNDS if shown else 0):
        stacks = _with_lanes(heights, stacks, shown)
    boxes = tuple(
        tuple(Box(left, top, wide, high) for top, high in zip(stack.tops, column, strict=True))
        for left, stack, column in zip(lefts, stacks, heights, strict=True)
    )
    width = max(_LEAST_WIDTH, lefts[-1] + wide + MARGIN)
    bottom = max(stack.bottom for stack in stacks)
    ways = routes(shown, boxes, stacks, [(left, left + wide) for left in lefts])
    return Layout(width, bottom, tuple(lefts), numbers, letters, boxes, ways)


def _heights(flow: Flow, letters: int) -> list[list[float]]:
    """As high as its words, and high enough for its name."""
    most = max(sum(matter.words for matter in column) for column in flow.matters) or 1
    return [
        [
            max(
                _PADDING + LINE * (1 + label(matter.title, letters, _MOST_LINES).count("\n")),
                _FOR_WORDS * matter.words / most,
            )
            for matter in column
        ]
        for column in flow.matters
    ]


def _with_lanes(
    heights: Sequence[Sequence[float]], stacks: Sequence[Stack], shown: Sequence[Bundle]
) -> list[Stack]:
    """Every column again, with a lane for each bundle that passes it."""
    middles = [
        [top + high / 2 for top, high in zip(stack.tops, column, strict=True)]
        for stack, column in zip(stacks, heights, strict=True)
    ]
    found = []
    for column, high in enumerate(heights):
        wishes = [wish(one, middles, column) for one in shown if column in one.without]
        found.append(stacked(high, middles[column], wishes, top=COLUMNS_TOP, space=_SPACE))
    return found
