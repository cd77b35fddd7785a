"""The best packages under every rule, by looking at all of them.

Whole columns are compared at once. What decides in the end are exact integers: where a
comparison goes through floating point, or through the rounded gains of a wide space, it only
narrows the field, with a margin, and `rules.key` decides among those that are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.rules import Key, Rule, key
from onetext.settlement.solver import Best, Deadline, Ideals
from onetext.settlement.solvers.utilities_table import Table, table_of
from onetext.settlement.space import Space

MOST_PACKAGES = 10_000_000
NAME = "enumeration"
MARGIN = 1e-9

Rows = NDArray[np.int64]


class Enumeration:
    """A `Chooser` for spaces of at most `MOST_PACKAGES` packages; it does not stop early."""

    def best(
        self,
        space: Space,
        rule: Rule,
        deadline: Deadline,
        *,
        ideals: Sequence[int] | None = None,
        most_ties: int = 100,
    ) -> Best:
        table = kept_table(space)
        if not len(table.numbers):
            return Best((), True, None, True, NAME)
        most = tuple(ideals) if ideals is not None else _ideals(table)
        rows = _field(table, rule, most)
        keys = _keys(table, rule, rows, most)
        top = max(keys)
        winners = rows[[one == top for one in keys]]
        first = top[1] if rule is Rule.NASH else top[0]
        return Best(
            packages=tuple(table.package(int(row)) for row in winners[:most_ties]),
            proven=True,
            bound=Fraction(first),
            ties_complete=len(winners) <= most_ties,
            solver=NAME,
        )

    def ideals(self, space: Space, deadline: Deadline) -> Ideals:
        table = kept_table(space)
        return Ideals(_ideals(table) if len(table.numbers) else (), True)


@lru_cache(maxsize=1)
def kept_table(space: Space) -> Table:
    """The table of the space that was asked for last is kept: every rule looks at it."""
    return table_of(space)


def _ideals(table: Table) -> tuple[int, ...]:
    best = (table.package(int(row)) for row in table.levels.argmax(axis=0))
    return tuple(
        table.space.utilities(package)[party] - table.space.reservations[party]
        for party, package in enumerate(best)
    )


def _field(table: Table, rule: Rule, ideals: Sequence[int]) -> Rows:
    """Rows that hold every winner; few others."""
    gains, slack = table.gains, table.slack
    rows: Rows = np.arange(len(gains))
    if rule is Rule.UTILITARIAN:
        return _narrow(rows, gains.sum(axis=1), slack * gains.shape[1])
    if rule is Rule.EGALITARIAN:
        rows = _narrow(rows, gains.min(axis=1), slack)
        return rows if slack else _narrow(rows, gains[rows].sum(axis=1), 0)
    if rule is Rule.LEXIMIN:
        rows = _narrow(rows, gains.min(axis=1), slack)
        ordered = np.sort(gains[rows], axis=1)
        for place in range(0 if slack else 1, gains.shape[1]):
            if slack:
                break
            kept = ordered[:, place] == ordered[:, place].max()
            rows, ordered = rows[kept], ordered[kept]
        return rows
    if rule is Rule.NASH:
        surely = (gains > 0).sum(axis=1)
        perhaps = (gains > -slack).sum(axis=1) if slack else surely
        rows = rows[perhaps >= surely.max()]
        if surely.max() < gains.shape[1] and slack:
            return rows
        logs = np.log(np.maximum(gains[rows], 1).astype(np.float64)).sum(axis=1)
        small = slack and (gains[rows] <= 2**30).any()
        return rows if small else _narrow(rows, logs, MARGIN)
    able = [party for party, ideal in enumerate(ideals) if ideal > 0]
    if not able:
        return _narrow(rows, gains.sum(axis=1), slack * gains.shape[1])
    scaled = np.array([float(ideals[party]) / 2.0**table.shift for party in able])
    shares = (gains[:, able] / scaled).min(axis=1)
    margin = MARGIN + (2 * slack / scaled.min() if slack else 0.0)
    return _narrow(rows, shares, margin)


def _narrow(rows: Rows, measure: NDArray[Any], slack: float) -> Rows:
    kept: Rows = rows[measure >= measure.max() - slack]
    return kept


def _keys(table: Table, rule: Rule, rows: Rows, ideals: Sequence[int]) -> list[Key]:
    """The exact key of each of `rows`; rows of equal gains share the work."""
    space = table.space
    distinct, places = np.unique(table.levels[rows], axis=0, return_inverse=True)
    example = np.zeros(len(distinct), dtype=np.int64)
    example[places.ravel()] = rows
    keys = []
    for row in example:
        utilities = space.utilities(table.package(int(row)))
        gains = [u - r for u, r in zip(utilities, space.reservations, strict=True)]
        keys.append(key(rule, gains, ideals))
    return [keys[place] for place in places.ravel()]
