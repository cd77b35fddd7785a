"""`onetext brief`: writes the brief."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from onetext.briefing.write import write_brief
from onetext.cli.lines import say
from onetext.cli.options import Day, as_of_option, known_on_option, record_option
from onetext.record.addresses import RecordAt
from onetext.wiring import likeness, open_edition, open_record


@click.command()
@record_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("brief.html"),
    show_default=True,
    help="Where to write it; the suffix (.html, .md, .docx) names the format.",
)
@as_of_option
@known_on_option
@click.option(
    "--edition",
    metavar="WHO",
    help="For others: only what WHO may see (public, team, caucus:PARTY or a name), with none of "
    "the record's ids, names of files or people who work on it. It is not noted in the record.",
)
@click.option(
    "--since",
    type=Day(),
    help="List what changed since this date (default: the last brief, else two weeks).",
)
@click.option("--draft-only", is_flag=True, help="Do not note in the record that it was published.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def command(
    record: RecordAt,
    output: Path,
    as_of: date | None,
    known_on: datetime | None,
    edition: str | None,
    since: date | None,
    draft_only: bool,
    as_json: bool,
) -> None:
    """Write the brief: key points, changes, the matrix, meetings, quotes, sources.

    Every sentence in it carries the numbers of the sources it rests on.

    \b
    Example:
      onetext brief -r talks.onetext -o brief.html
      onetext brief -r talks.onetext -o brief.docx --as-of 2025-12-03
      onetext brief -r talks.onetext -o public.html --edition public
    """
    day = as_of or datetime.now(UTC).date()
    if since and since >= day:
        raise click.UsageError(f"--since {since} must lie before --as-of {day}.")
    with open_edition(record, edition).record if edition else open_record(record) as opened:
        brief = write_brief(
            opened,
            output,
            as_of=day,
            known_on=known_on,
            since=since,
            publish=not draft_only and not edition,
            likeness=likeness(),
        )
    if as_json:
        told = {
            "schema": "onetext/brief/1",
            "path": str(output),
            "headline": brief.headline.text,
            "as_of": brief.as_of.isoformat(),
            "known_on": brief.known_on.isoformat(),
            "since": brief.since.isoformat(),
            "key_points": [{"text": c.text, "sources": c.citations} for c in brief.key_points],
            "changes": [{"text": c.text, "sources": c.citations} for c in brief.changes],
            "sources": len(brief.sources),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        say(f"Wrote {output}: {brief.headline.text}")
        say(f"{len(brief.sources)} sources, {brief.reading_time_min} min to read.")
