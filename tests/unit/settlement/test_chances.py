"""What is guaranteed, possible and likely for a package whose values are partly unknown."""

from __future__ import annotations

from fractions import Fraction

import pytest

from onetext.settlement.chances import MOST_EXACT, chance, reaches
from onetext.settlement.problem import (
    UNKNOWN,
    AgreedPoint,
    Agreement,
    Interaction,
    Issue,
    Points,
    Preferences,
    Problem,
    RedLine,
    Reservation,
)

ISSUES = (Issue("border", ("open", "closed")), Issue("ports", ("shared", "split")))
CHOICE = {"border": "open", "ports": "shared"}


def party(name: str, border: Points, ports: Points, least: int, **more: object) -> Preferences:
    """A party that cares equally for both issues; the other options are worth nothing."""
    nothing = Points.exactly(0)
    return Preferences(
        name,
        {"border": Fraction(1, 2), "ports": Fraction(1, 2)},
        {
            "border": {"open": border, "closed": nothing},
            "ports": {"shared": ports, "split": nothing},
        },
        Reservation(Fraction(least)),
        **more,  # type: ignore[arg-type] # of many types
    )


def problem(
    *preferences: Preferences, at_least: int | None = None, vetoes: tuple[str, ...] = ()
) -> Problem:
    return Problem("talks", ISSUES, preferences, Agreement(at_least or len(preferences), vetoes))


def test_known_values_leave_nothing_to_chance() -> None:
    """With certain values a party accepts for sure or never, and nothing rests on guesses."""
    found = chance(
        problem(
            party("Northland", Points.exactly(80), Points.exactly(20), 50),
            party("Southland", Points.exactly(80), Points.exactly(20), 51),
        ),
        CHOICE,
    )
    north, south = found.parties
    assert (north.guaranteed, north.possible, north.likely) == (True, True, 1.0)
    assert (south.guaranteed, south.possible, south.likely) == (False, False, 0.0)
    assert (found.guaranteed, found.possible, found.likely, found.guessed_share) == (
        False,
        False,
        0.0,
        0.0,
    )


def test_one_unknown_value_is_linear() -> None:
    """One unknown value of weight a half: 20 + U(0, 50) reaches 30 with probability 0.8."""
    found = chance(problem(party("Northland", UNKNOWN, Points.exactly(40), 30)), CHOICE)
    assert found.likely == pytest.approx(0.8)
    assert (found.guaranteed, found.possible) == (False, True)
    assert found.guessed_share == pytest.approx(50 / 70)


def test_red_lines_and_agreed_points_are_certain() -> None:
    """A broken red line or agreed point is refused whatever the values are."""
    line = RedLine((("border", "open"), ("ports", "shared")))
    one = party("Northland", UNKNOWN, UNKNOWN, 0)
    refused = chance(problem(party("Northland", UNKNOWN, UNKNOWN, 0, red_lines=(line,))), CHOICE)
    assert (refused.possible, refused.likely) == (False, 0.0)
    agreed = Problem("talks", ISSUES, (one,), Agreement(1), (AgreedPoint("ports", "split"),))
    departing = chance(agreed, CHOICE)
    assert departing.parties[0].guaranteed
    assert (departing.guaranteed, departing.possible, departing.likely) == (False, False, 0.0)


def test_interactions_count_where_they_hold() -> None:
    """An unknown interaction adds its interval to the packages that hold it, and to no other."""
    both = Interaction(
        (("border", "open"), ("ports", "shared")), Points(Fraction(-10), Fraction(10))
    )
    zero = Points.exactly(0)
    one = problem(party("Northland", zero, zero, 5, interactions=(both,)))
    assert chance(one, CHOICE).likely == pytest.approx(0.25)
    assert not chance(one, {"border": "open", "ports": "split"}).possible


def test_enough_parties_among_them_the_vetoes() -> None:
    """Two of three with a veto: the veto's holder and at least one of the others."""
    half = Points(Fraction(0), Fraction(40))
    parties = [party(name, half, Points.exactly(0), 10) for name in ("N", "S", "W")]
    found = chance(problem(*parties, at_least=2, vetoes=("N",)), CHOICE)
    assert found.likely == pytest.approx(0.5 * 0.75)
    assert chance(problem(*parties, at_least=2), CHOICE).likely == pytest.approx(0.5)
    assert (found.guaranteed, found.possible) == (False, True)


def test_many_unknown_values_are_drawn() -> None:
    """Beyond the exact method the draws agree with it within the error that is promised."""
    count = MOST_EXACT + 3
    issues = tuple(Issue(f"i{n}", ("a",)) for n in range(count))
    for least in (700, 850):
        one = Preferences(
            "Northland",
            {issue.name: Fraction(1) for issue in issues},
            {issue.name: {"a": UNKNOWN} for issue in issues},
            Reservation(Fraction(least)),
        )
        found = chance(
            Problem("talks", issues, (one,), Agreement(1)), {issue.name: "a" for issue in issues}
        )
        exact = float(reaches([Fraction(100)] * count, Fraction(least)))
        assert found.likely == pytest.approx(exact, abs=0.005)
