"""What `onetext review` does to the record: verdicts, links, merges, and taking them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click
from rapidfuzz import process

from onetext.cli.review_options import asked_queue, asked_rule
from onetext.errors import NotInRecord
from onetext.positions.issues_told import named_issue
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.record.amendment import amended
from onetext.record.entries import PUBLIC
from onetext.record.names import names_in
from onetext.record.record import Record
from onetext.record.review import Pending, What, as_kept
from onetext.record.statements import Named
from onetext.record.undoing import last_act, take_back
from onetext.record.views import RecordedStatement, Verdict

Asked = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in words, and the ids of the entries that say so."""

    words: str
    entries: list[str]


@dataclass(frozen=True, slots=True)
class Bulk:
    """What is about to be done to many: in words, to which, and how."""

    words: str
    them: list[Pending]
    do: Callable[[], Done]


def accept(record: Record, asked: Asked) -> Done:
    ids = [record.resolve(one) for one in asked["accept"]]
    return Done(f"Accepted {len(ids)}.", record.accept(ids, reason=asked["reason"]))


def reject(record: Record, asked: Asked) -> Done:
    ids = [record.resolve(one) for one in asked["reject"]]
    return Done(f"Rejected {len(ids)}.", record.reject(ids, reason=_reason(asked)))


def correct(record: Record, asked: Asked) -> Done:
    found = statement_of(record, asked["correct"], "corrected")
    return Done("Corrected 1.", [correct_one(record, found, asked["changes"], asked["reason"])])


def correct_one(
    record: Record, found: RecordedStatement, changes: tuple[str, ...], reason: str | None
) -> str:
    """Correct the fields that `changes` (FIELD=VALUE) name. Returns the entry's id."""
    if not changes or any("=" not in change for change in changes):
        raise click.UsageError("Say what to correct with --set FIELD=VALUE.")
    source = record.store.source(found.source.id)
    text = source.document.text if source else None
    kept = as_kept(record.store, found)
    statement = amended(kept, dict(one.split("=", 1) for one in changes), text)
    return record.correct(found.id, statement, reason or f"set {', '.join(changes)}")


def statement_of(record: Record, short: str, to_be: str) -> RecordedStatement:
    """The statement of that id, whatever the verdict on it."""
    statement_id = record.resolve(short)
    known = record.store.statements(verdicts=tuple(Verdict))
    found = next((one for one in known if one.id == statement_id), None)
    if found is None:
        raise NotInRecord(
            f'The statement "{short}" was to be {to_be}, but what has that id is no '
            "statement. List statements with: onetext review -r RECORD"
        )
    return found


def link(record: Record, asked: Asked) -> Done:
    ids = record.resolve(asked["link"]), issue_id(record, asked["issue"])
    return Done(f'Linked to "{asked["issue"]}".', [record.link_statement(*ids)])


def unlink(record: Record, asked: Asked) -> Done:
    ids = record.resolve(asked["unlink"]), issue_id(record, asked["issue"])
    return Done(f'Unlinked from "{asked["issue"]}".', [record.unlink_statement(*ids)])


def issue_id(record: Record, label: str | None) -> str:
    """The id of the issue of that label; the text as a whole is opened when first named."""
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


def withdraw(record: Record, asked: Asked) -> Done:
    entry_id = record.resolve(asked["withdraw"])
    reason = asked["reason"] or "taken back in review"
    return Done("Took back 1.", [record.withdraw(entry_id, reason)])


def undo(record: Record, asked: Asked) -> Done:
    """Take back the author's last act, or the entry that is named."""
    reason = asked["reason"] or "taken back in review"
    if asked["undo"]:
        return Done("Took back 1.", take_back(record, [record.resolve(asked["undo"])], reason))
    latest, together = last_act(record)
    words = f"Took back your last: {latest.kind.replace('_', ' ')}, {len(together)}."
    return Done(words, take_back(record, together, reason))


