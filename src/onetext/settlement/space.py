"""The packages that a solver searches, in integers: points x `scale` of the problem.

A `Space` stands for one set of parties that must all accept. A weaker rule of agreement is a
union of spaces, one for each smallest set of parties that satisfies it: its coalitions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import gcd, lcm

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.problem import Choice, Combination, Problem
from onetext.settlement.utility import Reading, middle

Literals = tuple[tuple[int, int], ...]
"""Options by index, as (issue, option), in the order of the issues."""

Package = tuple[int, ...]
"""The index of the chosen option of every issue."""

NO_LIMIT = -(2**62)
"""As the lowest utility that is asked for: whatever it is, it is enough."""

INT64_SAFE = 2**61


@dataclass(frozen=True, slots=True)
class Term:
    """Points that count when a package holds all of `literals`; one amount for each party."""

    literals: Literals
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Packages, what each is worth, and which may be chosen.

    Attributes:
        sizes: the number of options of each issue.
        values: parties x issues x most options; weight x points x scale. int64, or Python
            integers (dtype object) where 64 bits do not hold the sums: see `wide`.
        terms: the interactions.
        barred: no package that may be chosen holds all literals of one of these.
        reservations: for each party; gains are counted from them.
        lowest: for each party, the utility that a package must reach, or NO_LIMIT.
        scale: utilities / scale are points.
    """

    sizes: tuple[int, ...]
    values: NDArray[np.int64] | NDArray[np.object_]
    terms: tuple[Term, ...]
    barred: tuple[Literals, ...]
    reservations: tuple[int, ...]
    lowest: tuple[int, ...]
    scale: int

    @property
    def wide(self) -> bool:
        return self.values.dtype == object

    @property
    def packages(self) -> int:
        count = 1
        for size in self.sizes:
            count *= size
        return count

    def utilities(self, package: Package) -> tuple[int, ...]:
        """What `package` is worth to each party, x scale, in Python's own integers."""
        held = set(enumerate(package))
        totals = []
        for party in range(self.values.shape[0]):
            total = sum(
                int(self.values[party, issue, option]) for issue, option in enumerate(package)
            )
            for term in self.terms:
                if held.issuperset(term.literals):
                    total += term.amounts[party]
            totals.append(total)
        return tuple(totals)

    def allows(self, package: Package) -> bool:
        """Whether `package` may be chosen: nothing barred in it, every lowest utility reached."""
        held = set(enumerate(package))
        return not any(held.issuperset(bar) for bar in self.barred) and all(
            utility >= low or low == NO_LIMIT
            for utility, low in zip(self.utilities(package), self.lowest, strict=True)
        )

    def with_barred(self, more: Iterable[Literals]) -> Space:
        return replace(self, barred=(*self.barred, *more))

    def with_lowest(self, lowest: tuple[int, ...]) -> Space:
        return replace(self, lowest=lowest)


def acceptable_spaces(
    problem: Problem, reading: Reading = middle, *, base: Space | None = None
) -> tuple[Space, ...]:
    """The packages that meet the rule of agreement: the union of these spaces.

    `base` is `whole_space(problem, reading)`, for those who have it already.
    """
    base = whole_space(problem, reading) if base is None else base
    agreed = _departures(problem)
    spaces = []
    for coalition in coalitions(problem):
        barred = [
            literals(problem, line.combination)
            for party, one in enumerate(problem.preferences)
            if party in coalition
            for line in one.red_lines
        ]
        lowest = tuple(
            base.reservations[party] if party in coalition else NO_LIMIT
            for party in range(len(problem.preferences))
        )
        spaces.append(replace(base, barred=tuple(dict.fromkeys([*agreed, *barred])), lowest=lowest))
    return tuple(spaces)


def unbarred_space(
    problem: Problem, reading: Reading = middle, *, base: Space | None = None
) -> Space:
    """The packages that break no red line of anybody and keep what was agreed.

    `base` is `whole_space(problem, reading)`, for those who have it already.
    """
    barred = [
        literals(problem, line.combination) for one in problem.preferences for line in one.red_lines
    ]
    base = whole_space(problem, reading) if base is None else base
    return replace(base, barred=tuple(dict.fromkeys([*_departures(problem), *barred])))


