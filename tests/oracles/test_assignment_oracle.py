"""The assignment of points against trying every way to pair them."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.text.comparing.assignment import assign, increasing


def brute(weights: dict[tuple[int, int], float], old: int, new: int) -> float:
    """The most that pairs can weigh, no point twice, by trying every assignment."""
    size = max(old, new)
    return max(
        sum(max(0.0, weights.get((i, j), 0.0)) for i, j in enumerate(order))
        for order in permutations(range(size))
    )


@given(
    st.integers(1, 5),
    st.integers(1, 5),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(-3, 8)), max_size=14),
)
@settings(max_examples=150, deadline=None)
def test_no_assignment_weighs_more(old: int, new: int, drawn: list[tuple[int, int, float]]) -> None:
    """What is found weighs as much as the best of all, and uses each point once."""
    weights = {(i % old, j % new): weight for i, j, weight in drawn}
    pairs = assign(list(weights), list(weights.values()), old, new)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert sum(weights[pair] for pair in pairs) == pytest.approx(brute(weights, old, new))


@given(st.lists(st.integers(0, 9), max_size=8, unique=True))
@settings(max_examples=100, deadline=None)
def test_the_longest_run_that_goes_up(places: list[int]) -> None:
    """No longer run goes up, and this one does."""
    run = sorted(increasing(places))
    taken = [places[at] for at in run]
    assert taken == sorted(taken)
    best = max(
        size
        for size in range(len(places) + 1)
        for chosen in combinations(places, size)
        if list(chosen) == sorted(chosen)
    )
    assert len(run) == best
