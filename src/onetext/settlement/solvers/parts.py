"""The issues of a space in parts that have nothing to do with each other.

Issues that an interaction or a red line names together are one part; its options are their
joint options, those left out that hold something barred or that are worse for every party.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import gcd

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.limbs import (
    LIMB_BITS,
    LOW,
    MOST_BITS,
    Ints,
    Numbers,
    carried,
    split,
)
from onetext.settlement.solvers.listed_kernel import not_dominated
from onetext.settlement.space import Literals, Space

NARROW_BITS = 62
MOST_JOINT = 20_000
"""Joint options of one part; more are not listed."""
MOST_STEPS = 50_000_000
"""Comparisons of one part's options; some tenths of a second."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Parts in the order of their first issues, their options one after the other.

    Attributes:
        issues: of each part.
        starts: parts + 1; where the options of a part begin.
        options: for each part, joint options x issues, ascending; where every part is one
            issue, the options of all, one after the other.
        high, low: parties x all options, the utilities / units in two limbs.
        units: of each party; all of its utilities are whole multiples of it.
        narrow: whether the sums of utilities / units fit 64 bits, with room to spare.
    """

    issues: tuple[tuple[int, ...], ...]
    starts: Ints
    options: tuple[NDArray[np.int32], ...] | NDArray[np.int32]
    high: Ints
    low: Ints
    units: tuple[int, ...]
    narrow: bool

    def packages(self, chosen: Ints) -> NDArray[np.int32]:
        """Option indexes of issues (rows x issues), from those of parts (rows x parts)."""
        if not isinstance(self.options, tuple):
            taken: NDArray[np.int32] = self.options[self.starts[:-1] + chosen]
            return taken
        rows = np.empty((len(chosen), sum(map(len, self.issues))), dtype=np.int32)
        for part, issues in enumerate(self.issues):
            rows[:, list(issues)] = self.options[part][chosen[:, part]]
        return rows


def parts_of(space: Space) -> Parts | None:
    """The parts; None where one is too large to compare its options, or numbers are too long.

    An option that another of its part dominates is left out, since no package of the front
    holds it; options of equal utilities are kept.
    """
    if not space.terms and all(len(bar) == 1 for bar in space.barred):
        return _issues(space)
    units = _units(space)
    bits = _bits(space, units)
    if bits > MOST_BITS:
        return None
    groups = _groups(space)
    if any(_joint(space, group) > MOST_JOINT for group in groups):
        return None
    high, low = split(_in_units(space.values, units))
    tied = {issue for group in groups if len(group) > 1 for issue in group}
    tied.update(_place(bar) for bar in space.barred)
    tied.update(_place(term.literals) for term in space.terms)
    found = []
    for group in groups:
        if group[0] in tied:
            part = _tied_part(space, group, high, low, units)
            if part is None:
                return None
            found.append(part)
        else:
            size = space.sizes[group[0]]
            options = np.arange(size, dtype=np.int32)[:, None]
            found.append((options, high[:, group[0], :size], low[:, group[0], :size]))
    starts = np.zeros(len(groups) + 1, dtype=np.int64)
    starts[1:] = np.cumsum([len(options) for options, _, _ in found])
    return Parts(
        issues=groups,
        starts=starts,
        options=tuple(options for options, _, _ in found),
        high=np.concatenate([one for _, one, _ in found], axis=1),
        low=np.concatenate([one for _, _, one in found], axis=1),
        units=units,
        narrow=bits <= NARROW_BITS,
    )


def _issues(space: Space) -> Parts | None:
    """Every issue a part, with the options that are not barred."""
    open_ones = np.arange(space.values.shape[2]) < np.array(space.sizes)[:, None]
    for ((issue, option),) in space.barred:
        open_ones[issue, option] = False
    starts = np.zeros(len(space.sizes) + 1, dtype=np.int64)
    np.cumsum(open_ones.sum(axis=1), out=starts[1:])
    options = open_ones.nonzero()[1].astype(np.int32)
    issues = tuple((issue,) for issue in range(len(space.sizes)))
    numbers = space.values[:, open_ones]
    if not space.wide:
        high, low = split(numbers)
        return Parts(issues, starts, options, high, low, (1,) * len(space.lowest), narrow=True)
    units, rows, bits = [], [], 0
    for row in numbers.tolist():
        unit = gcd(*row) or 1
        rows.append(row if unit == 1 else [one // unit for one in row])
        most = sum(
            max(map(abs, rows[-1][begin:end]), default=0)
            for begin, end in pairwise(starts.tolist())
        )
        units.append(unit)
        bits = max(bits, most.bit_length())
    if bits > MOST_BITS:
        return None
    high = np.array([[one >> LIMB_BITS for one in row] for row in rows], dtype=np.int64)
    low = np.array([[one & LOW for one in row] for row in rows], dtype=np.int64)
    return Parts(issues, starts, options, high, low, tuple(units), narrow=bits <= NARROW_BITS)


def _units(space: Space) -> tuple[int, ...]:
    """The greatest common divisor of each party's numbers, where 64 bits do not hold them."""
    parties = range(space.values.shape[0])
    if not space.wide:
        return tuple(1 for _ in parties)
    return tuple(
        gcd(*space.values[party].ravel(), *(term.amounts[party] for term in space.terms)) or 1
        for party in parties
    )


