"""Demands: what stands between the parties and an agreement, each as a value of its own.

Red lines, reservation values and agreed points are demands alike: any of them may be part of
a conflict, and any may be given up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from onetext.settlement.problem import (
    AgreedPoint,
    Combination,
    Preferences,
    Problem,
    Quote,
    Reservation,
)


class DemandKind(StrEnum):
    RED_LINE = "red line"
    RESERVATION = "reservation value"
    AGREED = "agreed point"


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand. `number` counts those of the same kind and party from 1.

    Attributes:
        party: who makes it; None for an agreed point.
        combination: what may not be together (red line), what must be (agreed point); empty
            for a reservation value.
        least: the points that a reservation value asks for; None for other kinds.
        cost: what giving it up costs; concessions are ordered by it.
        quotes: the words on which it rests.
        label: what the combination is, where naming all of it would be long.
        doubt: why it may not be meant so; empty where nothing is in doubt.
        basis: the stance that makes it a demand ("rejects"); empty where none is known.
    """

    kind: DemandKind
    party: str | None
    number: int
    combination: Combination
    least: Fraction | None
    cost: Fraction
    quotes: tuple[Quote, ...] = ()
    label: str = ""
    doubt: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class MinimalSet:
    """Demands that cannot all hold (a conflict), or that may be given up for the others to hold
    (a concession); with none of them missing."""

    conflict: bool
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class MinimalSets:
    """Sets of demands none of which can be smaller; `complete` where these are all there are."""

    sets: tuple[tuple[Demand, ...], ...]
    complete: bool


def demands(problem: Problem) -> tuple[Demand, ...]:
    """Every demand: agreed points, then party by party its red lines and reservation value.

    A reservation value that no package can miss is still listed.
    """
    found = [
        Demand(
            DemandKind.AGREED, None, number, ((one.issue, one.option),), None, one.cost, one.quotes
        )
        for number, one in enumerate(problem.agreed, start=1)
    ]
    for preferences in problem.preferences:
        found += [
            Demand(
                DemandKind.RED_LINE,
                preferences.party,
                number,
                line.combination,
                None,
                line.cost,
                line.quotes,
                line.label,
                line.doubt,
                line.basis,
            )
            for number, line in enumerate(preferences.red_lines, start=1)
        ]
        reservation = preferences.reservation
        found.append(
            Demand(
                DemandKind.RESERVATION,
                preferences.party,
                1,
                (),
                reservation.points,
                reservation.cost,
            )
        )
    return tuple(found)


def without(problem: Problem, given_up: Iterable[Demand]) -> Problem:
    """The problem in which the demands `given_up` are made no more.

    A reservation value that is given up becomes one that every package meets.
    """
    gone = set(given_up)
    agreed: list[AgreedPoint] = []
    preferences: list[Preferences] = []
    remaining = iter(demands(problem))
    for point in problem.agreed:
        if next(remaining) not in gone:
            agreed.append(point)
    for one in problem.preferences:
        lines = tuple(line for line in one.red_lines if next(remaining) not in gone)
        reservation = one.reservation
        if next(remaining) in gone:
            reservation = Reservation(_least_possible(one), reservation.cost)
        preferences.append(replace(one, red_lines=lines, reservation=reservation))
    return replace(problem, agreed=tuple(agreed), preferences=tuple(preferences))


def _least_possible(preferences: Preferences) -> Fraction:
    """A number of points that no package falls short of."""
    least = Fraction(0)
    for issue, weight in preferences.weights.items():
        ends = [end for one in preferences.values[issue].values() for end in (one.low, one.high)]
        least += min(weight * end for end in ends)
    least += sum((min(Fraction(0), one.points.low) for one in preferences.interactions), Fraction())
    return min(least, preferences.reservation.points)
