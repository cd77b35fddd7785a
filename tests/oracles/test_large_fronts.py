"""Fronts of large spaces: against every package where these can be listed, else each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles import brute_force

from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers import in_order, swept_front
from onetext.settlement.solvers.in_order import kept_in_order
from onetext.settlement.solvers.merged_front import merged_front
from onetext.settlement.solvers.sorted_sums import merged
from onetext.settlement.solvers.survey import Survey, large_front
from onetext.settlement.solvers.swept_front import swept_front as sweep
from onetext.settlement.space import NO_LIMIT, Space, Term, acceptable_spaces, unbarred_space

MANY = settings(max_examples=150, deadline=None)


def drawn(parties: int, issues: int, seed: int, *, ties: int = 0, most: int = 101) -> Space:
    """Points below `most` for every option; `ties` interactions and half as many red lines."""
    rng = np.random.default_rng(seed)

    def pair() -> tuple[tuple[int, int], ...]:
        both = sorted(int(one) for one in rng.choice(issues, 2, replace=False))
        return tuple((one, int(rng.integers(4))) for one in both)

    return Space(
        sizes=(4,) * issues,
        values=rng.integers(0, most, (parties, issues, 4)).astype(np.int64),
        terms=tuple(
            Term(pair(), tuple(int(one) for one in rng.integers(-20, 21, parties)))
            for _ in range(ties)
        ),
        barred=tuple(pair() for _ in range(ties // 2)),
        reservations=(0,) * parties,
        lowest=(NO_LIMIT,) * parties,
        scale=1,
    )


def in_descending_order(points: np.ndarray) -> np.ndarray:
    """The distinct points, the largest first number first, then the second, and so on."""
    return np.ascontiguousarray(np.unique(points, axis=0)[::-1])


@MANY
@given(brute_force.problems(), st.booleans())
def test_a_sweep_gives_the_points_that_no_package_dominates(problem: Problem, low: bool) -> None:
    """Interactions, red lines on combinations and lowest utilities and all; each point once."""
    space = acceptable_spaces(problem)[0] if low else unbarred_space(problem)
    front = sweep(space, Deadline())
    assert front is not None
    assert front.exact
    points = [tuple(map(int, row)) for row in front.utilities]
    assert len(points) == len(set(points))
    assert set(points) == brute_force.front(space)
    assert points == sorted(points, reverse=True)
    for package, point in zip(front.packages, points, strict=True):
        assert space.utilities(tuple(map(int, package))) == point
        assert space.allows(tuple(map(int, package)))


@pytest.mark.parametrize("parties", [2, 3, 4, 5])
def test_two_methods_give_the_same_front_of_a_space_too_large_to_list(parties: int) -> None:
    """A sweep in merged order, and merging with a sort after every step: 4^12 packages."""
    space = drawn(parties, 12 if parties < 5 else 7, parties)
    swept, other = sweep(space, Deadline()), merged_front(space, Deadline())
    assert swept is not None
    assert swept.exact
    assert other.exact
    assert np.array_equal(swept.utilities, other.utilities)
    assert len(swept.utilities) > 10


def test_a_front_of_widely_tied_issues_is_exact() -> None:
    """A ring of ties over all issues leaves no joint options that could be listed."""
    space = drawn(3, 8, 1, ties=14)
    front = sweep(space, Deadline())
    assert front is not None
    assert np.array_equal(front.utilities, Survey().front(space, Deadline()).utilities)


@pytest.mark.parametrize("parties", [3, 4])
@pytest.mark.parametrize("most", [9, 40, 10**12])
def test_every_method_keeps_the_same_points(
    monkeypatch: pytest.MonkeyPatch, parties: int, most: int
) -> None:
    """A table, halves and comparing one by one: the same points of 3,000, ties and all."""
    points = np.random.default_rng(most % 97).integers(0, most, (3000, parties))
    points[:, -1] = -points[:, :-1].sum(axis=1) + points[:, -1] % 7
    points = in_descending_order(points)
    monkeypatch.setattr(in_order, "CELLS_A_POINT", 0)
    by_halves = kept_in_order(points, Deadline())
    monkeypatch.setattr(in_order, "FEW", len(points))
    one_by_one = kept_in_order(points, Deadline())
    assert np.array_equal(by_halves, one_by_one)
    assert by_halves.any()
    monkeypatch.setattr(in_order, "FEW", 0)
    monkeypatch.setattr(in_order, "CELLS_A_POINT", 10**6)
    monkeypatch.setattr(in_order, "CHUNK", 700)
    assert np.array_equal(kept_in_order(points, Deadline()), one_by_one)


@MANY
@given(st.lists(st.lists(st.tuples(*[st.integers(-3, 3)] * 3), max_size=9), max_size=6))
def test_merged_lists_are_in_order_and_know_where_they_come_from(
    lists: list[list[tuple[int, int, int]]],
) -> None:
    """Every sum once, the largest first; of equal sums the first list's."""
    ordered = [sorted(set(one), reverse=True) for one in lists]
    points = np.array([p for one in ordered for p in one], dtype=np.int64).reshape(-1, 3)
    ends = np.cumsum([len(one) for one in ordered], dtype=np.int64)
    starts = ends - np.array([len(one) for one in ordered], dtype=np.int64)
    shifts = np.arange(3 * len(lists), dtype=np.int64).reshape(-1, 3) % 5
    found = merged(points, starts, ends, shifts)
    sums = points[found.rows] + shifts[found.lists]
    assert np.array_equal(sums, found.points)
    every = {
        tuple((points[row] + shifts[n]).tolist())
        for n in range(len(lists))
        for row in range(starts[n], ends[n])
    }
    assert [tuple(row) for row in sums.tolist()] == sorted(every, reverse=True)
    for row, number in zip(found.rows, found.lists, strict=True):
        assert starts[number] <= row < ends[number]


