"""`onetext contradictions`: where sources disagree."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import click
from rich.console import Console

from onetext.cli.options import as_of_option, known_on_option, record_option
from onetext.cli.state import only
from onetext.cli.statement_lines import indented, outlet
from onetext.cli.terminal import Terminal, Text
from onetext.positions.accounts import Account, Contradiction
from onetext.positions.contradictions import WITHIN_DAYS, contradictory_positions
from onetext.positions.events_told import contradictory_events
from onetext.positions.fold import matrix
from onetext.positions.shapes import source_shape
from onetext.record.addresses import RecordAt
from onetext.record.grades import Gradings
from onetext.record.record import short_id
from onetext.record.store import Store
from onetext.wiring import open_record

SCHEMA = "onetext/contradictions/1"


@click.command()
@record_option
@as_of_option
@known_on_option
@click.option("--include-pending", is_flag=True, help="Count what nobody has reviewed, too.")
@click.option("--party", "parties", multiple=True, help="Only this party; may be repeated.")
@click.option("--issue", "issues", multiple=True, help="Only this issue; may be repeated.")
@click.option(
    "--within",
    type=click.IntRange(0),
    default=WITHIN_DAYS,
    show_default=True,
    help="How many days two statements may lie apart.",
)
@click.option("--json", "as_json", is_flag=True, help=f"Print JSON ({SCHEMA}).")
def command(
    record: RecordAt,
    as_of: date | None,
    known_on: datetime | None,
    include_pending: bool,
    parties: tuple[str, ...],
    issues: tuple[str, ...],
    within: int,
    as_json: bool,
) -> None:
    """List where sources disagree, both sides with their words, sources and grades.

    On a party's stance, on what a party denies, and on a meeting's place, day or status or the
    number of a proposal's points; with --party or --issue, on stances and denials only. How
    they are found: docs/explanation/sources.md.

    \b
    Example:
      onetext contradictions -r talks.onetext --as-of 2025-12-03
      onetext contradictions -r talks.onetext --party Northland --within 0
    """
    day = as_of or datetime.now(UTC).date()
    with open_record(record) as opened:
        store = opened.store
        state = matrix(store, as_of=day, known_on=known_on, include_pending=include_pending)
        found = contradictory_positions(only(state, parties, issues), within=within)
        if not parties and not issues:
            found += contradictory_events(store, as_of=day, known_on=known_on, within=within)
        gradings = _gradings(store, known_on)
    if as_json:
        shape = {
            "schema": SCHEMA,
            "as_of": day.isoformat(),
            "known_on": state.known_on.isoformat(),
            "within_days": within,
            "contradictions": [contradiction_shape(one, gradings) for one in found],
        }
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
        return
    show(found, gradings, Terminal(highlight=False))


def contradiction_shape(found: Contradiction, gradings: Gradings) -> dict[str, Any]:
    """One of the list in `onetext/contradictions/1`."""
    return {
        "matter": str(found.matter),
        "party": found.party,
        "about": found.about,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "sides": [
            {"says": side.says, "accounts": [_account(one, gradings) for one in side.accounts]}
            for side in found.sides
        ],
    }


def show(found: Iterable[Contradiction], gradings: Gradings, console: Console) -> None:
    """Print the contradictions, side by side; that there is none is said."""
    count = 0
    for count, one in enumerate(found, 1):
        days = one.first.isoformat()
        if one.last != one.first:
            days += f" to {one.last.isoformat()}"
        who = f"{one.party} on {one.about}" if one.party else one.about
        if count > 1:
            console.print()
        console.print(Text(f"{who} ({one.matter}; {days})", style="bold"), soft_wrap=True)
        for side in one.sides:
            console.print(Text(f"  {side.says}:"))
            for account in side.accounts:
                for line in _lines(account, gradings):
                    console.print(
                        Text(indented(line, console.width - 2).replace("\n", "\n  ")),
                        soft_wrap=True,
                    )
    if not count:
        console.print(Text("No contradiction between sources by that date."))


def _lines(account: Account, gradings: Gradings) -> Iterable[str]:
    grade = gradings.of_statement(account.id, account.source.id).code
    told = f"{account.told_by}: " if account.told_by else ""
    yield f"{account.day.isoformat()}  {told}{account.words}"
    copies = ", ".join(outlet(note) for note in account.copies)
    yield (
        f"  {outlet(account.source)}, {grade or 'not graded'}"
        + (f"; also in: {copies}" if copies else "")
        + f"; id {short_id(account.id)}"
    )


def _account(account: Account, gradings: Gradings) -> dict[str, Any]:
    return {
        "id": account.id,
        "words": account.words,
        "told_by": account.told_by,
        "day": account.day.isoformat(),
        "grade": gradings.of_statement(account.id, account.source.id).code or None,
        "source": source_shape(account.source),
        "copies": [source_shape(note) for note in account.copies],
    }


def _gradings(store: Store, known_on: datetime | None) -> Gradings:
    return Gradings(store.grades(known_on=known_on))
