"""Adjusted winner, and the published cases of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.settlement.adjusted_winner import NothingToDivide, adjusted_winner

CAMP_DAVID = {
    "Sinai": (35, 55),
    "recognition": (10, 5),
    "West Bank and Gaza": (20, 10),
    "linkage": (10, 5),
    "Palestinian rights": (5, 20),
    "Jerusalem": (20, 5),
}
UNITED_STATES = (22, 22, 15, 14, 11, 6, 2, 2, 2, 4)
PANAMA = (9, 15, 15, 3, 15, 5, 7, 7, 13, 11)


def points(numbers: dict[str, int]) -> dict[str, Fraction]:
    return {issue: Fraction(number) for issue, number in numbers.items()}


def test_camp_david() -> None:
    """Brams and Togman (1996): 65.83 points each; a sixth of Sinai goes to Israel."""
    israel = points({issue: one for issue, (one, _) in CAMP_DAVID.items()})
    egypt = points({issue: other for issue, (_, other) in CAMP_DAVID.items()})
    division = adjusted_winner(israel, egypt)
    assert division.first == division.second == Fraction(395, 6)
    assert division.shares["Sinai"] == Fraction(1, 6)
    assert division.shares["Palestinian rights"] == 0
    assert division.shares["Jerusalem"] == 1


def test_panama_canal() -> None:
    """Brams and Taylor (1996): 66 points each."""
    first = points({f"issue {n}": one for n, one in enumerate(UNITED_STATES)})
    second = points({f"issue {n}": one for n, one in enumerate(PANAMA)})
    division = adjusted_winner(first, second)
    assert division.first == division.second == 66


def test_bob_and_carol() -> None:
    """Brams and Taylor's illustration (The Win-Win Solution, 1999; pages.nyu.edu/adjustedwinner):
    a sixth of the retirement account goes to Bob, and both have 56 2/3 points."""
    carol = {"retirement": 50, "home": 20, "cottage": 15, "investments": 10, "other": 5}
    bob = {"retirement": 40, "home": 30, "cottage": 10, "investments": 10, "other": 10}
    division = adjusted_winner(points(carol), points(bob))
    assert division.first == division.second == Fraction(170, 3)
    assert division.shares == {
        "retirement": Fraction(5, 6),
        "home": 0,
        "cottage": 1,
        "investments": 0,
        "other": 0,
    }


def test_mike_and_phil() -> None:
    """COMAP, For All Practical Purposes, the room-mates. By hand: Mike has 50 + 6 + 10 = 66, Phil
    22 + 20 + 8 + 5 = 55 and the tied issue, 70; of that 66 + 15x = 55 + 15(1 - x) goes back, so
    x = 2/15, and both have 68."""
    mike = {"stereo": 4, "smoking": 10, "parties": 50, "cleanliness": 6, "alcohol": 15}
    mike |= {"phone": 1, "lights": 10, "visitors": 4}
    phil = {"stereo": 22, "smoking": 20, "parties": 25, "cleanliness": 3, "alcohol": 15}
    phil |= {"phone": 8, "lights": 2, "visitors": 5}
    division = adjusted_winner(points(mike), points(phil))
    assert division.first == division.second == 68
    assert division.shares["alcohol"] == Fraction(2, 15)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=6))
def test_divisions_are_equitable_and_free_of_envy(rows: list[tuple[int, int]]) -> None:
    """Both have as much, at least half of their points, and one issue at most is divided."""
    totals = [sum(column) for column in zip(*rows, strict=True)]
    if not all(totals):
        return_points = [points({str(n): row[p] for n, row in enumerate(rows)}) for p in (0, 1)]
        with pytest.raises(NothingToDivide):
            adjusted_winner(return_points[0], return_points[1])
        return
    first, second = (
        {str(n): Fraction(100 * row[p], totals[p]) for n, row in enumerate(rows)} for p in (0, 1)
    )
    division = adjusted_winner(first, second)
    assert division.first == division.second >= 50
    assert sum(0 < share < 1 for share in division.shares.values()) <= 1
    assert all(0 <= share <= 1 for share in division.shares.values())
