"""The best packages for a goal: budgets of losses that widen until a package is found.

The relaxation of a region gives multipliers, these give a bound, and a level a little below
the bound gives a budget. The search within the budget is complete: where it finds nothing, the
level is the new bound, and the budget is widened; where it finds a package, the package's value
is the new level. A region that takes too many nodes is divided by the options of an issue, and
each part has multipliers of its own. Before a long search, a few short ones at much lower
levels look for a package to begin with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.goals import Goal
from onetext.settlement.solvers.incumbents import Incumbents, Top
from onetext.settlement.solvers.loss_search import Outcome
from onetext.settlement.solvers.regions import (
    Region,
    begin,
    divided,
    level_at,
    region,
    tighten,
)
from onetext.settlement.solvers.system import all_live
from onetext.settlement.space import Package, Space

CHUNK = 200_000
"""Nodes between two looks at the clock."""

REGION_NODES = 10_000_000
"""Nodes after which a region is divided."""

LONG = 500_000
"""Nodes of a search after which the budget is widened with care."""

WIDENING, CAREFUL = Fraction(7, 5), Fraction(23, 20)

DIVE_NODES, DIVES = 50_000, 5


def climb(
    space: Space,
    goal: Goal,
    deadline: Deadline,
    *,
    known: Sequence[Package] = (),
    enough: Fraction | None = None,
    least: Fraction | None = None,
    most: int = 0,
    root: Region | None = None,
) -> Top:
    """The packages of the largest value, up to `most` of them.

    Args:
        known: packages that may be chosen; the search is for better ones.
        enough: a value with which the search is content.
        least: values below are of no interest: none found means that there is none such.
        most: how many packages of the same value are wanted; 0 for any one of them.
        root: the region of the whole space, for `least` or 0, where it is there already.
    """
    best = Incumbents(space, goal, most, enough)
    for package in known:
        best.offer(package)
    if best.content:
        return best.top(proven=True, bound=None)
    lowest = Fraction(0) if least is None else least
    if deadline.passed:
        return best.top(proven=False, bound=None)
    if root is None:
        root = region(space, all_live(space), goal, goal.needs(lowest, above=False), deadline)
    if root is None:
        return best.top(proven=True, bound=best.value)
    one = _Climb(space, goal, deadline, best)
    bound = level_at(root, goal, 0)
    if least is not None and best.value is None and bound is not None and bound < least:
        return best.top(proven=True, bound=bound)
    budget = _first_budget(root)
    while True:
        level, last = level_at(root, goal, budget), False
        if best.value is not None and (level is None or level <= best.value):
            level, last = best.value, True
        elif level is None or (least is not None and level <= least):
            level, last = lowest, True
        before = one.nodes
        finished = one.explore(root, level)
        if best.content:
            return best.top(proven=True, bound=bound)
        if not finished:
            return best.top(proven=False, bound=bound)
        if last or (best.value is not None and best.value >= level):
            return best.top(proven=True, bound=best.value)
        bound = level
        long = one.nodes - before > LONG
        if long and not one.dived:
            one.dive(root, budget)
        budget = int(budget * (CAREFUL if long else WIDENING)) + 1


def complete(
    space: Space, goal: Goal, deadline: Deadline, *, known: Sequence[Package], most: int = 0
) -> Top:
    """As `climb`, from the first of the `known` packages on, without budgets that widen."""
    best = Incumbents(space, goal, most)
    for package in known:
        best.offer(package)
    level = Fraction(0) if best.value is None else best.value
    if deadline.passed:
        return best.top(proven=False, bound=None)
    root = region(space, all_live(space), goal, goal.needs(level, above=False), deadline)
    finished = root is None or _Climb(space, goal, deadline, best).explore(root, level)
    return best.top(proven=finished, bound=best.value if finished else None)


@dataclass(slots=True)
class _Climb:
    """The searches of one climb; `nodes` counts those of all of them."""

    space: Space
    goal: Goal
    deadline: Deadline
    best: Incumbents
    nodes: int = 0
    dived: bool = False

    def explore(self, root: Region, level: Fraction) -> bool:
        """Look at all packages at `level` and above. False where time ran out."""
        waiting: list[Iterator[Region]] = [iter([root])]
        while waiting:
            part = next(waiting[-1], None)
            if part is None:
                waiting.pop()
            elif not self._search(part, level, REGION_NODES):
                if self.deadline.passed:
                    return False
                waiting.append(
                    divided(self.space, part, self.goal, level, self.best, self.deadline)
                )
            if self.best.content:
                return True
        return True

    def dive(self, root: Region, budget: int) -> None:
        """Short searches with ever larger budgets, up to the first that finds a package."""
        self.dived = True
        for _ in range(DIVES):
            budget *= 2
            level, before = level_at(root, self.goal, budget), self.best.value
            if level is None or (before is not None and level <= before):
                return
            self._search(root, level, DIVE_NODES)
            if self.best.value != before or self.deadline.passed:
                return

    def _search(self, part: Region, level: Fraction, node_limit: int) -> bool:
        """Whether all of the region was searched."""
        if self.deadline.passed:
            return False
        asked, above = self.best.asked(level)
        if part.budget(self.goal, asked, above=above) < 0:
            return True
        search = begin(part, self.goal, level, self.best)
        outcome = Outcome.PAUSED
        while search.nodes < node_limit and outcome is not Outcome.DONE:
            outcome = search.advance(min(CHUNK, node_limit - search.nodes))
            if outcome is Outcome.FOUND and self.best.offer(search.package):
                if self.best.content:
                    break
                tighten(search, part, self.goal, level, self.best)
            if outcome is not Outcome.DONE and self.deadline.passed:
                break
        self.nodes += search.nodes
        return outcome is Outcome.DONE


def _first_budget(root: Region) -> int:
    seconds = sorted(int(here[1, 0]) for here in root.losses.loss if here[1, 0] > 0) or [1]
    return seconds[len(seconds) // 4]
