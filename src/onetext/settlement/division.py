"""The issues of a problem divided between two parties, as if each could be shared."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from onetext.settlement.adjusted_winner import Division, NothingToDivide, adjusted_winner
from onetext.settlement.problem import Preferences, Problem

ALL_POINTS = 100


def divide(problem: Problem) -> Division:
    """Divide the issues by adjusted winner.

    An issue is worth to a party what lies between its best and its worst option there (weight x
    points), scaled so that each party has 100 points in all. A share of an issue is read as that
    part of the way from the worst option to the best. Red lines, interactions and reservation
    values are left aside.

    Raises:
        NothingToDivide: there are not two parties, a value is not known, or a party gains
            nothing on any issue.
    """
    if len(problem.parties) != 2:
        raise NothingToDivide(
            f"Adjusted winner is for two parties, and here are {len(problem.parties)}. "
            "Leave the others out with --without."
        )
    if not problem.certain:
        raise NothingToDivide(
            "Adjusted winner needs all values, and some are not known. Give each option a number."
        )
    first, second = (_stakes(one) for one in problem.preferences)
    return adjusted_winner(first, second)


def _stakes(one: Preferences) -> Mapping[str, Fraction]:
    stakes = {}
    for issue, options in one.values.items():
        points = [each.middle for each in options.values()]
        stakes[issue] = one.weights[issue] * (max(points) - min(points))
    total = sum(stakes.values(), Fraction(0))
    if not total:
        raise NothingToDivide(
            f"All options are worth the same to {one.party}. Give its options different points."
        )
    return {issue: stake * ALL_POINTS / total for issue, stake in stakes.items()}
