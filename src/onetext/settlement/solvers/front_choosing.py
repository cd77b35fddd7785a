"""The best packages under every rule, read off a front that is known.

The key of every rule grows with every party's gain, so that all winners are on the front of the
packages that may be chosen, and that is the part of the front which reaches every lowest
utility. Floating point only narrows the field, with a margin; exact keys decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.rules import Rule, key
from onetext.settlement.solver import Best, Deadline, Front
from onetext.settlement.solvers.layered_front import layered_front
from onetext.settlement.solvers.listed_front import listed_front
from onetext.settlement.space import NO_LIMIT, Package, Space

NAME = "front"
MARGIN = 1e-9
FEW = 6
"""Points that are compared exactly without narrowing the field before."""
PART_OF_TIME = 0.5
"""Of what is left, spent on a front at most: whoever falls back on a search needs the rest."""

Gains = tuple[int, ...]


class KnownFront(Protocol):
    """A front with every package that attains one of its points."""

    @property
    def points(self) -> tuple[tuple[int, ...], ...]:
        """The utilities of the parties, in descending order; limits are not looked at."""
        ...

    def packages(self) -> NDArray[np.int32]:
        """One package for each point: points x issues."""
        ...

    def alike(self, row: int, most: int) -> list[Package]:
        """Up to `most` packages of the point in `row`, ascending; all where there are fewer."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class FrontOffers:
    """The part of a front that may be chosen.

    Attributes:
        rows: of the front, those that may be chosen.
        near: rows x parties, their gains in floating point.
        ties: packages that were asked for before, by row and number.
    """

    front: KnownFront
    rows: Sequence[int]
    reservations: Gains
    ideals: Gains
    near: NDArray[np.float64]
    ties: dict[tuple[int, int], list[Package]] = field(default_factory=dict)

    def best(self, rule: Rule, ideals: Sequence[int] | None, most_ties: int) -> Best:
        if not self.rows:
            return Best((), True, None, True, NAME)
        most = self.ideals if ideals is None else tuple(ideals)
        keys = {}
        for place in self._field(rule, most):
            point = self.front.points[self.rows[place]]
            gains = list(map(int.__sub__, point, self.reservations))
            keys[place] = key(rule, gains, most)
        top = max(keys.values())
        found: list[Package] = []
        for place, value in keys.items():
            if value == top and len(found) <= most_ties:
                found += self._alike(self.rows[place], most_ties + 1)
        return Best(
            packages=tuple(sorted(found)[:most_ties]),
            proven=True,
            bound=Fraction(top[1] if rule is Rule.NASH else top[0]),
            ties_complete=len(found) <= most_ties,
            solver=NAME,
        )

    def _alike(self, row: int, most: int) -> list[Package]:
        """As that of the front; rules often agree, so that what was found is kept."""
        known = self.ties.get((row, most))
        if known is None:
            known = self.ties[row, most] = self.front.alike(row, most)
        return known

    def _field(self, rule: Rule, ideals: Sequence[int]) -> list[int]:
        """Places that hold every winner; few others."""
        if len(self.rows) <= FEW:
            return list(range(len(self.rows)))
        near = self.near
        if rule is Rule.UTILITARIAN:
            return _narrowed(near.sum(axis=1), float(abs(near).max()))
        if rule in (Rule.EGALITARIAN, Rule.LEXIMIN):
            return _narrowed(near.min(axis=1), float(abs(near).max()))
        if rule is Rule.NASH:
            winning = near > 0
            count = winning.sum(axis=1)
            logs = np.log(np.where(winning, near, 1.0)).sum(axis=1)
            return _narrowed(np.where(count == count.max(), logs, -np.inf), 1.0)
        able = [party for party, ideal in enumerate(ideals) if ideal > 0]
        if not able:
            return _narrowed(near.sum(axis=1), float(abs(near).max()))
        shares = near[:, able] / np.array([float(ideals[party]) for party in able])
        return _narrowed(shares.min(axis=1), max(1.0, float(abs(shares).max())))


def _narrowed(measure: NDArray[np.float64], unit: float) -> list[int]:
    """Places whose measure is the largest, or too near to it to tell."""
    return np.flatnonzero(measure >= measure.max() - MARGIN * unit).tolist()


class Fronts:
    """Fronts with all of their packages: of two or three parties, or of packages to be listed.

    The last front is kept: every rule looks at it, and so do spaces that differ in their limits
    only.
    """

    def __init__(self) -> None:
        self._of: Space | None = None
        self._front: KnownFront | None = None
        self._offers: tuple[Space, FrontOffers] | None = None

    def offers(self, space: Space, deadline: Deadline) -> FrontOffers | None:
        """What may be chosen on the front; None where the front could not be had."""
        if self._offers is not None and self._offers[0] is space:
            return self._offers[1]
        known = self._known(space, deadline)
        if known is None:
            return None
        found = _offers(space, known)
        self._offers = space, found
        return found

    def front(self, space: Space, deadline: Deadline) -> Front | None:
        """The front of the packages that may be chosen; None where it could not be had."""
        known = self._known(space, deadline)
        if known is None:
            return None
        rows = _rows(space, known)
        points = [known.points[row] for row in rows]
        return Front(
            packages=known.packages()[rows],
            utilities=np.array(points, dtype=object if space.wide else np.int64).reshape(
                len(points), space.values.shape[0]
            ),
            exact=True,
            solver="merging",
        )

    def _known(self, space: Space, deadline: Deadline) -> KnownFront | None:
        if self._of is None or not _alike_but_for_limits(self._of, space):
            self._of, self._front = space, _known_front(space, deadline.part(PART_OF_TIME))
        return self._front


def _known_front(space: Space, deadline: Deadline) -> KnownFront | None:
    if space.values.shape[0] in (2, 3):
        layered = layered_front(space, deadline)
        if layered is not None:
            return layered
    return listed_front(space, deadline)


def _alike_but_for_limits(one: Space, other: Space) -> bool:
    return one.values is other.values and one.terms == other.terms and one.barred == other.barred


def _rows(space: Space, front: KnownFront) -> list[int]:
    """The rows of the front that reach every lowest utility of the space."""
    rows = list(range(len(front.points)))
    for party, low in enumerate(space.lowest):
        if low != NO_LIMIT:
            rows = [row for row in rows if front.points[row][party] >= low]
    return rows


def _offers(space: Space, front: KnownFront) -> FrontOffers:
    rows = _rows(space, front)
    columns = [
        [front.points[row][party] - reservation for row in rows]
        for party, reservation in enumerate(space.reservations)
    ]
    ideals = tuple(map(max, columns)) if rows else ()
    few = len(rows) <= FEW
    near = np.array([] if few else columns, dtype=np.float64).T
    return FrontOffers(front, rows, space.reservations, ideals, near)
