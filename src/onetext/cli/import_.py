"""`onetext import`: makes a record from an export."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.progress import track

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.cli.sealing import key_option, opened_lines, passphrase_option
from onetext.cli.terminal import Terminal
from onetext.record.addresses import RecordAt
from onetext.record.annotated import annotated, read_annotations
from onetext.record.references import whole_parts
from onetext.record.transfer import read_lines
from onetext.wiring import import_record, open_record


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@record_option
@click.option(
    "--annotations",
    "as_annotations",
    is_flag=True,
    help="FILE holds Web Annotations: propose them to the record that is there.",
)
@click.option(
    "--salvaged",
    is_flag=True,
    help="FILE is what export --salvage saved: leave out what refers to lost entries.",
)
@passphrase_option
@key_option
@click.option("--json", "as_json", is_flag=True, help="Print what was imported as JSON.")
def command(
    file: Path,
    record: RecordAt,
    as_annotations: bool,
    salvaged: bool,
    passphrase_file: Path | None,
    keys: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Make a record from FILE, which export wrote: the same entries, ids and digests.

    Every line is checked against its digest; if one was changed, nothing is imported. With
    --annotations the record is there already: annotations whose quotes its sources hold
    verbatim become proposals for review, others are named.

    \b
    Example:
      onetext import entries.jsonl -r copy.onetext
      onetext import talks.jsonl.age -r copy.onetext --passphrase-file secret.txt
      onetext import rest.jsonl -r mended.onetext --salvaged
      onetext import --annotations annotations.jsonld -r talks.onetext
    """
    if as_annotations:
        _annotations(file, record, as_json)
        return
    console = Terminal(stderr=True)
    read = read_lines(file, opened=opened_lines(file, passphrase_file, keys), with_gaps=salvaged)
    left_out: list[str] = []
    complete = whole_parts(read, left_out) if salvaged else read
    entries = track(complete, "Entries", console=console, disable=not console.is_terminal)
    count = import_record(entries, record)
    if as_json:
        told = {"record": str(record), "entries": count}
        click.echo(json.dumps({**told, "left_out": left_out} if salvaged else told))
        return
    if left_out:
        say(f"Left out {len(left_out)} entries that refer to what is lost.", err=True)
    say(f"Imported {count} entries into the new record {record}.", err=True)


def _annotations(file: Path, record: RecordAt, as_json: bool) -> None:
    annotations = read_annotations(file)
    with open_record(record) as opened:
        found = annotated(opened.store, annotations)
        with opened.batch():
            ids = [
                entry
                for source_id, statements in found.found.items()
                for entry in opened.propose(source_id, statements)
            ]
    if as_json:
        refused = [{"annotation": one.name, "why": one.why} for one in found.refused]
        told = {"proposed": ids, "already": found.already, "refused": refused}
        click.echo(json.dumps({"record": str(record), **told}, ensure_ascii=False))
        return
    for one in found.refused:
        say(f"Refused {one.name}: {one.why}.", err=True)
    say(
        f"Proposed {len(ids)} statements of {len(annotations)} annotations; {found.already} were "
        f"there already, {len(found.refused)} refused. Review with: onetext review -r {record}",
        err=True,
    )
