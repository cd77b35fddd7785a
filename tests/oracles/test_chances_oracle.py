"""Probabilities against counting the cells of a fine grid, and the odds against the exact ones."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.settlement.chances import reaches
from onetext.settlement.odds import summary, tail

WIDTHS = st.lists(st.integers(1, 100), min_size=1, max_size=8)


@given(st.lists(st.integers(1, 100), min_size=1, max_size=3), st.integers(0, 100))
@settings(max_examples=25, deadline=None)
def test_exact_probability_against_a_grid(widths: list[int], percent: int) -> None:
    """Inclusion and exclusion agrees with counting the midpoints of a grid."""
    steps = 24
    need = Fraction(sum(widths) * percent, 100)
    points = product(range(steps), repeat=len(widths))
    limit = 2 * steps * need
    enough = sum(
        sum((2 * n + 1) * width for n, width in zip(point, widths, strict=True)) >= limit
        for point in points
    )
    exact = float(reaches([Fraction(width) for width in widths], need))
    assert exact == pytest.approx(enough / steps ** len(widths), abs=0.09)


@given(WIDTHS, st.integers(0, 100))
@settings(max_examples=60, deadline=None)
def test_odds_against_the_exact_probability(widths: list[int], percent: int) -> None:
    """The quick odds are within 0.01 of the exact probability, with two values nearly equal."""
    need = Fraction(sum(widths) * percent, 100)
    exact = float(reaches([Fraction(width) for width in widths], need))
    row = np.array([[float(width) for width in widths]])
    quick = tail(np.array([float(need)]), *summary(row), np.array(1e-9))[0]
    assert quick == pytest.approx(exact, abs=0.01 if len(widths) > 2 else 1e-3)
