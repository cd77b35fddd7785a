"""The utilities of every package of a space, in exact integers, a column for each party.

Packages are numbered in mixed radix, the last issue fastest, so that a term or a bar is a
slice of the table seen as an array with one axis for each issue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.space import NO_LIMIT, Literals, Package, Space

LIMB_BITS = 40
COARSE_BITS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All packages that a space allows.

    Attributes:
        numbers: of the allowed packages, ascending.
        gains: allowed packages x parties, utility less reservation value. Where the space is
            wide these are divided by 2**`shift` and up to `slack` too small.
        levels: allowed packages x parties: dense ranks of the utilities where the space is
            wide, else the utilities; they keep order and equality exactly.
    """

    space: Space
    numbers: NDArray[np.int64]
    gains: NDArray[np.int64]
    levels: NDArray[np.int64]
    shift: int
    slack: int

    def packages(self, rows: NDArray[np.int64]) -> NDArray[np.int32]:
        """Option indexes of the packages in these rows: rows x issues."""
        found = np.unravel_index(self.numbers[rows], self.space.sizes)
        return np.stack(found, axis=1).astype(np.int32)

    def package(self, row: int) -> Package:
        return tuple(int(o) for o in np.unravel_index(int(self.numbers[row]), self.space.sizes))


def table_of(space: Space) -> Table:
    """Every package that `space` allows; for spaces of at most some ten million packages."""
    parties = space.values.shape[0]
    allowed = unbarred(space)
    if not space.wide:
        columns = [_sums(space, party, 0, None) for party in range(parties)]
        for column, low in zip(columns, space.lowest, strict=True):
            allowed &= column >= low
        numbers = np.flatnonzero(allowed)
        utilities = np.stack([column[numbers] for column in columns], axis=1)
        gains = utilities - np.array(space.reservations, dtype=np.int64)
        return Table(space, numbers, gains, utilities, 0, 0)
    limbs = _limbs_needed(space)
    split = [_carried([_sums(space, p, at, limbs) for at in range(limbs)]) for p in range(parties)]
    for limbed, low in zip(split, space.lowest, strict=True):
        if low != NO_LIMIT:
            allowed &= _reaches(limbed, _split(low, limbs))
    numbers = np.flatnonzero(allowed)
    kept = [[limb[numbers] for limb in column] for column in split]
    levels = np.stack([_ranks(column) for column in kept], axis=1)
    shift = max(0, (limbs + 1) * LIMB_BITS - COARSE_BITS)
    coarse = np.stack(
        [
            _coarse(column, -reservation, limbs, shift)
            for column, reservation in zip(kept, space.reservations, strict=True)
        ],
        axis=1,
    )
    return Table(space, numbers, coarse, levels, shift, limbs)


def unbarred(space: Space) -> NDArray[np.bool_]:
    """For every package, whether it holds nothing that is barred."""
    allowed = np.ones(space.packages, dtype=np.bool_)
    shaped = allowed.reshape(_open(space))
    for bar in space.barred:
        shaped[_slice(space, bar)] = False
    return allowed


def _sums(space: Space, party: int, limb: int, limbs: int | None) -> NDArray[np.int64]:
    """Utilities of all packages; of one limb only where `limbs` says how many there are."""

    def part(amount: int) -> int:
        return int(amount) if limbs is None else _split(int(amount), limbs)[limb]

    total = np.zeros(1, dtype=np.int64)
    for issue, size in enumerate(space.sizes):
        row = np.array([part(v) for v in space.values[party, issue, :size]], dtype=np.int64)
        total = (total[:, None] + row[None, :]).ravel()
    shaped = total.reshape(_open(space))
    for term in space.terms:
        if term.amounts[party]:
            shaped[_slice(space, term.literals)] += part(term.amounts[party])
    return total


def _open(space: Space) -> tuple[int, ...]:
    """The shape of the table without the issues that have one option only."""
    return tuple(size for size in space.sizes if size > 1)


def _slice(space: Space, literals: Literals) -> tuple[Any, ...]:
    held = dict(literals)
    if len(held) < len(set(literals)):
        return (*(slice(0, 0) for size in space.sizes if size > 1), ...)  # two options of one issue
    return (
        *(held.get(i, slice(None)) for i, size in enumerate(space.sizes) if size > 1),
        ...,
    )


def _limbs_needed(space: Space) -> int:
    largest = int(abs(space.values).max()) + max(
        (abs(amount) for term in space.terms for amount in term.amounts), default=0
    )
    largest = max(largest, *(abs(one) for one in space.reservations))
    return largest.bit_length() // LIMB_BITS + 1


def _split(amount: int, limbs: int) -> list[int]:
    """Limbs of 40 bits, the lowest first; the last one carries the sign and what is left."""
    parts = []
    for _ in range(limbs - 1):
        parts.append(amount & ((1 << LIMB_BITS) - 1))
        amount >>= LIMB_BITS
    return [*parts, max(-(2**62), amount)]


def _carried(limbs: list[NDArray[np.int64]]) -> list[NDArray[np.int64]]:
    for at in range(len(limbs) - 1):
        limbs[at + 1] += limbs[at] >> LIMB_BITS
        limbs[at] &= (1 << LIMB_BITS) - 1
    return limbs


def _reaches(column: list[NDArray[np.int64]], low: list[int]) -> NDArray[np.bool_]:
    reaches = column[0] >= low[0]
    for limb, least in zip(column[1:], low[1:], strict=True):
        reaches = (limb > least) | ((limb == least) & reaches)
    return reaches


def _ranks(column: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    order = np.lexsort(column)
    rises = np.zeros(len(order), dtype=np.int64)
    for limb in column:
        rises[1:] |= limb[order][1:] != limb[order][:-1]
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.cumsum(rises)
    return ranks


def _coarse(
    column: list[NDArray[np.int64]], less: int, limbs: int, shift: int
) -> NDArray[np.int64]:
    """(utility + less) / 2**shift, each limb rounded down: too small by fewer than `limbs`."""
    parts = _carried([limb + part for limb, part in zip(column, _split(less, limbs), strict=True)])
    total = np.zeros(len(parts[0]), dtype=np.int64)
    for at, limb in enumerate(parts):
        place = at * LIMB_BITS - shift
        if place >= 0:
            total += limb << place
        elif place > -63:
            total += limb >> -place
    return total