def merge(record: Record, asked: Asked) -> Done:
    """Merge names of one party, or of one person, into the name to go by."""
    names, into = list(asked["merge"]), asked["into"]
    if not into:
        raise click.UsageError("Say which name to go by with --into NAME.")
    known = names_in(record.store)
    kinds = [Named(asked["named"])] if asked["named"] else list(Named)
    fitting = [kind for kind in kinds if all(name in known[kind] for name in names)]
    if len(fitting) > 1:
        raise click.UsageError("These name parties and people: say which with --named.")
    if not fitting:
        raise _no_such_name(names, {name for kind in kinds for name in known[kind]})
    entry = record.merge_names(fitting[0], names, into, reason=asked["reason"])
    return Done(f'Merged {len(names)} into the {fitting[0]} "{into}".', [entry])


def _no_such_name(names: list[str], known: set[str]) -> NotInRecord:
    missing = next((name for name in names if name not in known), names[0])
    near = [found for found, *_ in process.extract(missing, sorted(known), limit=3)]
    listed = ", ".join(f'"{name}"' for name in near) or "none yet"
    return NotInRecord(
        f'The name "{missing}" was to be merged, but no party or person of the record that goes '
        f"together with the others is called so; the nearest are {listed}. Use names as "
        "onetext state shows them."
    )


def accept_all(record: Record, asked: Asked) -> Bulk:
    them, rule = asked_queue(record, asked), asked_rule(record, asked).words

    def do() -> Done:
        ids = record.accept([one.id for one in them], rule=rule, reason=asked["reason"])
        return Done(f"Accepted {_number(them, asked)} by the rule: {rule}.", ids)

    return Bulk(f"accept {_number(them, asked)}", them, do)


def reject_all(record: Record, asked: Asked) -> Bulk:
    them, rule, reason = asked_queue(record, asked), asked_rule(record, asked).words, _reason(asked)

    def do() -> Done:
        ids = record.reject([one.id for one in them], rule=rule, reason=reason)
        return Done(f"Rejected {_number(them, asked)} by the rule: {rule}.", ids)

    return Bulk(f"reject {_number(them, asked)}", them, do)


def correct_all(record: Record, asked: Asked) -> Bulk:
    _statements_only(asked)
    them = asked_queue(record, asked)
    waiting = {one.id for one in them}
    known = record.store.statements(verdicts=tuple(Verdict)) if them else []
    found = [one for one in known if one.id in waiting]

    def do() -> Done:
        with record.batch():
            ids = [correct_one(record, one, asked["changes"], asked["reason"]) for one in found]
        return Done(f"Corrected {_number(them, asked)}.", ids)

    return Bulk(f"correct {_number(them, asked)}", them, do)


def link_all(record: Record, asked: Asked) -> Bulk:
    _statements_only(asked)
    them = asked_queue(record, asked)
    label = asked["issue"] or ""
    if label.casefold() != WHOLE_TEXT.label.casefold():
        named_issue(record.store, label)

    def do() -> Done:
        with record.batch():
            issue = issue_id(record, label)
            ids = [record.link_statement(one.id, issue) for one in them]
        return Done(f'Linked {_number(them, asked)} to "{label}".', ids)

    return Bulk(f'link {_number(them, asked)} to "{label}"', them, do)


SINGLE: dict[str, Callable[[Record, Asked], Done]] = {
    "accept": accept,
    "reject": reject,
    "correct": correct,
    "link": link,
    "unlink": unlink,
    "withdraw": withdraw,
    "undo": undo,
    "merge": merge,
}
BULK: dict[str, Callable[[Record, Asked], Bulk]] = {
    "accept_all": accept_all,
    "reject_all": reject_all,
    "correct_all": correct_all,
    "link_all": link_all,
}


def _reason(asked: Asked) -> str:
    if not asked["reason"]:
        raise click.UsageError("Say why with --reason TEXT.")
    return str(asked["reason"])


def _statements_only(asked: Asked) -> None:
    if What(asked["what"]) is not What.STATEMENTS:
        raise click.UsageError("Only statements can be corrected or linked.")


def _number(them: list[Pending], asked: Asked) -> str:
    what = What(asked["what"])
    return f"1 {what.one}" if len(them) == 1 else f"{len(them)} {what}"
