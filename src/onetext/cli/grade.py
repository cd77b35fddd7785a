"""`onetext grade`: how far a source is trusted, and how far what it tells."""

from __future__ import annotations

import json

import click

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.errors import NotInRecord
from onetext.record.addresses import RecordAt
from onetext.record.grades import grade_of
from onetext.record.record import Record, short_id
from onetext.wiring import open_record


@click.command()
@click.argument("given", metavar="[ID]... GRADE", nargs=-1, required=True)
@record_option
@click.option("--publisher", metavar="NAME", help="Every source that this publisher has so far.")
@click.option("--reason", required=True, help="Why.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def command(
    given: tuple[str, ...], record: RecordAt, publisher: str | None, reason: str, as_json: bool
) -> None:
    """Grade sources, or single statements: a letter for the source, a figure for what it tells.

    A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged;
    1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged
    (NATO AJP-2.1). Everybody's grades are kept; the latest counts. A statement's own grade goes
    before that of its source. Take one back with: onetext review --undo ID.

    \b
    Example:
      onetext grade 3f9c20d1 B2 --reason "right on both rounds before" -r talks.onetext
      onetext grade C6 --publisher "The Courier" --reason "new to us" -r talks.onetext
    """
    *ids, code = given
    if bool(ids) == bool(publisher):
        raise click.UsageError("Name what to grade: one or more IDs, or --publisher NAME.")
    reliability, credibility = grade_of(code)
    with open_record(record) as opened:
        of = [opened.resolve(one) for one in ids] if ids else _of(opened, publisher or "")
        with opened.batch():
            written = [opened.grade(one, reliability, credibility, reason=reason) for one in of]
    if as_json:
        shape = {"schema": "onetext/graded/1", "of": of, "entries": written}
        click.echo(json.dumps(shape))
        return
    shown = ", ".join(short_id(one) for one in written[:5]) + (", …" if written[5:] else "")
    say(f"Graded {len(written)} as {reliability}{credibility}. Written as: {shown}.", err=True)


def _of(record: Record, publisher: str) -> list[str]:
    sources = record.store.sources()
    found = [
        one.id
        for one in sources
        if (one.document.publisher or "").casefold() == publisher.casefold()
    ]
    if not found:
        names = sorted({one.document.publisher for one in sources if one.document.publisher})
        known = ", ".join(names[:8]) or "none with a publisher"
        raise NotInRecord(
            f'Sources of "{publisher}" were to be graded, but the record has none; it has: '
            f"{known}. Use one of these."
        )
    return found
