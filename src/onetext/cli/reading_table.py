"""A reading for people: who said what, in tables that fit the terminal."""

from __future__ import annotations

from rich.table import Table

from onetext.cli.terminal import Terminal, Text
from onetext.record.statements import Reading, Statement, StatementKind

WIDEST = 120
MOST_CHARS = 1200


def print_reading(reading: Reading, *, origin: str) -> None:
    """Print a reading on standard output, at most 120 columns wide; no colours in a pipe."""
    console = Terminal(highlight=False)
    console.width = min(console.width, WIDEST)
    document = reading.document
    console.print(Text(document.title or origin, style="bold"))
    facts = (
        document.publisher,
        ", ".join(one for one in document.agencies if one != document.publisher) or None,
        document.published.isoformat() if document.published else "undated",
        f"{document.words} words, {document.reading_time_min} min",
    )
    console.print(Text(" · ".join(fact for fact in facts if fact), style="dim"))
    console.print()
    if reading.statements:
        console.print(_statements(reading))
    else:
        console.print("No statements were found.")
    for title, table in (
        ("People", _people(reading)),
        ("Meetings", _meetings(reading)),
        ("Proposals", _proposals(reading)),
    ):
        if table.row_count:
            console.print()
            console.print(Text(title, style="bold"))
            console.print(table)
    console.print()


def _table(*columns: tuple[str, int], below: int = 0) -> Table:
    table = Table(box=None, padding=(0, 2, below, 0), expand=True, show_header=bool(columns[0][0]))
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold", header_style="dim")
    return table


def _statements(reading: Reading) -> Table:
    table = _table(("Who", 4), ("Does", 3), ("What was said", 9), below=1)
    for statement in reading.statements:
        does = Text(str(statement.act), style="bold")
        if statement.target:
            does.append(f": {statement.target}", style="not bold")
        does.append(f"\n{statement.topic}", style="dim")
        table.add_row(_who(statement), does, _words(statement), end_section=True)
    return table


def shorten(words: str) -> str:
    """The words on one line, cut at the last space where they are too many for a table."""
    line = " ".join(words.split())
    return line if len(line) <= MOST_CHARS else line[:MOST_CHARS].rpartition(" ")[0] + " …"


def _who(statement: Statement) -> Text:
    speaker = statement.speaker
    who = Text(speaker.name or "(not resolved)")
    if speaker.party and speaker.party != speaker.name:
        who.append(f"\n({speaker.party})", style="dim")
    return who


def _words(statement: Statement) -> Text:
    """The exact words; those of a direct quotation get their marks back, broken ones each."""
    if statement.kind is StatementKind.DIRECT:
        words = " … ".join(f"“{passage.exact}”" for passage in statement.content)
    else:
        words = statement.words
    told = Text(shorten(words))
    said = [statement.said_on.isoformat() if statement.said_on else None, statement.venue]
    if statement.via:
        said.append("via " + ", ".join(statement.via))
    if any(said):
        told.append("\n" + ", ".join(part for part in said if part), style="dim")
    return told


def _people(reading: Reading) -> Table:
    table = _table(("", 4), ("", 3), ("", 9))
    for person in reading.people:
        _add(table, person.name, person.party or "no party", "; ".join(person.roles))
    return table


def _meetings(reading: Reading) -> Table:
    table = _table(("", 4), ("", 3), ("", 9))
    for meeting in reading.meetings:
        where = " · ".join(part for part in (meeting.place, meeting.on) if part)
        who = f" ({', '.join(meeting.participants)})" if meeting.participants else ""
        _add(table, where or "place not told", str(meeting.status), meeting.what + who)
    return table


def _proposals(reading: Reading) -> Table:
    table = _table(("", 4), ("", 3), ("", 9))
    for proposal in reading.proposals:
        _add(table, proposal.name, proposal.by or "", proposal.status or "")
    return table


def _add(table: Table, *cells: str) -> None:
    """A row of plain words: a bracket in a source is a bracket, and no markup."""
    table.add_row(*(Text(cell) for cell in cells))
