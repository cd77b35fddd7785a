"""The chooser for spaces of every size: by the front, by all packages, or by a search."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.settlement.rules import Rule
from onetext.settlement.solver import Best, Chooser, Deadline, Ideals
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.enumeration import MOST_PACKAGES, Enumeration
from onetext.settlement.solvers.front_choosing import Fronts
from onetext.settlement.space import Space


class Whichever:
    """The front where it can be had, `Enumeration` up to `MOST_PACKAGES`, else `LossSearch`."""

    def __init__(self, fronts: Fronts | None = None) -> None:
        self._fronts = fronts or Fronts()
        self._enumeration = Enumeration()
        self._search = LossSearch()

    def best(
        self,
        space: Space,
        rule: Rule,
        deadline: Deadline,
        *,
        ideals: Sequence[int] | None = None,
        most_ties: int = 100,
    ) -> Best:
        offers = self._fronts.offers(space, deadline)
        if offers is not None:
            return offers.best(rule, ideals, most_ties)
        return self._for(space).best(space, rule, deadline, ideals=ideals, most_ties=most_ties)

    def ideals(self, space: Space, deadline: Deadline) -> Ideals:
        offers = self._fronts.offers(space, deadline)
        if offers is not None:
            return Ideals(offers.ideals, True)
        return self._for(space).ideals(space, deadline)

    def _for(self, space: Space) -> Chooser:
        return self._enumeration if space.packages <= MOST_PACKAGES else self._search
