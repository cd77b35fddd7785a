"""Enumeration, fronts and counts against every package looked at one by one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles import brute_force

from onetext.settlement.problem import Problem
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.enumeration import Enumeration
from onetext.settlement.solvers.merged_front import greedy_front, merged_front
from onetext.settlement.solvers.nondominated import nondominated
from onetext.settlement.solvers.survey import Survey
from onetext.settlement.space import Space, acceptable_spaces, unbarred_space

MANY = settings(max_examples=150, deadline=None)


def widened(space: Space) -> Space:
    """The same space in numbers that 64 bits do not hold."""
    factor = 10**33 + 7
    return replace(
        space,
        values=space.values.astype(object) * factor,
        terms=tuple(
            replace(term, amounts=tuple(a * factor for a in term.amounts)) for term in space.terms
        ),
        reservations=tuple(r * factor for r in space.reservations),
        lowest=tuple(low if low < -(2**60) else low * factor for low in space.lowest),
        scale=space.scale * factor,
    )


@MANY
@given(brute_force.problems(rules=True))
def test_the_best_by_enumeration_is_the_best(problem: Problem) -> None:
    """Under every rule the packages with the largest key are found, all of them."""
    for space in acceptable_spaces(problem):
        for rule in Rule:
            for asked in (space, widened(space)):
                found = Enumeration().best(asked, rule, Deadline(), most_ties=1000)
                assert list(found.packages) == brute_force.best(space, rule), (rule, asked.wide)
                assert found.proven
                assert found.ties_complete


@MANY
@given(brute_force.problems())
def test_ideals_are_the_largest_gains(problem: Problem) -> None:
    """What each party could gain at most is the largest gain over allowed packages."""
    [space] = acceptable_spaces(problem)
    assert Enumeration().ideals(space, Deadline()).gains == brute_force.ideals(space)


@MANY
@given(brute_force.problems(), st.booleans())
def test_fronts_are_exact(problem: Problem, limited: bool) -> None:
    """Listing and merging give the points that no allowed package dominates, each once."""
    space = acceptable_spaces(problem)[0] if limited else unbarred_space(problem)
    expected = brute_force.front(space)
    for front in (Survey().front(space, Deadline()), merged_front(space, Deadline())):
        points = [tuple(map(int, row)) for row in front.utilities]
        assert front.exact
        assert len(points) == len(set(points))
        assert set(points) == expected
        for package, point in zip(front.packages, points, strict=True):
            assert space.utilities(tuple(map(int, package))) == point
            assert space.allows(tuple(map(int, package)))
    wide = widened(space)
    found = {tuple(row) for row in Survey().front(wide, Deadline()).utilities}
    assert found == {tuple(u * (10**33 + 7) for u in point) for point in expected}


@settings(max_examples=20, deadline=None)
@given(brute_force.problems())
def test_a_greedy_part_claims_nothing(problem: Problem) -> None:
    """A part of the front holds allowed packages that do not dominate each other."""
    space = unbarred_space(problem)
    part = greedy_front(space, Deadline(5))
    assert not part.exact
    points = [tuple(map(int, row)) for row in part.utilities]
    assert not any(brute_force.dominates(a, b) for a in points for b in points)
    assert all(space.allows(tuple(map(int, package))) for package in part.packages)


@MANY
@given(brute_force.problems(rules=True))
def test_counts_are_exact_where_all_packages_are_listed(problem: Problem) -> None:
    """The union of the coalitions' packages is what the problem itself calls acceptable."""
    spaces = acceptable_spaces(problem)
    count = Survey().count(spaces, Deadline(), seed=0)
    assert count.exact
    assert count.count == len(brute_force.acceptable_packages(problem, spaces[0]))


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
def test_non_dominance_of_many_points(parties: int) -> None:
    """Every method agrees with comparing all pairs, equal points and all."""
    rng = np.random.default_rng(parties)
    for size in (1, 60, 2500):
        points = rng.integers(0, 14, (size, parties))
        rows = nondominated(points)
        kept = {tuple(point) for point in points[rows].tolist()}
        at_least = (points[:, None, :] >= points[None, :, :]).all(axis=2)
        better = at_least & (points[:, None, :] > points[None, :, :]).any(axis=2)
        assert kept == {tuple(point) for point in points[~better.any(axis=0)].tolist()}
        assert len(rows) == len(kept)
        for row in rows:
            assert row == np.flatnonzero((points == points[row]).all(axis=1))[0]
