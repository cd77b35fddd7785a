"""The least movement, and by whom, that would make a named package acceptable."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onetext.settlement.demands import Demand, DemandKind, demands
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.space import coalitions
from onetext.settlement.utility import Reading, gain, holds, middle


@dataclass(frozen=True, slots=True)
class PartyMovement:
    """What a party would have to give up: red lines, and points of its reservation value."""

    party: str
    given_up: tuple[Demand, ...]
    short_points: Fraction


@dataclass(frozen=True, slots=True)
class Movement:
    """All that has to move. Nothing does where the package is acceptable as it is.

    `departs_from` are the agreed points that the package does not keep; `cost` sums the costs
    of everything given up.
    """

    parties: tuple[PartyMovement, ...]
    departs_from: tuple[Demand, ...]
    cost: Fraction

    @property
    def none(self) -> bool:
        return not self.parties and not self.departs_from


def least_movement(problem: Problem, choice: Choice, reading: Reading = middle) -> Movement:
    """What must move for `choice` to be acceptable, at the least cost.

    Every party of a coalition must give up each red line that the package breaks, and lower its
    reservation value by the points that it falls short. Where the rule of agreement leaves a
    choice of coalitions, the cheapest moves; at equal cost that which falls short the least,
    then that which gives up the fewest demands.
    """
    departs = tuple(
        one
        for one in demands(problem)
        if one.kind is DemandKind.AGREED and not holds(choice, one.combination)
    )
    moves = [_of(problem, party, choice, reading) for party in problem.parties]
    options = []
    for coalition in coalitions(problem):
        moving = [
            move
            for place, move in enumerate(moves)
            if place in coalition and (move.given_up or move.short_points)
        ]
        cost = sum((one.cost for move in moving for one in move.given_up), Fraction(0))
        short = sum((move.short_points for move in moving), Fraction(0))
        count = sum(len(move.given_up) for move in moving)
        options.append(((cost, short, count, sorted(coalition)), tuple(moving)))
    (cost, *_), least = min(options, key=lambda option: option[0])
    return Movement(least, departs, cost + sum((one.cost for one in departs), Fraction(0)))


def _of(problem: Problem, party: str, choice: Choice, reading: Reading) -> PartyMovement:
    short = max(Fraction(0), -gain(problem.of(party), choice, reading))
    given_up = tuple(
        one
        for one in demands(problem)
        if one.party == party
        and (holds(choice, one.combination) if one.kind is DemandKind.RED_LINE else short > 0)
    )
    return PartyMovement(party, given_up, short)
