"""`onetext init`: makes a record."""

from __future__ import annotations

import json
from pathlib import Path

import click

from onetext.cli.lines import say
from onetext.wiring import create_record


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--name", help="What the talks are called (default: the file's name).")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def command(record: Path, name: str | None, as_json: bool) -> None:
    """Make a new record, in one file.

    Who records is the name in ONETEXT_AUTHOR, else the name you logged in with.

    \b
    Example:
      onetext init talks.onetext --name "The Lune talks"
    """
    called = name or record.stem
    with create_record(record, called) as made:
        author = made.author
    if as_json:
        click.echo(json.dumps({"record": str(record), "name": called, "author": author}))
        return
    say(f'Made the record "{called}" at {record}; you record as {author}.', err=True)
    say(f"Next: onetext read -r {record} FILE...", err=True)
