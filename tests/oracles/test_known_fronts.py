"""Fronts that are known with all of their packages, and what is read off them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles import brute_force
from tests.oracles.test_choosing import spaces
from tests.oracles.test_enumeration import widened

from onetext.settlement.problem import Problem
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers import triple_kernel
from onetext.settlement.solvers.front_choosing import Fronts, KnownFront
from onetext.settlement.solvers.layered_front import layered_front
from onetext.settlement.solvers.limbs import joined, split
from onetext.settlement.solvers.listed_front import listed_front
from onetext.settlement.solvers.merged_front import merged_front
from onetext.settlement.space import NO_LIMIT, Space, acceptable_spaces, unbarred_space

MANY = settings(max_examples=150, deadline=None)


def check(space: Space, front: KnownFront) -> None:
    """All points, each with all of its packages; nothing else."""
    unlimited = space.with_lowest((NO_LIMIT,) * len(space.lowest))
    assert set(front.points) == brute_force.front(unlimited)
    assert list(front.points) == sorted(set(front.points), reverse=True)
    allowed = brute_force.allowed(unlimited)
    firsts = front.packages()
    for row, point in enumerate(front.points):
        expected = [one for one in allowed if space.utilities(one) == point]
        assert front.alike(row, 1000) == expected
        assert tuple(firsts[row].tolist()) in expected
        assert set(front.alike(row, 1)) <= set(expected)


def long(amount: int) -> int:
    """A number of some 110 bits that has no divisor with others of its kind."""
    return amount * 2**104 + amount * amount + amount % 3


def lengthened(space: Space) -> Space:
    """A space in numbers that need two limbs, whatever unit they are counted in."""
    return replace(
        space,
        values=np.vectorize(long, otypes=[object])(space.values.astype(object)),
        terms=tuple(
            replace(term, amounts=tuple(long(amount) for amount in term.amounts))
            for term in space.terms
        ),
    )


@MANY
@given(spaces())
def test_two_limbs_are_exact(space: Space) -> None:
    """Points that differ far behind the first digits are told apart; equal ones are one."""
    asked = lengthened(space)
    listed, layered = listed_front(asked, Deadline()), layered_front(asked, Deadline())
    assert listed is not None
    check(asked, listed)
    if layered is not None:
        check(asked, layered)
    assert layered is not None or len(space.lowest) != 2


@MANY
@given(spaces(), st.booleans())
def test_known_fronts_have_every_point_with_every_package(space: Space, wide: bool) -> None:
    """Merged in layers or listed, in 64 bits or in 120, with interactions and bars."""
    asked = widened(space) if wide else space
    layered, listed = layered_front(asked, Deadline()), listed_front(asked, Deadline())
    assert listed is not None
    check(asked, listed)
    assert (layered is not None) == (len(space.lowest) in (2, 3))
    if layered is not None:
        check(asked, layered)


@MANY
@given(brute_force.problems(rules=True), st.booleans())
def test_the_best_on_a_front_is_the_best(problem: Problem, wide: bool) -> None:
    """Under every rule the packages with the largest key are found, all of them, and in order;
    a front that was asked for before is of no harm."""
    fronts = Fronts()
    for space in (*acceptable_spaces(problem), unbarred_space(problem)):
        asked = widened(space) if wide else space
        offers = fronts.offers(asked, Deadline())
        assert offers is not None
        assert offers.ideals == brute_force.ideals(asked)
        for rule in Rule:
            found = offers.best(rule, None, 1000)
            assert list(found.packages) == brute_force.best(space, rule), rule
            assert found.proven
            assert found.ties_complete
        front = fronts.front(asked, Deadline())
        assert front is not None
        assert {tuple(row) for row in front.utilities.tolist()} == brute_force.front(asked)


def test_ties_are_cut_off_where_there_are_too_many() -> None:
    """Of ties only so many are given as were asked for, and it says so."""
    values = np.ones((2, 6, 2), dtype=np.int64)
    space = Space((2,) * 6, values, (), (), (0, 0), (0, 0), 1)
    offers = Fronts().offers(space, Deadline())
    assert offers is not None
    found = offers.best(Rule.NASH, None, 10)
    assert list(found.packages) == list(product((0, 1), repeat=6))[:10]
    assert not found.ties_complete
    assert offers.best(Rule.NASH, None, 64).ties_complete


@pytest.mark.parametrize("parties", [2, 3])
@pytest.mark.parametrize("factor", [1, 10**9])
def test_large_spaces_are_merged_alike(parties: int, factor: int) -> None:
    """Fourteen issues, with small and with large numbers, against merging and sorting."""
    rng = np.random.default_rng(parties)
    values = rng.integers(0, 101, (parties, 14, 4)) * factor
    values += rng.integers(0, factor, values.shape)
    space = Space(
        (4,) * 14, values, (), (((0, 1),), ((3, 0), (9, 2))), (0,) * parties, (0,) * parties, 1
    )
    known, other = Fronts().front(space, Deadline()), merged_front(space, Deadline())
    assert known is not None
    assert known.utilities.tolist() == other.utilities.tolist()
    for package, point in zip(known.packages[:50], known.utilities[:50], strict=True):
        assert space.utilities(tuple(map(int, package))) == tuple(point)
        assert space.allows(tuple(map(int, package)))


@settings(max_examples=60, deadline=None)
@given(spaces(issues=4))
def test_trees_over_ranks_are_trees_over_numbers(space: Space) -> None:
    """Where the second party's numbers span too much for a tree, their ranks are as good."""
    if len(space.lowest) != 3:
        space = replace(
            space,
            values=np.resize(space.values, (3, *space.values.shape[1:])),
            terms=(),
            reservations=(0,) * 3,
            lowest=(0,) * 3,
        )
    spread = replace(space, values=space.values * (triple_kernel.WIDEST_TREE * 3), terms=())
    front = layered_front(spread, Deadline())
    assert front is not None
    check(spread, front)


def test_no_front_where_there_is_no_time_or_no_room() -> None:
    """What cannot be had is None, never a part."""
    rng = np.random.default_rng(1)
    many = Space((4,) * 12, rng.integers(0, 2**40, (6, 12, 4)), (), (), (0,) * 6, (0,) * 6, 1)
    assert layered_front(many, Deadline()) is None
    assert listed_front(many, Deadline()) is None
    large = Space((9,) * 60, rng.integers(0, 2**50, (3, 60, 9)), (), (), (0,) * 3, (0,) * 3, 1)
    assert layered_front(large, Deadline(0.2)) is None
    longer = replace(large, values=large.values.astype(object) * 10**60 + 1)
    assert layered_front(longer, Deadline(0.2)) is None


@MANY
@given(st.lists(st.integers(-(2**120), 2**120), min_size=1))
def test_limbs_are_exact(numbers: list[int]) -> None:
    """Numbers of 120 bits come back from their limbs."""
    assert joined(*split(np.array(numbers, dtype=object))) == numbers
