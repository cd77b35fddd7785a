"""What-ifs: a red line less, a point fixed, a party gone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.oracles.brute_force import acceptable_packages, problems

from onetext.settlement.names import NoSuchThing
from onetext.settlement.problem import Problem
from onetext.settlement.space import acceptable_spaces, choice_of
from onetext.settlement.utility import acceptable
from onetext.settlement.what_if import fix, leave_out, relax


def choices(problem: Problem) -> list[dict[str, str]]:
    space = acceptable_spaces(problem)[0]
    return [dict(choice_of(problem, one)) for one in acceptable_packages(problem, space)]


@settings(max_examples=100, deadline=None)
@given(problems())
def test_what_ifs_change_what_they_name_only(problem: Problem) -> None:
    """Relaxing never loses a package, fixing keeps just those with the option, and who leaves
    takes only wishes along."""
    before = choices(problem)
    for one in problem.preferences:
        for line in one.red_lines:
            after = choices(relax(problem, f"{one.party}:{line.combination[0][0]}"))
            assert all(choice in after for choice in before)
        dropped = relax(problem, f"{one.party.upper()}:reservation")
        assert all(choice in choices(dropped) for choice in before)
        if len(problem.parties) > 2:
            left = leave_out(problem, one.party)
            assert all(acceptable(left, choice) for choice in before)
    issue = problem.issues[0]
    for option in issue.options:
        if any(p.issue == issue.name and p.option != option for p in problem.agreed):
            continue
        fixed = choices(fix(problem, f"{issue.name}={option}"))
        assert fixed == [choice for choice in before if choice[issue.name] == option]


@settings(max_examples=5, deadline=None)
@given(problems(most_parties=2))
def test_what_is_not_there_is_named(problem: Problem) -> None:
    """A wrong name lists the right ones; two parties are the least."""
    with pytest.raises(NoSuchThing, match='"Northland"'):
        relax(problem, "Nobody:issue 0")
    with pytest.raises(NoSuchThing, match="Write PARTY:ISSUE"):
        relax(problem, "Northland")
    with pytest.raises(NoSuchThing, match="option 0"):
        fix(problem, "issue 0=other")
    with pytest.raises(NoSuchThing, match="needs two"):
        leave_out(problem, "South")