def coalitions(problem: Problem) -> tuple[frozenset[int], ...]:
    """The smallest sets of parties, by index, whose acceptance is an agreement."""
    rule = problem.agreement
    vetoes = {problem.parties.index(party) for party in rule.vetoes}
    others = [i for i in range(len(problem.parties)) if i not in vetoes]
    more = max(0, rule.at_least - len(vetoes))
    return tuple(frozenset({*vetoes, *chosen}) for chosen in combinations(others, more))


def literals(problem: Problem, combination: Combination) -> Literals:
    places = {issue.name: place for place, issue in enumerate(problem.issues)}
    return tuple(
        sorted(
            (places[issue], problem.issues[places[issue]].options.index(option))
            for issue, option in combination
        )
    )


def choice_of(problem: Problem, package: Package) -> Choice:
    """The package by names."""
    return {
        issue.name: issue.options[option]
        for issue, option in zip(problem.issues, package, strict=True)
    }


def package_of(problem: Problem, choice: Choice) -> Package:
    return tuple(issue.options.index(choice[issue.name]) for issue in problem.issues)


def points(space: Space, amount: int) -> Fraction:
    """An integer of the space in points."""
    return Fraction(amount, space.scale)


def _departures(problem: Problem) -> list[Literals]:
    """Every option that departs from an agreed point."""
    return [
        literals(problem, ((point.issue, option),))
        for point in problem.agreed
        for option in problem.issue(point.issue).options
        if option != point.option
    ]


def whole_space(problem: Problem, reading: Reading = middle) -> Space:
    """Every package, whatever anybody thinks of it, in integers.

    The scale is the smallest that makes all numbers whole.
    """
    tops: list[list[list[int]]] = []
    bottoms: list[list[list[int]]] = []
    for one in problem.preferences:
        above, below = [], []
        for issue in problem.issues:
            weight, points = one.weights[issue.name], one.values[issue.name]
            read = [reading(points[option]) for option in issue.options]
            above.append([weight.numerator * value.numerator for value in read])
            below.append([weight.denominator * value.denominator for value in read])
        tops.append(above)
        bottoms.append(below)
    terms: dict[Combination, list[Fraction]] = {}
    for party, one in enumerate(problem.preferences):
        for interaction in one.interactions:
            amounts = terms.setdefault(
                interaction.combination, [Fraction(0)] * len(problem.preferences)
            )
            amounts[party] += reading(interaction.points)
    reservations = [one.reservation.points for one in problem.preferences]
    scale = lcm(
        *{below for rows in bottoms for row in rows for below in row},
        *(amount.denominator for amounts in terms.values() for amount in amounts),
        *(amount.denominator for amount in reservations),
    )
    wholes = [
        [
            [above * (scale // below) for above, below in zip(*pair, strict=True)]
            for pair in zip(*rows, strict=True)
        ]
        for rows in zip(tops, bottoms, strict=True)
    ]
    amounts_whole = [[int(amount * scale) for amount in amounts] for amounts in terms.values()]
    reservations_whole = [int(amount * scale) for amount in reservations]
    shared = gcd(
        scale,
        *(value for rows in wholes for row in rows for value in row),
        *(amount for amounts in amounts_whole for amount in amounts),
        *reservations_whole,
    )
    largest = (
        max(sum(max(map(abs, row)) for row in rows) for rows in wholes)
        + sum(max(map(abs, amounts)) for amounts in amounts_whole)
        + max(map(abs, reservations_whole))
    ) // shared
    most = max(len(issue.options) for issue in problem.issues)
    values = np.array(
        [
            [[value // shared for value in row] + [0] * (most - len(row)) for row in rows]
            for rows in wholes
        ],
        dtype=np.int64 if largest < INT64_SAFE else object,
    )
    return Space(
        sizes=tuple(len(issue.options) for issue in problem.issues),
        values=values,
        terms=tuple(
            Term(literals(problem, combination), tuple(amount // shared for amount in amounts))
            for combination, amounts in zip(terms, amounts_whole, strict=True)
        ),
        barred=(),
        reservations=tuple(amount // shared for amount in reservations_whole),
        lowest=(NO_LIMIT,) * len(problem.preferences),
        scale=scale // shared,
    )
