"""`onetext import`: makes a record from an export."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.progress import track

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.cli.terminal import Terminal
from onetext.record.addresses import RecordAt
from onetext.record.transfer import read_lines
from onetext.wiring import import_record


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@record_option
@click.option("--json", "as_json", is_flag=True, help="Print what was imported as JSON.")
def command(file: Path, record: RecordAt, as_json: bool) -> None:
    """Make a record from FILE, which export wrote: the same entries, ids and digests.

    Every line is checked against its digest; if one was changed, nothing is imported.

    \b
    Example:
      onetext import entries.jsonl -r copy.onetext
    """
    console = Terminal(stderr=True)
    entries = track(read_lines(file), "Entries", console=console, disable=not console.is_terminal)
    count = import_record(entries, record)
    if as_json:
        click.echo(json.dumps({"record": str(record), "entries": count}))
    else:
        say(f"Imported {count} entries into the new record {record}.", err=True)
