"""The flow of a text from draft to draft: a column for each draft, a box for each point.

A ribbon says which point became which: as wide at both ends as the share of the words that went
this way, the fainter the more they were reworded. A thin pale band goes past the drafts that left
a point out, from where it stood last to where it is back. Colour, hatching, line and sign say
together how it went.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from onetext.briefing.charts import INK, SOFT, Chart, NothingToDraw, drawing, label
from onetext.briefing.flow_bands import draw_return, draw_ribbons
from onetext.briefing.flow_hints import box_id, bundle_id, hints
from onetext.briefing.flow_key import ROW, draw_key, entries, rows
from onetext.briefing.flow_lanes import Box
from onetext.briefing.flow_layout import CHAR, COLUMNS_TOP, LINE, MARGIN, Layout, laid_out
from onetext.briefing.flow_names import marked
from onetext.briefing.flow_routes import Route
from onetext.briefing.flow_words import told
from onetext.briefing.words import counted
from onetext.positions.flow_shapes import Flow

MOST_DRAFTS = 8
MOST_MATTERS = 90

_TITLE_PER_INCH = 9
_MOST_LINES = 3
_ON_TOP = 3
_INSET = 0.05
_LANE_CHAR = 0.055


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
    return Chart(figure, title, told(flow), hints(flow))


def _drawn(flow: Flow, title: str) -> Figure:
    layout = laid_out(flow)
    key = rows(list(entries(flow, sum(len(route.of.returns) for route in layout.routes))))
    height = layout.bottom + 0.15 + ROW * len(key) + MARGIN
    figure = Figure(figsize=(layout.width, height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, layout.width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    written = label(title, int(layout.width * _TITLE_PER_INCH), 1)
    axes.text(MARGIN, 0.22, written, size=12, va="center")
    for route in layout.routes:
        draw_return(axes, route, bundle_id(route.of))
        _name_lanes(axes, flow, layout, route)
    for column, ribbons in enumerate(flow.ribbons):
        draw_ribbons(axes, column, ribbons, layout.boxes[column], layout.boxes[column + 1])
    for column, boxes in enumerate(layout.boxes):
        _draw_head(axes, flow, layout, column)
        _draw_column(axes, flow, layout, column, boxes)
    draw_key(axes, key, layout.bottom + 0.15)
    return figure


def _name_lanes(axes: Axes, flow: Flow, layout: Layout, route: Route) -> None:
    """What passes a column is named there, where its lane is level."""
    bundle = route.of
    titles = dict.fromkeys(flow.matters[bundle.back][at].title for at in bundle.after)
    room = int((layout.boxes[bundle.back][0].width - 2 * _INSET) / _LANE_CHAR)
    for column in bundle.without:
        axes.text(
            layout.lefts[column] + _INSET, route.lane(column), label("; ".join(titles), room, 1),
            va="center", size=7, style="italic", gid=bundle_id(bundle),
        )  # fmt: skip


def _draw_head(axes: Axes, flow: Flow, layout: Layout, column: int) -> None:
    draft = flow.drafts[column]
    wide = layout.numbers + CHAR * layout.letters
    dated = f"\n{draft.dated.isoformat()}" if draft.dated else ""
    head = label(draft.title, int(wide / 0.07), 2)
    axes.text(layout.lefts[column], COLUMNS_TOP - 0.08, f"{head}{dated}", va="bottom", size=8.5)


def _draw_column(axes: Axes, flow: Flow, layout: Layout, column: int, boxes: Sequence[Box]) -> None:
    """Each box with its number, its signs and, cut to what fits, what it deals with."""
    open_ended = flow.gone(column).keys() | flow.new(column).keys()
    for at, (matter, box) in enumerate(zip(flow.matters[column], boxes, strict=True)):
        gid = box_id(column, at)
        axes.add_patch(
            Rectangle(
                (box.left, box.top), box.width, box.height, facecolor=to_rgba(SOFT, 0.22),
                edgecolor=INK, lw=0.6, linestyle="--" if at in open_ended else "-",
                clip_on=False, zorder=_ON_TOP, gid=gid,
            )
        )  # fmt: skip
        lines = max(1, min(_MOST_LINES, int(box.height / LINE)))
        name = label(matter.title, layout.letters, lines)
        number = label(marked(flow, column, at), 16, 1)
        for x, words in ((_INSET, number), (layout.numbers, name)):
            axes.text(box.left + x, box.middle, words, va="center", size=8, zorder=_ON_TOP, gid=gid)
