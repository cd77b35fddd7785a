"""The state of play on a terminal: a matrix where it fits, else a list for each issue."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table

from onetext.briefing.words import SIGNS
from onetext.cli.statement_lines import indented
from onetext.cli.terminal import Text
from onetext.positions.values import Matrix, Position, Stance
from onetext.record.views import Issue
from onetext.record.visibility import CONFINED

CELL_WIDTH = 15  # "± contradictory" is the longest line of a cell that must not break
ISSUE_WIDTH = 13
STALE_SIGN = "~"

STYLES = {
    Stance.ACCEPTS: "green",
    Stance.ACCEPTS_WITH_CONDITIONS: "green",
    Stance.OPEN: "cyan",
    Stance.REJECTS: "red",
    Stance.DEMANDS_OTHERWISE: "red",
    Stance.SILENT: "dim",
    Stance.CONTRADICTORY: "yellow",
    Stance.NO_EVIDENCE: "dim",
}


def show(matrix: Matrix, console: Console) -> None:
    """Print the matrix, issues down and parties across, or a list where that is too wide.

    Issues that nobody has spoken about are named in a line of their own.
    """
    heard = {cell.issue.id for cell in matrix.cells if cell.evidence}
    spoken = [issue for issue in matrix.issues if issue.id in heard]
    bare = [issue for issue in matrix.issues if issue.id not in heard]
    if not spoken:
        console.print()
    elif ISSUE_WIDTH + len(matrix.parties) * (CELL_WIDTH + 1) <= console.width:
        console.print(_table(matrix, spoken))
        console.print()
    else:
        _print_list(matrix, spoken, console)
    if bare:
        console.print(Text("No evidence from anybody", style="bold"))
        labels = "; ".join(issue.label for issue in bare)
        console.print(Text(indented(labels, console.width), style="dim"))
        console.print()
    console.print(legend(matrix))


def legend(matrix: Matrix) -> Text:
    """What the signs that stand in this matrix mean."""
    there = {cell.stance for cell in matrix.cells}
    signs = [f"{SIGNS[stance]} {stance}" for stance in Stance if stance in there and SIGNS[stance]]
    if any(cell.stale for cell in matrix.cells):
        signs.append(f"{STALE_SIGN} stale: that share of the wording has changed since")
    return Text("   ".join([*signs, "number of statements · date of the position"]), style="dim")


def counted(position: Position) -> str:
    """The number of statements behind a cell and its date; which of them take no stand."""
    number = len(position.evidence)
    if position.since is None:
        return f"{number} · no stand" if number else ""
    return f"{number} · {position.since.isoformat()}"


def stance_line(position: Position) -> Text:
    return Text(
        f"{SIGNS[position.stance]} {position.stance}".strip(), style=STYLES[position.stance]
    )


def _table(matrix: Matrix, issues: Sequence[Issue]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False)
    table.add_column("Issue", min_width=ISSUE_WIDTH, overflow="fold")
    for party in matrix.parties:
        table.add_column(Text(party), min_width=CELL_WIDTH, max_width=CELL_WIDTH + 3)
    for issue in issues:
        cells = [_cell(matrix.cell(party, issue.id)) for party in matrix.parties]
        table.add_row(Text(issue.label), *cells)
        table.add_section()
    return table


def _cell(position: Position) -> RenderableType:
    lines = [stance_line(position)]
    if position.evidence:
        lines.append(Text(counted(position)))
    if position.visibility.startswith(CONFINED):
        lines.append(Text(CONFINED.rstrip(":"), style="bold"))
    if position.stale:
        lines.append(Text(f"{STALE_SIGN} stale {position.stale.changed_share_pct:.0f}%"))
    return Text("\n").join(lines)


def _print_list(matrix: Matrix, issues: Sequence[Issue], console: Console) -> None:
    width = max(len(party) for party in matrix.parties)
    for issue in issues:
        console.print(Text(issue.label, style="bold"))
        silent = []
        for party in matrix.parties:
            position = matrix.cell(party, issue.id)
            if not position.evidence:
                silent.append(party)
                continue
            line = Text.assemble("  ", party.ljust(width), "  ", stance_line(position))
            line.append(f"  {counted(position)}")
            if position.visibility.startswith(CONFINED):
                line.append(f"  {CONFINED.rstrip(':')}", style="bold")
            if position.stale:
                line.append(f"  {STALE_SIGN} stale {position.stale.changed_share_pct:.0f}%")
            console.print(line)
        if silent:
            none = indented(f"no evidence: {', '.join(silent)}", console.width)
            console.print(Text(none, style="dim"))
        console.print()
