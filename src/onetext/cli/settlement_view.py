"""The settlement on a terminal: the verdict and the conflict in words first, then packages."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from onetext.cli import packages_view
from onetext.cli.conflict_view import show_why_not
from onetext.cli.sentences import heading, many, sentence, share
from onetext.cli.verdict import details, verdict
from onetext.settlement.result import Settlement
from onetext.settlement.words import amount, package_words


def show(
    settlement: Settlement,
    console: Console,
    *,
    what_if: Sequence[str] = (),
    most_front: int = 0,
    full: bool = False,
) -> None:
    """Print the verdict, what stands behind it, and what to do next.

    Args:
        what_if: what was assumed, a sentence each.
        most_front: so many packages of the front are listed.
        full: print the whole wordings of options that are named in short.
    """
    for assumed in what_if:
        sentence(console, f"What if: {assumed}.", rest="  ")
    sentence(console, verdict(settlement), style="bold")
    for told in details(settlement):
        sentence(console, told)
    if settlement.feasible:
        packages_view.show_packages(settlement, console, full=full)
    else:
        show_why_not(settlement, console, full=full)
    _surest(settlement, console)
    _questions(settlement, console)
    _front(settlement, console, most_front)


def show_notes(settlement: Settlement, console: Console) -> None:
    """Print what the person who reads the result has to know of the problem."""
    if settlement.problem.notes:
        console.print()
    for note in settlement.problem.notes:
        sentence(console, f"Note: {note}", rest="  ")


def _surest(settlement: Settlement, console: Console) -> None:
    """The package that needs no guess, with what each party gains at the worst."""
    if settlement.surest is None or settlement.surest.offer is None:
        return
    offer = settlement.surest.offer
    heading(console, "Sure to be accepted, whatever the unknown values are")
    sentence(console, package_words(offer.choice), first="  ", rest="  ")
    gains = ", ".join(
        f"{party} {amount(each)}"
        for party, each in zip(settlement.problem.parties, offer.gains, strict=True)
    )
    best = "no package has a larger smallest one" if settlement.surest.proven else "not proved best"
    sentence(console, f"Gains at the worst ({best}): {gains}.", first="  ", rest="  ")


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
    if front.exact and not front.size and not settlement.feasible:
        return
    console.print()
    if front.exact and not front.size:
        sentence(console, "No package keeps every red line and what was agreed.")
        return
    kept = f"{many(front.size, 'package')} with no red line broken"
    if front.exact:
        sentence(console, f"The front: {kept}, where no party can gain unless another loses.")
    else:
        sentence(
            console,
            f"A part of the front, or near it: {kept}, none of them better than another for "
            "every party. The whole front was not found in time.",
        )
    for number, offer in enumerate(front.offers[:most], start=1):
        points = ", ".join(
            f"{party} {amount(each)}"
            for party, each in zip(settlement.problem.parties, offer.utilities, strict=True)
        )
        sentence(console, f"{number}. {points}", first="  ", rest="     ")
        sentence(console, package_words(offer.choice), first="     ")
