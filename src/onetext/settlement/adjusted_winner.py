"""Adjusted winner: divides issues between two parties, envy-free, equitable and efficient.

1. Each issue goes to the party that gives it more points; equal issues go to the first.
2. Issues pass from the party with more points to the other, those first for which the ratio of
   the giver's points to the taker's is smallest, until both have as much.
3. The issue at which they would pass each other is divided; no other is.

Source: Brams and Taylor (1996), Fair Division, Cambridge University Press, chapter 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from onetext.errors import OnetextError


class NothingToDivide(OnetextError):
    """The two parties do not value the same issues, or value none."""


@dataclass(frozen=True, slots=True)
class Division:
    """Shares (0 to 1) of each issue that the first party gets; the second gets the rest.

    `first` and `second` are the points of the parties, which are equal.
    """

    shares: Mapping[str, Fraction]
    first: Fraction
    second: Fraction


def adjusted_winner(first: Mapping[str, Fraction], second: Mapping[str, Fraction]) -> Division:
    """Divide the issues so that both parties have the same number of their own points.

    Args:
        first: points of the first party for each issue; both should give as many in all.
        second: the same of the second party, for the same issues.

    Raises:
        NothingToDivide: the issues differ, points are below 0, or a party gives none.
    """
    if set(first) != set(second):
        raise NothingToDivide("Both parties must give points to the same issues.")
    for points in (first, second):
        if min(points.values(), default=Fraction(0)) < 0 or not any(points.values()):
            raise NothingToDivide("Each party must give points of 0 or more, not all of them 0.")
    shares = {issue: Fraction(first[issue] >= second[issue]) for issue in first}
    for issue in _in_order(first, second, shares):
        more, less = _totals(first, second, shares)
        if more == less:
            break
        gives = more > less
        if bool(shares[issue]) != gives:
            continue
        moved = min(Fraction(1), abs(more - less) / (first[issue] + second[issue]))
        shares[issue] += -moved if gives else moved
    return Division(shares, *_totals(first, second, shares))


def _in_order(
    first: Mapping[str, Fraction], second: Mapping[str, Fraction], shares: Mapping[str, Fraction]
) -> list[str]:
    """The issues of the party with more points, smallest ratio of giver's to taker's first."""
    more, less = _totals(first, second, shares)
    giver, taker = (first, second) if more > less else (second, first)
    held = [issue for issue in first if bool(shares[issue]) == (more > less) and giver[issue] > 0]
    wanted = [issue for issue in held if taker[issue] > 0]
    idle = [issue for issue in held if taker[issue] == 0]
    return [*sorted(wanted, key=lambda issue: giver[issue] / taker[issue]), *idle]


def _totals(
    first: Mapping[str, Fraction], second: Mapping[str, Fraction], shares: Mapping[str, Fraction]
) -> tuple[Fraction, Fraction]:
    return (
        sum((first[issue] * share for issue, share in shares.items()), Fraction(0)),
        sum((second[issue] * (1 - share) for issue, share in shares.items()), Fraction(0)),
    )
