"""`onetext init`: makes a record."""

from __future__ import annotations

import json

import click

from onetext.cli.lines import say
from onetext.cli.options import RecordPlace, VisibilityName
from onetext.record.addresses import RecordAt, name_of
from onetext.wiring import create_record


@click.command()
@click.argument("record", type=RecordPlace())
@click.option("--name", help="What the talks are called (default: the file's or database's name).")
@click.option(
    "--visibility",
    type=VisibilityName(),
    default="team",
    show_default=True,
    help="Who may see its name.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def command(record: RecordAt, name: str | None, visibility: str, as_json: bool) -> None:
    """Make a new record, in one file or in an empty database on a PostgreSQL server.

    Who records is the name in ONETEXT_AUTHOR, else the name you logged in with.

    \b
    Example:
      onetext init talks.onetext --name "The Lune talks"
      onetext init postgresql://desk@db.example.org/lune
    """
    called = name or name_of(record)
    with create_record(record, called, visibility=visibility) as made:
        author = made.author
    if as_json:
        click.echo(json.dumps({"record": str(record), "name": called, "author": author}))
        return
    say(f'Made the record "{called}" at {record}; you record as {author}.', err=True)
    say(f"Next: onetext read -r {record} FILE...", err=True)
