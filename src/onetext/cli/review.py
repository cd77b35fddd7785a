"""`onetext review`: the queue, and verdicts on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click
from rich.table import Table

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.cli.terminal import Terminal, Text
from onetext.errors import NotInRecord
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.record.addresses import RecordAt
from onetext.record.amendment import amended
from onetext.record.entries import PUBLIC
from onetext.record.record import Record, short_id
from onetext.record.review import Pending, Rule, What, queue
from onetext.record.statements import Act
from onetext.record.views import Verdict
from onetext.wiring import open_record

SHOWN = 50
WORDS_SHOWN = 160


@click.command()
@record_option
@click.option(
    "--what",
    type=click.Choice([str(what) for what in What]),
    default=str(What.STATEMENTS),
    show_default=True,
    help="Which queue.",
)
@click.option("--accept", multiple=True, metavar="ID", help="Accept what has this id.")
@click.option("--reject", multiple=True, metavar="ID", help="Reject what has this id.")
@click.option("--correct", metavar="ID", help="Correct the statement that has this id.")
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="What to correct.")
@click.option("--link", metavar="ID", help="Say that this statement is about --issue.")
@click.option("--unlink", metavar="ID", help="Say that this statement is not about --issue.")
@click.option("--issue", metavar="LABEL", help="The label of an issue.")
@click.option("--withdraw", metavar="ID", help="Take back the verdict or link of this id.")
@click.option("--reason", help="Why.")
@click.option("--accept-all", is_flag=True, help="Accept all that meet the rule below.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Rule: at least so sure.")
@click.option("--source", metavar="ID", help="Rule: from this source.")
@click.option("--party", help="Rule: said by or for this party.")
@click.option("--act", type=click.Choice([str(act) for act in Act]), help="Rule: of this act.")
@click.option("--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="Rows.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(record: RecordAt, as_json: bool, limit: int, **asked: Any) -> None:
    """Accept, correct or reject what was read; without options, list what waits.

    An ID is the short id that the list shows. A rule is written into the record with every
    verdict that it gave. Fields to correct: act, party, speaker, topic, said_on, holder,
    kind, role, speaker_kind, target, venue, addressee; an empty value means "not known".

    \b
    Example:
      onetext review -r talks.onetext
      onetext review -r talks.onetext --accept 3f9c20d1 --accept 77ab01e4
      onetext review -r talks.onetext --correct 3f9c20d1 --set act=reject --set party=Northland
      onetext review -r talks.onetext --accept-all --min-confidence 0.9
    """
    named = [name for name in _ACTIONS if asked[name]]
    if len(named) > 1:
        raise click.UsageError(f"Do one thing at a time, not {' and '.join(named)}.")
    with open_record(record) as opened:
        if named:
            did, ids = _ACTIONS[named[0]](opened, asked)
            if as_json:
                click.echo(json.dumps({"done": did, "entries": ids}, ensure_ascii=False))
            else:
                say(f"{did} Written as: {_shortened(ids)}.", err=True)
            return
        waiting = queue(opened.store, What(asked["what"]), _rule(opened, asked))
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in waiting], ensure_ascii=False))
    else:
        _list(waiting[:limit], len(waiting), asked["what"], record)


def _rule(record: Record, asked: dict[str, Any]) -> Rule:
    return Rule(
        min_confidence=asked["min_confidence"],
        source_id=record.resolve(asked["source"]) if asked["source"] else None,
        party=asked["party"],
        act=Act(asked["act"]) if asked["act"] else None,
    )


Done = tuple[str, list[str]]


def _accept(record: Record, asked: dict[str, Any]) -> Done:
    ids = [record.resolve(one) for one in asked["accept"]]
    return f"Accepted {len(ids)}.", record.accept(ids, reason=asked["reason"])


def _accept_all(record: Record, asked: dict[str, Any]) -> Done:
    rule = _rule(record, asked)
    ids = [pending.id for pending in queue(record.store, What(asked["what"]), rule)]
    number = f"1 {What(asked['what']).one}" if len(ids) == 1 else f"{len(ids)} {asked['what']}"
    done = f"Accepted {number} by the rule: {rule.words}."
    return done, record.accept(ids, rule=rule.words, reason=asked["reason"])


def _reject(record: Record, asked: dict[str, Any]) -> Done:
    if not asked["reason"]:
        raise click.UsageError("Say why with --reason TEXT.")
    ids = [record.resolve(one) for one in asked["reject"]]
    return f"Rejected {len(ids)}.", record.reject(ids, reason=asked["reason"])


def _correct(record: Record, asked: dict[str, Any]) -> Done:
    if not asked["changes"] or any("=" not in change for change in asked["changes"]):
        raise click.UsageError("Say what to correct with --set FIELD=VALUE.")
    statement_id = record.resolve(asked["correct"])
    known = record.store.statements(verdicts=tuple(Verdict))
    found = next((one.statement for one in known if one.id == statement_id), None)
    if found is None:
        raise NotInRecord(
            f'The statement "{asked["correct"]}" was to be corrected, but what has that id is no '
            "statement. List statements with: onetext review -r RECORD"
        )
    changes = dict(change.split("=", 1) for change in asked["changes"])
    reason = asked["reason"] or f"set {', '.join(asked['changes'])}"
    return "Corrected 1.", [record.correct(statement_id, amended(found, changes), reason)]


def _link(record: Record, asked: dict[str, Any]) -> Done:
    ids = record.resolve(asked["link"]), _issue(record, asked["issue"])
    return f'Linked to "{asked["issue"]}".', [record.link_statement(*ids)]


def _unlink(record: Record, asked: dict[str, Any]) -> Done:
    ids = record.resolve(asked["unlink"]), _issue(record, asked["issue"])
    return f'Unlinked from "{asked["issue"]}".', [record.unlink_statement(*ids)]


def _withdraw(record: Record, asked: dict[str, Any]) -> Done:
    entry_id = record.resolve(asked["withdraw"])
    return "Took back 1.", [record.withdraw(entry_id, asked["reason"] or "taken back in review")]


_ACTIONS: dict[str, Callable[[Record, dict[str, Any]], Done]] = {
    "accept": _accept,
    "accept_all": _accept_all,
    "reject": _reject,
    "correct": _correct,
    "link": _link,
    "unlink": _unlink,
    "withdraw": _withdraw,
}


def _issue(record: Record, label: str | None) -> str:
    if not label:
        raise click.UsageError("Name the issue with --issue LABEL.")
    if label.casefold() == WHOLE_TEXT.label.casefold():
        return record.open_issue(WHOLE_TEXT.label, WHOLE_TEXT.topic, visibility=PUBLIC)
    issues = record.store.issues()
    for issue in issues:
        if issue.label.casefold() == label.casefold():
            return issue.id
    known = ", ".join(f'"{issue.label}"' for issue in issues) or "none yet"
    raise NotInRecord(
        f'The issue "{label}" was asked for, but the record holds: {known}. '
        "Use one of these, or add a draft with: onetext text add -r RECORD FILE"
    )


def _list(waiting: list[Pending], count: int, what: str, record: RecordAt) -> None:
    if not waiting:
        say(
            f"No {what} wait for review. Read reports with: onetext read -r {record} FILE... "
            f"or see where the parties stand with: onetext state -r {record}",
            err=True,
        )
        return
    table = Table("id", "sure", "party / speaker", "act", "words", "source", box=None)
    for one in waiting:
        sure = "" if one.confidence is None else f"{one.confidence:.2f}"
        words = one.words if len(one.words) <= WORDS_SHOWN else f"{one.words[:WORDS_SHOWN]}…"
        source = one.source.publisher or one.source.origin
        cells = (short_id(one.id), sure, one.who, one.act or "", words, source)
        table.add_row(*(Text(cell) for cell in cells))
    Terminal().print(table)
    say(f"{len(waiting)} of {count} {what} that wait for review.", err=True)


def _as_json(one: Pending) -> dict[str, Any]:
    return {
        "id": one.id,
        "confidence": one.confidence,
        "who": one.who,
        "parties": list(one.parties),
        "act": one.act,
        "words": one.words,
        "source": {
            "id": one.source.id,
            "title": one.source.title,
            "publisher": one.source.publisher,
            "published": str(one.source.published) if one.source.published else None,
            "origin": one.source.origin,
        },
    }


def _shortened(ids: list[str]) -> str:
    shown = ", ".join(short_id(one) for one in ids[:5])
    return f"{shown}, … ({len(ids)} entries)" if len(ids) > 5 else shown or "nothing"
