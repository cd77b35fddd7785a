"""Who gains what: for every party, the points of each chosen package above what it must have."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from onetext.briefing.charts import (
    INK,
    SOFT,
    Chart,
    NothingToDraw,
    bare,
    drawing,
    guessed,
    label,
    look,
    plain,
    sheet,
)
from onetext.briefing.words import listed
from onetext.settlement.problem import Problem
from onetext.settlement.result import Settlement
from onetext.settlement.words import Chosen, chosen_packages, signed

MOST_PARTIES = 40
NAME_WIDTH = 22
BAR = 0.17  # inches


def gains_chart(settlement: Settlement) -> Chart:
    """A group of bars for each party, a bar for each package that some rule chooses.

    Raises:
        NothingToDraw: there is no acceptable package, or none was found in time.
    """
    chosen = chosen_packages(settlement)
    if not chosen:
        raise NothingToDraw(
            "The gains were to be drawn, but no acceptable package is known. See the conflicts, "
            "and what would open a way."
        )
    title = f"Who gains what: {settlement.problem.name}"
    with drawing():
        figure = _bars(settlement.problem, chosen)
        figure.suptitle(label(title, 70), x=0.02, ha="left", size=12)
        handles = [Patch(facecolor=look(place).colour) for place in range(len(chosen))]
        names = [label(f"{one.letter}  {one.names}", 88, 3) for one in chosen]
        figure.legend(handles, names, loc="outside lower left", frameon=False, fontsize=9)
    return Chart(figure, title, _told(settlement.problem, chosen))


def _bars(problem: Problem, chosen: Sequence[Chosen]) -> Figure:
    parties = problem.parties[:MOST_PARTIES]
    group = len(chosen) + 1
    height = 1.5 + 0.2 * len(chosen) + BAR * group * len(parties)
    figure = sheet(7.6, max(3.0, height))
    axes = figure.add_subplot()
    bare(axes)
    for place, one in enumerate(chosen):
        style = look(place)
        gains = one.offer.gains[: len(parties)]
        bars = axes.barh(
            [row * group + place for row in range(len(parties))],
            [float(gain) for gain in gains],
            height=0.86,
            color=style.colour,
        )
        axes.bar_label(bars, [f"{one.letter} {signed(gain)}" for gain in gains], padding=3, size=8)
    axes.axvline(0, color=INK, linewidth=1)
    middles = [row * group + (len(chosen) - 1) / 2 for row in range(len(parties))]
    axes.set_yticks(middles, [label(party, NAME_WIDTH) for party in parties])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_ylim(group * len(parties) - 1, -1)
    axes.margins(x=0.14)
    axes.grid(axis="x", color=SOFT, alpha=0.3, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel(f"Points above the reservation value{guessed(problem)}")
    return figure


def _told(problem: Problem, chosen: Sequence[Chosen]) -> str:
    sentences = []
    for one in chosen:
        gains = [
            f"{plain(party)} {signed(gain)}"
            for party, gain in zip(problem.parties, one.offer.gains, strict=True)
        ]
        sentences.append(f"{one.letter}, {one.names}: {listed(gains)}.")
    return "Points above each party's reservation value. " + " ".join(sentences)
