"""The settlement as JSON: onetext/settlement/1."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from onetext.settlement.adjusted_winner import Division
from onetext.settlement.demands import Demand, MinimalSets
from onetext.settlement.movement import Movement
from onetext.settlement.problem import Choice, Problem, Quote
from onetext.settlement.result import Chance, Offer, Settlement, Solution, Surest
from onetext.settlement.settle import offer_of
from onetext.settlement.solver import Count
from onetext.settlement.words import demand_sentence

SCHEMA = "onetext/settlement/1"


def settlement_shape(settlement: Settlement) -> dict[str, Any]:
    """What `onetext settle --json` prints; numbers are points, whole ones as integers."""
    parties = settlement.problem.parties
    return {
        "schema": SCHEMA,
        "name": settlement.problem.name,
        "parties": list(parties),
        "issues": {one.name: list(one.options) for one in settlement.problem.issues},
        "feasible": settlement.feasible,
        "packages": settlement.problem.packages,
        "acceptable": _count(settlement.acceptable),
        "known": {
            "guaranteed": _count(settlement.known.guaranteed),
            "not_ruled_out": _count(settlement.known.not_ruled_out),
        },
        "conflicts": _sets(settlement.conflicts),
        "concessions": _sets(settlement.concessions),
        "nearest": [
            one and {**_offer(parties, one.offer), "proven": one.proven}
            for one in settlement.nearest
        ],
        "front": {
            "size": settlement.front.size,
            "exact": settlement.front.exact,
            "packages": [
                {"package": dict(one.choice), "utilities": _by_party(parties, one.utilities)}
                for one in settlement.front.offers
            ],
        },
        "solutions": {
            rule.value: _solution(parties, one) for rule, one in settlement.solutions.items()
        },
        "chances": {rule.value: _chance(one) for rule, one in settlement.chances.items()},
        "surest": None if settlement.surest is None else _surest(parties, settlement.surest),
        "questions": [
            {"party": one.party, "issue": one.issue, "gain": one.gain, "now": one.now}
            for one in settlement.questions
        ],
        "notes": list(settlement.problem.notes),
        "solver": settlement.solver,
        "seed": settlement.seed,
        "seconds": settlement.seconds,
    }


def movement_shape(problem: Problem, choice: Choice, movement: Movement) -> dict[str, Any]:
    """What `--package` adds: who would have to give up what for that package."""
    return {
        **_offer(problem.parties, offer_of(problem, choice)),
        "acceptable": movement.none,
        "cost": _number(movement.cost),
        "departs_from": [_demand(one) for one in movement.departs_from],
        "parties": [
            {
                "party": one.party,
                "given_up": [_demand(demand) for demand in one.given_up],
                "short_points": _number(one.short_points),
            }
            for one in movement.parties
        ],
    }


def division_shape(problem: Problem, division: Division) -> dict[str, Any]:
    """What `--divide` adds: each party's share (0 to 1) of each issue, and its points of 100."""
    first, second = problem.parties
    return {
        "points": {first: _number(division.first), second: _number(division.second)},
        "shares": {
            issue: {first: _number(part), second: _number(1 - part)}
            for issue, part in division.shares.items()
        },
    }


def _count(count: Count) -> dict[str, Any]:
    return {"count": count.count, "exact": count.exact}


def _solution(parties: tuple[str, ...], one: Solution) -> dict[str, Any]:
    return {
        **_offer(parties, one.offer),
        "proven": one.proven,
        "bound": None if one.bound is None else _number(one.bound),
        "ties": [dict(tie.choice) for tie in one.ties],
        "ties_complete": one.ties_complete,
        "solver": one.solver,
    }


def _surest(parties: tuple[str, ...], one: Surest) -> dict[str, Any]:
    if one.offer is None:
        return {"package": None, "utilities": None, "gains": None, "proven": one.proven}
    return {**_offer(parties, one.offer), "proven": one.proven}


def _offer(parties: tuple[str, ...], offer: Offer) -> dict[str, Any]:
    return {
        "package": dict(offer.choice),
        "utilities": _by_party(parties, offer.utilities),
        "gains": _by_party(parties, offer.gains),
    }


def _by_party(parties: tuple[str, ...], points: tuple[Fraction, ...]) -> dict[str, int | float]:
    return {party: _number(one) for party, one in zip(parties, points, strict=True)}


def _sets(found: MinimalSets) -> dict[str, Any]:
    return {
        "sets": [[_demand(demand) for demand in one] for one in found.sets],
        "complete": found.complete,
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "kind": demand.kind.value,
        "party": demand.party,
        "demand": demand_sentence(demand),
        "combination": dict(demand.combination),
        "points": None if demand.least is None else _number(demand.least),
        "cost": _number(demand.cost),
        "basis": demand.basis or None,
        "doubt": demand.doubt or None,
        "quotes": [_quote(quote) for quote in demand.quotes],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "words": quote.words,
        "speaker": quote.speaker,
        "said_on": quote.said_on.isoformat() if quote.said_on else None,
        "publisher": quote.publisher,
        "statement": quote.statement,
        "verbatim": quote.verbatim,
    }


def _chance(chance: Chance) -> dict[str, Any]:
    return {
        "guaranteed": chance.guaranteed,
        "possible": chance.possible,
        "likely": chance.likely,
        "guessed_share": chance.guessed_share,
        "parties": {
            one.party: {
                "guaranteed": one.guaranteed,
                "possible": one.possible,
                "likely": one.likely,
            }
            for one in chance.parties
        },
    }


def _number(points: Fraction) -> int | float:
    return int(points) if points.denominator == 1 else float(points)
