"""The least movement that makes a package acceptable."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.brute_force import problems

from onetext.settlement.demands import demands, without
from onetext.settlement.movement import least_movement
from onetext.settlement.problem import Problem
from onetext.settlement.utility import acceptable


@settings(max_examples=60, deadline=None)
@given(problems(rules=True, most_parties=3), st.randoms(use_true_random=False))
def test_movement_is_enough_and_the_cheapest(problem: Problem, draw: Random) -> None:
    """Giving up what is named makes the package acceptable; nothing cheaper does."""
    choice = {issue.name: draw.choice(issue.options) for issue in problem.issues}
    movement = least_movement(problem, choice)
    assert movement.none == acceptable(problem, choice)
    named = [*movement.departs_from, *(d for one in movement.parties for d in one.given_up)]
    assert movement.cost == sum(demand.cost for demand in named)
    assert acceptable(without(problem, named), choice)
    made = demands(problem)
    for size in range(len(made) + 1):
        for given_up in combinations(made, size):
            if sum(demand.cost for demand in given_up) < movement.cost:
                assert not acceptable(without(problem, given_up), choice)


@settings(max_examples=60, deadline=None)
@given(problems(most_parties=3), st.randoms(use_true_random=False))
def test_points_that_are_short_are_exact(problem: Problem, draw: Random) -> None:
    """A party that is short by so many points accepts at a value that is lower by just these."""
    choice = {issue.name: draw.choice(issue.options) for issue in problem.issues}
    for one in least_movement(problem, choice).parties:
        least = problem.of(one.party).reservation.points
        worth = least - one.short_points
        assert one.short_points >= Fraction(0)
        assert (worth < least) == any(d.least is not None for d in one.given_up)
