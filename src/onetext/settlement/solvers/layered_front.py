"""The front of two or three parties, exact, with every package that attains one of its points.

Issues are merged one part after the other (`pair_kernel`, `triple_kernel`), so that the number
of packages does not matter, only the size of the fronts on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline
from onetext.settlement.solvers import pair_kernel, triple_kernel
from onetext.settlement.solvers.limbs import Ints, joined
from onetext.settlement.solvers.parts import Parts, parts_of
from onetext.settlement.space import Package, Space

STEPS = 50_000_000
"""Between two looks at the clock; some tenths of a second."""
STEPS_A_SECOND = 150_000_000
MOST_ROWS = 10_000_000
"""Of all layers together: about half a gigabyte."""
MOST_STEPS = 200 * STEPS
"""For one part; more would not end."""


@dataclass(frozen=True, slots=True, eq=False)
class LayeredFront:
    """A front as layers, one for each part of the space.

    Attributes:
        points: the utilities of the parties, in descending order; the limits of the space are
            not looked at.
    """

    parts: Parts
    pool: Ints
    ends: Ints
    points: tuple[tuple[int, ...], ...]
    kernel: ModuleType

    def packages(self) -> NDArray[np.int32]:
        """One package for each point: points x issues. Where issues are not tied together,
        that with the smallest option indexes."""
        count = len(self.parts.issues)
        return self.parts.packages(self.kernel.chosen(self.pool, self.ends, count))

    def alike(self, row: int, most: int) -> list[Package]:
        """Up to `most` packages of the point in `row`, ascending; all where there are fewer."""
        parts = self.parts
        ways = self.kernel.alike(
            self.pool, self.ends, parts.starts, parts.high, parts.low, row, most
        )
        return sorted(tuple(way) for way in parts.packages(ways).tolist())


def layered_front(space: Space, deadline: Deadline) -> LayeredFront | None:
    """The front of two or three parties.

    None where there are more or fewer parties, where three parties' numbers need more than 64
    bits, where issues are tied too widely, or where the clock or memory runs out.
    """
    parties = space.values.shape[0]
    if parties not in (2, 3):
        return None
    parts = parts_of(space)
    if parts is None or (parties == 3 and not parts.narrow):
        return None
    kernel = pair_kernel if parties == 2 else triple_kernel
    grown = _grown(parts, kernel, deadline)
    if grown is None:
        return None
    pool, ends = grown
    last = pool[ends[-2] : ends[-1]] if len(ends) > 1 else pool[:1]
    if parties == 2:
        columns = [joined(last[:, 0], last[:, 1]), joined(last[:, 2], last[:, 3])]
    else:
        columns = last[:, :3].T.tolist()
    points = zip(
        *(
            column if unit == 1 else [one * unit for one in column]
            for column, unit in zip(columns, parts.units, strict=True)
        ),
        strict=True,
    )
    return LayeredFront(parts, pool, ends, tuple(points), kernel)


def _grown(parts: Parts, kernel: ModuleType, deadline: Deadline) -> tuple[Ints, Ints] | None:
    pool, ends, layers = kernel.first_layer(), np.zeros(len(parts.starts), np.int64), 1
    ends[0] = 1
    most = STEPS
    while layers < len(ends):
        before = layers
        pool, layers = kernel.add_parts(
            pool, ends, layers, parts.starts, parts.high, parts.low, most
        )
        most = STEPS if layers > before else 8 * most
        full = most > MOST_STEPS or ends[layers - 1] > MOST_ROWS
        late = deadline.passed or (most > STEPS and most > deadline.left_s * STEPS_A_SECOND)
        if layers < len(ends) and (full or late):
            return None
    return pool, ends
