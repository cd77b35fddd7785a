"""`onetext sync`: takes in what a record on a server holds, and hands over what it lacks."""

from __future__ import annotations

import json

import click

from onetext.cli.merge_view import merged_shape, progress, tell
from onetext.cli.options import RecordPlace, record_option
from onetext.record.addresses import RecordAt
from onetext.record.merging import OtherStore, merge
from onetext.wiring import open_record


@click.command()
@click.argument("other", metavar="URL", type=RecordPlace())
@record_option
@click.option("--anyway", is_flag=True, help="Join two records that were opened apart, not copied.")
@click.option("--json", "as_json", is_flag=True, help="Print what came and went as JSON.")
def command(other: RecordAt, record: RecordAt, anyway: bool, as_json: bool) -> None:
    """Bring a record and that at URL together, both ways; URL is an address or a file.

    Each way is one transaction: cut off at any moment, the same command goes on where it was,
    loses nothing and doubles nothing. Over http it does not work: give the address of the
    database, postgresql://USER@HOST/DATABASE, or hand over an export.

    \b
    Example:
      onetext sync postgresql://desk@db.example/talks -r talks.onetext
    """
    with (
        open_record(record) as mine,
        open_record(other) as theirs,
        progress() as told,
    ):
        came = merge(mine.store, OtherStore(theirs.store, str(other)), anyway=anyway, told=told)
        went = merge(theirs.store, OtherStore(mine.store, str(record)), anyway=anyway, told=told)
    if as_json:
        shape = {"record": str(record), "other": str(other)}
        both = {"came": merged_shape(came), "went": merged_shape(went)}
        click.echo(json.dumps({**shape, **both}, ensure_ascii=False))
        return
    tell(came, f"From {other} came", record)
    tell(went, f"To {other} went", record, conflicts=False)
