"""Fronts and solutions of every GENIUS scenario, against each of its packages looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from math import lcm
from pathlib import Path

import pytest

from onetext.settlement.genius import read_genius
from onetext.settlement.problem import Problem
from onetext.settlement.rules import Rule, key
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.front_choosing import Fronts
from onetext.settlement.solvers.survey import Survey
from onetext.settlement.solvers.whichever import Whichever
from onetext.settlement.space import acceptable_spaces, unbarred_space

SCENARIOS = Path(__file__).parents[3] / "shared" / "corpora" / "genius"
FOLDERS = sorted({path.parent for path in SCENARIOS.glob("**/*.xml")})
MOST_PACKAGES = 100_000

Point = tuple[int, ...]


def points_of(problem: Problem) -> tuple[dict[Point, list[Point]], Point, int]:
    """For every point its packages; the reservation values; what all are multiplied by."""
    worth = [
        [
            [
                one.weights[issue.name] * one.values[issue.name][o].middle
                for one in problem.preferences
            ]
            for o in issue.options
        ]
        for issue in problem.issues
    ]
    least = [one.reservation.points for one in problem.preferences]
    scale = lcm(
        *(value.denominator for rows in worth for row in rows for value in row),
        *(value.denominator for value in least),
    )
    whole = [[[int(value * scale) for value in row] for row in rows] for rows in worth]
    found: dict[Point, list[Point]] = defaultdict(list)
    for package in product(*(range(len(rows)) for rows in whole)):
        rows = [whole[issue][option] for issue, option in enumerate(package)]
        found[tuple(map(sum, zip(*rows, strict=True)))].append(package)
    return found, tuple(int(value * scale) for value in least), scale


def front_of(points: Iterable[Point]) -> set[Point]:
    """In descending order a point can only be dominated by one that was kept before."""
    kept: list[Point] = []
    for point in sorted(points, reverse=True):
        for place, other in enumerate(kept):
            if all(map(int.__ge__, other, point)):
                kept[place], kept[place // 2] = kept[place // 2], kept[place]
                break
        else:
            kept.append(point)
    return set(kept)


@pytest.mark.skipif(not FOLDERS, reason="the GENIUS scenarios are not beside the checkout")
def test_every_scenario_against_every_package() -> None:
    """The front, and under each rule all of the best packages, in exact numbers."""
    looked_at = 0
    for folder in FOLDERS:
        problem = read_genius(folder)
        if problem.packages > MOST_PACKAGES:
            continue
        looked_at += 1
        packages, least, scale = points_of(problem)
        fronts, deadline = Fronts(), Deadline()
        chooser = Whichever(fronts)
        [space] = acceptable_spaces(problem)
        front = Survey(fronts).front(unbarred_space(problem), deadline)
        told = {tuple(Fraction(int(one), space.scale) for one in row) for row in front.utilities}
        expected = {tuple(Fraction(one, scale) for one in row) for row in front_of(packages)}
        assert front.exact
        assert told == expected, folder.name
        gains = {
            point: tuple(map(int.__sub__, point, least))
            for point in packages
            if all(map(int.__ge__, point, least))
        }
        ideals = tuple(map(max, zip(*gains.values(), strict=True)))
        for rule in Rule:
            keys = {point: key(rule, gain, ideals) for point, gain in gains.items()}
            top = max(keys.values(), default=None)
            best = sorted(p for point in keys if keys[point] == top for p in packages[point])
            found = chooser.best(space, rule, deadline, most_ties=MOST_PACKAGES)
            assert list(found.packages) == best, (folder.name, rule)
            assert found.proven
            assert found.ties_complete
    assert looked_at >= 50
