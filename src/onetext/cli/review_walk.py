"""Review one by one on a terminal: each proposal in its context, and a key for what to do."""

from __future__ import annotations

from dataclasses import dataclass, field

import click
from rich.console import Console

from onetext.cli.lines import say
from onetext.cli.review_doing import correct_one, issue_id
from onetext.cli.statement_lines import outlet, quoted, speaker
from onetext.cli.terminal import Terminal, Text
from onetext.errors import OnetextError
from onetext.positions.issues_told import IssuesTold
from onetext.record.amendment import FIELDS
from onetext.record.record import Record, short_id
from onetext.record.review import Pending, as_proposed
from onetext.record.undoing import take_back
from onetext.record.views import RecordedSource, RecordedStatement, Verdict

KEYS = "a accept, r reject, c correct, l link, u undo, n next, q quit"
AROUND_CHARS = 400


@dataclass(slots=True)
class Walk:
    """Where a walk through a queue stands, and what it has done: (place, ids of entries)."""

    record: Record
    waiting: list[Pending]
    place: int = 0
    done: list[tuple[int, list[str]]] = field(default_factory=list)


def walk(record: Record, waiting: list[Pending]) -> int:
    """Show each of `waiting` and do what is typed. Returns how many acts were recorded."""
    going = Walk(record, waiting)
    console = Terminal(highlight=False)
    known = {one.id: one for one in record.store.statements(verdicts=tuple(Verdict))}
    told = IssuesTold(record.store)
    while going.place < len(waiting):
        pending = waiting[going.place]
        recorded = known.get(pending.id)
        shown = as_proposed(record.store, recorded) if recorded else None
        _show(going, pending, shown, told, console)
        if not _take(going, pending, shown):
            break
    return len(going.done)


def _take(going: Walk, pending: Pending, shown: RecordedStatement | None) -> bool:
    """Wait for keys until the walk moves; False where it is over."""
    while True:
        say(KEYS)
        key = click.getchar().lower()
        if key in ("q", "\x03", "\x04", ""):
            return False
        if key == "n":
            going.place += 1
            return True
        try:
            if key == "u":
                return _undo(going)
            entries = _record(going.record, key, pending, shown)
        except OnetextError as problem:
            say(str(problem), err=True)
            continue
        if entries:
            going.done.append((going.place, entries))
            say(f"Written as {short_id(entries[0])}.")
            if key != "l":
                going.place += 1
                return True


def _record(
    record: Record, key: str, pending: Pending, shown: RecordedStatement | None
) -> list[str]:
    """The entries that a key makes; none where it does nothing."""
    if key == "a":
        return record.accept([pending.id])
    if key == "r":
        reason = _asked("Why (empty: not after all)")
        return record.reject([pending.id], reason=reason) if reason else []
    if key in ("c", "l") and shown is None:
        say("Only statements can be corrected or linked.")
        return []
    if key == "c" and shown is not None:
        say(f"Fields: {', '.join(FIELDS)}.")
        changes = []
        while change := _asked("FIELD=VALUE (empty: done)"):
            changes.append(change)
        if not changes:
            return []
        if any("=" not in change for change in changes):
            say("Write it as FIELD=VALUE, as act=demand.")
            return []
        why = _asked("Why (may be empty)") or None
        return [correct_one(record, shown, tuple(changes), why)]
    if key == "l":
        label = _asked("Label of the issue (empty: none)")
        return [record.link_statement(pending.id, issue_id(record, label))] if label else []
    return []


def _undo(going: Walk) -> bool:
    """Take back the last thing done here and go back to it; never more than this walk did."""
    if not going.done:
        say("Nothing was done here yet.")
        return True
    place, entries = going.done.pop()
    take_back(going.record, entries, "taken back in review")
    going.place = place
    say("Taken back.")
    return True


def _asked(prompt: str) -> str:
    answer: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=": ")
    return answer.strip()


def _show(
    going: Walk,
    pending: Pending,
    recorded: RecordedStatement | None,
    told: IssuesTold,
    console: Console,
) -> None:
    sure = "" if pending.confidence is None else f"  sure {pending.confidence:.2f}"
    head = f"{going.place + 1} of {len(going.waiting)}  {short_id(pending.id)}{sure}"
    console.print(Text(f"\n{head}", style="bold"))
    note = pending.source
    title = f"{note.title} — " if note.title else ""
    console.print(Text(f"{title}{outlet(note)} {note.published or ''}", style="dim"))
    if recorded is None:
        console.print(Text(f"{pending.who}: {pending.words}"))
        return
    source = going.record.store.source(note.id)
    console.print(_context(recorded, source) if source else Text(quoted(recorded.statement)))
    said = recorded.statement
    about = f" about {said.target}" if said.target else ""
    console.print(Text(f"{speaker(said)}: {said.act}{about}"))
    issues = ", ".join(told.labels(recorded)) or "no issue"
    console.print(
        Text(f"{said.kind} words, {said.topic}, {recorded.dated} ({recorded.dated_by}); {issues}")
    )


def _context(recorded: RecordedStatement, source: RecordedSource) -> Text:
    """The paragraphs around the words, at most a few lines of them, with the words marked."""
    document, passages = source.document, recorded.statement.content
    first, last = passages[0].start, passages[-1].end
    blocks = [b for b in document.blocks if b.start < last and first < b.end]
    start = max(min((b.start for b in blocks), default=first), first - AROUND_CHARS)
    end = min(max((b.end for b in blocks), default=last), last + AROUND_CHARS)
    text = Text("… " if start > min((b.start for b in blocks), default=start) else "")
    at = start
    for passage in sorted(passages, key=lambda one: one.start):
        text.append(document.text[at : passage.start])
        text.append(document.text[passage.start : passage.end], style="reverse")
        at = passage.end
    text.append(document.text[at:end])
    return text
