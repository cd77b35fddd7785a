"""Which unknown value is most worth knowing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from onetext.settlement.next_question import next_questions
from onetext.settlement.problem import (
    UNKNOWN,
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)
from onetext.settlement.solver import Deadline

ISSUES = (Issue("border", ("open", "closed")), Issue("ports", ("shared", "split")))


def talks(border: Points, ports: Points, least: int, weight_of_ports: int = 0) -> Problem:
    """One party; both options of an issue are worth as much as far as is known."""
    one = Preferences(
        "Northland",
        {"border": Fraction(1), "ports": Fraction(weight_of_ports)},
        {
            "border": {"open": border, "closed": border},
            "ports": {"shared": ports, "split": ports},
        },
        Reservation(Fraction(least)),
    )
    return Problem("talks", ISSUES, (one,), Agreement(1))


def test_nothing_is_asked_where_all_is_known() -> None:
    """Known values leave no question."""
    known = talks(Points.exactly(3), Points.exactly(4), 50)
    assert next_questions(known, seed=0, deadline=Deadline()) == ()


def test_a_choice_between_two_unknown_options() -> None:
    """Each of two options is enough with probability 1/2, one of them with 3/4: a gain of 1/4;
    an issue without weight is not asked about."""
    (found,) = next_questions(talks(UNKNOWN, UNKNOWN, 50), seed=0, deadline=Deadline())
    assert (found.party, found.issue) == ("Northland", "border")
    assert found.now == pytest.approx(0.5)
    assert found.gain == pytest.approx(0.25, abs=0.05)


def test_what_is_sure_or_hopeless_needs_no_question() -> None:
    """Knowing cannot help where a package is guaranteed, or where none is possible."""
    for least in (0, 101):
        assert next_questions(talks(UNKNOWN, UNKNOWN, least), seed=0, deadline=Deadline()) == ()


def test_equal_seeds_give_equal_questions() -> None:
    """The draws depend on the seed only; gains are positive and best first."""
    problem = talks(UNKNOWN, UNKNOWN, 90, 1)
    found = next_questions(problem, seed=3, deadline=Deadline())
    assert found == next_questions(problem, seed=3, deadline=Deadline())
    gains = [one.gain for one in found]
    assert len(gains) == 2
    assert gains == sorted(gains, reverse=True)
    assert min(gains) > 0
