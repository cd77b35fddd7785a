"""Whether some of a problem's demands can hold together, answered for one coalition at a time.

A set of demands can hold if, for one of the smallest sets of parties that make an agreement,
a package meets those demands in it that these parties make, and those agreed points.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.settlement.demands import Demand, DemandKind, demands
from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline, Holding, Oracle
from onetext.settlement.solvers.feasibility import Feasibility, Found
from onetext.settlement.solvers.suspects import Suspects
from onetext.settlement.space import (
    Literals,
    Package,
    Space,
    acceptable_spaces,
    coalitions,
    literals,
)
from onetext.settlement.utility import Reading, middle


class ConflictSearch:
    """Makes oracles that ask `Feasibility`; unknown values are read by `reading`."""

    def __init__(self, reading: Reading = middle) -> None:
        self._reading = reading

    def of(self, problem: Problem) -> Oracle:
        made = demands(problem)
        spaces = acceptable_spaces(problem, self._reading)
        return _Oracle(
            len(made),
            [
                _side(problem, made, space, coalition)
                for space, coalition in zip(spaces, coalitions(problem), strict=True)
            ],
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One coalition: its space, and for every demand that it must meet what stands for it."""

    space: Space
    feasibility: Feasibility
    limits: dict[int, int]
    bars: dict[int, tuple[int, ...]]

    def package(self, asked: frozenset[int], deadline: Deadline) -> Found:
        wanted = {self.limits[one] for one in asked if one in self.limits}
        kept = {bar for one in asked for bar in self.bars.get(one, ())}
        return self.feasibility.package(
            [party in wanted for party in range(len(self.space.lowest))],
            [bar in kept for bar in range(len(self.space.barred))],
            deadline,
        )

    def demands(self, suspects: Suspects) -> frozenset[int]:
        """The demands that stand behind these limits and bars."""
        return frozenset(
            {one for one, party in self.limits.items() if party in suspects.limits}
            | {one for one, bars in self.bars.items() if not suspects.bars.isdisjoint(bars)}
        )

    def unmet(self, package: Package) -> frozenset[int]:
        held = set(enumerate(package))
        utilities = self.space.utilities(package)
        return frozenset(
            {
                one
                for one, party in self.limits.items()
                if utilities[party] < self.space.lowest[party]
            }
            | {
                one
                for one, bars in self.bars.items()
                if any(held.issuperset(self.space.barred[bar]) for bar in bars)
            }
        )


class _Oracle:
    def __init__(self, count: int, sides: list[_Side]) -> None:
        self._all = frozenset(range(count))
        self._sides = sides

    def holding(self, asked: frozenset[int], deadline: Deadline) -> Holding:
        proven, certain, suspects = True, True, frozenset[int]()
        for side in self._sides:
            found = side.package(asked, deadline)
            if found.package is not None:
                return Holding(self._all - side.unmet(found.package), proven=True)
            proven = proven and found.proven
            if found.suspects is not None:
                certain = certain and found.suspects.certain
                suspects |= side.demands(found.suspects) & asked
        return Holding(None, proven, suspects if proven else frozenset(), certain and proven)


def _side(
    problem: Problem, made: tuple[Demand, ...], space: Space, coalition: frozenset[int]
) -> _Side:
    places = {bar: place for place, bar in enumerate(space.barred)}
    limits: dict[int, int] = {}
    bars: dict[int, tuple[int, ...]] = {}
    for number, demand in enumerate(made):
        if demand.kind is DemandKind.AGREED:
            bars[number] = tuple(places[bar] for bar in _departures(problem, demand))
            continue
        party = problem.parties.index(str(demand.party))
        if party not in coalition:
            continue
        if demand.kind is DemandKind.RESERVATION:
            limits[number] = party
        else:
            bars[number] = (places[literals(problem, demand.combination)],)
    return _Side(space, Feasibility(space), limits, bars)


def _departures(problem: Problem, demand: Demand) -> list[Literals]:
    [(issue, agreed)] = demand.combination
    return [
        literals(problem, ((issue, option),))
        for option in problem.issue(issue).options
        if option != agreed
    ]
