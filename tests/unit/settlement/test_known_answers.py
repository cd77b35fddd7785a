"""Published answers."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from onetext.settlement.problem import Agreement, Issue, Points, Preferences, Problem, Reservation
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Chooser, Deadline
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.enumeration import Enumeration
from onetext.settlement.solvers.whichever import Whichever
from onetext.settlement.space import acceptable_spaces, choice_of
from onetext.settlement.utility import gain

BILLS = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACKS = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
"""Each good with what it is worth to Bill and to Jack."""


def test_nash_1950_bill_and_jack() -> None:
    """Nash (1950), Econometrica 18, 155-162: Bill gives book, whip, ball and bat, Jack gives
    pen, toy and knife; they gain 12 and 5."""
    goods = BILLS | JACKS
    problem = Problem(
        "Bill and Jack",
        tuple(Issue(good, ("Bill", "Jack")) for good in goods),
        tuple(
            Preferences(
                party=party,
                weights=dict.fromkeys(goods, Fraction(1)),
                values={
                    good: {
                        owner: Points.exactly(worth[place] if owner == party else 0)
                        for owner in ("Bill", "Jack")
                    }
                    for good, worth in goods.items()
                },
                reservation=Reservation(Fraction(sum(worth[place] for worth in owned.values()))),
            )
            for place, (party, owned) in enumerate((("Bill", BILLS), ("Jack", JACKS)))
        ),
        Agreement(2),
    )
    [space] = acceptable_spaces(problem)
    found = LossSearch().best(space, Rule.NASH, Deadline())
    assert found.proven
    assert found.ties_complete
    [package] = found.packages
    choice = choice_of(problem, package)
    assert {good for good in BILLS if choice[good] == "Jack"} == {"book", "whip", "ball", "bat"}
    assert {good for good in JACKS if choice[good] == "Bill"} == {"pen", "toy", "knife"}
    assert [gain(one, choice) for one in problem.preferences] == [12, 5]


Corners = list[tuple[Fraction, Fraction]]
STEPS = 52
"""Of a lottery between two neighbouring corners: a multiple of 13, see below."""


def boundary(corners: Corners) -> Problem:
    """One issue: lotteries on the upper boundary of the convex hull of `corners`."""
    worth = [
        tuple(a + (b - a) * step / STEPS for a, b in zip(left, right, strict=True))
        for left, right in pairwise(corners)
        for step in range(STEPS + 1)
    ]
    names = tuple(f"lottery {number}" for number in range(len(worth)))
    return Problem(
        "a hull",
        (Issue("which", names),),
        tuple(
            Preferences(
                party,
                {"which": Fraction(1)},
                {
                    "which": {
                        name: Points.exactly(point[place])
                        for name, point in zip(names, worth, strict=True)
                    }
                },
            )
            for place, party in enumerate(("First", "Second"))
        ),
        Agreement(2),
    )


@pytest.mark.parametrize("chooser", [Whichever(), Enumeration(), LossSearch()])
def test_kalai_and_smorodinsky_1975_monotonicity(chooser: Chooser) -> None:
    """After Kalai and Smorodinsky (1975), Econometrica 43, 513-518: an example against Nash.

    The paper was not at hand, and the numbers are told from memory of it; the answers do not rest
    on that but on the arithmetic here.

    On the hull of (0, 1), (3/4, 3/4) and (1, 0) both solutions are (3/4, 3/4): the product rises
    along the first edge, 9/16 at its end, and falls along the second. With (1, 7/10) in the place
    of the last two, for every utility of the first the second can have as much or more. Nash's
    solution, the largest of x (1 - 3x/10), is at x = 1, and gives the second 7/10, less than
    before. Theirs is where x = 1 - 3x/10, at 10/13 for both.
    """
    zero, one = Fraction(0), Fraction(1)
    three_quarters, thirteenths = Fraction(3, 4), Fraction(10, 13)
    small = boundary([(zero, one), (three_quarters, three_quarters), (one, zero)])
    large = boundary([(zero, one), (one, Fraction(7, 10))])
    expected = [
        (small, Rule.NASH, (three_quarters, three_quarters)),
        (small, Rule.KALAI_SMORODINSKY, (three_quarters, three_quarters)),
        (large, Rule.NASH, (one, Fraction(7, 10))),
        (large, Rule.KALAI_SMORODINSKY, (thirteenths, thirteenths)),
    ]
    for problem, rule, point in expected:
        [space] = acceptable_spaces(problem)
        found = chooser.best(space, rule, Deadline())
        assert found.proven
        for package in found.packages:
            choice = choice_of(problem, package)
            assert tuple(gain(party, choice) for party in problem.preferences) == point
