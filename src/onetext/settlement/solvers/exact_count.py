"""How many packages may be chosen, exactly, without listing them.

Issues are added one at a time (see `sweep_order`). For each choice of the issues that are still
open, and for each number of points that every party still lacks, it is known how many choices
of the closed ones there are. Who lacks nothing more is at zero, whatever comes on top; who
lacks more than the issues to come can give is dropped. Only limits count that some package
misses, and only ties between what counts.

Where several spaces are counted together, what is in many of them is counted once: their
intersections are spaces too, for inclusion and exclusion.

Sources: Dyer (2003), STOC 2003, 693-699, for counting knapsack solutions by such tables; Dechter
(1999), Artificial Intelligence 113, 41-85, for counting by elimination of variables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import gcd, prod

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline, OutOfTime
from onetext.settlement.solvers.sweep_order import Step, sweep_order
from onetext.settlement.space import NO_LIMIT, Literals, Space, Term

MOST_CELLS = 20_000_000
"""Of the tables of all states after a step, as many numbers of 64 bits."""

MOST_SPACES = 300
"""Intersections that are counted."""

SAFE_BITS = 62

PRIMES = (
    274877906899,
    274877906857,
    274877906837,
    274877906813,
    274877906791,
    274877906759,
    274877906753,
    274877906717,
)
"""The largest below 2**38: sums of `MOST_CELLS` remainders fit into 64 bits."""

BITS_A_PRIME = 37

MOST_WORK = 3_000_000_000
"""Numbers added up, all steps together: some seconds."""

Counts = NDArray[np.int64]
State = tuple[int, ...]


def exact_count(spaces: Sequence[Space], deadline: Deadline) -> int | None:
    """The number of packages in the union of `spaces`; None where that takes too long or much.

    The spaces differ in their limits and bars only.
    """
    signed = _intersections(spaces)
    if signed is None:
        return None
    total = 0
    for space, sign in signed:
        try:
            found = _count(space, deadline)
        except OutOfTime:
            return None
        if found is None:
            return None
        total += sign * found
    return total


def _intersections(spaces: Sequence[Space]) -> list[tuple[Space, int]] | None:
    """Spaces and the signs with which their counts add up to that of the union."""
    signed: dict[tuple[frozenset[Literals], tuple[int, ...]], int] = {}
    for space in spaces:
        this = (frozenset(space.barred), space.lowest)
        more = {this: 1}
        for (barred, lowest), sign in signed.items():
            both = (barred | this[0], tuple(map(max, lowest, this[1])))
            more[both] = more.get(both, 0) - sign
        for one, sign in more.items():
            signed[one] = signed.get(one, 0) + sign
        signed = {one: sign for one, sign in signed.items() if sign}
        if len(signed) > MOST_SPACES:
            return None
    return [
        (replace(spaces[0], barred=tuple(sorted(barred)), lowest=lowest), sign)
        for (barred, lowest), sign in signed.items()
    ]


def _count(space: Space, deadline: Deadline) -> int | None:
    limits = []
    for party, low in enumerate(space.lowest):
        if low == NO_LIMIT:
            continue
        worst, best = ends(space, party)
        if best < low:
            return 0
        if worst < low:
            limits.append(party)
    if any(not bar for bar in space.barred):
        return 0
    terms = tuple(term for term in space.terms if any(term.amounts[party] for party in limits))
    tables = _Tables(replace(space, terms=terms), limits, deadline)
    bits = space.packages.bit_length()
    needed = 1 if not limits or bits <= SAFE_BITS else -(-bits // BITS_A_PRIME)
    if needed > len(PRIMES) or tables.work * needed > MOST_WORK:
        return None
    if not limits:
        return tables.total(object, None)
    if bits <= SAFE_BITS:
        return tables.total(np.int64, None)
    modulus, found = 1, 0
    for prime in PRIMES[:needed]:
        rest = tables.total(np.int64, prime)
        found += modulus * ((rest - found) * pow(modulus, -1, prime) % prime)
        modulus *= prime
    return found


def ends(space: Space, party: int) -> tuple[int, int]:
    """Utilities that no package falls short of, and that none exceeds."""
    rows = [space.values[party, issue, :size] for issue, size in enumerate(space.sizes)]
    amounts = [term.amounts[party] for term in space.terms]
    return (
        sum(int(row.min()) for row in rows) + sum(min(0, amount) for amount in amounts),
        sum(int(row.max()) for row in rows) + sum(max(0, amount) for amount in amounts),
    )


@dataclass(frozen=True, slots=True)
class _Range:
    """Along one axis, what a party may lack after a step: `low` to `high` in its units.

    At `low` stand all who lack that or less, where that is enough whatever is to come; who
    lacks more than `far` cannot get there any more.
    """

    low: int
    high: int
    far: int

    @property
    def size(self) -> int:
        return self.high - self.low + 1


class _Tables:
    """How one count is made; `work` is how many numbers it adds up."""

    def __init__(self, space: Space, limits: Sequence[int], deadline: Deadline) -> None:
        self._space, self._limits, self._deadline = space, limits, deadline
        self._steps = sweep_order(space).steps
        self._units = [_unit(space, party) for party in limits]
        places = {step.issue: place for place, step in enumerate(self._steps)}
        self._ending: list[list[Term]] = [[] for _ in self._steps]
        self._bars: list[list[frozenset[tuple[int, int]]]] = [[] for _ in self._steps]
        for term in space.terms:
            if term.literals:
                self._ending[max(places[issue] for issue, _ in term.literals)].append(term)
        for bar in space.barred:
            self._bars[max(places[issue] for issue, _ in bar)].append(frozenset(bar))
        self._ranges = list(zip(*map(self._along, limits, self._units), strict=True)) or [
            () for _ in range(len(self._steps) + 1)
        ]
        self.work = 0
        before: Step | None = None
        for ranges, step in zip(self._ranges[1:], self._steps, strict=True):
            cells = prod(one.size for one in ranges) * prod(space.sizes[i] for i in step.open)
            opened = prod(space.sizes[i] for i in before.open) if before else 1
            self.work += prod(one.size for one in ranges) * opened * space.sizes[step.issue]
            if cells > MOST_CELLS:
                self.work = MOST_WORK + 1
                break
            before = step

    def total(self, kind: type, prime: int | None) -> int:
        """The count, or its remainder.

        Raises:
            OutOfTime: at the deadline.
        """
        shape = tuple(one.size for one in self._ranges[0]) or (1,)
        tables: dict[State, Counts] = {(): np.ones(shape, dtype=kind)}
        opened: tuple[int, ...] = ()
        for place, step in enumerate(self._steps):
            after: dict[State, Counts] = {}
            for state, table in tables.items():
                for option in range(self._space.sizes[step.issue]):
                    if self._deadline.passed:
                        raise OutOfTime
                    held = dict(zip(opened, state, strict=True)) | {step.issue: option}
                    moved = self._moved(table, place, step.issue, option, frozenset(held.items()))
                    if moved is None:
                        continue
                    left = tuple(held[issue] for issue in step.open)
                    total = after[left] + moved if left in after else moved
                    after[left] = total if prime is None else total % prime
            tables, opened = after, step.open
        return int(sum(int(table.sum()) for table in tables.values()))

    def _moved(
        self, table: Counts, place: int, issue: int, option: int, held: frozenset[tuple[int, int]]
    ) -> Counts | None:
        """The table once an option is chosen; None where something barred is held then."""
        if any(bar <= held for bar in self._bars[place]):
            return None
        terms = [term for term in self._ending[place] if held.issuperset(term.literals)]
        for axis, (party, unit) in enumerate(zip(self._limits, self._units, strict=True)):
            gain = int(self._space.values[party, issue, option])
            gain += sum(term.amounts[party] for term in terms)
            before, after = self._ranges[place][axis], self._ranges[place + 1][axis]
            table = _lacking_less(table, axis, gain // unit, before, after)
        return table

    def _along(self, party: int, unit: int) -> list[_Range]:
        """The range of what `party` lacks, before the first step and after every one."""
        space = self._space
        need = -(-space.lowest[party] // unit)
        need -= sum(term.amounts[party] for term in space.terms if not term.literals) // unit
        least, most = [], []
        for place, step in enumerate(self._steps):
            row = space.values[party, step.issue, : space.sizes[step.issue]]
            amounts = [term.amounts[party] for term in self._ending[place]]
            least.append((int(row.min()) + sum(min(0, one) for one in amounts)) // unit)
            most.append((int(row.max()) + sum(max(0, one) for one in amounts)) // unit)
        ranges = [_Range(need, need, need)]
        for place in range(len(self._steps)):
            enough, far = sum(least[place + 1 :]), sum(most[place + 1 :])
            low = max(enough, ranges[-1].low - most[place])
            high = max(low, min(far, ranges[-1].high - least[place]))
            ranges.append(_Range(low, high, far))
        return ranges


def _lacking_less(table: Counts, axis: int, gain: int, before: _Range, after: _Range) -> Counts:
    """The counts when everybody along `axis` lacks `gain` less."""
    table = np.moveaxis(table, axis, 0)
    moved = np.zeros((after.size, *table.shape[1:]), dtype=table.dtype)
    enough = min(before.size, max(0, after.low + gain - before.low + 1))
    if enough and after.low <= after.far:
        moved[0] = table[:enough].sum(axis=0)
    last = min(after.high, after.far, before.high - gain)
    first = max(after.low + 1, before.low - gain)
    if first <= last:
        moved[first - after.low : last - after.low + 1] = table[
            first + gain - before.low : last + gain - before.low + 1
        ]
    return np.moveaxis(moved, 0, axis)


def _unit(space: Space, party: int) -> int:
    """What all points of the party are multiples of."""
    values = (int(value) for value in space.values[party].ravel())
    amounts = (term.amounts[party] for term in space.terms)
    return max(1, gcd(*values, *amounts))
