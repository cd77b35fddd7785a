"""`onetext search`: finds words in sources, statements and drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

import click

from onetext.cli.options import Day, known_on_option, record_option, viewer_option
from onetext.cli.statement_lines import indented, outlet, speaker
from onetext.cli.terminal import Terminal, Text
from onetext.positions.about import about, dated
from onetext.record.addresses import RecordAt
from onetext.record.record import short_id
from onetext.record.search import Asked, Excerpt, Filter, Item, excerpt, text_of
from onetext.record.views import RecordedSource, RecordedStatement
from onetext.wiring import open_record

SEARCH = "onetext/search/1"
MOST = 20


@click.command()
@record_option
@click.argument("words", nargs=-1, required=True)
@click.option("--party", "parties", multiple=True, help="Only statements for it; may be repeated.")
@click.option("--issue", help="Only statements on this issue, by its label or a part of it.")
@click.option("--since", type=Day(), help="Only what is dated on this day or after it.")
@click.option("--until", type=Day(), help="Only what is dated on this day or before it.")
@known_on_option
@viewer_option
@click.option(
    "-n", "--most", type=click.IntRange(min=1), default=MOST, show_default=True, help="At most."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (onetext/search/1).")
def command(
    record: RecordAt,
    words: tuple[str, ...],
    parties: tuple[str, ...],
    issue: str | None,
    since: date | None,
    until: date | None,
    known_on: datetime | None,
    viewer: str | None,
    most: int,
    as_json: bool,
) -> None:
    """Find WORDS in sources, statements and drafts; what came in last comes first.

    All words have to be there, whatever their capitals and accents; "words in quotation marks"
    stand together. Rejected statements are not found.

    \b
    Example:
      onetext search -r talks.onetext ports
      onetext search -r talks.onetext '"open ports" fee' --party Northland
      onetext search -r talks.onetext ports --issue Harbours --since 2025-12-01 --json
    """
    asked = Asked.of(" ".join(words))
    only = bool(parties or issue)
    wanted = Filter(sources=not only, drafts=not only, parties=parties)
    with open_record(record, viewer=viewer) as opened:
        items = opened.store.search(asked, wanted=wanted, known_on=known_on)
        if issue:
            items = about(opened.store, items, issue, known_on=known_on)
        found = list(islice(_between(items, since, until), most + 1))
    shown, more = found[:most], len(found) > most
    if as_json:
        told = {"schema": SEARCH, "found": [_shape(one, asked) for one in shown], "more": more}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    console = Terminal(highlight=False)
    for item in shown:
        _show(item, asked, console)
    if not shown:
        console.print(Text("Nothing in the record holds all of these words."))
    elif more:
        console.print(Text(f"There are more: list more than {most} with -n."))


def _between(items: Iterator[Item], since: date | None, until: date | None) -> Iterator[Item]:
    for item in items:
        day = dated(item)
        if (since is None or day >= since) and (until is None or day <= until):
            yield item


def _show(item: Item, asked: Asked, console: Terminal) -> None:
    console.print(Text(f"{dated(item).isoformat()}  {_head(item)}"), soft_wrap=True)
    console.print(Text(indented(_line(excerpt(text_of(item), asked)), console.width)))
    console.print(Text(f"  id {short_id(item.id)}", style="dim"))


def _head(item: Item) -> str:
    if isinstance(item, RecordedStatement):
        return f"statement  {speaker(item.statement)}; {outlet(item.source)}"
    if isinstance(item, RecordedSource):
        return f"source  {item.document.title or item.origin}"
    return f"draft  {item.draft.title}"


def _line(found: Excerpt) -> str:
    """The stretch on one line, with what was found between guillemets."""
    text, at = "", 0
    for mark in found.marks:
        text += f"{found.text[at : mark.start]}»{mark.of(found.text)}«"
        at = mark.end
    text = " ".join((text + found.text[at:]).split())
    return f"{'… ' if found.cut_before else ''}{text}{' …' if found.cut_after else ''}"


def _shape(item: Item, asked: Asked) -> dict[str, Any]:
    found = excerpt(text_of(item), asked)
    is_statement = isinstance(item, RecordedStatement)
    is_source = isinstance(item, RecordedSource)
    return {
        "id": item.id,
        "kind": "statement" if is_statement else "source" if is_source else "draft",
        "dated": dated(item).isoformat(),
        "head": _head(item).partition("  ")[2],
        "excerpt": found.text,
        "marks": [{"start": mark.start, "end": mark.end} for mark in found.marks],
        "visibility": item.visibility,
    }
