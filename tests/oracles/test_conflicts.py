"""Conflicts and concessions against every subset of the demands."""

from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings
from tests.oracles.brute_force import acceptable_packages, problems

from onetext.settlement.conflicts import impasse
from onetext.settlement.demands import Demand, demands, without
from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.conflict_search import ConflictSearch
from onetext.settlement.space import acceptable_spaces

FEW = settings(max_examples=40, deadline=None)
Family = frozenset[Demand]


def holds(problem: Problem, made: Family) -> bool:
    """Whether some package is acceptable when only `made` are demanded."""
    left = without(problem, [one for one in demands(problem) if one not in made])
    return bool(acceptable_packages(left, acceptable_spaces(left)[0]))


def minimal(problem: Problem, *, conflicts: bool) -> set[Family]:
    """All minimal conflicts (or concessions), smallest subsets first."""
    everything = frozenset(demands(problem))
    found: set[Family] = set()
    for size in range(len(everything) + 1):
        for chosen in map(frozenset, combinations(everything, size)):
            if any(one <= chosen for one in found):
                continue
            if conflicts != holds(problem, chosen if conflicts else everything - chosen):
                found.add(chosen)
    return found


@FEW
@given(problems(rules=True, most_parties=3))
def test_conflicts_and_concessions_are_all_the_minimal_ones(problem: Problem) -> None:
    """Both families are those of brute force, also under weaker rules of agreement."""
    assume(len(demands(problem)) <= 7)
    conflicts, concessions = impasse(problem, ConflictSearch(), Deadline())
    assert conflicts.complete
    assert concessions.complete
    if holds(problem, frozenset(demands(problem))):
        assert conflicts.sets == concessions.sets == ()
        return
    assert {frozenset(one) for one in conflicts.sets} == minimal(problem, conflicts=True)
    assert {frozenset(one) for one in concessions.sets} == minimal(problem, conflicts=False)
    costs = [sum(demand.cost for demand in one) for one in concessions.sets]
    assert costs == sorted(costs)


def test_no_time_claims_nothing_complete() -> None:
    """Where the deadline has passed nothing is called complete unless it is."""
    from fractions import Fraction

    from onetext.settlement.problem import Agreement, Issue, Points, Preferences, Reservation

    issue = Issue("border", ("old line", "new line"))
    known = {"border": {"old line": Points.exactly(10), "new line": Points.exactly(0)}}
    other = {"border": {"old line": Points.exactly(0), "new line": Points.exactly(10)}}
    one = Fraction(1)
    problem = Problem(
        "two",
        (issue,),
        (
            Preferences("Northland", {"border": one}, known, Reservation(Fraction(5))),
            Preferences("Southland", {"border": one}, other, Reservation(Fraction(5))),
        ),
        Agreement(2),
    )
    conflicts, concessions = impasse(problem, ConflictSearch(), Deadline())
    assert [len(one) for one in conflicts.sets] == [2]
    assert [len(one) for one in concessions.sets] == [1, 1]
    cut, _ = impasse(problem, ConflictSearch(), Deadline(), most=1)
    assert not cut.complete
