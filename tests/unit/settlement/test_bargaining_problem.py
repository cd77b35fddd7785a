"""The example of Nash (1950), Econometrica 18, 155-162: Bill and Jack exchange goods."""

from __future__ import annotations

from fractions import Fraction

import pytest

from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Chooser, Deadline
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.enumeration import Enumeration
from onetext.settlement.solvers.whichever import Whichever
from onetext.settlement.space import acceptable_spaces, choice_of
from onetext.settlement.utility import gain

GOODS = {  # owner before, worth to Bill, worth to Jack
    "book": ("Bill", 2, 4),
    "whip": ("Bill", 2, 2),
    "ball": ("Bill", 2, 1),
    "bat": ("Bill", 2, 2),
    "box": ("Bill", 4, 1),
    "pen": ("Jack", 10, 1),
    "toy": ("Jack", 4, 1),
    "knife": ("Jack", 6, 2),
    "hat": ("Jack", 2, 2),
}


def bill_and_jack() -> Problem:
    """Who gets each good; without agreement everybody keeps what is theirs."""
    preferences = []
    for place, party in enumerate(("Bill", "Jack"), start=1):
        worth = {good: Fraction(str(row[place])) for good, row in GOODS.items()}
        preferences.append(
            Preferences(
                party,
                dict.fromkeys(GOODS, Fraction(1)),
                {
                    good: {
                        owner: Points.exactly(worth[good] if owner == party else 0)
                        for owner in ("Bill", "Jack")
                    }
                    for good in GOODS
                },
                Reservation(sum((worth[g] for g in GOODS if GOODS[g][0] == party), Fraction(0))),
            )
        )
    issues = tuple(Issue(good, ("Bill", "Jack")) for good in GOODS)
    return Problem("Bill and Jack", issues, tuple(preferences), Agreement(2))


@pytest.mark.parametrize("chooser", [Whichever(), Enumeration(), LossSearch()])
def test_bill_gains_12_and_jack_5(chooser: Chooser) -> None:
    """Bill gives book, whip, ball and bat for pen, toy and knife."""
    problem = bill_and_jack()
    [space] = acceptable_spaces(problem)
    found = chooser.best(space, Rule.NASH, Deadline())
    assert found.proven
    assert found.bound == 60
    [package] = found.packages
    choice = choice_of(problem, package)
    assert [gain(one, choice) for one in problem.preferences] == [12, 5]
    assert {good for good, owner in choice.items() if owner != GOODS[good][0]} == {
        "book",
        "whip",
        "ball",
        "bat",
        "pen",
        "toy",
        "knife",
    }
