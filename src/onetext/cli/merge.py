"""`onetext merge`: takes in what another record of the same negotiation holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from onetext.cli.merge_view import merged_shape, progress, tell
from onetext.cli.options import RecordPlace, record_option
from onetext.cli.sealing import key_option, opened_lines, passphrase_option
from onetext.record.addresses import RecordAt
from onetext.record.merging import merge
from onetext.wiring import open_record, other_record


@click.command()
@click.argument("other", type=RecordPlace())
@record_option
@click.option("--anyway", is_flag=True, help="Join two records that were opened apart, not copied.")
@passphrase_option
@key_option
@click.option("--json", "as_json", is_flag=True, help="Print what came as JSON.")
def command(
    other: RecordAt,
    record: RecordAt,
    anyway: bool,
    passphrase_file: Path | None,
    keys: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Take in what OTHER holds: a record, an export (JSON Lines) or an address on a server.

    Nothing is lost and nothing doubled, whoever merges whom, in which order and how often.
    A report that both have read is one source. Verdicts that were given apart and do not agree
    are listed; the latest counts until someone decides. OTHER is left as it is.

    \b
    Example:
      onetext merge colleague.onetext -r talks.onetext
      onetext merge handed-over/entries.jsonl -r talks.onetext
      onetext merge talks.jsonl.age -r talks.onetext --passphrase-file secret.txt
    """
    lines = opened_lines(other, passphrase_file, keys) if isinstance(other, Path) else None
    with open_record(record) as opened, other_record(other, lines) as found, progress() as told:
        merged = merge(opened.store, found, anyway=anyway, told=told)
    if as_json:
        shape: dict[str, Any] = {"record": str(record), "other": str(other)}
        click.echo(json.dumps({**shape, **merged_shape(merged)}, ensure_ascii=False))
    else:
        tell(merged, f"From {other} came", record)
