"""The nearest package of a concession, against all packages."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from tests.oracles.brute_force import problems

from onetext.settlement.demands import DemandKind, without
from onetext.settlement.nearest import MOST
from onetext.settlement.problem import Problem
from onetext.settlement.settle import settle
from onetext.settlement.utility import acceptable, gain
from onetext.wiring import settlement_solvers


@settings(max_examples=80, deadline=None)
@given(problems(most_parties=3))
def test_no_package_that_a_concession_opens_is_nearer(problem: Problem) -> None:
    """The smallest gain, counted from the reservation values as they stood, is the largest."""
    found = settle(problem, settlement_solvers())
    asked = found.problem
    names = [issue.name for issue in asked.issues]
    choices = [
        dict(zip(names, options, strict=True))
        for options in product(*(issue.options for issue in asked.issues))
    ]
    assert len(found.nearest) == min(MOST, len(found.concessions.sets))
    for concession, near in zip(found.concessions.sets, found.nearest, strict=False):
        if all(one.kind is not DemandKind.RESERVATION for one in concession):
            assert near is None
            continue
        opened = without(asked, concession)
        least = max(
            min(gain(one, choice) for one in asked.preferences)
            for choice in choices
            if acceptable(opened, choice)
        )
        assert near is not None
        assert near.proven
        assert min(near.offer.gains) == least
