"""`onetext export`: writes the whole record, its tables, and what other tools read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO

import click

from onetext.briefing.exports import ENTRIES, EXPORTS, Export
from onetext.cli.edition_files import edition_files, told_of
from onetext.cli.lines import say
from onetext.cli.options import known_on_option, record_option
from onetext.cli.sealing import (
    SEALED,
    passphrase_option,
    seal_for_option,
    seal_option,
    write_sealed,
)
from onetext.cli.terminal import Terminal
from onetext.record.addresses import RecordAt
from onetext.record.entries import EntryKind
from onetext.record.files import UnwritableFile, make_folder, whole_file
from onetext.record.store import Store
from onetext.record.transfer import lines
from onetext.wiring import open_edition, open_record, salvaged


@click.command()
@record_option
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="A folder for everything, or one file: NAME.jsonl, or a name from the folder such as "
    "statements.csv.",
)
@known_on_option
@click.option(
    "--edition",
    metavar="WHO",
    help="For others: only what WHO may see (public, team, caucus:PARTY or a name), sealed anew. "
    "In a folder with record.onetext and brief.html.",
)
@click.option("--name", help="What the edition is called (default: by whom it is for).")
@seal_option
@seal_for_option
@passphrase_option
@click.option(
    "--salvage",
    is_flag=True,
    help="Save what is left of a damaged record's file, as JSON Lines, and tell what is lost.",
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there already.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def command(
    record: RecordAt,
    output: Path,
    known_on: datetime | None,
    edition: str | None,
    name: str | None,
    seal: bool,
    seal_for: tuple[str, ...],
    passphrase_file: Path | None,
    salvage: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Write the record: all entries as JSON Lines, and tables as CSV and as Parquet.

    The JSON Lines are complete: `onetext import` makes an identical record of them. The
    tables stand beside a codebook (codebook.md, codebook.json). Statements are also written
    as Web Annotations (annotations.jsonld), changes as an Atom feed (changes.atom).

    An edition is a record of its own for others: docs/how-to/keep-things-confidential.md.

    \b
    Example:
      onetext export -r talks.onetext -o export
      onetext export -r talks.onetext -o talks.jsonl
      onetext export -r talks.onetext -o then --known-on 2025-12-05
      onetext export -r talks.onetext -o statements.parquet
      onetext export -r talks.onetext -o for-the-press --edition public
      onetext export -r talks.onetext -o talks.jsonl.age --seal
      onetext export -r talks.onetext -o talks.jsonl.age --seal-for "Mira Sol"
      onetext export -r damaged.onetext -o rest.jsonl --salvage
    """
    if name and not edition:
        raise click.UsageError("--name is of an edition: say for whom with --edition WHO.")
    if known_on and (edition or salvage):
        raise click.UsageError("--known-on goes with neither --edition nor --salvage.")
    if salvage:
        _salvage(record, output, overwrite, as_json)
        return
    sealing = seal or seal_for
    wanted = _sealed(output, seal, seal_for, passphrase_file) if sealing else _wanted(output)
    into_folder = output not in wanted
    also = edition_files(output) if edition and into_folder else {}
    if not overwrite:
        _refuse_those_there([*wanted, *also])
    kept_back: Mapping[EntryKind, int] = {}
    if edition:
        made = open_edition(record, edition, name=name)
        opened, kept_back = made.record, made.kept_back
    else:
        opened = open_record(record, known_on=known_on)
    with opened:
        if into_folder:
            make_folder(output)
        written = {str(path): _write(opened.store, one, path) for path, one in wanted.items()}
        written |= {str(path): write(opened, path) for path, write in also.items()}
    if as_json:
        told = {"record": str(record), "written": written}
        click.echo(json.dumps(told | ({"kept_back": kept_back} if edition else {})))
        return
    for path, one in wanted.items():
        say(f"Wrote {path}: {written[str(path)]} {one.unit}.", err=True)
    for path in also:
        say(f"Wrote {path}.", err=True)
    if kept_back:
        say(told_of(kept_back), err=True)


def _sealed(
    output: Path, seal: bool, seal_for: tuple[str, ...], passphrase_file: Path | None
) -> dict[Path, Export]:
    if output.suffix != SEALED:
        raise click.UsageError(f"What is sealed is one file: -o NAME.jsonl{SEALED}")
    if seal and seal_for:
        raise click.UsageError("Seal with a passphrase or for the holders of keys, not both.")
    if passphrase_file and seal_for:
        raise click.UsageError("--passphrase-file goes with --seal.")
    write = partial(_write_sealed, seal_for, passphrase_file)
    return {output: Export(output.name, "entries", write)}


def _write_sealed(
    seal_for: tuple[str, ...], passphrase_file: Path | None, store: Store, file: IO[bytes]
) -> int:
    return write_sealed(store, seal_for, passphrase_file, file)


def _salvage(record: RecordAt, output: Path, overwrite: bool, as_json: bool) -> None:
    if not isinstance(record, Path) or output.suffix != ".jsonl":
        raise click.UsageError("--salvage reads a record's file and writes NAME.jsonl.")
    if not overwrite:
        _refuse_those_there([output])
    found, entries = salvaged(record)
    with whole_file(output) as file, Terminal(stderr=True).status("Reading every page"):
        for line in lines(entries):
            file.write(line)
    if as_json:
        click.echo(json.dumps({"record": str(record), "written": str(output), **asdict(found)}))
        return
    for entry_id in found.unsound:
        say(f'Entry "{entry_id}" is not as it was recorded, and was left out.')
    for digest in found.missing:
        say(f"The entry of digest {digest} is lost; others follow it.")
    say(
        f"Wrote {output}: {found.entries} sound entries from {found.pages} pages; "
        f"{len(found.unsound)} were changed, at least {len(found.missing)} are lost. "
        f"Next: onetext import {output} -r NEW --salvaged",
        err=True,
    )


def _wanted(output: Path) -> dict[Path, Export]:
    """What to write, and where; everything into a folder, or one file."""
    if not output.is_dir():
        if output.suffix == ".jsonl":
            return {output: EXPORTS[ENTRIES]}
        if output.name in EXPORTS:
            return {output: EXPORTS[output.name]}
        kinds = {Path(name).suffix for name in EXPORTS}
        if output.suffix in kinds or (output.suffix and not output.exists()):
            raise click.BadParameter(
                f"{output.name} is neither a folder nor one of: NAME.jsonl, {', '.join(EXPORTS)}.",
                param_hint="--output",
            )
    return {output / name: one for name, one in EXPORTS.items()}


def _refuse_those_there(paths: list[Path]) -> None:
    there = [path for path in paths if path.exists()]
    if there:
        more = f" (and {len(there) - 1} more)" if len(there) > 1 else ""
        raise UnwritableFile(there[0], f"it is there already{more}; --overwrite replaces it")


def _write(store: Store, one: Export, path: Path) -> int:
    with (
        whole_file(path) as file,
        Terminal(stderr=True).status(f"Writing {path.name}") as _,
    ):
        return one.write(store, file)
