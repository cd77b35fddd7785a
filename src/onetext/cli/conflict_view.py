"""Why there is no agreement, on a terminal: demands with their words, then what opens a way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console

from onetext.cli.sentences import heading, many, sentence
from onetext.settlement.blocked import BlockedIssue, blocked_issues
from onetext.settlement.demands import Demand, MinimalSets
from onetext.settlement.problem import Problem, Quote
from onetext.settlement.result import NearestOffer, Settlement
from onetext.settlement.words import amount, conceded, demand_sentence, package_words, signed

MOST_SETS = 5
MOST_QUOTES = 2
MOST_OPTIONS = 12
LONGEST_GIST = 240
DEMANDS_OTHERWISE = "demands otherwise"
_SENTENCE = re.compile(r"^.+?[.!?](?=\s|$)", re.DOTALL)


class Doubts:
    """Footnotes: each doubt has one number, in the order in which it is first met."""

    def __init__(self) -> None:
        self._found: dict[str, int] = {}

    def mark(self, demand: Demand) -> str:
        if not demand.doubt:
            return ""
        return f" [{self._found.setdefault(demand.doubt, len(self._found) + 1)}]"

    def show(self, console: Console) -> None:
        for doubt, number in self._found.items():
            sentence(console, f"[{number}] {doubt[:1].upper()}{doubt[1:]}.", rest="    ")


def show_why_not(settlement: Settlement, console: Console, *, full: bool = False) -> None:
    """Print the conflicts, with the words behind them, and the concessions, cheapest first.

    Args:
        full: print the whole wording of an option, not its first sentence.
    """
    problem = settlement.problem
    conflicts = settlement.conflicts
    doubts = Doubts()
    if conflicts.sets:
        heading(console, "Why not")
    blocked, others = blocked_issues(problem, conflicts.sets)
    for issue in blocked[:MOST_SETS]:
        _blocked(problem, issue, doubts, console, full=full)
    for conflict in others[:MOST_SETS]:
        only = len(conflict) == 1
        sentence(console, "This cannot be met:" if only else "These cannot all hold:")
        for demand in conflict:
            _demand(demand, doubts, console)
    hidden = len(blocked[MOST_SETS:]) + len(others[MOST_SETS:])
    _more(conflicts, hidden, "conflict", console)
    doubts.show(console)
    _concessions(settlement, console)
    if blocked and problem.wordings:
        named = "; ".join(one.issue for one in blocked)
        sentence(console, f"- or a new wording is found that nobody refuses: {named}", **ITEM)


ITEM = {"first": "  ", "rest": "    "}


def _blocked(
    problem: Problem, blocked: BlockedIssue, doubts: Doubts, console: Console, *, full: bool
) -> None:
    what = "wording" if problem.wordings else "option"
    count = len(blocked.refusals)
    each = f"its only {what}" if count == 1 else f"each of its {count} {what}s"
    sentence(console, f"{blocked.issue}: {each} is {refused(blocked)}.")
    for options, demands in _alike(blocked):
        for place, option in enumerate(options, start=1):
            words = problem.wordings.get((blocked.issue, option), "")
            shown = (words if full else gist(words)).replace("\n", " / ")
            sentence(console, f"{option}: {shown}" if shown else option, **ITEM)
            for demand in demands if place < len(options) else ():
                same = f"- {demand.party} {_stance(demand)}, in the same words as below"
                sentence(console, f"{same}{doubts.mark(demand)}", first="    ", rest="      ")
        for demand in demands:
            quotes = [quoted(one) for one in demand.quotes]
            told = f"{_stance(demand)}{': ' if quotes else ''}"
            first = f"{told}{quotes[0] if quotes else ''}{doubts.mark(demand)}"
            sentence(console, f"- {demand.party} {first}", first="    ", rest="      ")
            for more in quotes[1:MOST_QUOTES]:
                sentence(console, more, first="      ")
            _more_quotes(demand, console)


def refused(*blocked: BlockedIssue) -> str:
    """What stands against the options: refusals, or demands for something else as well."""
    demands = (one for each in blocked for _, against in each.refusals for one in against)
    otherwise = any(one.basis == DEMANDS_OTHERWISE for one in demands)
    return "refused or wanted otherwise" if otherwise else "refused"


def _stance(demand: Demand) -> str:
    return demand.basis or "does not accept it"


def _alike(blocked: BlockedIssue) -> Iterator[tuple[list[str], tuple[Demand, ...]]]:
    """Neighbouring options that are refused by the same words, together."""
    options: list[str] = []
    before: tuple[Demand, ...] = ()
    for option, demands in blocked.refusals:
        if options and [_basis(one) for one in before] != [_basis(one) for one in demands]:
            yield options, before
            options = []
        options, before = [*options, option], demands
    if options:
        yield options, before


def _basis(demand: Demand) -> tuple[object, ...]:
    return (
        demand.party,
        demand.basis,
        demand.quotes,
        demand.doubt,
        not demand.quotes and demand.number,
    )


def gist(words: str) -> str:
    """The first sentence, shortened at a word where it is long; an ellipsis where more follows."""
    found = _SENTENCE.match(words)
    first = found.group() if found else words
    if len(first) > LONGEST_GIST:
        first = first[:LONGEST_GIST].rsplit(" ", 1)[0]
    return first if first == words else f"{first} …"


def _demand(demand: Demand, doubts: Doubts, console: Console) -> None:
    sentence(console, f"- {demand_sentence(demand)}{doubts.mark(demand)}", **ITEM)
    for quote in demand.quotes[:MOST_QUOTES]:
        sentence(console, quoted(quote), first="      ")
    _more_quotes(demand, console)


def _more_quotes(demand: Demand, console: Console) -> None:
    hidden = len(demand.quotes) - MOST_QUOTES
    if hidden > 0:
        sentence(console, f"... and {many(hidden, 'more quote')}", first="      ")


def quoted(quote: Quote) -> str:
    """The words with who said them, when, and where."""
    day = quote.said_on.isoformat() if quote.said_on else "undated"
    source = ", ".join(part for part in (quote.speaker, day, quote.publisher) if part)
    return f"{quote.marked} ({source})"


def _concessions(settlement: Settlement, console: Console) -> None:
    concessions = settlement.concessions
    if not concessions.sets:
        return
    heading(console, "What would open a way, cheapest first")
    for place, concession in enumerate(concessions.sets[:MOST_SETS]):
        sentence(console, f"- {conceded(concession)}", **ITEM)
        for near in settlement.nearest[place : place + 1]:
            if near is not None:
                _nearest(settlement.problem, near, console)
    _more(concessions, len(concessions.sets) - MOST_SETS, "way", console)


def _nearest(problem: Problem, near: NearestOffer, console: Console) -> None:
    offer = near.offer
    points = ", ".join(
        f"{party} {amount(each)} ({signed(gain)})"
        for party, each, gain in zip(problem.parties, offer.utilities, offer.gains, strict=True)
    )
    what = "at the nearest" if near.proven else "at the nearest that was found in time"
    shown = len(offer.choice) <= MOST_OPTIONS
    options = f", with {package_words(offer.choice)}" if shown else ""
    sentence(console, f"{what}: {points}{options}", first="    ")


def _more(found: MinimalSets, hidden: int, what: str, console: Console) -> None:
    if hidden > 0:
        sentence(console, f"... and {many(hidden, f'more {what}')}; all with: --json", first="  ")
    if found.sets and not found.complete:
        sentence(console, "Time ran out: there may be others.", first="  ")
