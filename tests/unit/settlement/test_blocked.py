"""Issues that rule out every package on their own."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.brute_force import problems

from onetext.settlement.blocked import blocked_issues
from onetext.settlement.problem import Problem, RedLine
from onetext.settlement.settle import settle
from onetext.wiring import settlement_solvers


def with_refusals(problem: Problem, draw: st.DataObject) -> Problem:
    """Each party refuses some options of the first issue, besides what it refused before."""
    issue = problem.issues[0]
    return replace(
        problem,
        agreed=(),
        preferences=tuple(
            replace(
                one,
                red_lines=(
                    *one.red_lines,
                    *(
                        RedLine(((issue.name, option),), Fraction(place + 1))
                        for option in draw.draw(
                            st.lists(st.sampled_from(issue.options), unique=True)
                        )
                    ),
                ),
            )
            for place, one in enumerate(problem.preferences)
        ),
    )


@settings(max_examples=60, deadline=None)
@given(problems(), st.data())
def test_a_blocked_issue_has_every_option_refused(problem: Problem, data: st.DataObject) -> None:
    """Each option by somebody, in the order of the issue; every conflict is told in one place."""
    problem = with_refusals(problem, data)
    found = settle(problem, settlement_solvers())
    assert found.conflicts.complete
    blocked, others = blocked_issues(problem, found.conflicts.sets)
    for one in blocked:
        assert tuple(option for option, _ in one.refusals) == problem.issue(one.issue).options
        for option, demands in one.refusals:
            assert demands
            assert all(each.combination == ((one.issue, option),) for each in demands)
    told = {each for one in blocked for _, demands in one.refusals for each in demands}
    told |= {each for conflict in others for each in conflict}
    assert told == {each for conflict in found.conflicts.sets for each in conflict}
    if blocked:
        assert found.feasible is False
        assert found.known.not_ruled_out.count == 0
