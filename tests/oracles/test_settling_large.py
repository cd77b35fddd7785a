"""A problem of 10^60 packages: answered within bounds, and nothing claimed that is not proved."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest

from onetext.settlement.problem import (
    Agreement,
    Interaction,
    Issue,
    Points,
    Preferences,
    Problem,
    RedLine,
    Reservation,
)
from onetext.settlement.settle import settle
from onetext.settlement.utility import accepts, breaks_red_line
from onetext.wiring import settlement_solvers


def enormous(seed: int, least: int) -> Problem:
    """60 issues with 10 options, 6 parties, 100 red lines, 60 interactions, half unknown."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    issues = tuple(Issue(f"issue {n}", tuple(f"option {o}" for o in range(10))) for n in range(60))

    def combination(size: int) -> tuple[tuple[str, str], ...]:
        held = sorted(rng.sample(range(60), size))
        return tuple((issues[one].name, f"option {rng.randrange(10)}") for one in held)

    def points() -> Points:
        low, high = sorted((Fraction(rng.randint(0, 100)), Fraction(rng.randint(0, 100))))
        return Points(low, high) if rng.random() < 0.5 else Points.exactly(low)

    return Problem(
        "enormous",
        issues,
        tuple(
            Preferences(
                party,
                {issue.name: Fraction(1) for issue in issues},
                {issue.name: {o: points() for o in issue.options} for issue in issues},
                Reservation(Fraction(least)),
                tuple(RedLine(combination(rng.choice((1, 2, 3)))) for _ in range(17)),
                tuple(
                    Interaction(combination(2), Points.exactly(rng.randint(-20, 20)))
                    for _ in range(10)
                ),
            )
            for party in ("Northland", "Southland", "Eastland", "Westland", "Lune", "Sarn")
        ),
        Agreement(6),
    )


@pytest.mark.parametrize(("seed", "least"), [(1, 3000), (2, 4700)])
def test_what_cannot_be_proved_is_not_claimed(seed: int, least: int) -> None:
    """The front is a part, the count no exact one, and what is shown stands up."""
    problem = enormous(seed, least)
    found = settle(problem, settlement_solvers(), time_limit_s=6, most_front=5000)
    assert found.front.size == len(found.front.offers)
    assert not found.front.exact
    assert found.front.offers
    points = np.array([[float(u) for u in one.utilities] for one in found.front.offers])
    for shown in found.front.offers:
        assert not any(breaks_red_line(party, shown.choice) for party in problem.preferences)
    for point in points:
        others = points[(points != point).any(axis=1)]
        assert not (others >= point).all(axis=1).any()
    for one in found.solutions.values():
        if one.proven:
            assert (points == [float(u) for u in one.offer.utilities]).all(axis=1).any()
    if found.feasible:
        assert found.solutions
        assert not found.acceptable.exact
        assert found.acceptable.count > 0
        for solution in found.solutions.values():
            assert all(accepts(one, solution.offer.choice) for one in problem.preferences)
    else:
        assert found.feasible is None or found.conflicts.sets or not found.conflicts.complete
        assert not found.solutions
