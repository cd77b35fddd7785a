"""`onetext sources`: the sources with their grades, and which are copies of one text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import click
from rich.table import Table

from onetext.cli.lines import say
from onetext.cli.options import as_of_option, known_on_option, record_option
from onetext.cli.sentences import many
from onetext.cli.statement_lines import outlet
from onetext.cli.terminal import Terminal, Text
from onetext.positions.shapes import grade_shape, source_shape
from onetext.positions.source_list import Copy, SourceLine, source_list
from onetext.record.addresses import RecordAt
from onetext.record.record import Record, short_id
from onetext.wiring import open_record

SCHEMA = "onetext/sources/1"
SHOWN = 50


@click.command()
@record_option
@as_of_option
@known_on_option
@click.option("--copies", is_flag=True, help="Show the groups of copies, and what they share.")
@click.option("--publisher", help="Only sources of this publisher.")
@click.option("--are-copies", nargs=2, metavar="ID ID", help="Say that two are copies.")
@click.option("--are-not-copies", nargs=2, metavar="ID ID", help="Say that two are no copies.")
@click.option("--reason", help="Why.")
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="Rows.")
@click.option("--json", "as_json", is_flag=True, help=f"Print JSON ({SCHEMA}).")
def command(
    record: RecordAt,
    as_of: date | None,
    known_on: datetime | None,
    copies: bool,
    publisher: str | None,
    are_copies: tuple[str, str] | None,
    are_not_copies: tuple[str, str] | None,
    reason: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """List the sources, the newest last: grade, outlet, day, title, and how many copies.

    Sources that share half of the shorter one's runs of five words are copies of one text; what
    a person says of two stands above that. What stands in copies counts once.

    \b
    Example:
      onetext sources -r talks.onetext
      onetext sources -r talks.onetext --copies
      onetext sources -r talks.onetext --are-not-copies 3f9c20d1 77ab01e4 --reason "two reporters"
    """
    if are_copies and are_not_copies:
        raise click.UsageError("Do one thing at a time, not --are-copies and --are-not-copies.")
    with open_record(record) as opened:
        pair = are_copies or are_not_copies
        if pair:
            _mark(opened, pair, bool(are_copies), reason, as_json)
            return
        day = as_of or datetime.now(UTC).date()
        found = source_list(opened.store, as_of=day, known_on=known_on)
    wanted = [one for one in found if publisher is None or _by(one, publisher)]
    if as_json:
        moment = (known_on or datetime.now(UTC)).isoformat()
        shape = {
            "schema": SCHEMA,
            "as_of": day.isoformat(),
            "known_on": moment,
            "sources": [_shape(one) for one in wanted],
        }
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
    elif copies:
        _groups(wanted)
    else:
        _list(wanted, limit)


def _mark(
    record: Record, pair: tuple[str, str], copies: bool, reason: str | None, as_json: bool
) -> None:
    one, other = (record.resolve(typed) for typed in pair)
    if one == other:
        raise click.UsageError("Name two different sources.")
    written = record.mark_copies(one, other, copies=copies, reason=reason)
    if as_json:
        click.echo(json.dumps({"schema": "onetext/copies-marked/1", "entries": [written]}))
        return
    what = "copies" if copies else "no copies"
    say(f"Marked as {what}. Written as: {short_id(written)}.", err=True)


def _list(found: Sequence[SourceLine], limit: int) -> None:
    table = Table("id", "grade", "published", "outlet", "title", "copies", box=None)
    for one in found[-limit:]:
        note = one.source
        cells = (
            short_id(note.id),
            one.grading.code,
            note.published.isoformat() if note.published else "",
            outlet(note),
            note.title or note.origin,
            str(len(one.copies) or ""),
        )
        table.add_row(*(Text(cell) for cell in cells))
    if found:
        Terminal().print(table)
    groups = len(_together(found))
    say(
        f"{min(limit, len(found))} of {many(len(found), 'source')}; "
        f"{many(groups, 'group')} of copies.",
        err=True,
    )


def _groups(found: Sequence[SourceLine]) -> None:
    console = Terminal(highlight=False)
    groups = _together(found)
    for number, group in enumerate(groups):
        if number:
            console.print()
        console.print(Text(f"{many(len(group), 'source')} of one text"))
        first = group[0]
        of_first = {copy.source_id: copy for copy in first.copies}
        for one in group:
            share = _share(of_first[one.source.id]) if one is not first else "published first"
            day = one.source.published.isoformat() if one.source.published else "no date"
            line = f"  {short_id(one.source.id)}  {day}  {outlet(one.source)}: {share}"
            console.print(Text(line), soft_wrap=True)
    if not groups:
        say("No two sources are copies of one text.", err=True)


def _share(copy: Copy) -> str:
    """How a source is known for a copy of the first of its group."""
    if copy.word is not None:
        why = f": {copy.word.reason}" if copy.word.reason else ""
        said = "a copy" if copy.word.copies else "no copy"
        return f"{said}, by the word of {copy.word.author}{why}"
    if copy.likeness is None:
        return "a copy of another of these"
    return (
        f"shares {copy.likeness.containment:.0%} of the shorter text, "
        f"{copy.likeness.jaccard:.0%} of both"
    )


def _together(found: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """The groups of copies, each in the order of the list."""
    groups: dict[frozenset[str], list[SourceLine]] = {}
    for one in found:
        if one.copies:
            ids = frozenset({one.source.id, *(copy.source_id for copy in one.copies)})
            groups.setdefault(ids, []).append(one)
    return [group for group in groups.values() if len(group) > 1]


def _by(one: SourceLine, publisher: str) -> bool:
    return (one.source.publisher or "").casefold() == publisher.casefold()


def _shape(one: SourceLine) -> dict[str, Any]:
    return {
        **source_shape(one.source),
        "grade": one.grading.code or None,
        "grades": [grade_shape(grade) for grade in one.grading.grades],
        "copies": [
            {
                "id": copy.source_id,
                "containment": round(copy.likeness.containment, 3) if copy.likeness else None,
                "jaccard": round(copy.likeness.jaccard, 3) if copy.likeness else None,
                "by_person": copy.word.copies if copy.word else None,
            }
            for copy in one.copies
        ],
    }
