"""The front as a chart: what one party gains, another loses; and where the solutions stand."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from onetext.briefing.charts import (
    INK,
    SOFT,
    Chart,
    NothingToDraw,
    bare,
    drawing,
    even_sample,
    guessed,
    label,
    look,
    plain,
    sheet,
)
from onetext.briefing.words import counted, listed
from onetext.settlement.problem import Problem
from onetext.settlement.result import Offer, Settlement
from onetext.settlement.words import Chosen, amount, chosen_packages

MOST_DOTS = 1000
MOST_LINES = 150
MOST_ROWS = 40
NAME_WIDTH = 22
CLOSE = 0.035
"""Letters nearer than this part of the width would touch."""


def front_chart(settlement: Settlement) -> Chart:
    """Two parties: a dot for each package. More: a row for each party, a line for each package.

    Raises:
        NothingToDraw: the front has no package.
    """
    offers = settlement.front.offers
    if not offers:
        raise NothingToDraw(
            "The front was to be drawn, but no package keeps every red line, or none was found "
            "in time. See the conflicts, or give more time with --time-limit."
        )
    chosen = chosen_packages(settlement)
    two = len(settlement.problem.parties) == 2
    shown = [offers[place] for place in even_sample(len(offers), MOST_DOTS if two else MOST_LINES)]
    title = f"The front: {settlement.problem.name}"
    with drawing():
        draw = _dots if two else _rows
        figure = draw(settlement.problem, shown, chosen)
        figure.suptitle(label(title, 70), x=0.02, ha="left", size=12)
        _legend(figure, settlement, len(shown), chosen)
    return Chart(figure, title, _told(settlement, chosen))


def _dots(problem: Problem, offers: Sequence[Offer], chosen: Sequence[Chosen]) -> Figure:
    figure = sheet(7.2, 6.2)
    axes = figure.add_subplot()
    bare(axes)
    first, second = problem.preferences
    axes.plot(*_points(offers), "o", markersize=3.5, color=SOFT, markeredgewidth=0, zorder=2)
    axes.axvline(float(first.reservation.points), color=INK, linewidth=1, linestyle=(0, (5, 3)))
    axes.axhline(float(second.reservation.points), color=INK, linewidth=1, linestyle=(0, (5, 3)))
    axes.set_xlabel(f"Points for {label(first.party, 60, 1)}")
    axes.set_ylabel(f"Points for {label(second.party, 48, 1)}")
    for place, one in enumerate(chosen):
        style = look(place)
        x, y = (float(points) for points in one.offer.utilities)
        axes.plot(x, y, style.marker, color=style.colour, markersize=10, alpha=0.85, zorder=4)
    _letters(axes, chosen)
    axes.margins(0.08)
    return figure


def _letters(axes: Axes, chosen: Sequence[Chosen]) -> None:
    """The letters of the packages beside their markers; those at one point stand together."""
    at: dict[tuple[float, ...], list[str]] = {}
    for one in chosen:
        at.setdefault(tuple(float(points) for points in one.offer.utilities), []).append(one.letter)
    for (x, y), letters in at.items():
        axes.annotate(
            ", ".join(letters),
            (x, y),
            xytext=(7, 6),
            textcoords="offset points",
            weight="bold",
            zorder=5,
        )


def _rows(problem: Problem, offers: Sequence[Offer], chosen: Sequence[Chosen]) -> Figure:
    parties = problem.preferences[:MOST_ROWS]
    figure = sheet(7.6, 2.2 + 0.62 * len(parties))
    axes = figure.add_subplot()
    axes.axis("off")
    drawn = [*offers, *(one.offer for one in chosen)]
    scales = []
    for row, one in enumerate(parties):
        least = float(one.reservation.points)
        all_points = [least, *(float(offer.utilities[row]) for offer in drawn)]
        low, high = min(all_points), max(all_points)
        scales.append((low, high))
        axes.plot([0, 1], [row, row], color=SOFT, linewidth=1, zorder=1)
        place = _placed(least, low, high)
        axes.plot([0, place], [row, row], color=SOFT, linewidth=7, alpha=0.35, zorder=1)
        axes.plot([place, place], [row - 0.17, row + 0.17], color=INK, linewidth=2, zorder=3)
        axes.text(-0.16, row, label(one.party, NAME_WIDTH), ha="right", va="center")
        axes.text(-0.02, row, _number(low), ha="right", va="center", size=8)
        axes.text(1.02, row, _number(high), ha="left", va="center", size=8)
    paths = [_path(offer, scales) for offer in offers]
    axes.add_collection(LineCollection(paths, colors=SOFT, linewidths=0.6, alpha=0.35, zorder=2))
    for place, chosen_one in enumerate(chosen):
        style = look(place)
        xs, ys = zip(*_path(chosen_one.offer, scales), strict=True)
        axes.plot(
            xs,
            ys,
            marker=style.marker,
            linestyle=style.dash,
            color=style.colour,
            markersize=7,
            linewidth=1.8,
            zorder=4 + place,
        )
    _letters_above(axes, chosen, scales[0])
    axes.set_xlim(-0.55, 1.12)
    axes.set_ylim(len(parties) - 0.5, -0.6)
    return figure


def _letters_above(axes: Axes, chosen: Sequence[Chosen], scale: tuple[float, float]) -> None:
    """The letters of the packages above the first row; those that would touch stand together."""
    placed = sorted((_placed(float(one.offer.utilities[0]), *scale), one.letter) for one in chosen)
    groups: list[list[tuple[float, str]]] = []
    for x, letter in placed:
        if groups and x - groups[-1][-1][0] < CLOSE:
            groups[-1].append((x, letter))
        else:
            groups.append([(x, letter)])
    for group in groups:
        middle = sum(x for x, _ in group) / len(group)
        axes.text(
            middle,
            -0.25,
            " ".join(letter for _, letter in group),
            ha="center",
            va="bottom",
            weight="bold",
            zorder=9,
        )


def _path(offer: Offer, scales: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [
        (_placed(float(points), low, high), float(row))
        for row, (points, (low, high)) in enumerate(
            zip(offer.utilities[: len(scales)], scales, strict=True)
        )
    ]


def _placed(points: float, low: float, high: float) -> float:
    return 0.5 if low == high else (points - low) / (high - low)


def _number(points: float) -> str:
    return f"{points:,.4g}"


def _points(offers: Sequence[Offer]) -> tuple[list[float], list[float]]:
    return (
        [float(offer.utilities[0]) for offer in offers],
        [float(offer.utilities[1]) for offer in offers],
    )


def _legend(figure: Figure, settlement: Settlement, shown: int, chosen: Sequence[Chosen]) -> None:
    two = len(settlement.problem.parties) == 2
    all_of_them = settlement.front.exact and shown == settlement.front.size
    part = "" if all_of_them else f" ({shown:,} of {settlement.front.size:,} found)"
    grey = Line2D([], [], color=SOFT, marker="o" if two else "", linestyle="" if two else "-")
    line = Line2D(
        [], [], color=INK, linewidth=1 if two else 2, linestyle=(0, (5, 3)) if two else "-"
    )
    handles = [grey, line]
    names = [
        f"a package on the front{part}",
        f"{'reservation values' if two else 'reservation value; grey: below it'}"
        f"{guessed(settlement.problem)}",
    ]
    for place, one in enumerate(chosen):
        style = look(place)
        dash = "" if two else style.dash
        handles.append(Line2D([], [], color=style.colour, marker=style.marker, linestyle=dash))
        names.append(f"{one.letter}  {one.names}")
    figure.legend(
        handles,
        [label(name, 88, 3) for name in names],
        loc="outside lower left",
        frameon=False,
        handlelength=3,
        fontsize=9,
    )


def _told(settlement: Settlement, chosen: Sequence[Chosen]) -> str:
    problem, front = settlement.problem, settlement.front
    what = (
        f"{counted(front.size, 'package')} with no red line broken where no party can gain unless "
        f"another loses{'' if front.exact else ', a part of all such'}. "
        f"Parties: {listed([plain(party) for party in problem.parties])}."
    )
    for one in chosen:
        points = listed(
            [
                f"{plain(party)} {amount(points)}"
                for party, points in zip(problem.parties, one.offer.utilities, strict=True)
            ]
        )
        what += f" {one.letter}, {one.names}: {points}."
    return what
