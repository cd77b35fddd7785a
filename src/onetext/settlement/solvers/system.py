"""A space as a system of sums: what is left of it once everything that is forced is done.

Options that are barred alone are struck out, issues with one option left are settled, and
terms and bars that can no longer be held are dropped, until nothing changes (unit propagation).
What remains has two options or more on every open issue, and two literals or more in every
term and bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.space import Literals, Space

LARGEST = 2**36
"""Sums over all parties stay below this: weighted by multipliers and added up they fit into 64
bits with room to spare."""

Live = tuple[tuple[int, ...], ...]
"""The options of every issue that may still be chosen."""


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """Sums over a package, one for each party and a last one for all parties together.

    Where `shift` is above 0 the numbers are those of the space divided by 2**shift and rounded
    up, so that every sum is an upper bound: nothing is lost by a search that keeps what
    reaches a need divided in the same way, and a package found is looked at again.

    Attributes:
        live: options that are left of every issue, in ascending order.
        values: sums x issues x most options.
        constants: what every package has of every sum.
        held: terms first, then bars: literals that count when all are held.
        amounts: terms x sums.
        alive: issues x most options; as `live`.
    """

    live: Live
    values: NDArray[np.int64]
    constants: NDArray[np.int64]
    held: tuple[Literals, ...]
    amounts: NDArray[np.int64]
    shift: int
    alive: NDArray[np.bool_]

    @property
    def sums(self) -> int:
        return int(self.values.shape[0])

    @property
    def terms(self) -> int:
        return int(self.amounts.shape[0])

    def need(self, amount: int) -> int:
        """What a sum of this system must reach where that of the space must reach `amount`."""
        return -((-amount) >> self.shift)


def all_live(space: Space) -> Live:
    return tuple(tuple(range(size)) for size in space.sizes)


def system(space: Space, live: Live) -> System | None:
    """The system of the packages of `space` within `live`; None where bars leave none."""
    settled = _propagate(live, [frozenset(bar) for bar in space.barred])
    if settled is None:
        return None
    options, bars = settled
    shift = _shift(space)
    values = space.values
    if shift or space.wide:
        values = _shifted(values, shift)
    parties = values.shape[0]
    table = np.empty((parties + 1, *values.shape[1:]), dtype=np.int64)
    table[:parties] = values
    table[parties] = values.sum(axis=0)
    constants = np.zeros(parties + 1, dtype=np.int64)
    literals: list[Literals] = []
    amounts: list[list[int]] = []
    for term in space.terms:
        left = left_of(options, frozenset(term.literals))
        if left is None:
            continue
        row = [-((-amount) >> shift) for amount in term.amounts]
        row.append(sum(row))
        if len(left) > 1:
            literals.append(left)
            amounts.append(row)
        elif left:
            [(issue, option)] = left
            table[:, issue, option] += row
        else:
            constants += row
    alive = np.zeros(values.shape[1:], dtype=np.bool_)
    for issue, left_options in enumerate(options):
        alive[issue, list(left_options)] = True
    return System(
        live=options,
        values=table,
        constants=constants,
        held=(*literals, *bars),
        amounts=np.array(amounts, dtype=np.int64).reshape(len(amounts), parties + 1),
        shift=shift,
        alive=alive,
    )


def _propagate(
    live: Live, bars: Sequence[frozenset[tuple[int, int]]]
) -> tuple[Live, list[Literals]] | None:
    open_options = [set(options) for options in live]
    changed = True
    while changed:
        changed = False
        now = tuple(tuple(sorted(options)) for options in open_options)
        left_bars: list[Literals] = []
        for bar in bars:
            left = left_of(now, bar)
            if left is None:
                continue
            if not left:
                return None
            if len(left) == 1:
                [(issue, option)] = left
                open_options[issue].discard(option)
                changed = True
                if not open_options[issue]:
                    return None
            else:
                left_bars.append(left)
    return now, list(dict.fromkeys(left_bars))


def left_of(live: Live, literals: frozenset[tuple[int, int]]) -> Literals | None:
    """The literals that are still open; None where they cannot all be held."""
    issues = [issue for issue, _ in literals]
    if len(set(issues)) < len(issues):
        return None
    if any(option not in live[issue] for issue, option in literals):
        return None
    return tuple(sorted(one for one in literals if len(live[one[0]]) > 1))


def _shift(space: Space) -> int:
    absolute = np.abs(space.values).astype(float)
    largest = float(absolute.max(axis=2).sum())
    largest += sum(float(abs(amount)) for term in space.terms for amount in term.amounts)
    return max(0, int(np.ceil(np.log2(max(largest, 1.0) / LARGEST))))


def _shifted(values: NDArray[np.int64] | NDArray[np.object_], shift: int) -> NDArray[np.int64]:
    exact = [-((-int(value)) >> shift) for value in values.ravel()]
    return np.array(exact, dtype=np.int64).reshape(values.shape)
