"""Whether a package would be accepted, as far as is known.

What is not known is taken as independent and uniform in its interval where a probability is
asked for; what is guaranteed and what is possible need no such assumption.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial, lcm, prod

import numpy as np

from onetext.settlement.problem import Choice, Points, Preferences, Problem
from onetext.settlement.result import Chance, PartyChance
from onetext.settlement.rules import Key, Rule, key
from onetext.settlement.solver import Best, Chooser, Deadline
from onetext.settlement.space import Package, Space, acceptable_spaces
from onetext.settlement.utility import breaks_red_line, holds, keeps_agreed, lowest

MOST_EXACT = 12
"""Up to so many unknown values of a package, a party's probability is computed exactly."""

SAMPLES = 100_000
"""With more, so many draws: the error is below 0.005 in all but about one case in a thousand."""


def chance(problem: Problem, choice: Choice, *, seed: int = 0, samples: int = SAMPLES) -> Chance:
    """Whether each party, and the rule of agreement, would accept the package `choice`.

    `guessed_share` is, over all parts of all parties' utilities (weight x points of each issue,
    and the interactions that the package holds), the sum of their widths divided by the sum of
    their sizes. The size of a part is the largest distance between two of its possible values
    and zero. So it is 0 where all is known and 1 where every part is known no better than
    "between nothing and something".

    Args:
        seed: of the draws, which are needed only where a party has more than `MOST_EXACT`
            unknown values in this package.
        samples: the number of draws.

    Source:
        The distribution of a sum of uniform values: Feller (1971), An Introduction to
        Probability Theory and Its Applications, vol. 2, I.9.
    """
    generator = np.random.default_rng(seed)
    parties = []
    width, size = Fraction(0), Fraction(0)
    for one in problem.preferences:
        found = parts(one, choice)
        width += sum(part.high - part.low for part in found)
        size += sum(max(abs(part.low), abs(part.high), part.high - part.low) for part in found)
        parties.append(_party_chance(one, choice, found, generator, samples))
    kept = keeps_agreed(problem, choice)
    return Chance(
        parties=tuple(parties),
        guaranteed=kept and _agree(problem, [float(one.guaranteed) for one in parties]) == 1.0,
        possible=kept and _agree(problem, [float(one.possible) for one in parties]) == 1.0,
        likely=_agree(problem, [one.likely for one in parties]) if kept else 0.0,
        guessed_share=float(width / size) if size else 0.0,
    )


def surest(problem: Problem, chooser: Chooser, deadline: Deadline) -> Best:
    """The acceptable package whose smallest gain is largest when all values turn out lowest.

    A party's utility grows with each of its values (weights are not negative) and no value
    bounds another, so the worst case of every package is where all values are at their low
    ends: one egalitarian choice at those ends answers it, without a robust program. `packages`
    is empty where no package is guaranteed to be accepted. Under a rule that not all need to
    accept, the best of the coalitions' answers is given; the smallest gain is over all parties.

    Source:
        Ben-Tal, El Ghaoui and Nemirovski (2009), Robust Optimization, 1.2: with independent
        intervals the robust counterpart takes every coefficient at its worst end.
    """
    spaces = acceptable_spaces(problem, lowest)
    found = [(space, chooser.best(space, Rule.EGALITARIAN, deadline)) for space in spaces]
    proven = all(best.proven for _, best in found)
    named = [(space, best) for space, best in found if best.packages]
    if not named:
        return Best((), proven, None, proven, found[0][1].solver)

    def merit(space: Space, package: Package) -> Key:
        utilities = zip(space.utilities(package), space.reservations, strict=True)
        return key(Rule.EGALITARIAN, [utility - least for utility, least in utilities], ())

    most = max(merit(space, best.packages[0]) for space, best in named)
    tied = [best for space, best in named if merit(space, best.packages[0]) == most]
    bounds = [best.bound for _, best in named]
    return Best(
        packages=tuple(sorted({package for one in tied for package in one.packages})),
        proven=proven,
        bound=None if None in bounds else max(bound for bound in bounds if bound is not None),
        ties_complete=proven and all(one.ties_complete for one in tied),
        solver=tied[0].solver,
    )


def parts(preferences: Preferences, choice: Choice) -> tuple[Points, ...]:
    """What the utility of a package is the sum of: each issue's part, and each interaction's."""
    found = []
    for issue, weight in preferences.weights.items():
        points = preferences.values[issue][choice[issue]]
        low, high = sorted((weight * points.low, weight * points.high))
        found.append(Points(low, high))
    found += [one.points for one in preferences.interactions if holds(choice, one.combination)]
    return tuple(found)


def reaches(widths: Sequence[Fraction], need: Fraction) -> Fraction:
    """The probability that a sum of uniform values from 0 to each of `widths` is `need` or more.

    Exact, by inclusion and exclusion over the 2^n corners of the box. All widths are positive.
    """
    if need <= 0:
        return Fraction(1)
    if need > sum(widths) or not widths:
        return Fraction(0)
    scale = lcm(need.denominator, *(width.denominator for width in widths))
    corners = {0: 1}
    for width in (int(width * scale) for width in widths):
        shifted = dict(corners)
        for corner, sign in corners.items():
            shifted[corner + width] = shifted.get(corner + width, 0) - sign
        corners = shifted
    limit, count = int(need * scale), len(widths)
    below = sum(
        sign * (limit - corner) ** count for corner, sign in corners.items() if corner < limit
    )
    volume = factorial(count) * prod(int(width * scale) for width in widths)
    return 1 - Fraction(below, volume)


def _party_chance(
    one: Preferences,
    choice: Choice,
    found: tuple[Points, ...],
    generator: np.random.Generator,
    samples: int,
) -> PartyChance:
    if breaks_red_line(one, choice):
        return PartyChance(one.party, guaranteed=False, possible=False, likely=0.0)
    need = one.reservation.points - sum(part.low for part in found)
    widths = sorted(part.high - part.low for part in found if not part.known)
    guaranteed, possible = need <= 0, need <= sum(widths)
    if guaranteed or not possible:
        return PartyChance(one.party, guaranteed, possible, float(guaranteed))
    if len(widths) <= MOST_EXACT:
        return PartyChance(one.party, guaranteed, possible, float(reaches(widths, need)))
    # Given the other values, the widest is enough with a probability that is known.
    rest = np.zeros(samples)
    for width in widths[:-1]:
        rest += float(width) * generator.random(samples)
    enough = np.clip(1 - (float(need) - rest) / float(widths[-1]), 0, 1)
    return PartyChance(one.party, guaranteed, possible, float(enough.mean()))


def _agree(problem: Problem, accepting: Sequence[float]) -> float:
    """The probability that enough parties accept, each with its own probability."""
    vetoes = problem.agreement.vetoes
    needed = max(0, problem.agreement.at_least - len(vetoes))
    all_vetoes = prod(
        p for p, party in zip(accepting, problem.parties, strict=True) if party in vetoes
    )
    counts = [1.0]
    for p, party in zip(accepting, problem.parties, strict=True):
        if party not in vetoes:
            counts = [
                (counts[n] * (1 - p) if n < len(counts) else 0.0)
                + (counts[n - 1] * p if n else 0.0)
                for n in range(len(counts) + 1)
            ]
    if needed == 0:
        return float(all_vetoes)
    return float(min(1.0, all_vetoes * sum(counts[needed:])))