def _in_units(values: Numbers, units: tuple[int, ...]) -> Numbers:
    if values.dtype != object:
        return values
    divisors = np.array(units, dtype=object).reshape(-1, *[1] * (values.ndim - 1))
    divided: NDArray[np.object_] = values // divisors
    return divided


def _bits(space: Space, units: tuple[int, ...]) -> int:
    """Of the largest sum of any party's utilities in its unit."""
    if not space.wide:
        return NARROW_BITS
    largest = [
        sum(int(one) for one in abs(space.values[party]).max(axis=1))
        + sum(abs(term.amounts[party]) for term in space.terms)
        for party in range(len(units))
    ]
    return max(one // unit for one, unit in zip(largest, units, strict=True)).bit_length()


def _groups(space: Space) -> tuple[tuple[int, ...], ...]:
    group = list(range(len(space.sizes)))
    for tied in (*(term.literals for term in space.terms), *space.barred):
        wanted = {group[issue] for issue, _ in tied}
        if len(wanted) > 1:
            group = [min(wanted) if one in wanted else one for one in group]
    members: dict[int, list[int]] = {}
    for issue, name in enumerate(group):
        members.setdefault(name, []).append(issue)
    return tuple(tuple(members[name]) for name in sorted(members))


def _joint(space: Space, group: tuple[int, ...]) -> int:
    count = 1
    for issue in group:
        count *= space.sizes[issue]
    return count


def _tied_part(
    space: Space, group: tuple[int, ...], high: Ints, low: Ints, units: tuple[int, ...]
) -> tuple[NDArray[np.int32], Ints, Ints] | None:
    sizes = [space.sizes[issue] for issue in group]
    options = np.indices(sizes, dtype=np.int32).reshape(len(group), -1)
    allowed = np.ones(options.shape[1], dtype=np.bool_)
    for bar in space.barred:
        if _place(bar) in group:
            allowed &= ~_holding(options, group, bar)
    options = options[:, allowed]
    parties = space.values.shape[0]
    highs = np.zeros((parties, options.shape[1]), dtype=np.int64)
    lows = np.zeros((parties, options.shape[1]), dtype=np.int64)
    for place, issue in enumerate(group):
        highs, lows = carried(
            highs + high[:, issue, options[place]], lows + low[:, issue, options[place]]
        )
    for term in space.terms:
        if _place(term.literals) in group:
            held = _holding(options, group, term.literals)
            more, rest = split(_in_units(np.array(term.amounts, dtype=object), units))
            highs[:, held] += more[:, None]
            lows[:, held] += rest[:, None]
    highs, lows = carried(highs, lows)
    kept, steps = not_dominated(
        np.ascontiguousarray(highs.T), np.ascontiguousarray(lows.T), 0, MOST_STEPS
    )
    if steps > MOST_STEPS:
        return None
    return options[:, kept].T, highs[:, kept], lows[:, kept]


def _place(literals: Literals) -> int:
    """An issue of the part that the combination belongs to; an empty one belongs to the first."""
    return literals[0][0] if literals else 0


def _holding(
    options: NDArray[np.int32], group: tuple[int, ...], literals: Literals
) -> NDArray[np.bool_]:
    held = np.ones(options.shape[1], dtype=np.bool_)
    for issue, option in literals:
        held &= options[group.index(issue)] == option
    return held
