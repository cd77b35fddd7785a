"""The front of any number of parties where packages can be listed, exact, with all ties."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.limbs import Ints, joined
from onetext.settlement.solvers.listed_kernel import listed
from onetext.settlement.solvers.parts import Parts, parts_of
from onetext.settlement.space import Package, Space

MOST_PACKAGES = 10_000_000
MOST_ROWS = 2_000_000
STEPS_A_SECOND = 100_000_000
MOST_STEPS = 1_000_000_000
"""Comparisons; some seconds."""


@dataclass(frozen=True, slots=True, eq=False)
class ListedFront:
    """Every package of a front.

    Attributes:
        points: the utilities of the parties, in descending order; the limits of the space are
            not looked at.
        numbers: the numbers of the packages of each point, ascending, one point after the
            other; `starts` (points + 1) says where those of a point begin. Packages are
            numbered in mixed radix, the last issue fastest.
    """

    sizes: tuple[int, ...]
    points: tuple[tuple[int, ...], ...]
    numbers: Ints
    starts: Ints

    def packages(self) -> NDArray[np.int32]:
        """For each point the package with the smallest option indexes: points x issues."""
        return self._packages(self.numbers[self.starts[:-1]])

    def alike(self, row: int, most: int) -> list[Package]:
        """Up to `most` packages of the point in `row`, ascending; all where there are fewer."""
        numbers = self.numbers[self.starts[row] : self.starts[row + 1]][:most]
        return [tuple(package) for package in self._packages(numbers).tolist()]

    def _packages(self, numbers: Ints) -> NDArray[np.int32]:
        return np.stack(np.unravel_index(numbers, self.sizes), axis=1).astype(np.int32)


def listed_front(space: Space, deadline: Deadline) -> ListedFront | None:
    """The front; None where there are too many packages or comparisons, or numbers too long."""
    if space.packages > MOST_PACKAGES:
        return None
    parts = parts_of(space)
    if parts is None:
        return None
    steps = int(min(MOST_STEPS, deadline.left_s * STEPS_A_SECOND))
    done, numbers, high, low = listed(
        parts.starts, parts.high, parts.low, _offsets(space.sizes, parts), MOST_ROWS, steps
    )
    if not done:
        return None
    columns = [joined(high[:, party], low[:, party]) for party in range(high.shape[1])]
    columns = [
        column if unit == 1 else [one * unit for one in column]
        for column, unit in zip(columns, parts.units, strict=True)
    ]
    points = list(zip(*columns, strict=True))
    order = sorted(range(len(points)), key=points.__getitem__, reverse=True)
    fresh = [at for at, row in enumerate(order) if at == 0 or points[row] != points[order[at - 1]]]
    return ListedFront(
        sizes=space.sizes,
        points=tuple(points[order[at]] for at in fresh),
        numbers=numbers[order],
        starts=np.array([*fresh, len(order)], dtype=np.int64),
    )


def _offsets(sizes: tuple[int, ...], parts: Parts) -> Ints:
    """For each option of each part, what it adds to the number of a package."""
    strides = np.ones(len(sizes), dtype=np.int64)
    strides[:-1] = np.cumprod(sizes[:0:-1], dtype=np.int64)[::-1]
    if not isinstance(parts.options, tuple):
        return parts.options.astype(np.int64) * np.repeat(strides, np.diff(parts.starts))
    return np.concatenate(
        [
            options.astype(np.int64) @ strides[list(issues)]
            for options, issues in zip(parts.options, parts.issues, strict=True)
        ]
    )
