"""The settlement of a problem as a value: why there is no deal, or what deals there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from onetext.settlement.demands import MinimalSets
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Count


@dataclass(frozen=True, slots=True)
class Offer:
    """A package by names, with its points and gains for each party, in the problem's order.

    Gains are points above the reservation value; values that are not known count with the
    middle of their interval.
    """

    choice: Choice
    utilities: tuple[Fraction, ...]
    gains: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """The best package under `rule`.

    Attributes:
        proven: whether it is proven that no package is better.
        bound: no package is better than this by the rule's first measure (sum of gains,
            smallest gain, product of gains, smallest share), in points; None where unknown.
        ties: packages that are as good; `ties_complete` where these are all.
        solver: the name of the method.
    """

    rule: Rule
    offer: Offer
    proven: bool
    bound: Fraction | None
    ties: tuple[Offer, ...]
    ties_complete: bool
    solver: str


@dataclass(frozen=True, slots=True)
class FrontOffers:
    """The front, or the stated part of it; `size` may exceed the number of `offers` shown."""

    size: int
    exact: bool
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class PartyChance:
    """Whether a party accepts a package: for sure, never, or with what probability.

    `guaranteed`: accepts whatever the unknown values are; `possible`: for some of them;
    `likely`: the share of the possible values (uniform in their intervals) at which it does.
    """

    party: str
    guaranteed: bool
    possible: bool
    likely: float


@dataclass(frozen=True, slots=True)
class Chance:
    """Whether a package would be accepted, as far as is known.

    `guessed_share` (0 to 1) is how far the result rests on guesses: of the points that the
    package has for all parties together, the part that comes from the width of intervals.
    """

    parties: tuple[PartyChance, ...]
    guaranteed: bool
    possible: bool
    likely: float
    guessed_share: float


@dataclass(frozen=True, slots=True)
class Known:
    """How many packages are settled by what is known, whatever the unknown values are.

    `guaranteed` are acceptable in any case, `not_ruled_out` in some case; all others never.
    """

    guaranteed: Count
    not_ruled_out: Count


@dataclass(frozen=True, slots=True)
class NearestOffer:
    """A package that a concession opens, and how far it falls short; `proven`: none less."""

    offer: Offer
    proven: bool


@dataclass(frozen=True, slots=True)
class Surest:
    """Of the packages acceptable whatever the unknown values are, the one whose smallest gain is
    largest in the worst case.

    `offer` has the points and gains of the worst case; None where there is no such package, or
    none was found. `proven` where that is certain.
    """

    offer: Offer | None
    proven: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What to find out next: the value of `issue` to `party`.

    `gain` is the expected rise in the probability that the best package is accepted, once the
    values of that party on that issue are known; `now` that probability before.
    """

    party: str
    issue: str
    gain: float
    now: float


@dataclass(frozen=True, slots=True)
class Settlement:
    """The answer. `feasible` is None where time ran out before that was known.

    `acceptable` counts packages at the middle of unknown values, `known` whatever they are.
    `nearest` has, for the first of the concessions, the package that falls the least short of
    what is given up; None where no reservation value is.
    `chances` holds the chance of each solution where values are unknown, else it is empty, and
    so is `questions`; `surest` is None then.
    """

    problem: Problem
    feasible: bool | None
    acceptable: Count
    known: Known
    conflicts: MinimalSets
    concessions: MinimalSets
    nearest: tuple[NearestOffer | None, ...]
    front: FrontOffers
    solutions: Mapping[Rule, Solution]
    chances: Mapping[Rule, Chance]
    surest: Surest | None
    questions: tuple[Question, ...]
    solver: str
    seed: int
    seconds: float
