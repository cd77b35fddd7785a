"""The packages that the rules choose, on a terminal: points, proof, options and chances."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from onetext.cli.sentences import heading, many, sentence, share
from onetext.cli.terminal import Text
from onetext.settlement.problem import Problem
from onetext.settlement.result import Chance, Offer, Settlement, Solution
from onetext.settlement.rules import Rule
from onetext.settlement.words import MEASURES, NAMES, Chosen, amount, chosen_packages, signed

PARTY_WIDTH = 16
NAMES_WIDTH = 28
BETWEEN = 2


def show_packages(settlement: Settlement, console: Console, *, full: bool = False) -> None:
    """Print who gets what in each package, how sure that is, and what each package says.

    Args:
        full: print the whole wordings of options that are named in short.
    """
    chosen = chosen_packages(settlement)
    parties = settlement.problem.parties
    console.print()
    if _width(parties, chosen) <= console.width:
        console.print(_across(parties, chosen))
    else:
        for one in chosen:
            sentence(console, f"{one.letter}  {one.names}", rest="   ")
        console.print()
        console.print(_down(parties, chosen, console.width))
    sentence(console, "Points for each party; in brackets, above its reservation value.")
    _proof(chosen, console)
    _options(settlement, chosen, console)
    if full:
        _wordings(settlement.problem, chosen, console)
    _chances(settlement, chosen, console)


def _width(parties: Sequence[str], chosen: Sequence[Chosen]) -> int:
    """What the table with parties across needs."""
    total = len("A") + BETWEEN + NAMES_WIDTH
    for place, party in enumerate(parties):
        cells = [cell_len(_points(one.offer, place)) for one in chosen]
        total += max(min(cell_len(party), PARTY_WIDTH), *cells) + BETWEEN
    return total


def _points(offer: Offer, place: int) -> str:
    return f"{amount(offer.utilities[place])} ({signed(offer.gains[place])})"


def _across(parties: Sequence[str], chosen: Sequence[Chosen]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, BETWEEN, 0, 0), show_edge=False)
    table.add_column("")
    for party in parties:
        table.add_column(Text(party), justify="right", overflow="fold", max_width=PARTY_WIDTH)
    table.add_column("chosen as", min_width=NAMES_WIDTH, overflow="fold")
    for one in chosen:
        points = [Text(_points(one.offer, place)) for place in range(len(parties))]
        names = "\n".join(NAMES[solution.rule] for solution in one.solutions)
        table.add_row(one.letter, *points, Text(names))
    return table


def _down(parties: Sequence[str], chosen: Sequence[Chosen], width: int) -> Table:
    """Parties down; the gain stands under the points where the table would be too wide."""
    widest = max(
        cell_len(_points(one.offer, place)) for one in chosen for place in range(len(parties))
    )
    fits = PARTY_WIDTH + len(chosen) * (widest + BETWEEN) <= width
    table = Table(box=box.SIMPLE_HEAD, padding=(0, BETWEEN, 0, 0), show_edge=False)
    table.add_column("party", overflow="fold", max_width=None if fits else PARTY_WIDTH + BETWEEN)
    for one in chosen:
        table.add_column(one.letter, justify="right", overflow="fold")
    for place, party in enumerate(parties):
        cells = [_points(one.offer, place) for one in chosen]
        if not fits:
            cells = [cell.replace(" (", "\n(") for cell in cells]
        table.add_row(Text(party), *(Text(cell) for cell in cells))
    return table


def _proof(chosen: Sequence[Chosen], console: Console) -> None:
    solutions = [(one.letter, solution) for one in chosen for solution in one.solutions]
    if all(solution.proven for _, solution in solutions):
        sentence(console, "Proved: no package does better by its rule.")
    for letter, solution in solutions:
        if not solution.proven:
            sentence(console, f"{letter}, {_so_far(solution)}", rest="   ")
    for letter, solution in solutions:
        if solution.ties or not solution.ties_complete:
            sentence(console, f"{letter}, {NAMES[solution.rule]}: {_ties(solution)}", rest="   ")


def _ties(solution: Solution) -> str:
    count = many(len(solution.ties), "other package")
    if not solution.ties_complete:
        return f"{count} or more are as good."
    return f"{count} {'is' if len(solution.ties) == 1 else 'are'} as good."


def _so_far(solution: Solution) -> str:
    what = f"{NAMES[solution.rule]}: the best found so far, not proved"
    if solution.bound is None:
        return f"{what}; how much better another may be is not known."
    share = solution.rule is Rule.KALAI_SMORODINSKY
    most = f"{float(solution.bound):.1%}" if share else amount(solution.bound)
    return f"{what}; no package has a {MEASURES[solution.rule]} above {most}."


def _options(settlement: Settlement, chosen: Sequence[Chosen], console: Console) -> None:
    differ, same = [], []
    for issue in settlement.problem.issues:
        options = [one.offer.choice[issue.name] for one in chosen]
        if len(set(options)) > 1 or len(chosen) == 1:
            differ.append((issue.name, options))
        else:
            same.append(f"{issue.name}: {options[0]}")
    if differ:
        console.print()
        _differing(differ, [one.letter for one in chosen], console)
    if same:
        all_of_them = "both" if len(chosen) == 2 else "all"
        console.print()
        console.print(Text(f"The same in {all_of_them}"))
    for words in same:
        sentence(console, f"- {words}", first="  ", rest="    ")


def _differing(
    rows: Sequence[tuple[str, list[str]]], letters: Sequence[str], console: Console
) -> None:
    """A table where it fits, else a list: each option with the letters of its packages."""
    columns = zip(*([name, *options] for name, options in rows), strict=True)
    needed = sum(max(cell_len(cell) for cell in column) + BETWEEN for column in columns)
    if needed <= console.width:
        table = Table(box=box.SIMPLE_HEAD, padding=(0, BETWEEN, 0, 0), show_edge=False)
        table.add_column("issue")
        for letter in letters:
            table.add_column(letter)
        for name, options in rows:
            table.add_row(Text(name), *(Text(option) for option in options))
        console.print(table)
        return
    for name, options in rows:
        sentence(console, name, rest="  ")
        for option in dict.fromkeys(options):
            holding = ", ".join(
                letter for letter, each in zip(letters, options, strict=True) if each == option
            )
            sentence(console, f"{holding}: {option}", first="  ", rest="     ")


def _wordings(problem: Problem, chosen: Sequence[Chosen], console: Console) -> None:
    """The words of every option that one of the packages holds."""
    for issue in problem.issues:
        held = dict.fromkeys(one.offer.choice[issue.name] for one in chosen)
        words = {option: problem.wordings.get((issue.name, option)) for option in held}
        if any(words.values()):
            heading(console, issue.name)
        for option, text in words.items():
            for line in (f"{option}: {text}" if text else "").splitlines():
                sentence(console, line, first="  ", rest="    ")


def _chances(settlement: Settlement, chosen: Sequence[Chosen], console: Console) -> None:
    told = [
        (one.letter, settlement.chances[one.solutions[0].rule])
        for one in chosen
        if one.solutions[0].rule in settlement.chances
    ]
    if told:
        heading(console, "How sure that is")
    for letter, chance in told:
        sentence(console, f"{letter}  {_chance(chance)}", rest="   ")


def _chance(chance: Chance) -> str:
    guessed = f"{share(chance.guessed_share)} of its points rest on guesses."
    if chance.guaranteed:
        return f"accepted whatever the unknown values are; {guessed}"
    if not chance.possible:
        return f"not accepted, whatever the unknown values are; {guessed}"
    doubtful = sorted((one for one in chance.parties if one.likely < 1), key=lambda one: one.likely)
    each = "; ".join(f"{one.party} {share(one.likely)}" for one in doubtful[:4])
    more = f"; {len(doubtful) - 4} more" if len(doubtful) > 4 else ""
    by_party = f" ({each}{more})" if doubtful else ""
    return (
        f"possible, not guaranteed: accepted with a probability of {share(chance.likely)}"
        f"{by_party}; {guessed}"
    )
