"""Gains of questions against nested enumeration: every answer of a grid, every package."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from onetext.settlement.chances import chance
from onetext.settlement.next_question import next_questions
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)
from onetext.settlement.solver import Deadline

ISSUES = (Issue("border", ("open", "closed")), Issue("ports", ("shared", "split")))
STEPS = 12


def best(problem: Problem) -> float:
    """The probability of acceptance of the package that is likeliest to be accepted."""
    names = [issue.name for issue in ISSUES]
    packages = product(*(issue.options for issue in ISSUES))
    return max(chance(problem, dict(zip(names, p, strict=True))).likely for p in packages)


def enumerated(problem: Problem, one: Preferences, issue: Issue) -> float:
    """The mean of `best` over a grid of answers, less `best` now."""
    total = 0.0
    for places in product(range(STEPS), repeat=2):
        told = {}
        for option, place in zip(issue.options, places, strict=True):
            points = one.values[issue.name][option]
            share = Fraction(2 * place + 1, 2 * STEPS)
            told[option] = Points.exactly(points.low + share * (points.high - points.low))
        values = {**one.values, issue.name: told}
        total += best(problem.with_preferences(replace(one, values=values)))
    return total / STEPS**2 - best(problem)


def test_gains_against_enumeration() -> None:
    """Every gain agrees with enumeration within the error of the draws."""
    ends = [[(0, 100), (10, 70), (20, 90), (0, 60)], [(5, 80), (0, 100), (30, 60), (0, 90)]]
    preferences = []
    for name, row in zip(("Northland", "Southland"), ends, strict=True):
        points = iter([Points(Fraction(low), Fraction(high)) for low, high in row])
        values = {issue.name: {o: next(points) for o in issue.options} for issue in ISSUES}
        weights = {"border": Fraction(2, 3), "ports": Fraction(1, 3)}
        preferences.append(Preferences(name, weights, values, Reservation(Fraction(45))))
    problem = Problem("talks", ISSUES, tuple(preferences), Agreement(2))
    found = next_questions(problem, seed=0, deadline=Deadline())
    gains = {(one.party, one.issue): one.gain for one in found}
    assert found[0].now == pytest.approx(best(problem), abs=0.01)
    for one, issue in product(preferences, ISSUES):
        expected = enumerated(problem, one, issue)
        assert gains.get((one.party, issue.name), 0.0) == pytest.approx(expected, abs=0.03)
