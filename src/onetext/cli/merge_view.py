"""What came with a merge, and which verdicts it has left to settle."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.progress import Progress, TextColumn

from onetext.briefing.words import counted
from onetext.cli.lines import say
from onetext.cli.terminal import Terminal
from onetext.record.addresses import RecordAt
from onetext.record.conflicts import Conflict
from onetext.record.entries import EntryKind
from onetext.record.merging import Merged, Told
from onetext.record.record import short_id
from onetext.record.views import Judgement, Verdict

SHOWN = 20

_TOLD = {
    EntryKind.SOURCE_RECEIVED: "source",
    EntryKind.STATEMENT_PROPOSED: "statement",
    EntryKind.DRAFT_RECEIVED: "draft",
}


@contextmanager
def progress() -> Iterator[Told]:
    """How many entries were looked at, on a terminal."""
    console = Terminal(stderr=True)
    columns = TextColumn("{task.description}"), TextColumn("{task.completed:,.0f} entries")
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:
        task = shown.add_task("Merging")
        yield lambda count: shown.advance(task, count)


def tell(merged: Merged, came: str, record: RecordAt, *, conflicts: bool = True) -> None:
    """Say what came, on standard error, and list the conflicts, on standard output."""
    if not merged.entries:
        say(f"{came} nothing that was not there already.", err=True)
    else:
        parts = [counted(merged.kinds[kind], what) for kind, what in _TOLD.items()]
        parts.append(counted(merged.verdicts, "verdict"))
        say(f"{came} {entries(merged.entries)}: {', '.join(parts)}.", err=True)
    if not conflicts:
        return
    if merged.unsettled:
        say(
            f"{counted(len(merged.unsettled), 'conflict')} to settle, {merged.new_conflicts} of "
            f"them new; the latest verdict counts until then. {how_to_settle(record)}",
            err=True,
        )
    for conflict in merged.unsettled[:SHOWN]:
        say(conflict_line(conflict))
    if len(merged.unsettled) > SHOWN:
        say(f"... and {len(merged.unsettled) - SHOWN} more", err=True)


def entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def conflict_line(conflict: Conflict) -> str:
    return f"{short_id(conflict.of)}  {'; '.join(judged(one) for one in conflict.verdicts)}"


def how_to_settle(record: RecordAt) -> str:
    return f"Decide with: onetext review -r {record} --accept ID, --reject ID or --correct ID"


def judged(given: Judgement) -> str:
    """A verdict in words: who gave it, when, and why."""
    why = f" ({given.reason})" if given.reason else ""
    words = ""
    if given.verdict is Verdict.CORRECTED and given.statement is not None:
        said = given.statement
        words = f" to {said.act} by {said.speaker.party or said.holder or 'no party'}"
    day = given.recorded_at.date().isoformat()
    return f"{given.verdict}{words} by {given.author} on {day}{why}"


def merged_shape(merged: Merged) -> dict[str, Any]:
    return {
        "entries": merged.entries,
        "kinds": {str(kind): count for kind, count in sorted(merged.kinds.items())},
        "new_conflicts": merged.new_conflicts,
        "conflicts": [conflict_shape(conflict) for conflict in merged.unsettled],
    }


def conflict_shape(conflict: Conflict) -> dict[str, Any]:
    return {
        "of": conflict.of,
        "counts": conflict.counts.id,
        "verdicts": [
            {
                "id": one.id,
                "verdict": str(one.verdict),
                "author": one.author,
                "recorded_at": one.recorded_at.isoformat(),
                "reason": one.reason,
                "rule": one.rule,
            }
            for one in conflict.verdicts
        ],
    }
