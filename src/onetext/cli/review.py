"""`onetext review`: the queue, and what people decide about it."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import Any

import click

from onetext.cli.lines import say
from onetext.cli.merge_view import conflict_line, conflict_shape, how_to_settle
from onetext.cli.options import VisibilityName, known_on_option, record_option, viewer_option
from onetext.cli.review_agreement import agreement_shape, show_agreement
from onetext.cli.review_doing import BULK, SINGLE, Done
from onetext.cli.review_options import asked_queue, filters
from onetext.cli.review_view import (
    entries_shown,
    history,
    history_lines,
    pending_shape,
    preview,
    preview_shape,
    show_queue,
)
from onetext.cli.review_walk import walk
from onetext.cli.terminal import Terminal
from onetext.record.addresses import RecordAt
from onetext.record.agreement import agreement
from onetext.record.conflicts import conflicts
from onetext.record.entries import INHERITED
from onetext.record.record import Record
from onetext.record.review import Order, What
from onetext.record.statements import Named
from onetext.wiring import open_record

SHOWN = 50


@click.command()
@record_option
@click.option(
    "--what",
    type=click.Choice([str(what) for what in What]),
    default=str(What.STATEMENTS),
    show_default=True,
    help="Which queue.",
)
@click.option("--walk", "walking", is_flag=True, help="One by one, with a key for each.")
@click.option("--accept", multiple=True, metavar="ID", help="Accept what has this id.")
@click.option("--reject", multiple=True, metavar="ID", help="Reject what has this id.")
@click.option("--correct", metavar="ID", help="Correct the statement that has this id.")
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="What to correct.")
@click.option("--link", metavar="ID", help="Say that this statement is about --issue.")
@click.option("--unlink", metavar="ID", help="Say that this statement is not about --issue.")
@click.option("--issue", metavar="LABEL", help="The label of an issue; alone: only what is on it.")
@click.option("--merge", multiple=True, metavar="NAME", help="Another name of --into.")
@click.option("--into", metavar="NAME", help="The name that merged names go by.")
@click.option(
    "--named", type=click.Choice([str(what) for what in Named]), help="What the names name."
)
@click.option("--withdraw", metavar="ID", help="Take back the entry of this id.")
@click.option(
    "--undo",
    is_flag=False,
    flag_value="",
    metavar="[ID]",
    help="Take back your last verdict, link or merge, or the one of this id.",
)
@click.option("--reason", help="Why.")
@click.option(
    "--visibility",
    type=VisibilityName(),
    help="Who may see what is decided (default: who may see what it is about).",
)
@viewer_option
@click.option("--accept-all", is_flag=True, help="Accept all that the filters leave.")
@click.option("--reject-all", is_flag=True, help="Reject all that the filters leave.")
@click.option("--correct-all", is_flag=True, help="Correct all that the filters leave, as --set.")
@click.option("--link-all", is_flag=True, help="Link all that the filters leave to --issue.")
@click.option("--yes", is_flag=True, help="Do it to all without asking.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done to all.")
@click.option("--history", "history_of", metavar="ID", help="What happened to this proposal.")
@click.option(
    "--conflicts", "in_conflict", is_flag=True, help="Verdicts that were given apart and differ."
)
@click.option("--agreement", "agreeing", is_flag=True, help="How far several people agree.")
@filters
@known_on_option
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="Rows.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    record: RecordAt,
    viewer: str | None,
    known_on: datetime | None,
    as_json: bool,
    limit: int,
    **asked: Any,
) -> None:
    """Decide about what was read: accept, correct, reject, link to issues, merge names.

    Without options it walks through the queue on a terminal, and lists it in a pipe. An ID is
    the short id that lists show. What is done to all is shown first, with counts, and asked for;
    the rule is written into the record with every verdict that it gave. Fields to correct: act,
    party, speaker, topic, said_on, holder, kind, role, speaker_kind, target, venue, addressee,
    via, words, span, cue; an empty value means "not known".

    \b
    Example:
      onetext review -r talks.onetext --order unsurest --act reject --party Northland
      onetext review -r talks.onetext --accept 3f9c20d1 --accept 77ab01e4
      onetext review -r talks.onetext --correct 3f9c20d1 --set act=reject --set party=Northland
      onetext review -r talks.onetext --accept-all --min-confidence 0.9 --yes
      onetext review -r talks.onetext --merge "the South" --into Southland
      onetext review -r talks.onetext --undo
      onetext review -r talks.onetext --agreement
    """
    ctx = click.get_current_context()
    named = [name for name in (*SINGLE, *BULK) if asked[name] not in (None, False, ())]
    named += [name for name in ("history_of", "agreeing", "in_conflict", "walking") if asked[name]]
    if len(named) > 1:
        raise click.UsageError(f"Do one thing at a time, not {' and '.join(map(_option, named))}.")
    does = named[0] if named else ""
    if not does and not as_json and not known_on and _plain(ctx) and _on_terminal():
        does = "walking"
    if does == "walking" and not _on_terminal():
        raise click.UsageError("--walk needs a terminal. List the queue without it.")
    if known_on and does not in ("", "history_of", "agreeing", "in_conflict"):
        raise click.UsageError("--known-on shows the queue of a past day; decide without it.")
    with open_record(record, viewer=viewer, known_on=known_on) as opened:
        opened.said_to = asked["visibility"] or INHERITED
        if does == "history_of":
            _history(opened, asked["history_of"], as_json)
        elif does == "agreeing":
            _agreement(opened, limit, as_json)
        elif does == "in_conflict":
            _conflicts(opened, record, as_json)
        elif does == "walking":
            _walk(ctx, opened, record, asked)
        elif does in SINGLE:
            _tell(SINGLE[does](opened, asked), as_json)
        elif does in BULK:
            _to_all(opened, does, asked, as_json)
        else:
            _list(opened, record, limit, asked, as_json)


def _to_all(record: Record, does: str, asked: dict[str, Any], as_json: bool) -> None:
    """Show what is about to be done to many, ask, and do it."""
    bulk = BULK[does](record, asked)
    if asked["dry_run"]:
        if as_json:
            click.echo(json.dumps(preview_shape(bulk), ensure_ascii=False))
        else:
            say(preview(bulk))
        return
    if bulk.them and not asked["yes"]:
        say(preview(bulk), err=True)
        if not _on_terminal():
            raise click.UsageError(
                "Nothing was recorded. Say --yes to do it, or --dry-run to see it only."
            )
        if not click.confirm("Do it?", err=True):
            say("Nothing was recorded.", err=True)
            return
    _tell(bulk.do(), as_json)


def _walk(ctx: click.Context, record: Record, path: RecordAt, asked: dict[str, Any]) -> None:
    if ctx.get_parameter_source("order") is click.core.ParameterSource.DEFAULT:
        asked = {**asked, "order": str(Order.UNSUREST)}
    waiting = asked_queue(record, asked)
    if not waiting:
        show_queue([], 0, asked["what"], path)
        return
    count = walk(record, waiting)
    undo = f"{count} recorded. Take back the last with: onetext review -r {path} --undo"
    say(undo if count else "Nothing was recorded.", err=True)


def _list(record: Record, path: RecordAt, limit: int, asked: dict[str, Any], as_json: bool) -> None:
    waiting = asked_queue(record, asked)
    if as_json:
        click.echo(json.dumps([pending_shape(one) for one in waiting], ensure_ascii=False))
    else:
        show_queue(waiting[:limit], len(waiting), asked["what"], path)


def _conflicts(record: Record, path: RecordAt, as_json: bool) -> None:
    found = conflicts(record.store)
    if as_json:
        click.echo(json.dumps([conflict_shape(one) for one in found], ensure_ascii=False))
        return
    for one in found:
        say(conflict_line(one))
    if found:
        say(f"The last of each line counts until then. {how_to_settle(path)}", err=True)
    else:
        say("No verdicts were given apart that differ.", err=True)


def _history(record: Record, short: str, as_json: bool) -> None:
    steps = list(history(record, record.resolve(short)))
    if as_json:
        click.echo(json.dumps(steps, ensure_ascii=False))
        return
    labels = {issue.id: issue.label for issue in record.store.issues()}
    for step in steps:
        for line in history_lines(step, labels):
            say(line)


def _agreement(record: Record, limit: int, as_json: bool) -> None:
    found = agreement(record.store)
    if as_json:
        click.echo(json.dumps(agreement_shape(found), ensure_ascii=False, indent=1))
    else:
        show_agreement(found, Terminal(highlight=False), limit)


def _tell(done: Done, as_json: bool) -> None:
    if as_json:
        told = {"done": done.words, "entries": done.entries}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        say(f"{done.words} Written as: {entries_shown(done.entries)}.", err=True)


def _option(name: str) -> str:
    return {"history_of": "history", "agreeing": "agreement", "walking": "walk"}.get(
        name, name
    ).replace("_", "-")


def _plain(ctx: click.Context) -> bool:
    """Whether nothing was asked for beyond the record."""
    default = (click.core.ParameterSource.DEFAULT, click.core.ParameterSource.ENVIRONMENT)
    return all(ctx.get_parameter_source(n) in default for n in ctx.params if n != "record")


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
