"""The largest product of gains as a goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, prod

from onetext.settlement.solvers.goals import Comparison, limits
from onetext.settlement.solvers.loss_search import Pruning
from onetext.settlement.solvers.multipliers import Ints
from onetext.settlement.solvers.relaxation import Aim
from onetext.settlement.solvers.system import System
from onetext.settlement.space import NO_LIMIT


@dataclass(frozen=True, slots=True)
class Product:
    """The product of (utility - floor) over some parties, each of them above its floor.

    For weights L > 0 the inequality of the means bounds it: k (prod L_p g_p)^(1/k) <= sum L_p
    g_p. With L_p = 1/g_p at the relaxation's best point this is as good as its logarithm.

    Between equal products the sum over all parties decides: the value is the product x digit +
    the sum, where no sum of gains is as far from 0 as half a `digit`.
    """

    limits: tuple[int, ...]
    floors: tuple[int, ...]
    parties: tuple[int, ...]
    digit: int

    @property
    def lowest(self) -> tuple[int, ...]:
        return tuple(
            max(low, self.floors[party] + 1) if party in self.parties else low
            for party, low in enumerate(self.limits)
        )

    def aim(self, of: System) -> Aim:
        factors = tuple((party, self.floors[party] >> of.shift) for party in self.parties)
        return Aim(limits(of, self.lowest), factors=factors)

    def value(self, utilities: Sequence[int]) -> Fraction:
        product = prod(utilities[p] - self.floors[p] for p in self.parties)
        total = sum(utilities) - sum(self.floors)
        return Fraction(product * self.digit + total + self.digit // 2)

    def product(self, value: Fraction) -> int:
        """The product in a value, or below a bound of values."""
        return floor(value) // self.digit

    def needs(self, level: Fraction, *, above: bool) -> tuple[int, ...]:
        return (*self.lowest, NO_LIMIT)

    def weighted(self, of: System, of_aim: Ints, level: Fraction, *, above: bool) -> int:
        k = len(self.parties)
        least = Fraction(max(1, self.product(level)), 2 ** (of.shift * k))
        least *= k**k * prod(int(of_aim[p]) for p in self.parties)
        return ceil_root(ceil(least), k) + self._floor(of, of_aim)

    def level(self, of: System, of_aim: Ints, weighted: int) -> Fraction:
        k = len(self.parties)
        most = max(0, weighted - self._floor(of, of_aim)) << of.shift
        product = most**k // (k**k * prod(int(of_aim[p]) for p in self.parties))
        return Fraction(product * self.digit + self.digit - 1)

    def comparison(self, utilities: Sequence[int]) -> Comparison | None:
        floors = tuple(self.floors[p] for p in self.parties)
        gains = tuple(utilities[p] - self.floors[p] for p in self.parties)
        return Comparison(Pruning.PRODUCT, self.parties, floors, gains)

    def _floor(self, of: System, of_aim: Ints) -> int:
        return sum(int(of_aim[p]) * (self.floors[p] >> of.shift) for p in self.parties)


def ceil_root(number: int, k: int) -> int:
    """The least whole number whose k-th power is `number` or more."""
    if number <= 0:
        return 0
    low, high = 0, 1 << -(-number.bit_length() // k)
    while high - low > 1:
        middle = (low + high) // 2
        if middle**k >= number:
            high = middle
        else:
            low = middle
    return high
