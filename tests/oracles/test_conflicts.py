"""Conflicts and concessions against every subset of the demands."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.oracles.brute_force import acceptable_packages, problems

from onetext.settlement.conflicts import impasse
from onetext.settlement.demands import Demand, MinimalSet, demands, without
from onetext.settlement.hitting import CheapestSets
from onetext.settlement.problem import Problem
from onetext.settlement.solver import Deadline, Holding, OutOfTime
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


@FEW
@given(problems(rules=True, most_parties=3))
def test_sets_are_told_as_they_are_found_concessions_cheapest_first(problem: Problem) -> None:
    """Every set of the answer is told once; the costs of the concessions never fall."""
    told: list[MinimalSet] = []
    conflicts, concessions = impasse(problem, ConflictSearch(), Deadline(), on_found=told.append)
    assert sorted(map(str, told)) == sorted(
        [str(MinimalSet(True, one)) for one in conflicts.sets]
        + [str(MinimalSet(False, one)) for one in concessions.sets]
    )
    costs = [sum(demand.cost for demand in one.demands) for one in told if not one.conflict]
    assert costs == sorted(costs)


class Tired:
    """Oracles that answer so many questions and then run out of time."""

    def __init__(self, answers: int) -> None:
        self.left = answers

    def of(self, problem: Problem) -> Tired:
        self._oracle = ConflictSearch().of(problem)
        return self

    def holding(self, asked: frozenset[int], deadline: Deadline) -> Holding:
        self.left -= 1
        return self._oracle.holding(asked, deadline) if self.left >= 0 else Holding(None, False)


@FEW
@given(problems(rules=True, most_parties=3), st.integers(0, 30), st.integers(1, 6))
def test_a_family_is_called_complete_only_if_it_is(
    problem: Problem, answers: int, most: int
) -> None:
    """Cut off after any number of answers or of sets; what is found is minimal all the same."""
    whole = impasse(problem, ConflictSearch(), Deadline())
    for cut in (
        impasse(problem, Tired(answers), Deadline()),
        impasse(problem, ConflictSearch(), Deadline(), most=most),
    ):
        assert len(cut) == len(whole)
        for part, all_of_it in zip(cut, whole, strict=True):
            assert set(part.sets) <= set(all_of_it.sets)
            if part.complete:
                assert part.sets == all_of_it.sets


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


def test_the_cheapest_sets_keep_to_the_deadline() -> None:
    """A search that would take minutes is broken off, and says that time ran out."""
    rng = random.Random(1)  # noqa: S311 - not for secrets
    hitting = CheapestSets([rng.randint(900, 1100) for _ in range(400)])
    for _ in range(900):
        hitting.hit(rng.sample(range(400), 25))
    with pytest.raises(OutOfTime):
        hitting.next(Deadline(0.5))
    with pytest.raises(OutOfTime):
        CheapestSets([1]).next(Deadline(0))
