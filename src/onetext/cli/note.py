"""`onetext note`: notes something on a source, a draft, an issue or what was proposed."""

from __future__ import annotations

import json

import click

from onetext.cli.lines import say
from onetext.cli.options import record_option, visibility_option
from onetext.record.addresses import RecordAt
from onetext.record.record import short_id
from onetext.wiring import open_record


@click.command()
@record_option
@click.argument("entry", metavar="ID")
@click.argument("text")
@visibility_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(record: RecordAt, entry: str, text: str, visibility: str, as_json: bool) -> None:
    """Note something on a source, a draft, an issue or what was proposed.

    Notes stand under a statement in: onetext state --cell PARTY ISSUE. They are taken back with:
    onetext review --withdraw ID.

    \b
    Example:
      onetext note -r talks.onetext 3f9c20d1 "He said so off the record, too."
      onetext note -r talks.onetext 3f9c20d1 "Ask Ada." --visibility "confined:Ada Berg"
    """
    with open_record(record) as opened:
        noted = opened.note(opened.resolve(entry), text, visibility=visibility)
    if as_json:
        click.echo(json.dumps({"id": noted, "visibility": visibility}))
    else:
        say(f"Noted as {short_id(noted)}; it may be seen by: {visibility}.", err=True)
