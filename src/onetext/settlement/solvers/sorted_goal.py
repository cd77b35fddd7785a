"""The gains in ascending order as a goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from onetext.settlement.solvers.goals import Comparison, Smallest
from onetext.settlement.solvers.loss_search import Pruning
from onetext.settlement.solvers.multipliers import Ints
from onetext.settlement.solvers.relaxation import Aim
from onetext.settlement.solvers.system import System


@dataclass(frozen=True, slots=True)
class Sorted:
    """The gains in ascending order, compared one by one, among packages whose smallest gain
    is `smallest` or more. The value is that order as one number; it sets no budgets."""

    lowest: tuple[int, ...]
    floors: tuple[int, ...]
    smallest: int
    digit: int

    def aim(self, of: System) -> Aim:
        return self._first.aim(of)

    def value(self, utilities: Sequence[int]) -> Fraction:
        number = 0
        for gain in sorted(u - low for u, low in zip(utilities, self.floors, strict=True)):
            number = number * self.digit + gain - self.smallest
        return Fraction(number)

    def needs(self, level: Fraction, *, above: bool) -> tuple[int, ...]:
        return self._first.needs(Fraction(self.smallest), above=False)

    def weighted(self, of: System, of_aim: Ints, level: Fraction, *, above: bool) -> int:
        return self._first.weighted(of, of_aim, Fraction(self.smallest), above=False)

    def level(self, of: System, of_aim: Ints, weighted: int) -> Fraction:
        return Fraction(self.digit ** len(self.floors))

    def comparison(self, utilities: Sequence[int]) -> Comparison | None:
        gains = [u - low for u, low in zip(utilities, self.floors, strict=True)]
        parties = tuple(range(len(gains)))
        return Comparison(Pruning.LEXICAL, parties, self.floors, tuple(sorted(gains)))

    @property
    def _first(self) -> Smallest:
        return Smallest(self.lowest, self.floors, (1,) * len(self.floors))
