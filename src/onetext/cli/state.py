"""`onetext state`: shows where every party stands on every issue."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from shlex import quote

import click

from onetext.cli import cell_view, matrix_view
from onetext.cli.options import as_of_option, known_on_option, record_option, viewer_option
from onetext.cli.terminal import Terminal, Text
from onetext.positions.fold import matrix as state_of_play
from onetext.positions.lookup import find_issue, find_party
from onetext.positions.provenance import Provenance, evidence_in, provenance
from onetext.positions.shapes import state_shape
from onetext.positions.values import Matrix
from onetext.record.addresses import RecordAt
from onetext.record.conflicts import conflicts
from onetext.record.views import Note, Verdict
from onetext.wiring import open_record


@click.command()
@record_option
@as_of_option
@known_on_option
@viewer_option
@click.option("--include-pending", is_flag=True, help="Count what nobody has reviewed, too.")
@click.option("--party", "parties", multiple=True, help="Only this party; may be repeated.")
@click.option(
    "--issue",
    "issues",
    multiple=True,
    help="Only this issue, by its label or a part that no other label has; may be repeated.",
)
@click.option(
    "--cell",
    nargs=2,
    metavar="PARTY ISSUE",
    help="Print the statements behind one cell, newest first.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (onetext/state/1).")
def command(
    record: RecordAt,
    as_of: date | None,
    known_on: datetime | None,
    viewer: str | None,
    include_pending: bool,
    parties: tuple[str, ...],
    issues: tuple[str, ...],
    cell: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """Show where every party stands on every issue, as of a date said and a date known.

    A cell without evidence says so. What each cell rests on, down to the exact words:
    --cell PARTY ISSUE. How positions come about: docs/explanation/positions.md.

    \b
    Example:
      onetext state -r talks.onetext --as-of 2025-12-03
      onetext state -r talks.onetext --as-of 2025-12-03 --known-on 2025-12-05
      onetext state -r talks.onetext --cell Northland border
    """
    if cell and (parties or issues):
        raise click.UsageError("--cell names its party and issue itself: leave out the others.")
    with open_record(record, viewer=viewer) as opened:
        state = state_of_play(
            opened.store,
            as_of=as_of or datetime.now(UTC).date(),
            known_on=known_on,
            include_pending=include_pending,
        )
        notes = opened.store.notes(known_on=known_on) if cell else []
        wanted = only(state, cell[:1] if cell else parties, cell[1:] if cell else issues)
        known = (
            provenance(opened.store, evidence_in(wanted), known_on=known_on)
            if as_json or cell
            else Provenance()
        )
        unsettled = conflicts(opened.store, known_on=known_on) if cell else []
        rejected = [Verdict.REJECTED]
        left_out = (
            opened.store.statements(verdicts=rejected, known_on=known_on) if unsettled else []
        )
    if as_json:
        click.echo(json.dumps(state_shape(wanted, known), ensure_ascii=False, indent=1))
        return
    console = Terminal(highlight=False)
    if cell:
        by_entry: dict[str, list[Note]] = {}
        for note in notes:
            by_entry.setdefault(note.of, []).append(note)
        of = {conflict.of: conflict for conflict in unsettled}
        cell_view.show(wanted.cells[0], console, known, by_entry, of)
        cell_view.show_left_out(wanted.cells[0].party, left_out, of, console)
        return
    moment = f", as known on {known_on.isoformat(timespec='minutes')}" if known_on else ""
    console.print(Text(f"State of play as of {state.as_of.isoformat()}{moment}", style="bold"))
    if wanted.parties and wanted.issues:
        matrix_view.show(wanted, console)
    else:
        console.print(Text(_nothing(state, record)), soft_wrap=True)
    if state.pending:
        console.print(Text(_pending(state, record)), soft_wrap=True)


def only(matrix: Matrix, parties: tuple[str, ...], issues: tuple[str, ...]) -> Matrix:
    """The rows and columns that were asked for; all where none were.

    Raises:
        NotInRecord: a party or an issue is not in the matrix.
    """
    named = {find_party(matrix, typed) for typed in parties} or set(matrix.parties)
    ids = {find_issue(matrix, typed).id for typed in issues} or {i.id for i in matrix.issues}
    return replace(
        matrix,
        parties=tuple(party for party in matrix.parties if party in named),
        issues=tuple(issue for issue in matrix.issues if issue.id in ids),
        cells=tuple(c for c in matrix.cells if c.party in named and c.issue.id in ids),
    )


def _nothing(matrix: Matrix, record: RecordAt) -> str:
    if not matrix.issues:
        command = f"onetext text add -r {quote(str(record))} FILE"
        return f"There is no issue by that date. Add a draft with: {command}"
    return (
        f"No party has a statement that counts on any of {len(matrix.issues)} issues by that "
        f"date. Read reports with: onetext read -r {quote(str(record))} FILE..."
    )


def _pending(matrix: Matrix, record: RecordAt) -> str:
    one = matrix.pending == 1
    what = f"{matrix.pending} statement{'' if one else 's'} wait{'s' if one else ''} for review"
    if matrix.with_pending:
        return f"{what} and {'is' if one else 'are'} counted here."
    return (
        f"{what} and {'does' if one else 'do'} not count. Review with: "
        f"onetext review -r {quote(str(record))}; count all with: --include-pending"
    )
