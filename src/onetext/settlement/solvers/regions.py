"""Regions: the space, or a part of it with some options struck out, ready to be searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.goals import Goal
from onetext.settlement.solvers.incumbents import Incumbents
from onetext.settlement.solvers.loss_search import PLENTY, Descent
from onetext.settlement.solvers.losses import Losses, losses, peak
from onetext.settlement.solvers.multipliers import Floats, Ints, Multiplier, plain
from onetext.settlement.solvers.relaxation import Aim, Need, relax
from onetext.settlement.solvers.system import Live, System, system
from onetext.settlement.space import NO_LIMIT, Space


@dataclass(frozen=True, eq=False)
class Region:
    """A part of the space with the multipliers of its relaxation.

    Attributes:
        rows: the first is that of the relaxation; the others stand for one sum each.
        of_aim: the part of the first row's weights that stands for the goal; empty where only
            needs are weighed.
        chosen: issues x options; how far the relaxation chooses each.
        sums: the sums of the other rows.
        peak: what no package's first weighted sum exceeds.
    """

    system: System
    rows: tuple[Multiplier, ...]
    of_aim: Ints
    chosen: Floats
    sums: tuple[int, ...]
    peak: int

    @cached_property
    def losses(self) -> Losses:
        """Made when first asked for: the peak alone often settles a region."""
        return losses(self.system, self.rows)

    @property
    def rest(self) -> Ints:
        weights = self.rows[0].weights
        return weights - self.of_aim if len(self.of_aim) else weights

    def budget(self, goal: Goal, level: Fraction, *, above: bool) -> int:
        """What the first row may lose; below 0 no package is at the level."""
        of, needs = self.system, goal.needs(level, above=above)
        least = sum(int(w) * of.need(needs[q]) for q, w in enumerate(self.rest) if w)
        if len(self.of_aim):
            least += goal.weighted(of, self.of_aim, level, above=above)
        return self.peak - least


def region(
    space: Space, live: Live, goal: Goal, needs: Sequence[int], deadline: Deadline
) -> Region | None:
    """The region of `live`; None where bars leave nothing of it.

    Where the relaxation has no solution, the needs are weighed so that the sum of what is
    missing, over all packages, is as plain as can be.
    """
    of = system(space, live)
    if of is None:
        return None
    relaxed = relax(of, goal.aim(of), time_limit_s=deadline.left_s)
    of_aim = np.zeros(0, dtype=np.int64) if relaxed is None else relaxed.of_aim
    sums = tuple(q for q, need in enumerate(needs) if need > NO_LIMIT)
    if relaxed is None and sums:
        wanted = tuple(Need(q, of.need(needs[q]), 1) for q in sums)
        relaxed = relax(of, Aim(wanted), time_limit_s=deadline.left_s)
    unit = np.eye(of.sums, dtype=np.int64)
    if relaxed is None:
        first, chosen = plain(of, unit[list(sums)].sum(axis=0)), np.zeros(of.values.shape[1:])
    else:
        first, chosen = relaxed.multiplier, relaxed.chosen
    rows = (first, *(plain(of, unit[q]) for q in sums))
    return Region(of, rows, of_aim, chosen, sums, peak(of, first))


def divided(
    space: Space, part: Region, goal: Goal, level: Fraction, best: Incumbents, deadline: Deadline
) -> Iterator[Region]:
    """The parts of a region, one for each option of the issue that is least decided."""
    live = part.system.live
    open_issues = [issue for issue, options in enumerate(live) if len(options) > 1]
    issue = min(open_issues, key=lambda issue: float(part.chosen[issue].max()))
    for option in sorted(live[issue], key=lambda option: -part.chosen[issue, option]):
        now, above = best.asked(level)
        fixed = (*live[:issue], (option,), *live[issue + 1 :])
        found = region(space, fixed, goal, goal.needs(now, above=above), deadline)
        if found is not None:
            yield found


def begin(part: Region, goal: Goal, level: Fraction, best: Incumbents) -> Descent:
    """A search of the region for packages at `level`, or better than the best."""
    base = tuple(options[0] for options in part.system.live)
    search = Descent(part.losses, base, len(part.system.held) - part.system.terms)
    tighten(search, part, goal, level, best)
    return search


def tighten(search: Descent, part: Region, goal: Goal, level: Fraction, best: Incumbents) -> None:
    """Set the budgets to what the level, or the best package, leaves."""
    of = part.system
    level, above = best.asked(level)
    needs = goal.needs(level, above=above)
    search.budgets[0] = _clipped(part.budget(goal, level, above=above))
    for row, q in enumerate(part.sums, start=1):
        search.budgets[row] = _clipped(int(part.losses.peaks[row]) - of.need(needs[q]))
    one = best.comparison
    if one is not None and not of.shift:
        rows = np.array([1 + part.sums.index(party) for party in one.parties], dtype=np.int64)
        offsets = [needs[p] - low for p, low in zip(one.parties, one.floors, strict=True)]
        search.compare(
            one.pruning,
            rows,
            np.array(offsets, dtype=np.int64),
            np.array(one.best, dtype=np.int64),
            ties_wanted=not best.closed,
            whole=len(one.parties) == of.sums - 1,
        )


def level_at(part: Region, goal: Goal, budget: int) -> Fraction | None:
    """The level that leaves the budget, the goal's limits counted as far as they are weighed.

    None where the region's multiplier says nothing of the goal.
    """
    if not len(part.of_aim):
        return None
    lowest = goal.lowest
    limits = sum(int(w) * part.system.need(lowest[q]) for q, w in enumerate(part.rest) if w)
    return goal.level(part.system, part.of_aim, part.peak - budget - limits)


def _clipped(budget: int) -> int:
    return max(-1, min(PLENTY, budget))
