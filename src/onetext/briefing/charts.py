"""Charts as SVG that stands on its own: no script, no font, nothing to fetch.

Text stays text, so that it can be searched and read aloud. The ground is transparent; lines and
letters are dark, and light where the reader's page is dark. Nothing rests on colour alone:
packages differ in marker and line, and carry their letters. Equal settlements give equal bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
import textwrap
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.typing import LineStyleType

from onetext.errors import OnetextError
from onetext.settlement.problem import Problem
from onetext.text.showing import shown

INK, SOFT = "#3d4146", "#80858b"
DOTS_PER_INCH = 160
READABLE_PT_PER_INCH = 54  # of the 72 at which a chart is drawn
_DARK = {INK: "#e3e5e8", SOFT: "#90959b"}

# Okabe and Ito (2008), Color Universal Design: told apart by people who do not see all colours.
# The fifth is black in their set; here it is a brown that shows on a dark ground, too.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#a6761d")
MARKERS = ("o", "s", "^", "D", "P")
DASHES: tuple[LineStyleType, ...] = (
    "-",
    "--",
    "-.",
    ":",
    (0.0, (6.0, 1.5, 1.0, 1.5, 1.0, 1.5)),
)
HATCHES = ("", "////", "....", "xxxx", "----")
"""For few and large areas only: each hatched area carries its whole pattern in the file."""

_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "onetext",
    "text.parse_math": False,
    "axes.formatter.use_mathtext": False,
    "axes.unicode_minus": True,
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10,
    "hatch.linewidth": 0.6,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "axes.titlesize": 12,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
}
_FAMILY = "'DejaVu Sans', sans-serif"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class NothingToDraw(OnetextError):
    """A chart was asked for of something that the settlement does not hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """A drawn figure, and what it says to who does not see it.

    `told` may have several lines, each a paragraph; `hints` say what a part is where a pointer
    rests on it, by the id (gid) that its artists carry.
    """

    figure: Figure
    title: str
    told: str
    hints: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def drawing() -> Iterator[None]:
    """The settings under which charts are drawn; letters that the measuring font lacks pass."""
    with rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        yield


def to_svg(chart: Chart) -> str:
    """The chart as SVG text."""
    made = io.StringIO()
    with drawing():
        FigureCanvasSVG(chart.figure)
        chart.figure.savefig(
            made, format="svg", transparent=True, metadata={"Date": None, "Creator": None}
        )
    text = made.getvalue()
    opened, _, rest = text[text.index("<svg") :].partition(">")
    rest = _compact(re.sub(r"\s*<metadata>.*?</metadata>", "", rest, count=1, flags=re.DOTALL))
    rest = _with_hints(rest, chart.hints)
    rules = "".join(
        f'[style*="fill: {light}"]{{fill:{dark}!important}}'
        f'[style*="stroke: {light}"]{{stroke:{dark}!important}}'
        for light, dark in _DARK.items()
    )
    own = hashlib.sha256(f"{chart.title}\n{chart.told}".encode(errors="replace")).hexdigest()[:8]
    return (
        f'{opened} font-family="{_FAMILY}" role="img" aria-labelledby="title-{own} desc-{own}">\n'
        f' <title id="title-{own}">{escape(plain(chart.title))}</title>\n'
        f' <desc id="desc-{own}">{escape(plain(chart.told))}</desc>\n'
        f" <style>@media (prefers-color-scheme: dark){{{rules}}}</style>{rest}"
    )


def _compact(svg: str) -> str:
    """The same picture in fewer bytes: no comments, one line a path, hundredths of a point, and
    the letters named once, at the root."""
    bare = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    return re.sub(r"(?<=>)\s+(?=<)|<[^>]*>", lambda tag: _short_tag(tag[0]), bare)


def _short_tag(tag: str) -> str:
    if tag.isspace():
        return "\n"
    tag = re.sub(r'\bd="([^"]*)"', lambda found: f'd="{" ".join(found[1].split())}"', tag)
    tag = tag.replace(f" font-family: {_FAMILY};", "").replace(" text-anchor: start;", "")
    tag = re.sub(r' transform="rotate\(-?0 [^"]*\)"', "", tag)
    tag = re.sub(r'<g id="(?:patch|text|line2d)_\d+">', "<g>", tag)
    return re.sub(r"(?<=[ (\"])-?\d+\.\d{3,}", lambda found: f"{float(found[0]):.2f}", tag)


def _with_hints(svg: str, hints: Mapping[str, str]) -> str:
    """A title in each group that has a hint; groups of one hint that follow each other are one."""
    last = ""

    def group(found: re.Match[str]) -> str:
        nonlocal last
        ended, gid = found[1] or "", found[2]
        if gid not in hints:
            return found[0]
        joined, last = gid == last and bool(ended), gid
        said = escape(plain(hints[gid]), {'"': "&quot;"})
        return "" if joined else f"{ended}<g><title>{said}</title>"

    return re.sub(r'(</g>\s*)?<g id="([^"]*)">', group, svg)


def to_part(chart: Chart, name: str) -> str:
    """The chart as SVG to stand inside a page beside others: every id in it begins with `name`.

    It asks for a width at which its letters can be read; a page that is narrower scrolls.
    """
    least = chart.figure.get_size_inches()[0] * READABLE_PT_PER_INCH
    svg = to_svg(chart).replace("<svg ", f'<svg style="min-width: {least:.0f}pt" ', 1)
    svg = re.sub(r'\bid="', f'id="{name}-', svg)
    svg = re.sub(r'((?:xlink:)?href="#|url\(#)', rf"\g<1>{name}-", svg)
    return re.sub(r'labelledby="(\S+) (\S+)"', rf'labelledby="{name}-\1 {name}-\2"', svg, count=1)


def to_png(chart: Chart) -> bytes:
    """The chart as a picture of dots on white, for files that hold no SVG."""
    made = io.BytesIO()
    with drawing():
        FigureCanvasAgg(chart.figure)
        chart.figure.savefig(
            made, format="png", dpi=DOTS_PER_INCH, facecolor="white", metadata={"Software": None}
        )
    return made.getvalue()


def plain(text: str) -> str:
    """Words from a file on one line, with pictures in the place of control characters."""
    return _UNWRITABLE.sub("\ufffd", " ".join(shown(text).split()))


def label(text: str, width: int, lines: int = 2) -> str:
    """Words from a file in so many lines of so many characters; what is cut ends in "…"."""
    return "\n".join(textwrap.wrap(plain(text), width, max_lines=lines, placeholder=" …") or [""])


def sheet(width: float, height: float) -> Figure:
    """An empty figure of that size in inches; what is drawn on it makes room for itself."""
    return Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.06))


def guessed(problem: Problem) -> str:
    """What the label of a scale adds where values are unknown; else nothing."""
    return "" if problem.certain else "; what is unknown counts with its middle"


def bare(axes: Axes) -> None:
    """Leave only the lines of the axes that carry a scale."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


@dataclass(frozen=True, slots=True)
class Look:
    """How a package is drawn in every chart."""

    colour: str
    marker: str
    dash: LineStyleType


def look(place: int) -> Look:
    """The look of the package at that place among the chosen ones."""
    place %= len(COLOURS)
    return Look(COLOURS[place], MARKERS[place], DASHES[place])


def even_sample(count: int, most: int) -> list[int]:
    """At most `most` places of `count`, evenly spread, the first and the last among them."""
    if count <= most:
        return list(range(count))
    return sorted({round(step * (count - 1) / (most - 1)) for step in range(most)})
