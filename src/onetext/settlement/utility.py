"""What a package is worth, in exact fractions, straight from the problem.

Every result of a solver is computed again here before it is believed.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from onetext.settlement.problem import Choice, Combination, Points, Preferences, Problem

Reading = Callable[[Points], Fraction]


def middle(points: Points) -> Fraction:
    """The middle of what is possible: how values that are not known count by default."""
    return points.low if points.known else points.middle


def lowest(points: Points) -> Fraction:
    return points.low


def highest(points: Points) -> Fraction:
    return points.high


def utility(preferences: Preferences, choice: Choice, reading: Reading = middle) -> Fraction:
    """The points of the package `choice` for one party, intervals read by `reading`."""
    total = Fraction(0)
    for issue, weight in preferences.weights.items():
        total += weight * reading(preferences.values[issue][choice[issue]])
    for interaction in preferences.interactions:
        if holds(choice, interaction.combination):
            total += reading(interaction.points)
    return total


def gain(preferences: Preferences, choice: Choice, reading: Reading = middle) -> Fraction:
    """Points above the party's reservation value; below it, a negative number."""
    return utility(preferences, choice, reading) - preferences.reservation.points


def holds(choice: Choice, combination: Combination) -> bool:
    """Whether the package holds every option of `combination`."""
    return all(choice[issue] == option for issue, option in combination)


def breaks_red_line(preferences: Preferences, choice: Choice) -> bool:
    return any(holds(choice, line.combination) for line in preferences.red_lines)


def accepts(preferences: Preferences, choice: Choice, reading: Reading = middle) -> bool:
    """Whether the party accepts: no red line is broken and the reservation value is met."""
    return not breaks_red_line(preferences, choice) and gain(preferences, choice, reading) >= 0


def keeps_agreed(problem: Problem, choice: Choice) -> bool:
    return all(choice[point.issue] == point.option for point in problem.agreed)


def acceptable(problem: Problem, choice: Choice, reading: Reading = middle) -> bool:
    """Whether the package keeps what was agreed and enough parties accept it."""
    if not keeps_agreed(problem, choice):
        return False
    willing = {one.party for one in problem.preferences if accepts(one, choice, reading)}
    rule = problem.agreement
    return len(willing) >= rule.at_least and willing.issuperset(rule.vetoes)
