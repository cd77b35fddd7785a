"""A problem of settlement as a value: who decides on what, and what each wants.

All numbers are exact fractions. What is not known is an interval of points, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

Combination = tuple[tuple[str, str], ...]
"""Options of some issues, each as (issue, option), in the order of the problem's issues."""

Choice = Mapping[str, str]
"""A package by names: the option chosen for every issue."""


@dataclass(frozen=True, slots=True)
class Points:
    """What something is worth to a party, in points: somewhere from `low` to `high`."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, points: Fraction | int) -> Points:
        number = Fraction(points)
        return cls(number, number)

    @property
    def known(self) -> bool:
        return self.low is self.high or self.low == self.high

    @property
    def middle(self) -> Fraction:
        return (self.low + self.high) / 2


UNKNOWN = Points(Fraction(0), Fraction(100))
"""The whole interval: nothing is known of what an option is worth to a party."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words on which a preference rests; `statement` is the id of their entry in the record.

    `verbatim` where they are the speaker's own, not an outlet's account of them: only such
    words stand in quotation marks.
    """

    words: str
    speaker: str
    said_on: date | None
    publisher: str | None
    statement: str
    verbatim: bool = True

    @property
    def marked(self) -> str:
        """The words, in quotation marks where they are the speaker's own."""
        return f"“{self.words}”" if self.verbatim else self.words


@dataclass(frozen=True, slots=True)
class Issue:
    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedLine:
    """That a party accepts no package which holds all of `combination`.

    Attributes:
        cost: what giving it up costs.
        quotes: the words on which it rests.
        label: what the combination is, where naming all of it would be long.
        doubt: why it may not be meant so, in a few words; empty where nothing is in doubt.
        basis: the stance that makes it a demand ("rejects"); empty where none is known.
    """

    combination: Combination
    cost: Fraction = Fraction(1)
    quotes: tuple[Quote, ...] = ()
    label: str = ""
    doubt: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Interaction:
    """Points that count when a package holds all of `combination`."""

    combination: Combination
    points: Points


@dataclass(frozen=True, slots=True)
class Reservation:
    """The points below which a party prefers no agreement; `cost` is that of giving way."""

    points: Fraction = Fraction(0)
    cost: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What one party wants. `weights` and `values` have every issue and every option.

    The utility of a package is the sum of weight x points over the issues, and the points of
    the interactions that it holds. `quotes` are the words behind the points of an option, by
    (issue, option).
    """

    party: str
    weights: Mapping[str, Fraction]
    values: Mapping[str, Mapping[str, Points]]
    reservation: Reservation = Reservation()
    red_lines: tuple[RedLine, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    quotes: Mapping[tuple[str, str], tuple[Quote, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """An option on which the parties agreed before; no package may depart from it."""

    issue: str
    option: str
    cost: Fraction = Fraction(1)
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who must accept: at least so many parties, among them all with a veto.

    A party accepts a package that breaks none of its red lines and is worth its reservation
    value or more to it.
    """

    at_least: int
    vetoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Parties, issues and preferences, in a fixed order.

    Attributes:
        agreed: what no package may depart from.
        notes: for the person who reads the result: what the file said and the problem leaves
            out, how values came about.
        wordings: the full words of options that are named in short, by (issue, option).
        named: packages that have a name, such as a draft as it stands.
    """

    name: str
    issues: tuple[Issue, ...]
    preferences: tuple[Preferences, ...]
    agreement: Agreement
    agreed: tuple[AgreedPoint, ...] = ()
    notes: tuple[str, ...] = ()
    wordings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    named: Mapping[str, Choice] = field(default_factory=dict)

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(one.party for one in self.preferences)

    @property
    def packages(self) -> int:
        """The number of packages, whatever anybody thinks of them."""
        count = 1
        for issue in self.issues:
            count *= len(issue.options)
        return count

    @property
    def certain(self) -> bool:
        """Whether every value is known."""
        return all(
            points.known
            for one in self.preferences
            for points in (
                *(points for options in one.values.values() for points in options.values()),
                *(interaction.points for interaction in one.interactions),
            )
        )

    def of(self, party: str) -> Preferences:
        """The preferences of `party`; KeyError for no such party."""
        for one in self.preferences:
            if one.party == party:
                return one
        raise KeyError(party)

    def issue(self, name: str) -> Issue:
        """The issue of that name; KeyError for no such issue."""
        for one in self.issues:
            if one.name == name:
                return one
        raise KeyError(name)

    def with_preferences(self, changed: Preferences) -> Problem:
        """The same problem with `changed` in the place of that party's preferences."""
        return replace(
            self,
            preferences=tuple(
                changed if one.party == changed.party else one for one in self.preferences
            ),
        )
