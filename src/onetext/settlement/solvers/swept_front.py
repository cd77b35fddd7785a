"""The front of a space too large to list: issues are added one at a time, tied ones and all.

After every step there is a front for each choice of the issues that are still open (see
`sweep_order`): of all ways to have that choice, those that no other dominates. Whatever is
decided later is worth the same to all of them, so that what is dominated can be dropped. An
option moves the fronts by its points, and by those of the terms that it completes; where it
completes something barred, it is left out. When an issue closes, the fronts of its options are
merged.

Sources: Nemhauser and Ullmann (1969), Management Science 15, 494-505, for one front and no
ties; Rollon and Larrosa (2006), Journal of Heuristics 12, 307-328, for fronts in variable
elimination.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline, Front, OutOfTime
from onetext.settlement.solvers.in_order import Ints, kept_in_order
from onetext.settlement.solvers.sorted_sums import Merged, merged
from onetext.settlement.solvers.sweep_order import Order, Step, sweep_order
from onetext.settlement.space import Literals, Space

NAME = "sweep"
PART = "a part, by a sweep that keeps the strongest"

MOST_STATES = 70_000
"""Choices of the open issues."""

MOST_POINTS = 20_000_000
"""That are kept after a step, or merged in it: below 2 GiB."""

MOST_STEPPED = 120_000_000
"""Of all steps together: where each point comes from takes 8 bytes."""

THIN_POINTS, THIN_STATES, THIN_WEIGHTS = 2_000, 100, 64
"""What is kept after each step of a sweep for a part: points of all states together, states,
and the weights of the parties by which the strongest are found."""

LEAST_POINTS, LEAST_STATES = 60, 6
"""What is always kept, however short the time."""

THIN_MERGED = 4
"""So many times as many points as are kept are compared there."""


@dataclass(frozen=True, slots=True, eq=False)
class _Reached:
    """The fronts after a step, one after the other.

    Attributes:
        choices: of the open issues; one for each front.
        starts: where each front starts in `points`, and a last one where they end.
        parents: for each point the row of its parent after the step before.
        chosen: for each point the option of the step's issue.
    """

    choices: tuple[tuple[int, ...], ...]
    starts: Ints
    points: Ints
    parents: NDArray[np.int32]
    chosen: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """The front number `number` of the step before, moved by what `option` is worth there."""

    number: int
    option: int
    shift: Ints


def swept_front(
    space: Space, deadline: Deadline, *, order: Order | None = None, part: bool = False
) -> Front | None:
    """The exact front, or, where a `part` is enough, a part of it in a time that is bounded.

    Args:
        order: of the issues, where it is there already.

    Returns:
        None where that takes too many states or points, or time ran out; also where a part is
        enough and no package was found. Of spaces in numbers that 64 bits do not hold, always.
    """
    order = order or sweep_order(space)
    if space.wide or (order.states > MOST_STATES and not part):
        return None
    reached = _start(space)
    added: set[int] = set()
    opened: tuple[int, ...] = ()
    sweep = _Sweep(space, deadline, part)
    came: list[tuple[int, NDArray[np.int32], NDArray[np.int32]]] = []
    stepped = 0
    for place, step in enumerate(order.steps):
        added.add(step.issue)
        sweep.hurry(len(order.steps) - place)
        try:
            reached = sweep.stepped(reached, opened, step, added)
        except OutOfTime:
            return None
        opened = step.open
        came.append((step.issue, reached.parents, reached.chosen))
        stepped += len(reached.points)
        if stepped > MOST_STEPPED or (part and not len(reached.points)):
            return None
    packages = np.zeros((len(reached.points), len(space.sizes)), dtype=np.int32)
    at = np.arange(len(reached.points))
    for issue, parents, chosen in reversed(came):
        packages[:, issue] = chosen[at]
        at = parents[at].astype(np.int64)
    enough = (reached.points >= np.array(space.lowest, dtype=np.int64)).all(axis=1)
    return Front(packages[enough], reached.points[enough], not part, PART if part else NAME)


class _Sweep:
    """One sweep. For a part it keeps less and less where the time that is left is short."""

    def __init__(self, space: Space, deadline: Deadline, part: bool) -> None:
        self.space, self.deadline, self.part = space, deadline, part
        self._points, self._states = THIN_POINTS, THIN_STATES
        self._left_s = deadline.left_s

    def hurry(self, steps: int) -> None:
        """Before each step: keep half as much where `steps` like the last one take too long."""
        last_s, self._left_s = self._left_s - self.deadline.left_s, self.deadline.left_s
        if last_s * steps > self._left_s:
            self._points = max(self._points // 2, LEAST_POINTS)
            self._states = max(self._states // 2, LEAST_STATES)

    def stepped(
        self, before: _Reached, opened: tuple[int, ...], step: Step, added: set[int]
    ) -> _Reached:
        """The fronts once the step's issue is added.

        Raises:
            OutOfTime: at the deadline, and where there are too many points.
        """
        sources = self._sources(before, opened, step, added)
        if self.part and len(sources) > self._states:
            sources = strongest_states(sources, before.points, before.starts, self._states)
        starts = [0]
        points = [before.points[:0]]
        parents, chosen = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.int32)]
        for parts in sources.values():
            if self.deadline.passed:
                raise OutOfTime
            found, kept = self._merged(before, parts, max(1, self._points // len(sources)))
            options = np.array([part.option for part in parts], dtype=np.int32)
            points.append(found.points[kept])
            parents.append(found.rows[kept].astype(np.int32))
            chosen.append(options[found.lists[kept]])
            starts.append(starts[-1] + len(kept))
            if starts[-1] > MOST_POINTS:
                raise OutOfTime
        return _Reached(
            tuple(sources),
            np.array(starts),
            np.concatenate(points),
            np.concatenate(parents),
            np.concatenate(chosen),
        )

    def _sources(
        self, before: _Reached, opened: tuple[int, ...], step: Step, added: set[int]
    ) -> dict[tuple[int, ...], list[_Source]]:
        """For each choice of the issues open after the step, the fronts to merge."""
        completed = _Completed(self.space, added, step.issue)
        options = range(self.space.sizes[step.issue])
        worth = [self.space.values[:, step.issue, option] for option in options]
        sources: dict[tuple[int, ...], list[_Source]] = {}
        for number, choice in enumerate(before.choices):
            if self.deadline.passed:
                raise OutOfTime
            for option in options:
                held = dict(zip(opened, choice, strict=True)) | {step.issue: option}
                more = completed.worth(frozenset(held.items()))
                if more is not None:
                    left = tuple(held[issue] for issue in step.open)
                    source = _Source(number, option, worth[option] + more)
                    sources.setdefault(left, []).append(source)
        return sources

    def _merged(self, before: _Reached, parts: list[_Source], share: int) -> tuple[Merged, Ints]:
        """The merged points, and the rows of those that are kept."""
        numbers = np.array([part.number for part in parts])
        starts, ends = before.starts[numbers], before.starts[numbers + 1]
        if (ends - starts).sum() > MOST_POINTS:
            raise OutOfTime
        shifts = np.stack([part.shift for part in parts])
        found = merged(before.points, starts, ends, shifts)
        if self.part and len(found.points) > THIN_MERGED * share:
            found = found.of(strongest_points(found.points, THIN_MERGED * share))
        kept = np.arange(len(found.points))
        if len(parts) > 1:
            kept = np.flatnonzero(kept_in_order(found.points, self.deadline))
        if self.part and len(kept) > share:
            kept = kept[strongest_points(found.points[kept], share)]
        return found, kept


class _Completed:
    """The terms and bars that have `issue` as the last of those `added`."""

    def __init__(self, space: Space, added: set[int], issue: int) -> None:
        def ends_here(literals: Literals) -> bool:
            names = {one for one, _ in literals}
            return issue in names and names <= added

        self._bars = [frozenset(bar) for bar in space.barred if ends_here(bar)]
        self._terms = [
            (frozenset(term.literals), np.array(term.amounts, dtype=np.int64))
            for term in space.terms
            if ends_here(term.literals)
        ]
        self._nothing = np.zeros(len(space.lowest), dtype=np.int64)

    def worth(self, held: frozenset[tuple[int, int]]) -> Ints | None:
        """What the terms that are held add; None where something barred is held."""
        if any(bar <= held for bar in self._bars):
            return None
        return sum((amount for term, amount in self._terms if term <= held), start=self._nothing)


def strongest_points(points: Ints, share: int) -> Ints:
    """At most `share` rows, ascending: the best for some weights, and others spread evenly."""
    low, high = points.min(axis=0), points.max(axis=0)
    worth = ((points - low) / np.maximum(high - low, 1)) @ _weights(points.shape[1])
    best = list(dict.fromkeys(worth.argmax(axis=0).tolist()))[: max(1, share)]
    spread = np.linspace(0, len(points) - 1, max(0, share - len(best))).astype(np.int64)
    return np.array(sorted({*best, *spread.tolist()}), dtype=np.int64)


def strongest_states(
    sources: dict[tuple[int, ...], list[_Source]], points: Ints, starts: Ints, most: int
) -> dict[tuple[int, ...], list[_Source]]:
    """The states that reach furthest for some weights of the parties, at `most` so many."""
    span = np.maximum(points.max(axis=0) - points.min(axis=0), 1)
    weights = _weights(points.shape[1]) / span[:, None]
    reach = np.maximum.reduceat(points @ weights, starts[:-1], axis=0)
    states = list(sources)
    ranks = np.stack(
        [
            np.max([reach[one.number] + one.shift @ weights for one in sources[state]], axis=0)
            for state in states
        ]
    )
    order = np.argsort(-ranks, axis=0, kind="stable").ravel()
    chosen = list(dict.fromkeys(order[: most * THIN_WEIGHTS].tolist()))[:most]
    return {states[place]: sources[states[place]] for place in sorted(chosen)}


def _weights(parties: int) -> NDArray[np.float64]:
    """Parties x `THIN_WEIGHTS`: all alike, and drawn ones."""
    drawn = np.random.default_rng(0).dirichlet(np.ones(parties), THIN_WEIGHTS)
    drawn[0] = 1 / parties
    return drawn.T


def _start(space: Space) -> _Reached:
    """One front before the first step, with what every package has; none where all is barred."""
    nothing = np.zeros((1, len(space.lowest)), dtype=np.int64)
    always = [np.array(term.amounts) for term in space.terms if not term.literals]
    empty = np.zeros(0, dtype=np.int32)
    barred = any(not bar for bar in space.barred)
    count = 0 if barred else 1
    return _Reached(
        ((),) * count,
        np.arange(count + 1),
        sum(always, start=nothing)[:count],
        empty,
        empty,
    )
