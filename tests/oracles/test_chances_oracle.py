"""Probabilities against counting the cells of a fine grid, and the odds against the exact ones."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.oracles.brute_force import packages, problems

from onetext.settlement.chances import chance, reaches, surest
from onetext.settlement.odds import summary, tail
from onetext.settlement.problem import Points, Preferences, Problem
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.enumeration import Enumeration
from onetext.settlement.space import Package, acceptable_spaces, choice_of
from onetext.settlement.utility import acceptable, accepts, gain

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


def corners(problem: Problem) -> Iterator[Problem]:
    """The problem with every unknown number at one of its ends, in every way."""
    unknown = [
        (party, place)
        for party, one in enumerate(problem.preferences)
        for place in [*_cells(one), *range(len(one.interactions))]
        if not _points(one, place).known
    ]
    for ends in product((False, True), repeat=len(unknown)):
        high = dict(zip(unknown, ends, strict=True))
        yield replace(
            problem,
            preferences=tuple(
                _settled(one, {place: up for (party, place), up in high.items() if party == number})
                for number, one in enumerate(problem.preferences)
            ),
        )


Place = tuple[str, str] | int


def _cells(one: Preferences) -> list[tuple[str, str]]:
    return [(issue, option) for issue, row in one.values.items() for option in row]


def _points(one: Preferences, place: Place) -> Points:
    if isinstance(place, int):
        return one.interactions[place].points
    return one.values[place[0]][place[1]]


def _settled(one: Preferences, high: Mapping[Place, bool]) -> Preferences:
    def end(place: Place) -> Points:
        points = _points(one, place)
        if points.known:
            return points
        return Points.exactly(points.high if high[place] else points.low)

    return replace(
        one,
        values={
            issue: {option: end((issue, option)) for option in row}
            for issue, row in one.values.items()
        },
        interactions=tuple(
            replace(term, points=end(number)) for number, term in enumerate(one.interactions)
        ),
    )


def little_known(problem: Problem, most: int) -> bool:
    """Whether something is unknown, and not too much for all corners to be looked at."""
    unknown = sum(
        not _points(one, place).known
        for one in problem.preferences
        for place in [*_cells(one), *range(len(one.interactions))]
    )
    return 0 < unknown <= most


def mostly_known(problem: Problem, seed: int, unknown: int) -> Problem:
    """The problem with all numbers but `unknown` of them at their low ends."""
    places: list[tuple[int, Place]] = [
        (party, place)
        for party, one in enumerate(problem.preferences)
        for place in [*_cells(one), *range(len(one.interactions))]
    ]
    kept = set(random.Random(seed).sample(places, min(unknown, len(places))))  # noqa: S311 # a seed
    preferences = []
    for party, one in enumerate(problem.preferences):

        def settled(place: Place, one: Preferences = one, party: int = party) -> Points:
            points = _points(one, place)
            return points if (party, place) in kept else Points.exactly(points.low)

        preferences.append(
            replace(
                one,
                values={
                    issue: {option: settled((issue, option)) for option in row}
                    for issue, row in one.values.items()
                },
                interactions=tuple(
                    replace(term, points=settled(number))
                    for number, term in enumerate(one.interactions)
                ),
            )
        )
    return replace(problem, preferences=tuple(preferences))


UNCERTAIN = st.builds(
    mostly_known,
    problems(certain=False, rules=True, most_parties=3),
    st.integers(0, 99),
    st.integers(1, 7),
)


@given(UNCERTAIN)
@settings(max_examples=60, deadline=None)
def test_what_is_guaranteed_and_possible_against_every_corner(problem: Problem) -> None:
    """A party accepts for sure if it does at every corner, possibly if it does at one.

    So with the rule of agreement, interactions and red lines and all."""
    assume(little_known(problem, 7))
    every = list(corners(problem))
    [space, *_] = acceptable_spaces(problem)
    for package in packages(space):
        choice = choice_of(problem, package)
        told = chance(problem, choice)
        assert told.guaranteed == all(acceptable(one, choice) for one in every)
        assert told.possible == any(acceptable(one, choice) for one in every)
        for party in told.parties:
            answers = [accepts(one.of(party.party), choice) for one in every]
            assert party.guaranteed == all(answers)
            assert party.possible == any(answers)
            assert 0 <= party.likely <= 1
            assert not party.guaranteed or party.likely == 1


@given(UNCERTAIN)
@settings(max_examples=60, deadline=None)
def test_the_surest_package_against_every_corner(problem: Problem) -> None:
    """Of the packages acceptable at every corner those whose worst smallest gain is largest,
    by listing and by search; none where no package is acceptable at every corner."""
    assume(little_known(problem, 7))
    every = list(corners(problem))
    [space, *_] = acceptable_spaces(problem)
    worst: dict[Package, Fraction] = {}
    for package in packages(space):
        choice = choice_of(problem, package)
        if all(acceptable(one, choice) for one in every):
            gains = [gain(party, choice) for one in every for party in one.preferences]
            worst[package] = min(gains)
    for chooser in (Enumeration(), LossSearch()):
        found = surest(problem, chooser, Deadline())
        assert found.proven
        assert bool(found.packages) == bool(worst)
        for package in found.packages:
            assert worst[package] == max(worst.values())
