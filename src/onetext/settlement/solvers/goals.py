"""What a search looks for: levels to reach, and what they ask of the sums.

A goal gives every package a value. Its level is a number that the values of the packages
sought must reach, or exceed; from a level follow the least sums, and from multipliers the
least weighted sum, so that a budget of losses follows from both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from onetext.settlement.solvers.loss_search import Pruning
from onetext.settlement.solvers.multipliers import Ints
from onetext.settlement.solvers.relaxation import Aim, Need
from onetext.settlement.solvers.system import System
from onetext.settlement.space import NO_LIMIT


class Goal(Protocol):
    @property
    def lowest(self) -> tuple[int, ...]:
        """For each party, the least utility that its limits ask for, whatever the level."""
        ...

    def aim(self, of: System) -> Aim: ...

    def value(self, utilities: Sequence[int]) -> Fraction:
        """What a package with these utilities is worth."""
        ...

    def needs(self, level: Fraction, *, above: bool) -> tuple[int, ...]:
        """For each sum, what packages at `level` (or above it only) reach, or NO_LIMIT."""
        ...

    def weighted(self, of: System, of_aim: Ints, level: Fraction, *, above: bool) -> int:
        """What the part `of_aim` of a weighted sum reaches at `level`."""
        ...

    def level(self, of: System, of_aim: Ints, weighted: int) -> Fraction:
        """What a package cannot exceed whose weighted sum is at most `weighted`."""
        ...

    def comparison(self, utilities: Sequence[int]) -> Comparison | None:
        """What beats a package with these utilities, where budgets do not say it all."""
        ...


@dataclass(frozen=True, slots=True)
class Comparison:
    """Gains to beat: of `parties`, from `floors` up."""

    pruning: Pruning
    parties: tuple[int, ...]
    floors: tuple[int, ...]
    best: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest of (utility - floor) / share over the parties whose share is above 0."""

    lowest: tuple[int, ...]
    floors: tuple[int, ...]
    shares: tuple[int, ...]

    def aim(self, of: System) -> Aim:
        level = [
            Need(party, of.need(low), share)
            for party, (low, share) in enumerate(zip(self.floors, self.shares, strict=True))
            if share > 0
        ]
        return Aim((*level, *limits(of, self.lowest)))

    def value(self, utilities: Sequence[int]) -> Fraction:
        return min(
            Fraction(utility - low, share)
            for utility, low, share in zip(utilities, self.floors, self.shares, strict=True)
            if share > 0
        )

    def needs(self, level: Fraction, *, above: bool) -> tuple[int, ...]:
        found = list(self.lowest)
        for party, (low, share) in enumerate(zip(self.floors, self.shares, strict=True)):
            if share > 0:
                least = low + (floor(level * share) + 1 if above else ceil(level * share))
                found[party] = max(found[party], least)
        return (*found, NO_LIMIT)

    def weighted(self, of: System, of_aim: Ints, level: Fraction, *, above: bool) -> int:
        needs = self.needs(level, above=above)
        return sum(int(w) * of.need(n) for w, n in zip(of_aim, needs, strict=True) if w)

    def level(self, of: System, of_aim: Ints, weighted: int) -> Fraction:
        rest = weighted << of.shift
        rest -= sum(int(w) * low for w, low in zip(of_aim, self.floors, strict=False))
        shares = sum(int(w) * share for w, share in zip(of_aim, self.shares, strict=False))
        return Fraction(rest, shares)

    def comparison(self, utilities: Sequence[int]) -> Comparison | None:
        return None


@dataclass(frozen=True, slots=True)
class Sum:
    """One of the sums, that of all parties as a rule."""

    lowest: tuple[int, ...]
    number: int

    def aim(self, of: System) -> Aim:
        return Aim(limits(of, self.lowest), total=self.number)

    def value(self, utilities: Sequence[int]) -> Fraction:
        return Fraction([*utilities, sum(utilities)][self.number])

    def needs(self, level: Fraction, *, above: bool) -> tuple[int, ...]:
        found = [*self.lowest, NO_LIMIT]
        found[self.number] = max(found[self.number], floor(level) + 1 if above else ceil(level))
        return tuple(found)

    def weighted(self, of: System, of_aim: Ints, level: Fraction, *, above: bool) -> int:
        return int(of_aim[self.number]) * of.need(self.needs(level, above=above)[self.number])

    def level(self, of: System, of_aim: Ints, weighted: int) -> Fraction:
        return Fraction(weighted << of.shift, int(of_aim[self.number]))

    def comparison(self, utilities: Sequence[int]) -> Comparison | None:
        return None


def limits(of: System, lowest: Sequence[int]) -> tuple[Need, ...]:
    return tuple(Need(party, of.need(low)) for party, low in enumerate(lowest) if low > NO_LIMIT)
