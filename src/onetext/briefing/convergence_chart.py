"""Convergence: what is open in each draft, in order of time, with every number beside its mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

from onetext.briefing.charts import (
    COLOURS,
    INK,
    SOFT,
    Chart,
    NothingToDraw,
    drawing,
    label,
    plain,
    sheet,
)
from onetext.briefing.words import counted
from onetext.positions.convergence import Standing

MOST_DRAFTS = 24
_WIDTH = 7.6
_HEAD_CHARS = 17
_FEW = 6
_DIRECT = 4
_BAR = 0.34
_TEXT_SHARE = 0.09  # of the height of the highest bar

Count = Callable[[Standing], int]

_PARTS: tuple[tuple[str, Count, str, str, float], ...] = (
    ("agreed", lambda one: one.agreed, COLOURS[2], "xxxx", 0.75),
    ("no bracket", lambda one: one.clean, COLOURS[0], "", 0.55),
    ("in brackets", lambda one: one.bracketed, COLOURS[1], "////", 0.9),
)


def convergence_chart(standings: Sequence[Standing], name: str) -> Chart:
    """A line for the open brackets, one for the whole options, and bars for the points.

    Raises:
        NothingToDraw: there are fewer than two drafts, or more than can be told apart.
    """
    if not 2 <= len(standings) <= MOST_DRAFTS:
        raise NothingToDraw(
            f"Convergence was to be drawn, but there are {counted(len(standings), 'draft')}. "
            f"It takes 2 to {MOST_DRAFTS}: add drafts with onetext text add, or name a period."
        )
    if not any(one.brackets or one.options or one.agreed for one in standings):
        raise NothingToDraw(
            "Convergence was to be drawn, but no draft marks anything as open or agreed: there is "
            "no bracket, no option and no agreed point in any."
        )
    title = f"What is still open: {name}"
    with drawing():
        figure = _drawn(standings, title)
    return Chart(figure, title, _told(standings))


def _drawn(standings: Sequence[Standing], title: str) -> Figure:
    lines: list[tuple[str, Count, str, str]] = [
        ("Open brackets", lambda one: one.brackets, COLOURS[1], "o"),
        ("Whole options", lambda one: one.options, COLOURS[3], "s"),
    ]
    lines = [line for line in lines if any(line[1](one) for one in standings)]
    heights = [1.0] * len(lines) + [1.7]
    figure = sheet(_WIDTH, 1.6 + 1.15 * sum(heights))
    figure.suptitle(label(title, 70), x=0.02, ha="left", size=12)
    panels = figure.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)
    for axes, (what, count, colour, marker) in zip(panels[:, 0], lines, strict=False):
        _line(axes, what, [count(one) for one in standings], colour, marker)
    _bars(panels[-1, 0], standings)
    heads = [_head(one, len(standings)) for one in standings]
    panels[-1, 0].set_xticks(range(len(standings)), heads, size=8.5)
    panels[-1, 0].set_xlim(-0.6, len(standings) - 0.4 + 0.35)
    return figure


def _head(one: Standing, count: int) -> str:
    draft = one.recorded.draft
    dated = draft.dated.isoformat() if draft.dated else "no date"
    if count > _FEW:
        return f"{dated[:4]}\n{dated[5:]}" if draft.dated else dated
    return f"{label(draft.title, _HEAD_CHARS, 3)}\n{dated}"


def _bare(axes: Axes, what: str) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.set_yticks([])
    axes.tick_params(axis="x", length=0)
    axes.set_title(what, loc="left", size=10)


def _line(axes: Axes, what: str, counts: Sequence[int], colour: str, marker: str) -> None:
    _bare(axes, what)
    axes.plot(
        range(len(counts)), counts, color=colour, marker=marker, linewidth=2, markersize=6,
        clip_on=False, zorder=3,
    )  # fmt: skip
    for at, number in enumerate(counts):
        axes.annotate(
            f"{number:,}",
            (at, number),
            xytext=(0, 7),
            textcoords="offset points",
            ha="center",
            weight="bold",
        )
    axes.set_ylim(0, max(counts) * 1.35 or 1)


def _bars(axes: Axes, standings: Sequence[Standing]) -> None:
    _bare(axes, "Points")
    most = max(one.agreed + one.clean + one.bracketed for one in standings) or 1
    under = [0] * len(standings)
    handles: list[BarContainer] = []
    beside: list[list[tuple[float, str]]] = [[] for _ in standings]
    for what, count, colour, hatch, alpha in _PARTS:
        numbers = [count(one) for one in standings]
        if not any(numbers):
            continue
        bars = axes.bar(
            range(len(standings)), numbers, bottom=under, width=_BAR, color=colour, hatch=hatch,
            edgecolor=INK, linewidth=0.6, alpha=alpha, label=what,
        )  # fmt: skip
        handles.append(bars)
        named = numbers.index(max(numbers))
        for at, number in enumerate(numbers):
            if number:
                direct = at == named and len(standings) <= _DIRECT
                words = f"{number:,} {what}" if direct else f"{number:,}"
                beside[at].append((under[at] + number / 2, words))
        under = [below + number for below, number in zip(under, numbers, strict=True)]
    for at, texts in enumerate(beside):
        lowest = 0.0
        for middle, words in texts:
            height = max(middle, lowest)
            place = (at + _BAR / 2, height)
            axes.annotate(
                words, place, xytext=(4, 0), textcoords="offset points", va="center", size=8.5
            )
            lowest = height + _TEXT_SHARE * most
    if len(standings) > _DIRECT:
        axes.legend(
            handles, [str(one.get_label()) for one in handles], loc="lower right",
            bbox_to_anchor=(1, 1), ncols=len(_PARTS), frameon=False, fontsize=8.5,
        )  # fmt: skip
    axes.set_ylim(0, most * 1.08)
    axes.axhline(0, color=SOFT, linewidth=0.8)


def _told(standings: Sequence[Standing]) -> str:
    return " ".join(
        f"{plain(one.recorded.draft.title)}"
        f" ({one.recorded.draft.dated or 'no date'}): {counted(one.brackets, 'open bracket')}, "
        f"{counted(one.options, 'whole option')}; of "
        f"{counted(one.agreed + one.clean + one.bracketed, 'point')} {one.agreed} agreed, "
        f"{one.clean} without brackets, {one.bracketed} in brackets."
        for one in standings
    )
