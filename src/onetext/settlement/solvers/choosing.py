"""The best packages under each rule of choice, in spaces too large to enumerate.

Each rule is one climb or a few: the smallest gain or share first, then, among the packages
that reach it, the largest sum, or the gains in ascending order. Every package is measured
again in the space's own integers before it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from onetext.settlement.rules import Rule
from onetext.settlement.solver import Best, Deadline, Ideals
from onetext.settlement.solvers.climbing import climb, complete
from onetext.settlement.solvers.feasibility import some_package
from onetext.settlement.solvers.goals import Smallest, Sum
from onetext.settlement.solvers.incumbents import Top
from onetext.settlement.solvers.product_goal import Product
from onetext.settlement.solvers.sorted_goal import Sorted
from onetext.settlement.space import Package, Space

NAME = "loss search"


class LossSearch:
    """A `Chooser` for any space: exact, and proved where time allows."""

    def best(
        self,
        space: Space,
        rule: Rule,
        deadline: Deadline,
        *,
        ideals: Sequence[int] | None = None,
        most_ties: int = 100,
    ) -> Best:
        """The best packages of `space` under `rule`: the answer and at most `most_ties` more."""
        most = most_ties + 1
        first = some_package(space, deadline)
        if first.package is None:
            return Best((), first.proven, None, first.proven, NAME)
        if rule is Rule.UTILITARIAN:
            top = _largest_sum(space, [first.package], deadline, most)
            shown = None if top.bound is None else top.bound - sum(space.reservations)
            return _best(top, shown)
        if rule is Rule.NASH:
            return _largest_product(space, first.package, deadline, most)
        shares = (1,) * len(space.lowest)
        if rule is Rule.KALAI_SMORODINSKY:
            known = True
            if ideals is None:
                found = _ideals(space, first.package, deadline)
                ideals, known = found.gains, found.proven
            shares = tuple(max(0, ideal) for ideal in ideals)
            if not any(shares):
                return _best(
                    _largest_sum(space, [first.package], deadline, most),
                    Fraction(0),
                    proven=known,
                )
            if not known:
                return Best((first.package,), False, None, False, NAME)
        goal = Smallest(space.lowest, space.reservations, shares)
        start = climb(space, goal, deadline, known=[first.package])
        if not start.proven or start.value is None:
            return _best(start, start.bound)
        level = start.value
        if rule is Rule.LEXIMIN:
            ordered = Sorted(space.lowest, space.reservations, int(level), _digit(space, level))
            return _best(complete(space, ordered, deadline, known=start.packages, most=most), level)
        narrowed = space.with_lowest(goal.needs(level, above=False)[:-1])
        return _best(_largest_sum(narrowed, start.packages, deadline, most), level)

    def ideals(self, space: Space, deadline: Deadline) -> Ideals:
        """The largest gain of each party, by a climb for each."""
        first = some_package(space, deadline)
        if first.package is None and first.proven:
            return Ideals((), proven=True)
        return _ideals(space, first.package, deadline)


def _best(top: Top, bound: Fraction | None, *, proven: bool = True) -> Best:
    return Best(
        packages=top.packages,
        proven=top.proven and proven,
        bound=bound,
        ties_complete=top.all_of_them and proven,
        solver=NAME,
    )


def _largest_sum(space: Space, known: Sequence[Package], deadline: Deadline, most: int) -> Top:
    return climb(space, Sum(space.lowest, len(space.lowest)), deadline, known=known, most=most)


def _ideals(space: Space, known: Package | None, deadline: Deadline) -> Ideals:
    gains, proven = [], True
    for party, reservation in enumerate(space.reservations):
        start = [] if known is None else [known]
        top = climb(space, Sum(space.lowest, party), deadline, known=start)
        proven = proven and top.proven
        most = top.value if top.proven else top.bound
        whole = _ceiling(space, party) if most is None else most.__floor__()
        gains.append(whole - reservation)
    return Ideals(tuple(gains), proven)


def _ceiling(space: Space, party: int) -> int:
    """What no package is worth more than to the party."""
    rows = zip(space.values[party], space.sizes, strict=True)
    most = sum(max(int(value) for value in row[:size]) for row, size in rows)
    return most + sum(max(0, term.amounts[party]) for term in space.terms)


def _digit(space: Space, smallest: Fraction) -> int:
    """A number above every gain's excess over the smallest."""
    parties = range(len(space.lowest))
    return 1 + max(_ceiling(space, p) - space.reservations[p] - int(smallest) for p in parties)


def _largest_product(space: Space, first: Package, deadline: Deadline, most: int) -> Best:
    """First the largest number of parties that can all gain, then their largest product.

    Where all parties of a set of that size gain, no other party does: the sets are searched
    one by one.
    """
    everybody = tuple(range(len(space.lowest)))
    groups: list[tuple[tuple[int, ...], Package]] = []
    for size, sets in _by_size(space, first, deadline, everybody):
        for parties in sets:
            found = some_package(_winning(space, parties), deadline)
            if found.package is not None:
                groups.append((parties, found.package))
            elif not found.proven:
                return Best((first,), False, None, False, NAME)
        if groups or size == 0:
            break
    if not groups:
        return _best(_largest_sum(space, [first], deadline, most), Fraction(1))
    digit = _wide_digit(space)
    packages: list[Package] = []
    bounds: list[Fraction | None] = []
    value, proven, all_of_them = Fraction(0), True, True
    for parties, start in groups:
        goal = Product(space.lowest, space.reservations, parties, digit)
        top = climb(space, goal, deadline, known=[start], most=most)
        if top.value is not None and top.value >= value:
            if top.value > value:
                packages, all_of_them = [], True
            packages += top.packages
            all_of_them = all_of_them and top.all_of_them
            value = top.value
        proven = proven and top.proven
        bounds.append(None if top.bound is None else Fraction(goal.product(top.bound)))
    ties = sorted(set(packages))
    return Best(
        packages=tuple(ties[:most]),
        proven=proven,
        bound=None if None in bounds else max(one for one in bounds if one is not None),
        ties_complete=all_of_them and proven and len(ties) <= most,
        solver=NAME,
    )


def _wide_digit(space: Space) -> int:
    """More than twice what any sum of gains is away from 0."""
    most = sum(abs(int(value)) for value in space.values.ravel())
    most += sum(abs(amount) for term in space.terms for amount in term.amounts)
    return 2 * (most + sum(map(abs, space.reservations))) + 3


def _by_size(
    space: Space, first: Package, deadline: Deadline, everybody: tuple[int, ...]
) -> Iterator[tuple[int, list[tuple[int, ...]]]]:
    """Sets of parties that may all gain, the largest first."""
    yield len(everybody), [everybody]
    ideals = _ideals(space, first, deadline).gains
    able = [party for party in everybody if ideals[party] > 0]
    for size in range(min(len(able), len(everybody) - 1), 0, -1):
        yield size, list(combinations(able, size))
    yield 0, []


def _winning(space: Space, parties: Sequence[int]) -> Space:
    return space.with_lowest(
        tuple(
            max(low, space.reservations[party] + 1) if party in parties else low
            for party, low in enumerate(space.lowest)
        )
    )
