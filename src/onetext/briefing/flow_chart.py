"""The flow of a text from draft to draft: a column for each draft, a box for each point.

A ribbon says which point became which: as wide at both ends as the share of the words that went
this way, the fainter the more they were reworded. Colour and hatching say together how it went.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from onetext.briefing.charts import (
    COLOURS,
    INK,
    SOFT,
    Chart,
    NothingToDraw,
    drawing,
    label,
    plain,
)
from onetext.briefing.words import counted, listed
from onetext.positions.flow import Flow, Matter, Ribbon, Way

MOST_DRAFTS = 8
MOST_MATTERS = 90

# All lengths in inches.
_MARGIN = 2.15
_BOX = 0.8
_GAP = 1.05
_WIDE_GAP = 1.9
_FEW = 3
_HEAD = 0.75
_FOOT = 0.5
_ROW = 0.15
_SPACE = 0.045
_FOR_WORDS = 3.6

_TITLE_CHARS = 30
_HEAD_CHARS = 22
_LABEL_CHARS = 12
_PALEST, _DARKEST = 0.16, 0.72
_LOOKS = {
    Way.IN_PLACE: (COLOURS[0], ""),
    Way.MOVED: (COLOURS[1], "////"),
    Way.PARTS: (COLOURS[2], "xxx"),
    Way.ISSUE: (COLOURS[4], ""),
}
_THIN = 0.045
_BEND = 0.5
_CHAR = 0.075


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    height: float


def flow_chart(flow: Flow, name: str) -> Chart:
    """The flow through two to eight drafts.

    Raises:
        NothingToDraw: there are fewer drafts, or more, or more points than can be told apart.
    """
    count = len(flow.drafts)
    if not 2 <= count <= MOST_DRAFTS:
        raise NothingToDraw(
            f"The flow from draft to draft was to be drawn, but there are {counted(count, 'draft')}"
            f". It takes 2 to {MOST_DRAFTS}: name a period with --as-of."
        )
    most = max(len(column) for column in flow.matters)
    if not 0 < most <= MOST_MATTERS:
        raise NothingToDraw(
            "The flow from draft to draft was to be drawn, but a draft has "
            f"{counted(most, 'point')} at its top. It takes 1 to {MOST_MATTERS}."
        )
    title = f"From draft to draft: {name}"
    with drawing():
        figure = _drawn(flow, title)
    return Chart(figure, title, _told(flow))


def _drawn(flow: Flow, title: str) -> Figure:
    boxes = _boxes(flow)
    gap = _gap(flow)
    width = 2 * _MARGIN + len(flow.drafts) * _BOX + (len(flow.drafts) - 1) * gap
    height = _FOOT + max(column[-1].top + column[-1].height for column in boxes if column)
    figure = Figure(figsize=(width, height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    axes.text(0.1, 0.22, label(title, int(width * 9), 1), size=12, va="center")
    for column, ribbons in enumerate(flow.ribbons):
        _draw_ribbons(axes, ribbons, boxes[column], boxes[column + 1])
    for column, matters in enumerate(flow.matters):
        _draw_column(axes, flow, column, matters, boxes[column], last=len(flow.drafts) - 1)
    _key(axes, flow, height - _FOOT / 2)
    return figure


def _gap(flow: Flow) -> float:
    return _WIDE_GAP if len(flow.drafts) <= _FEW else _GAP


def _boxes(flow: Flow) -> list[list[_Box]]:
    """Where every box stands: as high as its words, and high enough for its label."""
    most = max(sum(matter.words for matter in column) for column in flow.matters) or 1
    left = _MARGIN
    columns = []
    for matters in flow.matters:
        top = _HEAD + 0.35
        column = []
        for matter in matters:
            height = max(_ROW, _FOR_WORDS * matter.words / most)
            column.append(_Box(left, top, height))
            top += height + _SPACE
        columns.append(column)
        left += _BOX + _gap(flow)
    return columns


def _draw_column(
    axes: Axes, flow: Flow, column: int, matters: Sequence[Matter], boxes: Sequence[_Box], last: int
) -> None:
    draft = flow.drafts[column]
    middle = _MARGIN + column * (_BOX + _gap(flow)) + _BOX / 2
    head = label(draft.title, _HEAD_CHARS, 2)
    dated = f"\n{draft.dated.isoformat()}" if draft.dated else ""
    axes.text(middle, _HEAD + 0.27, f"{head}{dated}", ha="center", va="bottom", size=8.5)
    gone, new = flow.gone(column), flow.new(column)
    for at, (matter, box) in enumerate(zip(matters, boxes, strict=True)):
        axes.add_patch(
            Rectangle(
                (box.left, box.top), _BOX, box.height, facecolor=to_rgba(SOFT, 0.22),
                edgecolor=INK, lw=0.6, linestyle="--" if at in gone or at in new else "-",
                clip_on=False,
            )
        )  # fmt: skip
        centre = box.top + box.height / 2
        words = f"{_sign(new, at, '+', '↩')} {matter.label or '–'} {_sign(gone, at, '×', '…')}"
        short = label(words, _LABEL_CHARS + 2, 1)
        axes.text(box.left + _BOX / 2, centre, short, ha="center", va="center", size=7)
        name = label(matter.title, _TITLE_CHARS, 1)
        if column == 0:
            axes.text(box.left - 0.07, centre, name, ha="right", va="center", size=7.5)
        if column == last:
            axes.text(box.left + _BOX + 0.07, centre, name, ha="left", va="center", size=7.5)


def _sign(places: Mapping[int, bool], at: int, for_good: str, for_a_while: str) -> str:
    """What is new or gone is marked, otherwise than what was there or comes back."""
    return "" if at not in places else for_a_while if places[at] else for_good


def _draw_ribbons(
    axes: Axes, ribbons: Sequence[Ribbon], old: Sequence[_Box], new: Sequence[_Box]
) -> None:
    starts: dict[Ribbon, float] = {}
    ends: dict[Ribbon, float] = {}
    for boxes, side, places in ((old, "before", starts), (new, "after", ends)):
        taken: dict[int, float] = defaultdict(float)
        other = "after" if side == "before" else "before"
        for ribbon in sorted(ribbons, key=lambda one: (getattr(one, side), getattr(one, other))):
            at = getattr(ribbon, side)
            places[ribbon] = boxes[at].top + taken[at]
            taken[at] += _share(ribbon, ribbons, side) * boxes[at].height
    for ribbon in sorted(ribbons, key=lambda one: one.way is not Way.IN_PLACE):
        source, target = old[ribbon.before], new[ribbon.after]
        left, right = source.left + _BOX, target.left
        if ribbon.way is Way.ISSUE:
            start = (left, source.top + (source.height - _THIN) / 2, _THIN)
            end = (right, target.top + (target.height - _THIN) / 2, _THIN)
        else:
            start = (left, starts[ribbon], _share(ribbon, ribbons, "before") * source.height)
            end = (right, ends[ribbon], _share(ribbon, ribbons, "after") * target.height)
        _ribbon(axes, ribbon, start, end)


def _share(ribbon: Ribbon, ribbons: Sequence[Ribbon], side: str) -> float:
    """The share of its box that a ribbon takes; all of a box share it where they are too wide."""
    share: float = getattr(ribbon, f"share_{side}")
    at = getattr(ribbon, side)
    whole = math.fsum(getattr(one, f"share_{side}") for one in ribbons if getattr(one, side) == at)
    return share / max(1.0, whole)


def _ribbon(
    axes: Axes,
    ribbon: Ribbon,
    start: tuple[float, float, float],
    end: tuple[float, float, float],
) -> None:
    (x0, y0, h0), (x1, y1, h1) = start, end
    bend = (x1 - x0) * _BEND
    path = Path(
        [
            (x0, y0),
            (x0 + bend, y0),
            (x1 - bend, y1),
            (x1, y1),
            (x1, y1 + h1),
            (x1 - bend, y1 + h1),
            (x0 + bend, y0 + h0),
            (x0, y0 + h0),
            (x0, y0),
        ],
        [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY],
    )
    colour, hatch = _LOOKS[ribbon.way]
    face = to_rgba(colour, _alpha(ribbon.similarity))
    line = "--" if ribbon.way is Way.ISSUE else "-"
    axes.add_patch(
        PathPatch(path, facecolor=face, edgecolor=colour, lw=0.5, linestyle=line, clip_on=False)
    )
    if hatch:
        axes.add_patch(
            PathPatch(path, fill=False, edgecolor=colour, lw=0, hatch=hatch, clip_on=False)
        )


def _alpha(similarity: float) -> float:
    return _PALEST + (_DARKEST - _PALEST) * max(0.0, min(1.0, similarity))


def _key(axes: Axes, flow: Flow, y: float) -> None:
    """One line under the columns: what the colours and signs that stand there mean."""
    there = {ribbon.way for ribbons in flow.ribbons for ribbon in ribbons}
    x = 0.1
    for way in (way for way in Way if way in there):
        colour, hatch = _LOOKS[way]
        line = "--" if way is Way.ISSUE else "-"
        face = to_rgba(colour, _alpha(0.0 if way is Way.ISSUE else 0.6))
        high = _THIN if way is Way.ISSUE else 0.14
        place = (x, y - high / 2)
        axes.add_patch(
            Rectangle(place, 0.32, high, facecolor=face, edgecolor=colour, lw=0.5, linestyle=line)
        )
        if hatch:
            axes.add_patch(
                Rectangle(place, 0.32, high, fill=False, edgecolor=colour, lw=0, hatch=hatch)
            )
        axes.text(x + 0.38, y, str(way), va="center", size=8)
        x += 0.55 + _CHAR * len(way)
    columns = range(len(flow.drafts))
    gone = {back for column in columns for back in flow.gone(column).values()}
    new = {back for column in columns for back in flow.new(column).values()}
    signs = [
        *(["+ new"] if False in new else []),
        *(["× dropped"] if False in gone else []),
        *(["… left out for a while"] if True in gone else []),
        *(["↩ back"] if True in new else []),
        "fainter: more reworded",
    ]
    axes.text(x, y, " · ".join(signs), va="center", size=8)


def _told(flow: Flow) -> str:
    """The flow in sentences: for every step, how many points went which way."""
    sentences = [
        f"{counted(len(flow.drafts), 'draft')}, in order of time: "
        + listed(
            [
                f"{plain(d.title)} ({counted(len(m), 'point')})"
                for d, m in zip(flow.drafts, flow.matters, strict=True)
            ]
        )
        + "."
    ]
    for column, ribbons in enumerate(flow.ribbons):
        ways = [
            f"{len({ribbon.before for ribbon in ribbons if ribbon.way is way})} {way}"
            for way in Way
            if any(ribbon.way is way for ribbon in ribbons)
        ]
        gone, new = flow.gone(column), flow.new(column + 1)
        parts = [
            *ways,
            *([f"{len(gone)} dropped"] if gone else []),
            *([f"{len(new)} new"] if new else []),
        ]
        after = plain(flow.drafts[column + 1].title)
        sentences.append(f"To {after}: {listed(parts) or 'nothing went on'}.")
        moved = [
            f"{_named(flow, column, ribbon.before)} became {_named(flow, column + 1, ribbon.after)}"
            for ribbon in ribbons
            if ribbon.way in (Way.MOVED, Way.PARTS)
        ]
        if moved:
            sentences.append(f"{'; '.join(moved)}.")
    return " ".join(sentences)


def _named(flow: Flow, column: int, at: int) -> str:
    matter = flow.matters[column][at]
    return plain(f"{matter.label} {matter.title}".strip())