def test_a_part_is_allowed_packages_that_do_not_dominate_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says that it is a part, and holds no point beyond the exact front."""
    monkeypatch.setattr(swept_front, "THIN_POINTS", 40)
    monkeypatch.setattr(swept_front, "THIN_STATES", 3)
    space = drawn(3, 8, 2, ties=14)
    part = sweep(space, Deadline(), part=True)
    assert part is not None
    assert not part.exact
    assert 3 < len(part.packages) <= 40
    exact = [tuple(row) for row in Survey().front(space, Deadline()).utilities.tolist()]
    points = [tuple(map(int, row)) for row in part.utilities]
    assert not any(brute_force.dominates(a, b) for a in points for b in points)
    assert all(any(a == b or brute_force.dominates(b, a) for b in exact) for a in points)
    for package, point in zip(part.packages, points, strict=True):
        assert space.allows(tuple(map(int, package)))
        assert space.utilities(tuple(map(int, package))) == point


def test_without_time_a_part_is_called_a_part() -> None:
    """Where time ran out before the exact front was known, what is given says so."""
    front = large_front(drawn(4, 28, 1), Deadline(0))
    assert not front.exact
    assert len(front.packages)


def test_a_part_in_little_time_is_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where steps take too long for what is left, fewer points are kept, never none."""
    space = drawn(4, 20, 1)
    whole = sweep(space, Deadline(), part=True)
    monkeypatch.setattr(swept_front, "LEAST_POINTS", 5)
    left = chain(range(10**7, 4 * 10**6, -(10**5)), range(4 * 10**6, 0, -1))
    hurried = Deadline()
    monkeypatch.setattr(Deadline, "left_s", property(lambda _: float(next(left))))
    part = sweep(space, hurried, part=True)
    assert whole is not None
    assert part is not None
    assert 0 < len(part.packages) < len(whole.packages)
    assert not part.exact


def test_too_many_points_are_no_front(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded: beyond so many points there is a part, and it is called one."""
    monkeypatch.setattr(swept_front, "MOST_POINTS", 50)
    space = drawn(3, 12, 3)
    assert sweep(space, Deadline()) is None
    monkeypatch.setattr(swept_front, "THIN_POINTS", 12)
    assert not large_front(replace(space, barred=(((0, 0),),)), Deadline()).exact
