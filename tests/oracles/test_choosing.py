"""The best packages by search against every package looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.oracles.brute_force import allowed, best, dominates, gains, ideals, problems

from onetext.settlement.problem import Problem
from onetext.settlement.rules import Rule, key
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers import climbing
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.feasibility import Feasibility
from onetext.settlement.space import NO_LIMIT, Literals, Space, Term, acceptable_spaces

EVERY_TIE = 10_000
RULES = st.sampled_from(list(Rule))
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def spaces(draw: st.DrawFn, *, largest: int = 12, issues: int = 5) -> Space:
    """Spaces with few distinct values, so that ties are common, and with long combinations."""
    sizes = tuple(draw(st.lists(st.integers(1, 4), min_size=1, max_size=issues)))
    parties = draw(st.integers(1, 4))
    numbers = st.integers(-2, largest)
    shape = (parties, len(sizes), max(sizes))
    flat = draw(st.lists(numbers, min_size=int(np.prod(shape)), max_size=int(np.prod(shape))))
    amounts = st.tuples(*[st.integers(-largest, largest)] * parties)
    combinations = st.lists(
        st.sampled_from([(i, o) for i, size in enumerate(sizes) for o in range(size)]),
        min_size=1,
        max_size=3,
        unique_by=lambda one: one[0],
    ).map(lambda found: tuple(sorted(found)))
    reservations = tuple(draw(st.integers(-3, largest * len(sizes) // 2)) for _ in range(parties))
    lowest = tuple(
        draw(st.sampled_from([low, low, NO_LIMIT, low - 2, low + 1])) for low in reservations
    )
    return Space(
        sizes=sizes,
        values=np.array(flat, dtype=np.int64).reshape(shape),
        terms=tuple(
            Term(combination, draw(amounts))
            for combination in draw(st.lists(combinations, max_size=4))
        ),
        barred=tuple(draw(st.lists(combinations, max_size=4))),
        reservations=reservations,
        lowest=lowest,
        scale=1,
    )


def ask(space: Space, rule: Rule, most_ties: int = EVERY_TIE) -> list[tuple[int, ...]]:
    found = LossSearch().best(space, rule, Deadline(), most_ties=most_ties)
    assert found.proven
    assert found.ties_complete
    return list(found.packages)


@quick
@given(spaces(), RULES)
def test_every_rule_finds_the_best_packages_and_all_ties(space: Space, rule: Rule) -> None:
    """The same packages as looking at each, for every rule, ties included and in order."""
    assert ask(space, rule) == best(space, rule)


@quick
@given(problems(rules=True), RULES)
def test_drawn_problems_are_solved_as_by_looking_at_each(problem: Problem, rule: Rule) -> None:
    """Weights, weaker rules of agreement and agreed points change nothing about that."""
    for space in acceptable_spaces(problem):
        assert ask(space, rule) == best(space, rule)


@quick
@given(spaces(largest=2**59 // 100), RULES)
def test_large_numbers_are_exact(space: Space, rule: Rule) -> None:
    """Values that leave no room for multipliers in 64 bits change nothing."""
    assert ask(space, rule) == best(space, rule)


def test_numbers_beyond_64_bits_are_exact() -> None:
    """Two packages that differ by one part in 10**30 are told apart."""
    huge = 10**30
    values = np.array([[[huge, huge + 1]], [[5, 5]]], dtype=object)
    space = Space((2,), values, (), (), (0, 0), (0, 0), 1)
    assert ask(space, Rule.UTILITARIAN) == [(1,)]
    assert ask(space, Rule.NASH) == [(1,)]


@settings(quick, max_examples=40)
@given(spaces(), RULES)
def test_dividing_regions_changes_nothing(space: Space, rule: Rule) -> None:
    """However early a region is divided, the packages are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(climbing, "CHUNK", 2)
        patch.setattr(climbing, "REGION_NODES", 3)
        assert ask(space, rule) == best(space, rule)


@quick
@given(spaces(), RULES)
def test_no_answer_is_dominated(space: Space, rule: Rule) -> None:
    """No package that may be chosen is as good for all parties and better for one."""
    others = [space.utilities(package) for package in allowed(space)]
    for package in ask(space, rule):
        mine = space.utilities(package)
        assert not any(dominates(other, mine) for other in others)


@settings(quick, max_examples=30)
@given(spaces(), RULES, st.data())
def test_names_do_not_matter(space: Space, rule: Rule, data: st.DataObject) -> None:
    """Parties and options in another order: the same packages under their new numbers."""
    parties = data.draw(st.permutations(range(len(space.lowest))))
    options = [data.draw(st.permutations(range(size))) for size in space.sizes]
    renamed = _renamed(space, parties, options)
    expected = sorted(
        tuple(options[issue].index(option) for issue, option in enumerate(package))
        for package in ask(space, rule)
    )
    assert ask(renamed, rule) == expected


def _renamed(space: Space, parties: Sequence[int], options: Sequence[Sequence[int]]) -> Space:
    def new(literals: Literals) -> Literals:
        return tuple((issue, options[issue].index(option)) for issue, option in literals)

    values = space.values[list(parties)].copy()
    for issue, order in enumerate(options):
        values[:, issue, : len(order)] = space.values[list(parties)][:, issue, list(order)]
    return replace(
        space,
        values=values,
        terms=tuple(
            Term(new(term.literals), tuple(term.amounts[party] for party in parties))
            for term in space.terms
        ),
        barred=tuple(new(bar) for bar in space.barred),
        reservations=tuple(space.reservations[party] for party in parties),
        lowest=tuple(space.lowest[party] for party in parties),
    )


