"""Every package, one by one: what clever solvers are held against. Pure Python, no shortcuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from onetext.settlement.problem import (
    AgreedPoint,
    Agreement,
    Combination,
    Interaction,
    Issue,
    Points,
    Preferences,
    Problem,
    RedLine,
    Reservation,
)
from onetext.settlement.rules import Rule, key
from onetext.settlement.space import Package, Space, choice_of
from onetext.settlement.utility import acceptable

PARTIES = ("Northland", "Southland", "Eastland", "Westland")


def packages(space: Space) -> Iterator[Package]:
    """Every package of the space, allowed or not, in ascending order of its indexes."""
    return product(*(range(size) for size in space.sizes))


def allowed(space: Space) -> list[Package]:
    return [package for package in packages(space) if space.allows(package)]


def acceptable_packages(problem: Problem, space: Space) -> list[Package]:
    """By the problem's own fractions, not by the space's integers."""
    return [one for one in packages(space) if acceptable(problem, choice_of(problem, one))]


def dominates(one: Sequence[int | Fraction], other: Sequence[int | Fraction]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def front(space: Space) -> set[tuple[int, ...]]:
    """The utilities of every allowed package that no other allowed package dominates."""
    points = {space.utilities(package) for package in allowed(space)}
    return {one for one in points if not any(dominates(other, one) for other in points)}


def gains(space: Space, package: Package) -> tuple[int, ...]:
    return tuple(
        utility - reservation
        for utility, reservation in zip(space.utilities(package), space.reservations, strict=True)
    )


def ideals(space: Space) -> tuple[int, ...]:
    """The largest gain of each party over the allowed packages; empty where there are none."""
    found = [gains(space, package) for package in allowed(space)]
    return tuple(map(max, zip(*found, strict=True))) if found else ()


def best(space: Space, rule: Rule) -> list[Package]:
    """All allowed packages with the largest key, in ascending order."""
    most = ideals(space)
    keys = {package: key(rule, gains(space, package), most) for package in allowed(space)}
    return [package for package, value in keys.items() if value == max(keys.values())]


@st.composite
def problems(
    draw: st.DrawFn, *, certain: bool = True, rules: bool = False, most_parties: int = 4
) -> Problem:
    """Small problems: two to four parties, one to four issues of one to four options."""
    names = PARTIES[: draw(st.integers(2, most_parties))]
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    issues = tuple(
        Issue(f"issue {place}", tuple(f"option {option}" for option in range(size)))
        for place, size in enumerate(sizes)
    )
    agreed = tuple(
        AgreedPoint(issue.name, draw(st.sampled_from(issue.options)))
        for issue in issues
        if draw(st.integers(0, 9)) == 0
    )
    at_least = draw(st.integers(1, len(names))) if rules else len(names)
    vetoes = tuple(draw(st.lists(st.sampled_from(names), unique=True, max_size=1))) if rules else ()
    return Problem(
        "drawn",
        issues,
        tuple(draw(_preferences(party, issues, certain)) for party in names),
        Agreement(at_least, vetoes),
        agreed,
    )


@st.composite
def _preferences(
    draw: st.DrawFn, party: str, issues: tuple[Issue, ...], certain: bool
) -> Preferences:
    values = {
        issue.name: {option: draw(_points(certain)) for option in issue.options} for issue in issues
    }
    reservation = draw(st.integers(-5, 12 * len(issues)))
    return Preferences(
        party=party,
        weights={issue.name: draw(st.sampled_from(WEIGHTS)) for issue in issues},
        values=values,
        reservation=Reservation(Fraction(reservation), Fraction(draw(st.integers(0, 3)))),
        red_lines=tuple(
            RedLine(combination, Fraction(draw(st.integers(0, 3))))
            for combination in draw(st.lists(_combinations(issues), max_size=2))
        ),
        interactions=tuple(
            Interaction(combination, draw(_points(certain, least=-10)))
            for combination in draw(st.lists(_combinations(issues), max_size=2))
        ),
    )


WEIGHTS = (Fraction(1), Fraction(1, 2), Fraction(2), Fraction(1, 3), Fraction(0))


@st.composite
def _points(draw: st.DrawFn, certain: bool, least: int = 0) -> Points:
    low = draw(st.integers(least, 20))
    high = low if certain else low + draw(st.integers(0, 10))
    return Points(Fraction(low), Fraction(high))


@st.composite
def _combinations(draw: st.DrawFn, issues: tuple[Issue, ...]) -> Combination:
    held = draw(st.lists(st.sampled_from(issues), unique=True, min_size=1, max_size=3))
    ordered = [issue for issue in issues if issue in held]
    return tuple((issue.name, draw(st.sampled_from(issue.options))) for issue in ordered)
