"""The key of a flow chart: what each band and each sign that stands in it means.

It keeps to the width of a narrow page, so that it can be read without scrolling aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from onetext.briefing.charts import INK, SOFT
from onetext.briefing.flow_bands import LOOKS, RETURN_LOOK, BandLook
from onetext.briefing.flow_names import BACK, DROPPED, LEFT_OUT, NEW
from onetext.positions.flow_shapes import Flow, Way

ROW = 0.2
_LEFT = 0.12
_WIDTH = 5.2
_SWATCH = 0.34
_CHAR = 0.068


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the key: a band or a sign, or neither, and what it means."""

    means: str
    band: BandLook | None = None
    sign: str = ""


def entries(flow: Flow, drawn: int) -> Iterator[Entry]:
    """What the key of a flow says, where so many of its returns are drawn."""
    there = {ribbon.way for ribbons in flow.ribbons for ribbon in ribbons}
    for way in (way for way in Way if way in there):
        yield Entry(str(way), LOOKS[way])
    if drawn:
        yield Entry("left out by the drafts between, then back", RETURN_LOOK)
    if drawn < len(flow.returns):
        yield Entry(f"{len(flow.returns) - drawn} more of these are told in words only")
    columns = range(len(flow.drafts))
    gone = {back for column in columns for back in flow.gone(column).values()}
    new = {back for column in columns for back in flow.new(column).values()}
    signs = (
        (False in new, NEW, "new"),
        (False in gone, DROPPED, "dropped"),
        (True in gone, LEFT_OUT, "left out for a while"),
        (True in new, BACK, "back"),
    )
    yield from (Entry(means, sign=sign) for stands, sign, means in signs if stands)
    if gone or new:
        yield Entry("broken edge of a box: not in the draft before or after")
    yield Entry("height of a box: its words; width of a ribbon: the share that went this way")
    yield Entry("fainter ribbon: more reworded")


def rows(found: list[Entry]) -> list[list[Entry]]:
    """The entries in lines that fit the width."""
    lines: list[list[Entry]] = [[]]
    for entry in found:
        if lines[-1] and sum(map(_wide, [*lines[-1], entry])) > _WIDTH:
            lines.append([])
        lines[-1].append(entry)
    return lines


def draw_key(axes: Axes, lines: list[list[Entry]], top: float) -> None:
    for line, found in enumerate(lines):
        x, y = _LEFT, top + (line + 0.5) * ROW
        for entry in found:
            if entry.band:
                _swatch(axes, entry.band, x, y)
            elif entry.sign:
                _framed(axes, entry.sign, x, y)
            axes.text(x + _before(entry), y, entry.means, va="center", size=8.5)
            x += _wide(entry)


def _before(entry: Entry) -> float:
    return _SWATCH + 0.07 if entry.band else 0.25 if entry.sign else 0.0


def _wide(entry: Entry) -> float:
    return _before(entry) + _CHAR * (len(entry.means) + 3)


def _swatch(axes: Axes, band: BandLook, x: float, y: float) -> None:
    place, size = (x, y - band.height / 2), (_SWATCH, band.height)
    face = to_rgba(band.colour, band.alpha)
    axes.add_patch(
        Rectangle(place, *size, facecolor=face, edgecolor=band.colour, lw=0.5, ls=band.line)
    )
    if band.hatch:
        axes.add_patch(
            Rectangle(place, *size, fill=False, edgecolor=band.colour, lw=0, hatch=band.hatch)
        )


def _framed(axes: Axes, sign: str, x: float, y: float) -> None:
    axes.add_patch(
        Rectangle((x, y - 0.075), 0.19, 0.15, facecolor=to_rgba(SOFT, 0.22), edgecolor=INK,
                  lw=0.6, ls="--")
    )  # fmt: skip
    axes.text(x + 0.095, y, sign, ha="center", va="center", size=8)
