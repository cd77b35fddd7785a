"""What an author did last, so that it can be taken back as one: also a verdict on many."""

from __future__ import annotations

from onetext.errors import RecordProblem
from onetext.record.derivation import VERDICTS
from onetext.record.entries import Entry, EntryKind
from onetext.record.record import Record

UNDOABLE = frozenset(
    {
        *VERDICTS,
        EntryKind.STATEMENT_LINKED,
        EntryKind.STATEMENT_UNLINKED,
        EntryKind.NAMES_MERGED,
    }
)


def last_act(record: Record) -> tuple[Entry, list[str]]:
    """The author's latest verdict, link or merge that stands, and the ids that go with it.

    Verdicts that were given together (the same moment, rule and reason) go together.

    Raises:
        RecordProblem: the author has done nothing that could be taken back.
    """
    latest = record.store.latest(record.author, UNDOABLE)
    if latest is None:
        raise RecordProblem(
            f'The last verdict, link or merge of "{record.author}" was to be taken back, but there '
            "is none that stands. Take back another's by its id: onetext review --undo ID"
        )
    if latest.kind not in VERDICTS:
        return latest, [latest.id]
    together = [
        one.id
        for one in record.store.judgements(author=record.author)
        if one.recorded_at == latest.recorded_at
        and one.verdict is VERDICTS[latest.kind]
        and one.rule == latest.body.get("rule")
        and one.reason == latest.body["reason"]
    ]
    return latest, together


def take_back(record: Record, ids: list[str], reason: str) -> list[str]:
    """Withdraw all of `ids`, or none. Returns the ids of the withdrawals."""
    with record.batch():
        return [record.withdraw(one, reason) for one in ids]
