"""Laws of whole settlements: what may change an answer, and what may not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import prod

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.oracles.brute_force import dominates, problems

from onetext.settlement.problem import Agreement, Issue, Preferences, Problem, RedLine
from onetext.settlement.result import Settlement
from onetext.settlement.rules import Rule
from onetext.settlement.settle import offer_of, settle
from onetext.settlement.space import acceptable_spaces, package_of
from onetext.settlement.utility import acceptable, breaks_red_line, keeps_agreed
from onetext.wiring import settlement_solvers

SOME = settings(max_examples=40, deadline=None)
EVERY = 10_000


def settled(problem: Problem, seed: int = 0) -> Settlement:
    return settle(problem, settlement_solvers(), most_front=EVERY, most_ties=EVERY, seed=seed)


def packages(problem: Problem) -> list[dict[str, str]]:
    [space, *_] = acceptable_spaces(problem)
    found: list[dict[str, str]] = [{}]
    for issue in problem.issues:
        found = [one | {issue.name: option} for one in found for option in issue.options]
    assert len(found) == space.packages
    return found


def chosen(result: Settlement, rule: Rule) -> set[tuple[tuple[str, str], ...]]:
    """The packages under a rule, ties and all, whatever their order."""
    solution = result.solutions.get(rule)
    if solution is None:
        return set()
    assert solution.proven
    assert solution.ties_complete
    return {tuple(sorted(offer.choice.items())) for offer in (solution.offer, *solution.ties)}


def points(result: Settlement) -> set[tuple[tuple[str, Fraction], ...]]:
    """The front, by party."""
    assert result.front.exact
    return {
        tuple(sorted(zip(result.problem.parties, offer.utilities, strict=True)))
        for offer in result.front.offers
    }


@SOME
@given(problems(rules=True))
def test_no_solution_is_dominated(problem: Problem) -> None:
    """No acceptable package is as good for all and better for one; the front's neither, among
    those that break no red line."""
    result = settled(problem)
    every = packages(problem)
    worth = {package_of(problem, one): offer_of(problem, one).utilities for one in every}
    allowed = [worth[package_of(problem, one)] for one in every if acceptable(problem, one)]
    free = [
        worth[package_of(problem, one)]
        for one in every
        if keeps_agreed(problem, one)
        and not any(breaks_red_line(party, one) for party in problem.preferences)
    ]
    assert bool(result.solutions) == bool(allowed) == bool(result.feasible)
    for solution in result.solutions.values():
        for offer in (solution.offer, *solution.ties):
            assert offer.utilities in allowed
            assert not any(dominates(other, offer.utilities) for other in allowed)
    for offer in result.front.offers:
        assert offer.utilities in free
        assert not any(dominates(other, offer.utilities) for other in free)


@SOME
@given(problems(rules=True), st.data())
def test_a_red_line_never_adds_a_package(problem: Problem, data: st.DataObject) -> None:
    """One more red line leaves at most the packages that there were."""
    party = data.draw(st.sampled_from(problem.preferences))
    held = data.draw(st.sets(st.sampled_from(problem.issues), min_size=1, max_size=2))
    line = RedLine(
        tuple(
            (issue.name, data.draw(st.sampled_from(issue.options)))
            for issue in problem.issues
            if issue in held
        )
    )
    narrower = problem.with_preferences(replace(party, red_lines=(*party.red_lines, line)))
    before, after = settled(problem), settled(narrower)
    assert after.acceptable.exact
    assert after.acceptable.count <= before.acceptable.count
    for rule in after.solutions:
        assert rule in before.solutions
        for one in chosen(after, rule):
            assert acceptable(problem, dict(one))
    assert all(
        not any(breaks_red_line(one, offer.choice) for one in narrower.preferences)
        for offer in after.front.offers
    )


@SOME
@given(problems(rules=True), st.data())
def test_order_and_names_change_nothing(problem: Problem, data: st.DataObject) -> None:
    """Parties, issues and options in another order: the same packages, points and counts."""
    parties = data.draw(st.permutations(problem.preferences))
    issues = [
        Issue(issue.name, tuple(data.draw(st.permutations(issue.options))))
        for issue in data.draw(st.permutations(problem.issues))
    ]
    places = {issue.name: place for place, issue in enumerate(issues)}
    turned = Problem(
        "turned",
        tuple(issues),
        tuple(_turned(one, places) for one in parties),
        Agreement(problem.agreement.at_least, problem.agreement.vetoes),
        problem.agreed,
    )
    before, after = settled(problem), settled(turned)
    assert before.feasible == after.feasible
    assert before.acceptable == after.acceptable
    assert points(before) == points(after)
    for rule in Rule:
        assert chosen(before, rule) == chosen(after, rule)


def _turned(one: Preferences, places: dict[str, int]) -> Preferences:
    """Combinations in the order of the issues that they are now in."""
    return replace(
        one,
        red_lines=tuple(
            replace(line, combination=tuple(sorted(line.combination, key=lambda p: places[p[0]])))
            for line in one.red_lines
        ),
        interactions=tuple(
            replace(each, combination=tuple(sorted(each.combination, key=lambda p: places[p[0]])))
            for each in one.interactions
        ),
    )


@settings(max_examples=25, deadline=None)
@given(problems(certain=False, rules=True, most_parties=3), st.integers(0, 3))
def test_equal_seeds_give_equal_settlements(problem: Problem, seed: int) -> None:
    """But for the seconds, everything is the same, draws and all."""
    one, other = settled(problem, seed), settled(problem, seed)
    assert replace(one, seconds=0) == replace(other, seconds=0)


@SOME
@given(problems(), st.integers(1, 50), st.data())
def test_another_scale_changes_no_nash_or_kalai_smorodinsky(
    problem: Problem, factor: int, data: st.DataObject
) -> None:
    """Multiplying all points of one party changes neither (Nash 1950, axiom of invariance;
    Kalai and Smorodinsky 1975, likewise), nor the front. Where no package gives everybody a gain,
    the largest product of each set of parties is multiplied if the party is in the set."""
    party = data.draw(st.sampled_from(problem.preferences))
    scaled = problem.with_preferences(
        replace(
            party,
            weights={name: weight * factor for name, weight in party.weights.items()},
            interactions=tuple(
                replace(
                    one,
                    points=replace(
                        one.points, low=one.points.low * factor, high=one.points.high * factor
                    ),
                )
                for one in party.interactions
            ),
            reservation=replace(party.reservation, points=party.reservation.points * factor),
        )
    )
    before, after = settled(problem), settled(scaled)
    assert before.front.size == after.front.size
    for rule in (Rule.NASH, Rule.KALAI_SMORODINSKY):
        assert (rule in before.solutions) == (rule in after.solutions)
    if Rule.NASH not in before.solutions:
        return
    assert shares_bound(after) == shares_bound(before)
    products = largest_products(problem)
    place = problem.parties.index(party.party)
    assert before.solutions[Rule.NASH].bound == max(products.values())
    assert after.solutions[Rule.NASH].bound == max(
        product * (factor if place in winners else 1) for winners, product in products.items()
    )


def shares_bound(result: Settlement) -> Fraction | None:
    return result.solutions[Rule.KALAI_SMORODINSKY].bound


def largest_products(problem: Problem) -> dict[frozenset[int], Fraction]:
    """The largest product of gains for every set of parties that gain together, of the sets
    that are as large as can be."""
    found: dict[frozenset[int], Fraction] = {}
    for one in packages(problem):
        if acceptable(problem, one):
            gains = offer_of(problem, one).gains
            winners = frozenset(at for at, gain in enumerate(gains) if gain > 0)
            product = prod(gains[at] for at in winners)
            found[winners] = max(found.get(winners, Fraction(0)), Fraction(product))
    most = max(len(winners) for winners in found)
    return {winners: value for winners, value in found.items() if len(winners) == most}
