"""One cell of the matrix, opened: every statement behind it, newest first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding

from onetext.cli.matrix_view import stance_line
from onetext.cli.merge_view import judged
from onetext.cli.statement_lines import DATED_BY, indented, outlet, quoted, reviewed, speaker
from onetext.cli.terminal import Text
from onetext.cli.word_runs import marked
from onetext.positions.provenance import Provenance
from onetext.positions.values import Evidence, IssueLink, Position, Staleness
from onetext.record.conflicts import Conflict
from onetext.record.grades import Grading
from onetext.record.record import short_id
from onetext.record.views import Note, RecordedDraft, RecordedStatement
from onetext.record.visibility import CONFINED
from onetext.text.excerpts import excerpt

Notes = Mapping[str, Sequence[Note]]
Conflicts = Mapping[str, Conflict]


def show(
    position: Position,
    console: Console,
    known: Provenance,
    notes: Notes | None = None,
    unsettled: Conflicts | None = None,
) -> None:
    """Print where a party stands on an issue and the exact words that it rests on.

    `known`: what is known of the statements beside their words; `notes` are those on statements
    and on the issue, by the id of what they are on; `unsettled` are conflicts by the id of the
    statement.
    """
    head = Text.assemble((f"{position.party} on {position.issue.label}: ", "bold"))
    head.append_text(stance_line(position))
    if position.since:
        head.append(f", since {position.since.isoformat()}")
    if position.visibility.startswith(CONFINED):
        head.append(f"; may be seen by: {position.visibility}")
    console.print(head)
    _show_notes((notes or {}).get(position.issue.id, ()), console)
    if position.stale:
        console.print(Text(staleness(position.stale)), soft_wrap=True)
        console.print(
            Padding(marked(excerpt(position.stale.words), console), (0, 0, 0, 2), expand=False)
        )
    if not position.evidence:
        console.print(Text("No statement in the record is linked to this cell."))
    for evidence in position.evidence:
        console.print()
        _show(evidence, console, known)
        _show_notes((notes or {}).get(evidence.recorded.id, ()), console)
        if conflict := (unsettled or {}).get(evidence.recorded.id):
            _show_conflict(conflict, console)


def show_left_out(
    party: str, rejected: Sequence[RecordedStatement], unsettled: Conflicts, console: Console
) -> None:
    """Print statements of the party that are left out only while a conflict is not settled."""
    for one in rejected:
        said = one.statement
        if one.id in unsettled and party in (said.holder, said.speaker.party):
            console.print()
            line = f"left out for now: {short_id(one.id)} {quoted(said)}"
            console.print(Text(indented(line, console.width)), soft_wrap=True)
            _show_conflict(unsettled[one.id], console)


def _show_conflict(conflict: Conflict, console: Console) -> None:
    given = "; ".join(judged(one) for one in conflict.verdicts)
    line = f"! to settle: {given}. The last of these counts until someone decides."
    console.print(Text(indented(line, console.width)), soft_wrap=True)


def _show_notes(notes: Sequence[Note], console: Console) -> None:
    for note in notes:
        line = f"note by {note.author}, {note.recorded_at.date()} ({note.visibility}): {note.text}"
        console.print(Text(indented(line, console.width)), soft_wrap=True)


def staleness(stale: Staleness) -> str:
    """How much of the wording has changed, since which draft, and which drafts did it."""
    drafts = " and ".join(
        _draft(one.draft) + (f" ({one.changed_share_pct:.0f}%)" if len(stale.by) > 1 else "")
        for one in stale.by
    )
    return (
        f"~ stale: {stale.changed_share_pct:.0f}% of the wording has changed since, in {drafts}; "
        f"the position is about {_draft(stale.before.draft)}"
    )


def _draft(recorded: RecordedDraft) -> str:
    draft = recorded.draft
    return f"“{draft.title}”" + (f" ({draft.dated.isoformat()})" if draft.dated else "")


def _show(evidence: Evidence, console: Console, known: Provenance) -> None:
    recorded = evidence.recorded
    statement = recorded.statement
    head = f"{recorded.dated.isoformat()} ({DATED_BY[recorded.dated_by]})  {speaker(statement)}"
    console.print(Text(textwrap.fill(head, console.width, subsequent_indent="  ")))
    stance = str(evidence.stance) if evidence.stance else "takes no stand"
    about = f", about {statement.target}" if statement.target else ""
    lines = [
        quoted(statement),
        f"{statement.kind} words; {statement.act}{about}: {stance}",
        outlet(recorded.source)
        + (f", published {recorded.source.published}" if recorded.source.published else ""),
    ]
    if recorded.source.publisher and recorded.source.origin.startswith("http"):
        lines.append(recorded.source.origin)
    lines += [*_grades(known.of(recorded)), *_copies(evidence)]
    if recorded.id in known.orphans:
        lines.append("orphan: its source does not hold these words at this place")
    state = reviewed(recorded)
    lines.append(
        f"id {short_id(recorded.id)}; linked by {_link(evidence.link)}"
        + (f"; {state}" if state else "")
    )
    for line in lines:
        console.print(Text(indented(line, console.width)), soft_wrap=True)


def _grades(grading: Grading) -> Iterator[str]:
    """Every grade that stands, the one that counts first; of whom, when and why."""
    for grade in grading.grades:
        of = "the source graded" if grading.of_source else "graded"
        day = grade.recorded_at.date().isoformat()
        yield f"{of} {grade.code} ({grade.words}) by {grade.author}, {day}: {grade.reason}"


def _copies(evidence: Evidence) -> Iterator[str]:
    copies = [note for note in evidence.copies if note.id in evidence.same_text]
    others = [note for note in evidence.copies if note.id not in evidence.same_text]
    if copies:
        number = "a copy" if len(copies) == 1 else f"{len(copies)} copies"
        yield f"also in {number} of the same text: {', '.join(map(outlet, copies))}"
    if others:
        yield f"the same words in: {', '.join(map(outlet, others))}"


def _link(link: IssueLink) -> str:
    if link.rule == "person":
        return "a person"
    words = f" ({', '.join(link.words)})" if link.words else ""
    return f"{link.rule}{words}, confidence {link.confidence:.2f}"
