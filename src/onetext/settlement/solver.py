"""What a solver is asked, what it answers, and how it says that time ran out.

Solvers stand in `onetext.settlement.solvers`; `onetext.wiring` chooses among them.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.problem import Problem
from onetext.settlement.rules import Rule
from onetext.settlement.space import Package, Space


class OutOfTime(Exception):
    """The deadline passed before there was an answer; never shown to anybody."""


class Deadline:
    """A wall-clock limit that every step of one question shares."""

    def __init__(self, time_limit_s: float | None = None) -> None:
        self._ends = None if time_limit_s is None else time.monotonic() + time_limit_s

    @property
    def left_s(self) -> float:
        """Seconds that are left, never below 0; infinite without a limit."""
        return float("inf") if self._ends is None else max(0.0, self._ends - time.monotonic())

    @property
    def passed(self) -> bool:
        return self.left_s <= 0

    def part(self, share: float) -> Deadline:
        """A deadline when `share` (0 to 1) of the seconds that are left are gone."""
        return Deadline(None if self._ends is None else share * self.left_s)


@dataclass(frozen=True, slots=True)
class Best:
    """The best packages under a rule.

    Attributes:
        packages: the first is the answer, the others are ties with equal keys; in ascending
            order of their option indexes. Empty where none may be chosen, or none was found.
        proven: whether nothing better exists (where `packages` is empty: nothing at all).
        bound: no package is better than this in the first number of the rule's key (for nash,
            the product), in the integers of the space; None where nothing is known.
        ties_complete: whether all ties are listed.
        solver: the name of the method.
    """

    packages: tuple[Package, ...]
    proven: bool
    bound: Fraction | None
    ties_complete: bool
    solver: str


@dataclass(frozen=True, slots=True, eq=False)
class Front:
    """Packages that no other dominates: as good for every party and better for one.

    Attributes:
        packages: points x issues, option indexes; one package for each point, that with the
            smallest indexes where several give the same utilities; points in descending order
            of the utilities of the first party, then of the second, and so on.
        utilities: points x parties, in the integers of the space; dtype object where wide.
        exact: whether these are all points of the front. Otherwise every one is a package
            that may be chosen and that none of the others dominates.
        solver: the name of the method.
    """

    packages: NDArray[np.int32]
    utilities: NDArray[np.int64] | NDArray[np.object_]
    exact: bool
    solver: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many packages; an estimate where not `exact`."""

    count: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Ideals:
    """The largest gain that each party could have, in the integers of the space.

    `proven` where they are; otherwise each is an upper bound. `gains` is empty where no
    package may be chosen.
    """

    gains: tuple[int, ...]
    proven: bool


class Chooser(Protocol):
    """Finds the best packages under a rule."""

    def best(
        self,
        space: Space,
        rule: Rule,
        deadline: Deadline,
        *,
        ideals: Sequence[int] | None = None,
        most_ties: int = 100,
    ) -> Best:
        """The best packages of `space` under `rule`.

        `ideals` are the parties' largest gains; where None, those over this space.
        """
        ...

    def ideals(self, space: Space, deadline: Deadline) -> Ideals:
        """The largest gain of each party over the packages that may be chosen."""
        ...


class Surveyor(Protocol):
    """Finds the front and counts packages."""

    def front(self, space: Space, deadline: Deadline, *, known: Sequence[Package] = ()) -> Front:
        """The front of the packages that may be chosen, or a part of it.

        Where it is a part, packages of `known` that may be chosen are in it, unless dominated.
        """
        ...

    def count(self, spaces: Sequence[Space], deadline: Deadline, *, seed: int) -> Count:
        """The number of packages in the union of `spaces`, which differ in limits only."""
        ...


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether some demands can all hold.

    `met`: the numbers of all demands that one package meets, those asked for among them; None
    where no package meets those asked for (`proven`), or where time ran out (not `proven`).
    `suspects`: where none does, some of those asked for that are likely to be enough to see that
    none can; they are enough where `certain`.
    """

    met: frozenset[int] | None
    proven: bool
    suspects: frozenset[int] = frozenset()
    certain: bool = False


class Oracle(Protocol):
    """Answers whether demands of one problem can hold together."""

    def holding(self, asked: frozenset[int], deadline: Deadline) -> Holding:
        """`asked` are places in `demands(problem)`. The answer rests on exact integers."""
        ...


class Oracles(Protocol):
    """Makes the oracle for a problem."""

    def of(self, problem: Problem) -> Oracle: ...
