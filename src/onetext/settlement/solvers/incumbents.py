"""The best packages so far, measured in the space's own integers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onetext.settlement.solvers.goals import Comparison, Goal
from onetext.settlement.space import Package, Space


@dataclass(frozen=True, slots=True)
class Top:
    """The packages with the largest value found, in ascending order.

    `bound` is an upper bound of the value; None where nothing is known of it. `all_of_them`:
    whether no others have that value.
    """

    packages: tuple[Package, ...]
    value: Fraction | None
    proven: bool
    bound: Fraction | None
    all_of_them: bool


class Incumbents:
    """The packages of the largest value so far."""

    def __init__(self, space: Space, goal: Goal, most: int, enough: Fraction | None = None) -> None:
        self._space, self._goal, self._most, self._enough = space, goal, most, enough
        self._packages: set[Package] = set()
        self.value: Fraction | None = None
        self.full = False

    def offer(self, package: Package) -> bool:
        """Take `package` where it is as good as the best; whether what is asked has changed."""
        if not self._space.allows(package):
            return False
        value = self._goal.value(self._space.utilities(package))
        if self.value is None or value > self.value:
            self.value = value
            self._packages = {package}
            self.full = False
            return True
        if value < self.value or package in self._packages:
            return False
        if len(self._packages) < max(1, self._most):
            self._packages.add(package)
            return False
        self.full = True
        return True

    @property
    def content(self) -> bool:
        """Whether what was found is enough."""
        return self._enough is not None and self.value is not None and self.value >= self._enough

    @property
    def closed(self) -> bool:
        """Whether only better packages are wanted, no more ties."""
        return self.full or self._most == 0

    @property
    def comparison(self) -> Comparison | None:
        if self.value is None:
            return None
        return self._goal.comparison(self._space.utilities(min(self._packages)))

    def asked(self, level: Fraction) -> tuple[Fraction, bool]:
        """The level to search, and whether only packages above it are wanted."""
        if self.value is None or self.value < level:
            return level, False
        return self.value, self.closed

    def top(self, *, proven: bool, bound: Fraction | None) -> Top:
        return Top(
            tuple(sorted(self._packages)),
            self.value,
            proven,
            bound,
            proven and not self.full and (self._most > 0 or not self._packages),
        )
