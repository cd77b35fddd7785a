"""Counts of packages without listing them, against listing every one."""

from __future__ import annotations

from dataclasses import replace
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from tests.oracles import brute_force
from tests.oracles.test_large_fronts import drawn

from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers import exact_count as counting
from onetext.settlement.solvers.drawn_count import drawn_share
from onetext.settlement.solvers.exact_count import PRIMES, exact_count
from onetext.settlement.solvers.survey import Survey
from onetext.settlement.space import NO_LIMIT, acceptable_spaces


@given(brute_force.problems(rules=True))
@settings(max_examples=200, deadline=None)
def test_an_exact_count_is_that_of_every_package(problem: Problem) -> None:
    """Weaker rules of agreement, negative points, interactions and red lines and all."""
    spaces = acceptable_spaces(problem)
    expected = len(brute_force.acceptable_packages(problem, spaces[0]))
    assert exact_count(spaces, Deadline()) == expected


@given(brute_force.problems())
@settings(max_examples=60, deadline=None)
def test_remainders_give_the_same_count(problem: Problem) -> None:
    """Numbers beyond 64 bits are put together from remainders."""
    spaces = acceptable_spaces(problem)
    expected = len(brute_force.acceptable_packages(problem, spaces[0]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "SAFE_BITS", 0)
        patch.setattr(counting, "PRIMES", (5, 7, 11, 13))
        patch.setattr(counting, "BITS_A_PRIME", 2)
        assert exact_count(spaces, Deadline()) == expected


def test_the_primes_are_primes() -> None:
    """So that remainders determine a count."""
    assert len(set(PRIMES)) == len(PRIMES)
    for number in PRIMES:
        assert 2**37 < number < 2**38
        assert all(number % low for low in range(2, 524289))


def test_a_count_beyond_64_bits_with_limits() -> None:
    """Two halves of a space of 10^24 packages that no limit ties are counted in another way."""
    rng = np.random.default_rng(3)
    sizes = (10,) * 24
    values = np.zeros((2, 24, 10), dtype=np.int64)
    values[0, :12] = rng.integers(0, 7, (12, 10))
    values[1, 12:] = rng.integers(-3, 7, (12, 10))
    space = replace(
        drawn(2, 24, 0), sizes=sizes, values=values, lowest=(40, 22), barred=(((0, 1), (5, 2)),)
    )

    def half(party: int) -> int:
        """By the distribution of the party's own sums, with Python's integers."""
        sums = {0: 1}
        for issue in range(12 * party, 12 * party + 12):
            after: dict[int, int] = {}
            for total, ways in sums.items():
                for value in values[party, issue].tolist():
                    after[total + value] = after.get(total + value, 0) + ways
            sums = after
        return sum(ways for total, ways in sums.items() if total >= space.lowest[party])

    free = replace(space, barred=())
    assert exact_count([free], Deadline()) == half(0) * half(1)
    with_bar = exact_count([space], Deadline())
    held = replace(space, barred=tuple(((i, o),) for i, o in _others({0: 1, 5: 2})))
    assert with_bar == half(0) * half(1) - (exact_count([held], Deadline()) or 0)
    assert half(0) * half(1) > 2**62


def _others(kept: dict[int, int]) -> list[tuple[int, int]]:
    return [(i, o) for i, option in kept.items() for o in range(10) if o != option]


def test_red_lines_alone_are_counted_whatever_the_size() -> None:
    """A ring of pairs over 40 issues with 10 options: by the trace of a matrix."""
    issues, options = 40, 10
    space = replace(
        drawn(2, issues, 0),
        sizes=(options,) * issues,
        values=np.zeros((2, issues, options), dtype=np.int64),
        barred=tuple(tuple(sorted([(i, 3), ((i + 1) % issues, 4)])) for i in range(issues)),
    )
    step = np.ones((options, options), dtype=object)
    step[3, 4] = 0
    power = np.linalg.matrix_power(step, issues)
    assert exact_count([space], Deadline()) == int(power.trace())


def test_an_estimate_is_near_the_exact_count_and_the_same_for_equal_seeds() -> None:
    """Within a tenth, where a good part of the packages may be chosen."""
    space = replace(drawn(3, 8, 5, ties=8), lowest=(380, 390, 370))
    exact = Survey().count([space], Deadline(), seed=0)
    assert exact.exact
    hits, draws = drawn_share([space], 1, Deadline())
    assert abs(prod(space.sizes) * hits / draws / exact.count - 1) < 0.1
    assert drawn_share([space], 1, Deadline()) == (hits, draws)
    wide = replace(
        space,
        values=space.values.astype(object) * 10**30,
        terms=tuple(
            replace(one, amounts=tuple(a * 10**30 for a in one.amounts)) for one in space.terms
        ),
        lowest=tuple(low * 10**30 for low in space.lowest),
    )
    assert drawn_share([wide], 1, Deadline(0)) == drawn_share([space], 1, Deadline(0))


def test_what_is_not_counted_exactly_says_so() -> None:
    """Four parties' limits on a large space take too large a table."""
    space = replace(drawn(4, 28, 1), lowest=(1500,) * 4)
    count = Survey().count([space], Deadline(), seed=0)
    assert not count.exact
    free = Survey().count([replace(space, lowest=(NO_LIMIT,) * 4)], Deadline(), seed=0)
    assert free.exact
    assert free.count == 4**28
