"""`onetext visibility`: says who may see what from now on, and who sits in a party's caucus."""

from __future__ import annotations

import json

import click

from onetext.cli.lines import say
from onetext.cli.options import VisibilityName, record_option
from onetext.record.addresses import RecordAt
from onetext.record.record import Record
from onetext.wiring import open_record


@click.command()
@record_option
@click.argument("ids", nargs=-1, metavar="ID...")
@click.option("--to", "visibility", type=VisibilityName(), help="Who may see them from now on.")
@click.option("--reason", help="Why. Who may see the entry may see that.")
@click.option("--caucus", metavar="PARTY", help="Say who sits in this party's caucus.")
@click.option("--member", "members", multiple=True, metavar="NAME", help="Sits in it; repeat.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    record: RecordAt,
    ids: tuple[str, ...],
    visibility: str | None,
    reason: str | None,
    caucus: str | None,
    members: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say who may see sources, statements, drafts, issues, notes or verdicts from now on.

    What rests on an entry, as a verdict on a statement does, may be seen by who may see both.
    With --caucus, say who sits in a party's caucus; without an ID, list the caucuses.

    \b
    Example:
      onetext visibility -r talks.onetext 3f9c20d1 --to "confined:Ada Berg,caucus:Northland"
      onetext visibility -r talks.onetext 3f9c20d1 --to public --reason "it is in the papers"
      onetext visibility -r talks.onetext --caucus Northland --member "Tomas Hale"
    """
    if bool(ids) != bool(visibility):
        raise click.UsageError("Give both the ID of what it is about and --to WHO.")
    if members and not caucus:
        raise click.UsageError("--member is of a caucus: name it with --caucus PARTY.")
    if caucus and ids:
        raise click.UsageError("Do one thing at a time: an ID and --to WHO, or --caucus PARTY.")
    with open_record(record) as opened:
        if visibility:
            entries = [opened.resolve(one) for one in ids]
            opened.change_visibility(entries, visibility, reason=reason)
            told = f"{len(entries)} may be seen by: {visibility}."
            _tell(as_json, told, {"visibility": visibility, "entries": entries})
        elif caucus:
            opened.name_caucus(caucus, members)
            told = f"In the caucus of {caucus}: {', '.join(members) or 'nobody'}."
            _tell(as_json, told, {"caucus": caucus, "members": list(members)})
        else:
            _list(opened, as_json)


def _tell(as_json: bool, told: str, shape: dict[str, object]) -> None:
    if as_json:
        click.echo(json.dumps(shape, ensure_ascii=False))
    else:
        say(told, err=True)


def _list(opened: Record, as_json: bool) -> None:
    caucuses = opened.store.caucuses()
    if as_json:
        click.echo(json.dumps({one.party: list(one.members) for one in caucuses}))
        return
    for one in caucuses:
        say(f"caucus:{one.party}: {', '.join(one.members) or 'nobody'}")
    if not caucuses:
        say("No caucus is named. Name one with: --caucus PARTY --member NAME", err=True)
