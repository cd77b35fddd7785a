"""The bands of a flow chart: ribbons from draft to draft, and returns over drafts between."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.typing import LineStyleType

from onetext.briefing.charts import COLOURS
from onetext.briefing.flow_hints import ribbon_id
from onetext.briefing.flow_lanes import Box
from onetext.briefing.flow_routes import Route
from onetext.positions.flow_shapes import Ribbon, Way

Station = tuple[float, float, float]
"""Where a band passes: x, its upper edge, its height (inches)."""


@dataclass(frozen=True, slots=True)
class BandLook:
    """How a band is drawn: colour, hatching and line together, so that none stands alone."""

    colour: str
    hatch: str
    line: LineStyleType
    alpha: float = 0.5
    height: float = 0.14


LOOKS: Mapping[Way, BandLook] = {
    Way.IN_PLACE: BandLook(COLOURS[0], "", "-"),
    Way.MOVED: BandLook(COLOURS[1], "////", "-"),
    Way.PARTS: BandLook(COLOURS[2], "xxx", "-"),
    Way.ISSUE: BandLook(COLOURS[4], "", "-", 1.0, 0.012),
}
RETURN_LOOK = BandLook(COLOURS[3], "", (0.0, (3.0, 1.5)), 0.16, 0.12)
_PALEST, _DARKEST = 0.16, 0.72
_BEHIND, _ABOVE = 0.5, 1.0
_BEND = 0.5
_END = 0.05


def draw_ribbons(
    axes: Axes, column: int, ribbons: Sequence[Ribbon], old: Sequence[Box], new: Sequence[Box]
) -> None:
    """The ribbons from a column to the next, each at both ends as wide as its share of the box."""
    starts = _edges(ribbons, old, "before", "after")
    ends = _edges(ribbons, new, "after", "before")
    for ribbon in sorted(ribbons, key=lambda one: one.way is not Way.IN_PLACE):
        source, target, look = old[ribbon.before], new[ribbon.after], LOOKS[ribbon.way]
        if ribbon.way is Way.ISSUE:
            start = (source.right, source.middle - look.height / 2, look.height)
            end = (target.left, target.middle - look.height / 2, look.height)
        else:
            start = (
                source.right,
                starts[ribbon],
                _share(ribbon, ribbons, "before") * source.height,
            )
            end = (target.left, ends[ribbon], _share(ribbon, ribbons, "after") * target.height)
        alpha = look.alpha if ribbon.way is Way.ISSUE else shade(ribbon.similarity)
        _draw(axes, _band([start, end]), look, alpha, ribbon_id(column, ribbon), _ABOVE)


def draw_return(axes: Axes, route: Route, gid: str) -> None:
    """A bundle of returns, behind all else: pale, with a broken outline, thinner at its boxes."""
    for way in route.ways:
        stations = []
        for x, y in way:
            high = RETURN_LOOK.height if y in route.lanes else _END
            stations.append((x, y - high / 2, high))
        _draw(axes, _band(stations), RETURN_LOOK, RETURN_LOOK.alpha, gid, _BEHIND)


def shade(similarity: float) -> float:
    """The opacity of a ribbon: the fainter, the more was reworded."""
    return _PALEST + (_DARKEST - _PALEST) * max(0.0, min(1.0, similarity))


def _draw(axes: Axes, path: Path, look: BandLook, alpha: float, gid: str, depth: float) -> None:
    face = to_rgba(look.colour, alpha)
    style = {"edgecolor": look.colour, "clip_on": False, "zorder": depth, "gid": gid}
    axes.add_patch(PathPatch(path, facecolor=face, lw=0.5, linestyle=look.line, **style))
    if look.hatch:
        axes.add_patch(PathPatch(path, fill=False, lw=0, hatch=look.hatch, **style))


def _band(stations: Sequence[Station]) -> Path:
    """A band through stations: level at each of them, and bent where their heights differ."""
    upper = [(x, y) for x, y, _ in stations]
    lower = [(x, y + high) for x, y, high in reversed(stations)]
    vertices, codes = [upper[0]], [Path.MOVETO]
    for edge in (upper, lower):
        if edge is lower:
            vertices.append(edge[0])
            codes.append(Path.LINETO)
        for (x0, y0), (x1, y1) in pairwise(edge):
            if y0 == y1:
                vertices.append((x1, y1))
                codes.append(Path.LINETO)
            else:
                bend = (x1 - x0) * _BEND
                vertices += [(x0 + bend, y0), (x1 - bend, y1), (x1, y1)]
                codes += [Path.CURVE4] * 3
    return Path([*vertices, upper[0]], [*codes, Path.CLOSEPOLY])


def _edges(
    ribbons: Sequence[Ribbon], boxes: Sequence[Box], side: str, other: str
) -> dict[Ribbon, float]:
    """The upper edge of each ribbon at one side: one below the other, in the other side's order."""
    found = {}
    taken: dict[int, float] = defaultdict(float)
    for ribbon in sorted(ribbons, key=lambda one: (getattr(one, side), getattr(one, other))):
        at = getattr(ribbon, side)
        found[ribbon] = boxes[at].top + taken[at]
        taken[at] += _share(ribbon, ribbons, side) * boxes[at].height
    return found


def _share(ribbon: Ribbon, ribbons: Sequence[Ribbon], side: str) -> float:
    """The share of its box that a ribbon takes; all of a box share it where they are too wide."""
    share: float = getattr(ribbon, f"share_{side}")
    at = getattr(ribbon, side)
    whole = math.fsum(getattr(one, f"share_{side}") for one in ribbons if getattr(one, side) == at)
    return share / max(1.0, whole)
