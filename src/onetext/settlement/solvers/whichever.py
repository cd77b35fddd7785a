"""The chooser for spaces of every size: all packages where they can be listed, else a search."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.settlement.rules import Rule
from onetext.settlement.solver import Best, Chooser, Deadline, Ideals
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.enumeration import MOST_PACKAGES, Enumeration
from onetext.settlement.space import Space


class Whichever:
    """Enumeration up to `MOST_PACKAGES` packages, `LossSearch` beyond."""

    def __init__(self) -> None:
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
        return self._for(space).best(space, rule, deadline, ideals=ideals, most_ties=most_ties)

    def ideals(self, space: Space, deadline: Deadline) -> Ideals:
        return self._for(space).ideals(space, deadline)

    def _for(self, space: Space) -> Chooser:
        return self._enumeration if space.packages <= MOST_PACKAGES else self._search
