"""How a queue, a bulk verdict before it is given, and the history of a proposal are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.table import Table

from onetext.cli.lines import say
from onetext.cli.review_doing import Bulk
from onetext.cli.terminal import Terminal, Text
from onetext.record.addresses import RecordAt
from onetext.record.codec import body_value, to_json
from onetext.record.entries import Entry, EntryKind
from onetext.record.record import Record, short_id
from onetext.record.review import Pending
from onetext.record.statements import Statement

WORDS_SHOWN = 160
MOST_COUNTED = 5


def show_queue(waiting: list[Pending], count: int, what: str, record: RecordAt) -> None:
    """A table of what waits, or what to do where nothing does."""
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


def pending_shape(one: Pending) -> dict[str, Any]:
    return {
        "id": one.id,
        "confidence": one.confidence,
        "who": one.who,
        "parties": list(one.parties),
        "act": one.act,
        "kind": one.kind,
        "topic": one.topic,
        "dated": one.dated.isoformat() if one.dated else None,
        "words": one.words,
        "source": {
            "id": one.source.id,
            "title": one.source.title,
            "publisher": one.source.publisher,
            "published": str(one.source.published) if one.source.published else None,
            "origin": one.source.origin,
        },
    }


def preview(bulk: Bulk) -> str:
    """What is about to be done, with counts by act, party and source."""
    told = [f"About to {bulk.words}."]
    acts = Counter(str(one.act) for one in bulk.them if one.act)
    parties = Counter(party for one in bulk.them for party in one.parties)
    sources = Counter(_called(one) for one in bulk.them)
    for name, counts in (("acts", acts), ("parties", parties), ("sources", sources)):
        if counts:
            told.append(f"  {name}: {_counted(counts)}")
    return "\n".join(told)


def preview_shape(bulk: Bulk) -> dict[str, Any]:
    return {"would": bulk.words, "ids": [one.id for one in bulk.them]}


def history(record: Record, proposal_id: str) -> Iterator[dict[str, Any]]:
    """What happened to a proposal, oldest first: who, when, what, and the fields that changed."""
    first = record.store.entry(proposal_id)
    before = _statement(first) if first else None
    for entry in [first, *record.store.about(proposal_id)] if first else []:
        after = _statement(entry)
        changed = _changed(before, after) if entry is not first and before and after else {}
        yield {
            "id": entry.id,
            "what": entry.kind.replace("_", " "),
            "author": entry.author,
            "recorded_at": entry.recorded_at.isoformat(),
            "of": entry.body.get("of") if entry.kind is EntryKind.WITHDRAWN else None,
            "issue": entry.body.get("issue"),
            "rule": entry.body.get("rule"),
            "reason": entry.body.get("reason"),
            "changed": changed,
        }


def history_lines(told: dict[str, Any], labels: dict[str, str]) -> Iterator[str]:
    """One step of a history in words."""
    line = f"{told['recorded_at'][:16]}  {told['author']}: {told['what']}"
    if told["of"]:
        line += f" {short_id(told['of'])}"
    if told["issue"]:
        line += f' "{labels.get(told["issue"], told["issue"])}"'
    if told["rule"]:
        line += f" (by the rule: {told['rule']})"
    if told["reason"]:
        line += f" — {told['reason']}"
    yield f"{line}  [{short_id(told['id'])}]"
    for field, (before, after) in told["changed"].items():
        yield f"    {field}: {_shown(before)} → {_shown(after)}"


def _statement(entry: Entry) -> Statement | None:
    if entry.kind not in (EntryKind.STATEMENT_PROPOSED, EntryKind.CORRECTED):
        return None
    statement: Statement = body_value(entry.kind, entry.body).statement
    return statement


def _changed(before: Statement, after: Statement) -> dict[str, list[Any]]:
    """The fields in which a correction differs from the proposal."""
    one, other = _flat(before), _flat(after)
    return {name: [one[name], other[name]] for name in one if one[name] != other[name]}


def _flat(statement: Statement) -> dict[str, Any]:
    fields = to_json(statement)
    speaker = fields.pop("speaker")
    fields["content"] = statement.words
    for name in ("cue", "source"):
        fields[name] = fields[name]["exact"] if fields[name] else None
    named = {"name": "speaker", "kind": "speaker_kind"}
    return fields | {named.get(name, name): value for name, value in speaker.items()}


def _shown(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return "not known" if value in (None, "") else str(value)


def _called(one: Pending) -> str:
    """The title of a source, else its address or the name of its file."""
    origin = one.source.origin
    return one.source.title or (origin if "://" in origin else origin.rsplit("/", 1)[-1])


def _counted(counts: Counter[str]) -> str:
    listed = ", ".join(f"{name} {count}" for name, count in counts.most_common(MOST_COUNTED))
    more = len(counts) - MOST_COUNTED
    return f"{listed}, and {more} more" if more > 0 else listed


def entries_shown(ids: list[str]) -> str:
    shown = ", ".join(short_id(one) for one in ids[:5])
    return f"{shown}, … ({len(ids)} entries)" if len(ids) > 5 else shown or "nothing"
