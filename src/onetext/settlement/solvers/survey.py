"""The front and the number of packages, by whatever is exact and quick enough."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onetext.settlement.solver import Count, Deadline, Front
from onetext.settlement.solvers.drawn_count import drawn_share
from onetext.settlement.solvers.enumeration import MOST_PACKAGES, kept_table
from onetext.settlement.solvers.exact_count import exact_count
from onetext.settlement.solvers.front_choosing import Fronts
from onetext.settlement.solvers.merged_front import front_of, greedy_front, merged_front
from onetext.settlement.solvers.nondominated import nondominated
from onetext.settlement.solvers.sweep_order import sweep_order
from onetext.settlement.solvers.swept_front import swept_front
from onetext.settlement.solvers.utilities_table import table_of
from onetext.settlement.space import Package, Space

FOR_EXACT, FOR_COUNT = 0.6, 0.3
"""Of the time that is left."""

FEW_PARTIES = 3
"""For so many, with nothing that ties issues, merging is quickest."""


class Survey:
    """A `Surveyor`: known fronts, else up to ten million packages listed, else sweeps."""

    def __init__(self, fronts: Fronts | None = None) -> None:
        self._fronts = fronts or Fronts()

    def front(self, space: Space, deadline: Deadline, *, known: Sequence[Package] = ()) -> Front:
        """The exact front, or a part of it where the exact one takes too long or too much.

        Of the time, `FOR_EXACT` goes to the exact front, the rest to a part where it is needed.
        """
        merged = self._fronts.front(space, deadline)
        if merged is not None:
            return merged
        if space.packages > MOST_PACKAGES:
            found = large_front(space, deadline)
            more = [package for package in known if space.allows(package)]
            if found.exact or not more:
                return found
            return front_of(space, np.concatenate([found.packages, np.array(more)]), found.solver)
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
        """Exact to ten million packages, and where tables of what parties lack are affordable.

        Otherwise an estimate: the share of packages drawn at random that may be chosen, times
        the number of all packages; its standard error is shown by no digit of it. To the exact
        count goes the part `FOR_COUNT` of the time.
        """
        if spaces[0].packages <= MOST_PACKAGES:
            numbers = [table_of(space).numbers for space in spaces]
            return Count(len(np.unique(np.concatenate(numbers))), exact=True)
        known = exact_count(spaces, deadline.part(FOR_COUNT))
        if known is not None:
            return Count(known, exact=True)
        hits, draws = drawn_share(spaces, seed, deadline)
        return Count(spaces[0].packages * hits // draws, exact=False)


def large_front(space: Space, deadline: Deadline) -> Front:
    """As `Survey.front`, by merging and sweeping."""
    if len(space.lowest) <= FEW_PARTIES and not space.terms and not space.barred:
        found = merged_front(space, deadline)
        if found.exact or space.wide:
            return found
    order = sweep_order(space)
    return (
        swept_front(space, deadline.part(FOR_EXACT), order=order)
        or swept_front(space, deadline, order=order, part=True)
        or greedy_front(space, deadline)
    )
