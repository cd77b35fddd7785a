"""From rows to steps: what stands in each cell from each day on on which something was said.

A cell changes only on the days of its statements, so that the state of play on any date is, for
each cell, its last step up to then.

1. Of copies with the same words and day one counts: that of the best verdict, the earliest
   published, the outlet's name, the id, as `onetext.positions.copies` has it.
2. The stances of one day make the stance of that day, by
   `onetext.positions.weighing.standing`; asked once for each set of stances.
3. A day on which a stance was spoken supersedes all before. Silence stands only where nothing
   was spoken before.
4. Cells with statements of several copies of one text, where copies may differ in words and
   day, are left to `onetext.positions.register.syndicated`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onetext.positions.register.rows import CODES, NO_STANCE, STANCES, Ints, Rows, Small
from onetext.positions.values import Stance
from onetext.positions.weighing import of_one_day

NOTHING = CODES[Stance.NO_EVIDENCE]
SILENT = CODES[Stance.SILENT]
CONTRADICTORY = CODES[Stance.CONTRADICTORY]
_DAYS = 1 << 22  # more than `date.max` has


@dataclass(frozen=True, slots=True)
class Steps:
    """Sorted by cell, then day. A cell is the issue's place times `parties`, plus the party's.

    Attributes:
        key: cell times 2 ** 22 plus day: what steps are sorted and found by.
        stance: what stands from that day on, a code; that of "no evidence" where only
            statements without a stance were made.
        since: the day that it rests on, as an ordinal; 0 where nothing does.
        statements: how many statements there are up to that day, copies counted once.
        deciding: the place in `order` of the first row of the day that it rests on.
        deciding_end: one past the last such row.
        order: places of rows, those that count, in the order of cells and days.
        parties: how many parties there are.
    """

    key: NDArray[np.int64]
    stance: Small
    since: Ints
    statements: Ints
    deciding: Ints
    deciding_end: Ints
    order: Ints
    parties: int

    def ends(self, day: int) -> NDArray[np.int64]:
        """The last step up to `day` of every cell that has one."""
        on = np.flatnonzero(self.key % _DAYS <= day)
        cells = self.key[on] // _DAYS
        return on[np.append(cells[1:] != cells[:-1], True)] if len(on) else on

    def cells(self, steps: NDArray[np.int64]) -> NDArray[np.int64]:
        return self.key[steps] // _DAYS


@dataclass(frozen=True, slots=True)
class Step:
    """One step, with the places of the rows that decide it."""

    cell: int
    day: int
    stance: int
    since: int
    statements: int
    deciding: tuple[int, ...]


def steps_of(rows: Rows, parties: int, outlet_rank: Ints, id_rank: Ints) -> Steps:
    """The steps of all cells.

    Args:
        rows: the rows that count.
        parties: how many parties there are.
        outlet_rank: for each outlet, its place in the order of their names.
        id_rank: for each statement, its place in the order of their ids.
    """
    key = cells_of(rows, parties) * _DAYS + rows.day
    order = np.lexsort(
        (
            id_rank[rows.statement],
            outlet_rank[rows.outlet],
            rows.published,
            rows.verdict,
            rows.copy,
            key,
        )
    ).astype(np.int32)
    key, copy = key[order], rows.copy[order]
    first = np.ones(len(order), bool)
    first[1:] = (key[1:] != key[:-1]) | (copy[1:] != copy[:-1])
    order, key = order[first], key[first]
    starts = np.flatnonzero(np.append(np.ones(min(1, len(key)), bool), key[1:] != key[:-1]))
    ends = np.append(starts[1:], len(order)) if len(starts) else starts
    stance = rows.stance[order].astype(np.int64)
    bits = np.where(stance == NO_STANCE, 0, 1 << np.maximum(stance, 0))
    on_day = _by_mask()[np.bitwise_or.reduceat(bits, starts)] if len(starts) else starts
    key = key[starts]
    begins = _beginnings(key // _DAYS)
    decides = _deciding(on_day, begins)
    some, place = decides >= 0, np.maximum(decides, 0)
    return Steps(
        key,
        np.where(some, on_day[place], NOTHING).astype(np.int8),
        np.where(some, key[place] % _DAYS, 0).astype(np.int32),
        (ends - starts[begins]).astype(np.int32),
        np.where(some, starts[place], 0).astype(np.int32),
        np.where(some, ends[place], 0).astype(np.int32),
        order,
        parties,
    )


def cells_of(rows: Rows, parties: int) -> NDArray[np.int64]:
    return rows.issue.astype(np.int64) * parties + rows.party


def with_more(steps: Steps, more: Sequence[Step]) -> Steps:
    """`steps` and those of further cells."""
    key = np.append(steps.key, [one.cell * _DAYS + one.day for one in more]).astype(np.int64)
    sort = np.argsort(key, kind="stable")
    sizes = np.array([len(one.deciding) for one in more], np.int64)
    ends = len(steps.order) + np.cumsum(sizes)

    def column(before: NDArray[np.integer], after: Sequence[int]) -> NDArray[np.integer]:
        return np.append(before, np.array(after, before.dtype))[sort]

    return Steps(
        key[sort],
        column(steps.stance, [one.stance for one in more]).astype(np.int8),
        column(steps.since, [one.since for one in more]).astype(np.int32),
        column(steps.statements, [one.statements for one in more]).astype(np.int32),
        column(steps.deciding, list(ends - sizes)).astype(np.int32),
        column(steps.deciding_end, list(ends)).astype(np.int32),
        np.append(steps.order, [row for one in more for row in one.deciding]).astype(np.int32),
        steps.parties,
    )


def ranks(values: Sequence[str]) -> Ints:
    """For each value its place in their order."""
    found = np.empty(len(values), np.int32)
    found[sorted(range(len(values)), key=values.__getitem__)] = np.arange(len(values))
    return found


def _beginnings(cells: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each step the first step of its cell."""
    new = np.ones(len(cells), bool)
    new[1:] = cells[1:] != cells[:-1]
    return np.maximum.accumulate(np.where(new, np.arange(len(cells)), 0))


def _deciding(on_day: NDArray[np.int64], begins: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each step the step on whose day it rests; -1 where nothing decides."""
    at = np.arange(len(on_day))
    spoken = np.maximum.accumulate(np.where((on_day != NOTHING) & (on_day != SILENT), at, -1))
    silent = np.maximum.accumulate(np.where(on_day == SILENT, at, -1))
    found = np.where(spoken >= begins, spoken, silent)
    return np.where(found >= begins, found, -1)


@cache
def _by_mask() -> NDArray[np.int64]:
    """By the set of stances of one day, as bits, the stance of that day."""
    sets = [
        {stance for code, stance in enumerate(STANCES) if mask >> code & 1}
        for mask in range(1 << len(STANCES))
    ]
    return np.array([CODES[of_one_day(found)] for found in sets], np.int64)
