"""What must move for a named package, and how issues could be divided, on a terminal."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console

from onetext.cli.conflict_view import MOST_QUOTES, quoted
from onetext.cli.sentences import heading, sentence, share
from onetext.settlement.adjusted_winner import Division
from onetext.settlement.chances import chance
from onetext.settlement.demands import Demand, DemandKind
from onetext.settlement.movement import Movement, PartyMovement
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.settle import offer_of
from onetext.settlement.words import amount, concession_sentence, package_words, signed

FEW = 4
"""A package of more issues than these is printed as a list."""

SIMPLE = 12
"""Shares with a larger denominator are told in per cent."""


def show_movement(
    problem: Problem, choice: Choice, movement: Movement, console: Console, *, seed: int
) -> None:
    """Print what the package is worth to each party, and who would have to give up what."""
    heading(console, "The package that you name")
    if len(choice) <= FEW:
        sentence(console, package_words(choice), first="  ")
    else:
        for issue, option in choice.items():
            sentence(console, f"- {issue}: {option}", first="  ", rest="    ")
    offer = offer_of(problem, choice)
    points = (
        f"{party} {amount(points)} ({signed(gain)})"
        for party, points, gain in zip(problem.parties, offer.utilities, offer.gains, strict=True)
    )
    sentence(console, f"Points: {', '.join(points)}.")
    if movement.none:
        sentence(console, "It is acceptable as it is: nobody has to move.")
    else:
        cost = amount(movement.cost)
        sentence(console, f"The least movement that makes it acceptable (cost {cost}):")
    for demand in movement.departs_from:
        _given_up(demand, console)
    for party in movement.parties:
        _moves(party, console)
    if not problem.certain:
        likely = chance(problem, choice, seed=seed).likely
        sentence(console, f"As things stand, it is accepted with a probability of {share(likely)}.")


def _moves(party: PartyMovement, console: Console) -> None:
    """What one party has to do, a sentence for each demand, with the words behind it."""
    for demand in party.given_up:
        if demand.kind is not DemandKind.RESERVATION:
            _given_up(demand, console)
    if party.short_points:
        least = next(
            (d.least for d in party.given_up if d.kind is DemandKind.RESERVATION), None
        ) or Fraction(0)
        told = (
            f"- {party.party} accepts {amount(party.short_points)} points less than the "
            f"{amount(least)} that it must have"
        )
        sentence(console, told, first="  ", rest="    ")


def _given_up(demand: Demand, console: Console) -> None:
    sentence(console, f"- {concession_sentence(demand)}", first="  ", rest="    ")
    for quote in demand.quotes[:MOST_QUOTES]:
        sentence(console, f"{demand.basis or 'against'}: {quoted(quote)}", first="      ")


def show_division(problem: Problem, division: Division, console: Console) -> None:
    """Print who would have how much of each issue, if all could be shared."""
    first, second = problem.parties
    heading(console, "If every issue could be shared (adjusted winner)")
    sentence(
        console,
        f"{first} has {amount(division.first)} of its 100 points, {second} "
        f"{amount(division.second)}; red lines and reservation values are left aside.",
    )
    for issue, part in division.shares.items():
        if part in (0, 1):
            words = f"{issue}: as {first if part else second} wants"
        else:
            told = f"{part}" if part.denominator <= SIMPLE else f"{float(part):.1%}"
            words = f"{issue}: {told} of the way as {first} wants, the rest as {second} wants"
        sentence(console, f"- {words}", first="  ", rest="    ")
