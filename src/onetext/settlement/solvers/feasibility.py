"""Whether any package meets some of the limits and keeps some of the bars of a space.

Prepared once for a space and asked again and again, as a search for conflicts does. Packages
that were found are kept: most questions are answered by one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.climbing import climb
from onetext.settlement.solvers.goals import Goal, Smallest, Sum
from onetext.settlement.solvers.regions import level_at, region
from onetext.settlement.solvers.suspects import Suspects, suspects
from onetext.settlement.solvers.system import all_live
from onetext.settlement.space import NO_LIMIT, Package, Space

KEPT = 1024
"""Packages that are remembered."""


@dataclass(frozen=True, slots=True)
class Found:
    """A package, or that there is none where `proven`; otherwise time ran out.

    A package that was found is always `proven`. Where there is none, `suspects` are the demands
    that the proof may have leaned on, as places of parties and of bars of the space.
    """

    package: Package | None
    proven: bool
    suspects: Suspects | None = None


class Feasibility:
    """Answers about the packages of one space when only some of its demands are made."""

    def __init__(self, space: Space) -> None:
        self._space = space
        parties, bars = len(space.lowest), len(space.barred)
        self._packages: list[Package] = []
        self._meets = np.zeros((KEPT, parties + bars), dtype=np.bool_)

    def package(self, limits: Sequence[bool], bars: Sequence[bool], deadline: Deadline) -> Found:
        """A package that meets the lowest utility of every party with `limits`, and holds
        nothing that is barred by one of `bars`.

        Args:
            limits: for each party of the space, whether its lowest utility counts.
            bars: for each of the space's barred combinations, whether it counts.
        """
        asked = np.array([*limits, *bars], dtype=np.bool_)
        known = self._meets[: len(self._packages)]
        fitting = np.flatnonzero((known | ~asked).all(axis=1))
        if len(fitting):
            return Found(self._packages[int(fitting[0])], proven=True)
        counted = [place for place, counts in enumerate(bars) if counts]
        space = replace(
            self._space,
            lowest=tuple(
                low if counts else NO_LIMIT
                for low, counts in zip(self._space.lowest, limits, strict=True)
            ),
            barred=tuple(self._space.barred[place] for place in counted),
        )
        found = some_package(space, deadline)
        if found.package is not None:
            self._keep(found.package)
        if found.suspects is None:
            return found
        places = frozenset(counted[place] for place in found.suspects.bars)
        return replace(found, suspects=replace(found.suspects, bars=places))

    def _keep(self, package: Package) -> None:
        if len(self._packages) == KEPT:
            return
        held = set(enumerate(package))
        self._meets[len(self._packages)] = [
            *(
                utility >= low
                for utility, low in zip(
                    self._space.utilities(package), self._space.lowest, strict=True
                )
            ),
            *(not held.issuperset(bar) for bar in self._space.barred),
        ]
        self._packages.append(package)


def some_package(space: Space, deadline: Deadline) -> Found:
    """Any package of `space` that may be chosen."""
    if deadline.passed:
        return Found(None, proven=False)
    limited = tuple(int(low > NO_LIMIT) for low in space.lowest)
    goal: Goal
    least = None
    if any(limited):
        goal, enough = Smallest((NO_LIMIT,) * len(limited), space.lowest, limited), Fraction(0)
        least = enough
    else:
        goal, enough = Sum(space.lowest, len(space.lowest)), Fraction(NO_LIMIT)
    root = region(space, all_live(space), goal, goal.needs(Fraction(0), above=False), deadline)
    if root is None:
        return Found(None, proven=True, suspects=suspects(space, None, certain=True))
    top = climb(space, goal, deadline, enough=enough, least=least, root=root)
    if top.packages:
        return Found(top.packages[0], proven=True)
    if not top.proven:
        return Found(None, proven=False)
    bound = level_at(root, goal, 0)
    certain = least is not None and bound is not None and bound < least
    return Found(None, proven=True, suspects=suspects(space, root, certain=certain))
