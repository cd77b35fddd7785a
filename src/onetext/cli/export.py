"""`onetext export`: writes the whole record, or its tables."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click
from rich.progress import track

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.cli.terminal import Terminal
from onetext.positions.tables import write_positions
from onetext.record.files import make_folder, whole_file
from onetext.record.store import Store
from onetext.record.tables import TABLES as RECORD_TABLES
from onetext.record.transfer import lines
from onetext.wiring import open_record

ENTRIES = "entries.jsonl"
TABLES = {**RECORD_TABLES, "positions.csv": write_positions}


@click.command()
@record_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="A folder for everything, or one file: NAME.jsonl, or a table's name such as "
    "statements.csv.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def command(record: Path, output: Path, as_json: bool) -> None:
    """Write the record: all entries as JSON Lines, and tables as CSV.

    The JSON Lines are complete: `onetext import` makes an identical record of them.

    \b
    Example:
      onetext export -r talks.onetext -o export
      onetext export -r talks.onetext -o talks.jsonl
    """
    with open_record(record) as opened:
        written = dict(_write(opened.store, output))
    if as_json:
        click.echo(json.dumps({"record": str(record), "written": written}))
        return
    for path, count in written.items():
        what = "entries" if path.endswith(".jsonl") else "rows"
        say(f"Wrote {path}: {count} {what}.", err=True)


def _write(store: Store, output: Path) -> Iterator[tuple[str, int]]:
    if output.suffix == ".jsonl":
        yield str(output), _entries(store, output)
    elif output.name in TABLES and not output.is_dir():
        yield str(output), _table(store, output)
    elif output.suffix == ".csv" or (output.suffix and not output.exists()):
        raise click.BadParameter(
            f"{output.name} is neither a folder nor one of: NAME.jsonl, {', '.join(TABLES)}.",
            param_hint="--output",
        )
    else:
        make_folder(output)
        yield str(output / ENTRIES), _entries(store, output / ENTRIES)
        for name in TABLES:
            yield str(output / name), _table(store, output / name)


def _entries(store: Store, path: Path) -> int:
    console = Terminal(stderr=True)
    count = 0
    with whole_file(path) as file:
        found = track(
            lines(store.entries()), "Entries", console=console, disable=not console.is_terminal
        )
        for line in found:
            file.write(line)
            count += 1
    return count


def _table(store: Store, path: Path) -> int:
    with whole_file(path) as file, _as_text(file) as text:
        return TABLES[path.name](store, text)


@contextmanager
def _as_text(file: IO[bytes]) -> Iterator[IO[str]]:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    yield text
    text.flush()
    text.detach()
