"""The front and the number of packages, by whatever is exact and quick enough."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onetext.settlement.solver import Count, Deadline, Front
from onetext.settlement.solvers.enumeration import MOST_PACKAGES, kept_table
from onetext.settlement.solvers.merged_front import greedy_front, merged_front
from onetext.settlement.solvers.nondominated import nondominated
from onetext.settlement.solvers.swept_front import swept_front
from onetext.settlement.solvers.utilities_table import table_of
from onetext.settlement.space import NO_LIMIT, Space

DRAWS = 200_000

FOR_EXACT = 0.6
"""Of the time that is left."""

FEW_PARTIES = 3
"""For so many, with nothing that ties issues, merging is quickest."""


class Survey:
    """A `Surveyor`: lists all packages where there are at most ten million, else sweeps."""

    def front(self, space: Space, deadline: Deadline) -> Front:
        """The exact front, or a part of it where the exact one takes too long or too much.

        Of the time, `FOR_EXACT` goes to the exact front, the rest to a part where it is needed.
        """
        if space.packages > MOST_PACKAGES:
            return large_front(space, deadline)
        table = kept_table(space)
        rows = nondominated(table.levels)
        packages = table.packages(rows)
        if space.wide:
            utilities = np.array(
                [space.utilities(tuple(map(int, package))) for package in packages], dtype=object
            ).reshape(len(rows), space.values.shape[0])
            return Front(packages, utilities, True, "enumeration")
        return Front(packages, table.levels[rows], True, "enumeration")

    def count(self, spaces: Sequence[Space], deadline: Deadline, *, seed: int) -> Count:
        """Exact to ten million packages, or where nothing limits them; else an estimate.

        The estimate is the share of `DRAWS` random packages that may be chosen, times the
        number of all packages; its standard error is shown by no digit of it.
        """
        if spaces[0].packages <= MOST_PACKAGES:
            numbers = [table_of(space).numbers for space in spaces]
            return Count(len(np.unique(np.concatenate(numbers))), exact=True)
        if any(_unlimited(space) for space in spaces):
            return Count(spaces[0].packages, exact=True)
        rng = np.random.default_rng(seed)
        drawn = np.stack([rng.integers(0, size, DRAWS) for size in spaces[0].sizes], axis=1)
        hits = np.zeros(DRAWS, dtype=np.bool_)
        for space in spaces:
            hits |= _allowed(space, drawn)
        share = int(hits.sum())
        return Count(spaces[0].packages * share // DRAWS, exact=False)


def large_front(space: Space, deadline: Deadline) -> Front:
    """As `Survey.front`, by merging and sweeping."""
    if len(space.lowest) <= FEW_PARTIES and not space.terms and not space.barred:
        found = merged_front(space, deadline)
        if found.exact or space.wide:
            return found
    return (
        swept_front(space, deadline.part(FOR_EXACT))
        or swept_front(space, deadline, part=True)
        or greedy_front(space, deadline)
    )


def _unlimited(space: Space) -> bool:
    """Whether every package may be chosen, since the worst for each party is enough for it."""
    return not space.barred and all(
        low == NO_LIMIT or _worst(space, party) >= low for party, low in enumerate(space.lowest)
    )


def _worst(space: Space, party: int) -> int:
    """A utility that no package falls short of."""
    options = sum(
        min(int(value) for value in space.values[party, issue, :size])
        for issue, size in enumerate(space.sizes)
    )
    return options + sum(min(0, term.amounts[party]) for term in space.terms)


def _allowed(space: Space, drawn: np.ndarray) -> np.ndarray:
    """For each of the drawn packages (draws x issues), whether it may be chosen."""
    allowed = np.ones(len(drawn), dtype=np.bool_)
    for bar in space.barred:
        allowed &= ~np.logical_and.reduce([drawn[:, issue] == option for issue, option in bar])
    places = np.arange(len(space.sizes))
    for party, low in enumerate(space.lowest):
        if low == NO_LIMIT:
            continue
        totals = space.values[party][places, drawn].sum(axis=1)
        for term in space.terms:
            held = np.logical_and.reduce([drawn[:, i] == option for i, option in term.literals])
            totals = totals + np.where(held, term.amounts[party], 0)
        allowed &= (totals >= low).astype(np.bool_)
    return allowed
