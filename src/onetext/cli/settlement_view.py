"""The settlement on a terminal: the verdict and the conflict in words first, then packages."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from onetext.cli.terminal import Text
from onetext.settlement.demands import Demand, MinimalSets
from onetext.settlement.problem import Choice, Quote
from onetext.settlement.result import Settlement, Solution
from onetext.settlement.rules import Rule
from onetext.settlement.shapes import amount, demand_sentence

NAMES = {
    Rule.UTILITARIAN: "largest sum",
    Rule.EGALITARIAN: "best for the worst off",
    Rule.LEXIMIN: "best for the worst off, then the next",
    Rule.NASH: "largest product (Nash)",
    Rule.KALAI_SMORODINSKY: "equal shares of what is possible (Kalai-Smorodinsky)",
}
MOST_SETS = 5
MOST_QUOTES = 2


def show(settlement: Settlement, console: Console) -> None:
    """Print the verdict, what stands behind it, and what to do next."""
    console.print(Text(_verdict(settlement), style="bold"))
    if settlement.feasible and not settlement.problem.certain:
        console.print(Text("Values that are not known count with the middle of what is possible."))
    if not settlement.feasible:
        _why_not(settlement, console)
    else:
        _packages(settlement, console)
    part = "" if settlement.front.exact else ", a part of it"
    console.print()
    console.print(
        Text(
            f"The front{part}: {_many(settlement.front.size, 'package')} with no red line broken, "
            "where no party can gain unless another loses."
        )
    )
    for note in settlement.problem.notes:
        console.print(Text(f"Note: {note}"))


def _verdict(settlement: Settlement) -> str:
    if settlement.feasible is None:
        return "Time ran out before it was known whether any package is acceptable."
    if not settlement.feasible:
        return "No package is acceptable as things stand."
    count = settlement.acceptable
    about = "" if count.exact else "about "
    return (
        f"{about}{count.count:,} of {settlement.problem.packages:,} packages "
        f"{'is' if count.count == 1 else 'are'} acceptable."
    ).capitalize()


def _why_not(settlement: Settlement, console: Console) -> None:
    conflicts, concessions = settlement.conflicts, settlement.concessions
    for conflict in conflicts.sets[:MOST_SETS]:
        console.print()
        only = len(conflict) == 1
        console.print(Text("This cannot be met:" if only else "These cannot all hold:"))
        for demand in conflict:
            _demand(demand, console)
    _more(conflicts, "conflict", console)
    if concessions.sets:
        console.print()
        console.print(Text("What would open a way, cheapest first:", style="bold"))
    for concession in concessions.sets[:MOST_SETS]:
        cost = amount(sum((one.cost for one in concession), start=0 * concession[0].cost))
        console.print(Text(f"  at a cost of {cost}, to give up:"))
        for demand in concession:
            console.print(Text(f"    - {demand_sentence(demand)}"))
    _more(concessions, "way", console)


def _demand(demand: Demand, console: Console) -> None:
    console.print(Text(f"  - {demand_sentence(demand)}"))
    for quote in demand.quotes[:MOST_QUOTES]:
        console.print(Text(f"      “{quote.words}” ({_source(quote)})"))


def _source(quote: Quote) -> str:
    day = quote.said_on.isoformat() if quote.said_on else "undated"
    return ", ".join(part for part in (quote.speaker, day, quote.publisher) if part)


def _more(found: MinimalSets, what: str, console: Console) -> None:
    hidden = len(found.sets) - MOST_SETS
    if hidden > 0:
        console.print(Text(f"  ... and {_many(hidden, f'more {what}')}; all with: --json"))
    if not found.complete:
        console.print(Text("  Time ran out: there may be others."))


def _packages(settlement: Settlement, console: Console) -> None:
    groups: dict[tuple[tuple[str, str], ...], list[Solution]] = {}
    for solution in settlement.solutions.values():
        groups.setdefault(tuple(solution.offer.choice.items()), []).append(solution)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    table.add_column("package chosen by")
    for party in settlement.problem.parties:
        table.add_column(Text(party), justify="right")
    for letter, solutions in zip(_letters(len(groups)), groups.values(), strict=True):
        names = "\n".join(_rule_line(one) for one in solutions)
        offer = solutions[0].offer
        points = [
            Text(f"{amount(u)} ({'+' if g >= 0 else ''}{amount(g)})")
            for u, g in zip(offer.utilities, offer.gains, strict=True)
        ]
        table.add_row(letter, Text(names), *points)
    console.print(table)
    console.print(Text("Points for each party; in brackets, above its reservation value."))
    _options(settlement, [dict(key) for key in groups], console)
    _chances(settlement, list(groups.values()), console)


def _rule_line(solution: Solution) -> str:
    ties = len(solution.ties)
    more = f"; {_many(ties, 'other package')} as good" if ties else ""
    return NAMES[solution.rule] + (more if solution.proven else f" so far, not proved{more}")


def _options(settlement: Settlement, choices: Sequence[Choice], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("issue")
    for letter in _letters(len(choices)):
        table.add_column(letter)
    same = []
    for issue in settlement.problem.issues:
        options = [choice[issue.name] for choice in choices]
        if len(set(options)) == 1 and len(choices) > 1:
            same.append(f"{issue.name}: {options[0]}")
        else:
            table.add_row(Text(issue.name), *(Text(option) for option in options))
    if table.row_count:
        console.print(table)
    if same:
        console.print(Text("The same in all of them: " + "; ".join(same)))


def _chances(
    settlement: Settlement, groups: Sequence[Sequence[Solution]], console: Console
) -> None:
    for letter, solutions in zip(_letters(len(groups)), groups, strict=True):
        chance = settlement.chances.get(solutions[0].rule)
        if chance is None:
            continue
        word = (
            "is accepted whatever the unknown values are"
            if chance.guaranteed
            else f"is accepted with a probability of {chance.likely:.0%}"
        )
        console.print(
            Text(f"{letter} {word}; {chance.guessed_share:.0%} of its points rest on guesses.")
        )
    if settlement.questions:
        console.print(Text("What to find out next:", style="bold"))
    for one in settlement.questions:
        console.print(
            Text(
                f"  ask {one.party} about {one.issue}: raises the expected probability of "
                f"agreement by {one.gain:.1%} (now {one.now:.0%})"
            )
        )


def _letters(count: int) -> list[str]:
    return [chr(ord("A") + place) for place in range(count)]


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
