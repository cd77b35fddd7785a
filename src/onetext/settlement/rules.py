"""The rules of choice: what makes one acceptable package better than another.

Each rule gives a package a key; the largest key wins, and packages of equal keys are ties. A
key ends in something that grows with every party's gain, so that no winner is dominated.

| rule | the largest | then |
|---|---|---|
| utilitarian | sum of gains | |
| egalitarian | smallest gain | sum of gains |
| leximin | smallest gain, then the second smallest, and so on | |
| nash | number of parties that gain, then the product of their gains | sum of gains |
| kalai_smorodinsky | smallest share of what the party could gain at most | sum of gains |

Sources: Nash (1950), Econometrica 18, 155-162; Kalai and Smorodinsky (1975), Econometrica 43,
513-518; Rawls (1971) and Sen (1970) for the smallest gain and its lexical refinement;
Caragiannis and others (2019), ACM Transactions on Economics and Computation 7(3), 12, for
products where nothing gives everybody a gain.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from math import prod

Key = tuple[Fraction | int, ...]


class Rule(StrEnum):
    UTILITARIAN = "utilitarian"
    EGALITARIAN = "egalitarian"
    LEXIMIN = "leximin"
    NASH = "nash"
    KALAI_SMORODINSKY = "kalai_smorodinsky"


def key(rule: Rule, gains: Sequence[int], ideals: Sequence[int]) -> Key:
    """How good a package with these gains is under `rule`; larger is better.

    Args:
        gains: utility less reservation value, a number for each party, in one unit.
        ideals: the largest gain of each party over all acceptable packages, in the same unit.
            Only Kalai-Smorodinsky looks at them; a party that cannot gain is left out there.
    """
    total = sum(gains)
    if rule is Rule.UTILITARIAN:
        return (total,)
    if rule is Rule.EGALITARIAN:
        return (min(gains), total)
    if rule is Rule.LEXIMIN:
        return tuple(sorted(gains))
    if rule is Rule.NASH:
        winning = [gain for gain in gains if gain > 0]
        return (len(winning), prod(winning), total)
    return (_smallest_share(gains, ideals), total)


def _smallest_share(gains: Sequence[int], ideals: Sequence[int]) -> Fraction:
    """The smallest of gain / ideal over the ideals above 0; 0 where there are none."""
    least, of = 0, 0
    for gain, ideal in zip(gains, ideals, strict=True):
        if ideal > 0 and (of == 0 or gain * of < least * ideal):
            least, of = gain, ideal
    return Fraction(least, of or 1)
