"""The front of a space too large to list: issues are merged one at a time.

The front of some issues and one more lies among the sums of their front and the options of the
one more, so that what is dominated can be dropped after every step. Issues that an interaction
or a red line ties together are one issue, whose options are their joint options. A lowest
utility need only be looked at in the end: who dominates a package that reaches it reaches it.

Source: Minkowski sums of fronts, as in Nemhauser and Ullmann (1969), Management Science 15,
494-505, for knapsacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline, Front
from onetext.settlement.solvers.nondominated import nondominated
from onetext.settlement.space import NO_LIMIT, Space

MOST_JOINT = 300_000
"""Joint options of issues that are tied together."""
MOST_CANDIDATES = 40_000_000
NAME = "merging"
PART = "a part, by greedy choice"
STARTS = 400


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Issues that are tied together: options x issues, and options x parties."""

    issues: tuple[int, ...]
    options: NDArray[np.int32]
    utilities: NDArray[np.int64]


def merged_front(space: Space, deadline: Deadline) -> Front:
    """The exact front, or a part of it where issues are tied too widely or time runs out."""
    if space.wide:
        return greedy_front(space, deadline)
    groups = _groups(space)
    if any(_joint(space, group) > MOST_JOINT for group in groups):
        return greedy_front(space, deadline)
    parts = sorted((_part(space, group) for group in groups), key=lambda one: len(one.options))
    if any(not len(part.options) for part in parts):
        return front_of(space, np.zeros((0, len(space.sizes)), dtype=np.int32), NAME, exact=True)
    total = np.zeros((1, space.values.shape[0]), dtype=np.int64)
    steps: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []
    for part in parts:
        if deadline.passed or len(total) * len(part.options) > MOST_CANDIDATES:
            return greedy_front(space, deadline)
        sums = (total[:, None, :] + part.utilities[None, :, :]).reshape(-1, total.shape[1])
        rows = nondominated(sums)
        steps.append(
            ((rows // len(part.options)).astype(np.int32), (rows % len(part.options)).astype("i4"))
        )
        total = sums[rows]
    packages = np.zeros((len(total), len(space.sizes)), dtype=np.int32)
    at = np.arange(len(total))
    for part, (parents, chosen) in zip(reversed(parts), reversed(steps), strict=True):
        packages[:, list(part.issues)] = part.options[chosen[at]]
        at = parents[at].astype(np.int64)
    lows = np.array(space.lowest, dtype=np.int64)
    reached = (total >= lows).all(axis=1)
    return Front(packages[reached], total[reached], True, NAME)


def greedy_front(space: Space, deadline: Deadline) -> Front:
    """Packages that improve no further by changing one issue, for many weights of the parties.

    Every one may be chosen and none dominates another; how much of the front they are is not
    known.
    """
    rng = np.random.default_rng(0)
    parties = space.values.shape[0]
    found = set()
    for start in range(STARTS):
        if start and deadline.passed:
            break
        weights = rng.dirichlet(np.ones(parties))
        package = [int(rng.integers(size)) for size in space.sizes]
        improved = True
        while improved:
            improved = False
            for issue, size in enumerate(space.sizes):
                best = max(range(size), key=lambda o: _worth(space, package, issue, o, weights))
                if best != package[issue] and _worth(space, package, issue, best, weights) > _worth(
                    space, package, issue, package[issue], weights
                ):
                    package[issue], improved = best, True
        if space.allows(tuple(package)):
            found.add(tuple(package))
    packages = np.array(sorted(found), dtype=np.int32).reshape(-1, len(space.sizes))
    return front_of(space, packages, PART)


def _worth(
    space: Space, package: list[int], issue: int, option: int, weights: NDArray[np.float64]
) -> float:
    """The weighted utility, less a large fine for everything barred that the package holds."""
    tried = (*package[:issue], option, *package[issue + 1 :])
    held = set(enumerate(tried))
    utilities = space.utilities(tried)
    worth = sum(float(u) * w for u, w in zip(utilities, weights, strict=True))
    broken = sum(held.issuperset(bar) for bar in space.barred)
    short = sum(
        max(0.0, float(low - u))
        for u, low in zip(utilities, space.lowest, strict=True)
        if low != NO_LIMIT
    )
    return float(worth) - 10.0 * short - broken * 10.0 * float(abs(space.values).sum())


def front_of(
    space: Space, packages: NDArray[np.int32], solver: str, *, exact: bool = False
) -> Front:
    """A front of the given packages, dominated ones dropped, exactly for wide spaces too."""
    parties = space.values.shape[0]
    utilities = np.array(
        [space.utilities(tuple(map(int, package))) for package in packages], dtype=object
    ).reshape(len(packages), parties)
    ranks = [np.unique(utilities[:, p], return_inverse=True)[1] for p in range(parties)]
    rows = nondominated(np.stack(ranks, axis=1).astype(np.int64).reshape(-1, parties))
    dtype = object if space.wide else np.int64
    return Front(packages[rows], utilities[rows].astype(dtype), exact, solver)


def _groups(space: Space) -> list[tuple[int, ...]]:
    """The issues, those that a term or a bar names together in one group."""
    group = list(range(len(space.sizes)))
    for tied in (*(term.literals for term in space.terms), *space.barred):
        wanted = {group[issue] for issue, _ in tied}
        group = [min(wanted) if one in wanted else one for one in group]
    return [tuple(i for i, one in enumerate(group) if one == name) for name in sorted(set(group))]


def _joint(space: Space, group: tuple[int, ...]) -> int:
    count = 1
    for issue in group:
        count *= space.sizes[issue]
    return count


def _part(space: Space, group: tuple[int, ...]) -> _Part:
    """The joint options of a group that hold nothing barred and are not dominated."""
    options = np.array(list(product(*(range(space.sizes[i]) for i in group))), dtype=np.int32)
    places = {issue: place for place, issue in enumerate(group)}
    utilities: NDArray[np.int64] = sum(
        (space.values[:, issue, options[:, place]].T for place, issue in enumerate(group)),
        start=np.zeros((len(options), space.values.shape[0]), dtype=np.int64),
    ).astype(np.int64)
    for term in space.terms:
        if term.literals and term.literals[0][0] in places:
            held = np.logical_and.reduce([options[:, places[i]] == o for i, o in term.literals])
            utilities[held] += np.array(term.amounts, dtype=np.int64)
    allowed = np.ones(len(options), dtype=np.bool_)
    for bar in space.barred:
        if bar[0][0] in places:
            allowed &= ~np.logical_and.reduce([options[:, places[i]] == o for i, o in bar])
    options, utilities = options[allowed], utilities[allowed]
    rows = nondominated(utilities)
    return _Part(group, options[rows], utilities[rows])
