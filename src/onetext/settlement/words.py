"""The few words that a settlement adds to its problem: demands, points and rules for people."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from onetext.settlement.demands import Demand, DemandKind
from onetext.settlement.problem import Choice, Combination
from onetext.settlement.result import Offer, Settlement, Solution
from onetext.settlement.rules import Rule

NAMES = {
    Rule.UTILITARIAN: "largest sum",
    Rule.EGALITARIAN: "best for the worst off",
    Rule.LEXIMIN: "best for the worst off, then the next",
    Rule.NASH: "largest product (Nash)",
    Rule.KALAI_SMORODINSKY: "equal shares of the possible (Kalai-Smorodinsky)",
}

MEASURES = {
    Rule.UTILITARIAN: "sum of gains",
    Rule.EGALITARIAN: "smallest gain",
    Rule.LEXIMIN: "smallest gain",
    Rule.NASH: "product of gains",
    Rule.KALAI_SMORODINSKY: "smallest share",
}
"""What the bound of a solution bounds."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A package that one rule or several choose; `letter` stands for it in tables and charts."""

    letter: str
    solutions: tuple[Solution, ...]

    @property
    def offer(self) -> Offer:
        return self.solutions[0].offer

    @property
    def names(self) -> str:
        return "; ".join(NAMES[one.rule] for one in self.solutions)


def chosen_packages(settlement: Settlement) -> tuple[Chosen, ...]:
    """The different packages among the solutions, each with all rules that choose it."""
    groups: dict[tuple[tuple[str, str], ...], list[Solution]] = {}
    for rule in Rule:
        if rule in settlement.solutions:
            solution = settlement.solutions[rule]
            groups.setdefault(tuple(solution.offer.choice.items()), []).append(solution)
    return tuple(
        Chosen(letter, tuple(solutions))
        for letter, solutions in zip(string.ascii_uppercase, groups.values(), strict=False)
    )


def demand_sentence(demand: Demand) -> str:
    """The demand in words, without the words behind it."""
    if demand.kind is DemandKind.RESERVATION:
        return f"{demand.party} must have {amount(demand.least or Fraction(0))} points or more"
    if demand.kind is DemandKind.AGREED:
        return f"it stays agreed that {combined(demand.combination)}"
    return f"{demand.party} does not accept {demand.label or combined(demand.combination)}"


def concession_sentence(demand: Demand) -> str:
    """What giving the demand up means, in words."""
    if demand.kind is DemandKind.RESERVATION:
        least = amount(demand.least or Fraction(0))
        return f"{demand.party} accepts less than {least} points"
    if demand.kind is DemandKind.AGREED:
        return f"what was agreed is opened again: {combined(demand.combination)}"
    return f"{demand.party} accepts {demand.label or combined(demand.combination)}"


def conceded(concession: Sequence[Demand]) -> str:
    """All that a concession gives up, and what that costs."""
    cost = amount(sum((one.cost for one in concession), start=Fraction(0)))
    return f"{'; and '.join(concession_sentence(one) for one in concession)} (cost {cost})"


def combined(combination: Combination) -> str:
    """Options in words: "border: old line together with ports: closed"."""
    return " together with ".join(f"{issue}: {option}" for issue, option in combination)


def package_words(choice: Choice) -> str:
    """A package on one line: "border: river; ports: open"."""
    return "; ".join(f"{issue}: {option}" for issue, option in choice.items())


def amount(points: Fraction) -> str:
    """Points for people: two decimals, or two significant digits below one hundredth."""
    number = float(points)
    if points and abs(number) < 0.01:
        return f"{number:.2g}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def signed(points: Fraction) -> str:
    """A gain: "+5", "0" or "-2.5"."""
    return f"+{amount(points)}" if points > 0 else amount(points)
