"""Published answers."""

from __future__ import annotations

from fractions import Fraction

from onetext.settlement.problem import Agreement, Issue, Points, Preferences, Problem, Reservation
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.choosing import LossSearch
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
