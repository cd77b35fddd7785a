"""The settlement on a terminal: the verdict and the conflict in words first, then packages."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from onetext.cli import packages_view
from onetext.cli.sentences import heading, many, rounded, sentence, share
from onetext.settlement.demands import Demand, MinimalSets
from onetext.settlement.problem import Quote
from onetext.settlement.result import Settlement
from onetext.settlement.words import (
    amount,
    concession_sentence,
    demand_sentence,
    package_words,
)

MOST_SETS = 5
MOST_QUOTES = 2


def show(
    settlement: Settlement, console: Console, *, what_if: Sequence[str] = (), most_front: int = 0
) -> None:
    """Print the verdict, what stands behind it, and what to do next.

    Args:
        what_if: what was assumed, a sentence each.
        most_front: so many packages of the front are listed.
    """
    for assumed in what_if:
        sentence(console, f"What if: {assumed}.")
    sentence(console, verdict(settlement), style="bold")
    if not settlement.problem.certain:
        sentence(console, "Values that are not known count with the middle of what is possible.")
    if settlement.feasible:
        packages_view.show_packages(settlement, console)
    else:
        _why_not(settlement, console)
    _questions(settlement, console)
    _front(settlement, console, most_front)


def show_notes(settlement: Settlement, console: Console) -> None:
    """Print what the person who reads the result has to know of the problem."""
    if settlement.problem.notes:
        console.print()
    for note in settlement.problem.notes:
        sentence(console, f"Note: {note}", rest="  ")


def verdict(settlement: Settlement) -> str:
    """The answer in one sentence."""
    if settlement.feasible is None:
        return "Time ran out before it was known whether any package is acceptable."
    if not settlement.feasible:
        return "No package is acceptable as things stand."
    count = settlement.acceptable
    return (
        f"{_counted(count.count, count.exact, settlement.problem.packages)} of "
        f"{settlement.problem.packages:,} packages "
        f"{'is' if count.count == 1 else 'are'} acceptable."
    )


def _counted(count: int, exact: bool, packages: int) -> str:
    """The number, or for an estimate about how large a part that is."""
    if exact:
        return f"{count:,}"
    part = count / packages
    if part >= 0.995:
        return "Nearly all"
    return f"About {part:.0%}" if part >= 0.01 else f"About {rounded(count):,}"


def _why_not(settlement: Settlement, console: Console) -> None:
    conflicts, concessions = settlement.conflicts, settlement.concessions
    if conflicts.sets:
        heading(console, "Why not")
    for conflict in conflicts.sets[:MOST_SETS]:
        only = len(conflict) == 1
        sentence(console, "This cannot be met:" if only else "These cannot all hold:")
        for demand in conflict:
            _demand(demand, console)
    _more(conflicts, "conflict", console)
    if concessions.sets:
        heading(console, "What would open a way, cheapest first")
    for concession in concessions.sets[:MOST_SETS]:
        cost = amount(sum((one.cost for one in concession), start=0 * concession[0].cost))
        words = "; and ".join(concession_sentence(demand) for demand in concession)
        sentence(console, f"- {words} (cost {cost})", first="  ", rest="    ")
    _more(concessions, "way", console)


def _demand(demand: Demand, console: Console) -> None:
    sentence(console, f"- {demand_sentence(demand)}", first="  ", rest="    ")
    for quote in demand.quotes[:MOST_QUOTES]:
        sentence(console, f"“{quote.words}” ({_source(quote)})", first="      ")
    hidden = len(demand.quotes) - MOST_QUOTES
    if hidden > 0:
        sentence(console, f"... and {many(hidden, 'more quote')}", first="      ")


def _source(quote: Quote) -> str:
    day = quote.said_on.isoformat() if quote.said_on else "undated"
    return ", ".join(part for part in (quote.speaker, day, quote.publisher) if part)


def _more(found: MinimalSets, what: str, console: Console) -> None:
    hidden = len(found.sets) - MOST_SETS
    if hidden > 0:
        sentence(console, f"... and {many(hidden, f'more {what}')}; all with: --json", first="  ")
    if found.sets and not found.complete:
        sentence(console, "Time ran out: there may be others.", first="  ")


def _questions(settlement: Settlement, console: Console) -> None:
    if not settlement.questions:
        return
    heading(console, "What to find out next")
    now = settlement.questions[0].now
    sentence(console, f"The best package is now accepted with a probability of {share(now)}. Ask:")
    for one in settlement.questions:
        gain = f"+{one.gain:.1%}" if one.gain >= 0.001 else "under +0.1%"
        sentence(
            console, f"- {one.party} about {one.issue} ({gain} expected)", first="  ", rest="    "
        )


def _front(settlement: Settlement, console: Console, most: int) -> None:
    front = settlement.front
    console.print()
    if front.exact and not front.size:
        sentence(console, "No package keeps every red line and what was agreed.")
        return
    part = "" if front.exact else ", as far as it was found"
    sentence(
        console,
        f"The front{part}: {many(front.size, 'package')} with no red line broken, "
        "where no party can gain unless another loses.",
    )
    for number, offer in enumerate(front.offers[:most], start=1):
        points = ", ".join(
            f"{party} {amount(each)}"
            for party, each in zip(settlement.problem.parties, offer.utilities, strict=True)
        )
        sentence(console, f"{number}. {points}", first="  ", rest="     ")
        sentence(console, package_words(offer.choice), first="     ")