@settings(quick, max_examples=30)
@given(spaces(), RULES, st.integers(0, 3))
def test_fewer_ties_are_shown_than_there_are(space: Space, rule: Rule, most: int) -> None:
    """At most `most_ties` beside the answer; and it is said whether these are all."""
    everything = best(space, rule)
    found = LossSearch().best(space, rule, Deadline(), most_ties=most)
    assert found.proven
    assert set(found.packages) <= set(everything)
    assert len(found.packages) == min(len(everything), most + 1)
    assert found.ties_complete == (len(everything) <= most + 1)
    assert found == LossSearch().best(space, rule, Deadline(), most_ties=most)


@quick
@given(spaces(), RULES)
def test_without_time_nothing_wrong_is_said(space: Space, rule: Rule) -> None:
    """With no time at all: not proven, or right; and what is shown may be chosen."""
    found = LossSearch().best(space, rule, Deadline(0))
    assert all(space.allows(package) for package in found.packages)
    right = best(space, rule)
    if found.proven:
        assert list(found.packages) == right[:101]
    if found.bound is not None and right:
        assert _first_number(space, rule, right[0]) <= found.bound


def _first_number(space: Space, rule: Rule, package: tuple[int, ...]) -> Fraction | int:
    value = key(rule, gains(space, package), ideals(space))
    return value[1] if rule is Rule.NASH else value[0]


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("seed", range(3))
def test_every_rule_on_65536_packages(rule: Rule, seed: int) -> None:
    """Where the search has something to cut: six parties, eight issues of four options."""
    generator = np.random.Generator(np.random.PCG64(seed))
    values = generator.integers(0, 101, size=(6, 8, 4)).astype(np.int64)
    pairs = [
        tuple((int(i), int(generator.integers(4))) for i in sorted(chosen))
        for chosen in (generator.choice(8, 2, replace=False) for _ in range(24))
    ]
    terms = tuple(
        Term(pair, tuple(int(one) for one in generator.integers(-60, 61, size=6)))
        for pair in pairs[:16]
    )
    least = tuple(int(total) for total in values.max(axis=2).sum(axis=1) // 3)
    space = Space((4,) * 8, values, terms, tuple(pairs[16:]), least, least, 1)
    assert ask(space, rule) == _best_of_many(space, rule)


def _best_of_many(space: Space, rule: Rule) -> list[tuple[int, ...]]:
    """As `best`, with all packages in one array."""
    every = np.indices(space.sizes).reshape(len(space.sizes), -1).T

    def holds(literals: Literals) -> NDArray[np.bool_]:
        held = [every[:, issue] == option for issue, option in literals]
        return np.asarray(np.all(held, axis=0), dtype=np.bool_)

    totals = sum(space.values[:, issue, every[:, issue]] for issue in range(len(space.sizes)))
    for term in space.terms:
        totals = totals + np.outer(term.amounts, holds(term.literals))
    found = np.asarray(totals).T - np.array(space.reservations)
    kept = (found >= 0).all(axis=1)
    for bar in space.barred:
        kept &= ~holds(bar)
    table = [tuple(map(int, row)) for row in found[kept]]
    most = tuple(map(max, zip(*table, strict=True))) if table else ()
    keys = [key(rule, row, most) for row in table]
    top = max(keys, default=())
    rows = every[kept].tolist()
    return [tuple(row) for row, value in zip(rows, keys, strict=True) if value == top]


@pytest.mark.parametrize("rule", list(Rule))
def test_issues_that_nobody_minds_are_no_obstacle(rule: Rule) -> None:
    """With 4**24 ties for every package, the answer is proved, and it is said that ties are
    left out; also where others with the same product or order of gains abound."""
    values = np.zeros((2, 28, 4), dtype=np.int64)
    values[:, :4] = [[[6, 1, 0, 3]] * 4, [[1, 6, 0, 3]] * 4]
    space = Space((4,) * 28, values, (), (), (0, 0), (0, 0), 1)
    small = Space((4,) * 4, values[:, :4], (), (), (0, 0), (0, 0), 1)
    found = LossSearch().best(space, rule, Deadline(), most_ties=7)
    assert found.proven
    assert not found.ties_complete
    assert len(found.packages) == 8
    assert {package[:4] for package in found.packages} <= set(best(small, rule))


@quick
@given(spaces())
def test_ideals_are_the_largest_gains(space: Space) -> None:
    """For every party, over the packages that may be chosen; none where there are none."""
    found = LossSearch().ideals(space, Deadline())
    assert found.proven
    assert found.gains == ideals(space)


@quick
@given(spaces(), st.data())
def test_feasibility_of_any_of_the_demands(space: Space, data: st.DataObject) -> None:
    """A package is found just where there is one, whichever limits and bars are in force."""
    feasibility = Feasibility(space)
    for _ in range(4):
        limits = [data.draw(st.booleans()) for _ in space.lowest]
        bars = [data.draw(st.booleans()) for _ in space.barred]
        asked = replace(
            space,
            lowest=tuple(
                low if counts else NO_LIMIT
                for low, counts in zip(space.lowest, limits, strict=True)
            ),
            barred=tuple(b for b, counts in zip(space.barred, bars, strict=True) if counts),
        )
        found = feasibility.package(limits, bars, Deadline())
        assert found.proven
        assert (found.package is not None) == bool(allowed(asked))
        assert found.package is None or asked.allows(found.package)
