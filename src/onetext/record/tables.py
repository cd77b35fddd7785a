"""Tables of the record for a spreadsheet: statements, sources and meetings, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

from onetext.record.store import Store
from onetext.record.views import Verdict

Columns = Mapping[str, Callable[[Any], object]]

JOINER = "; "
_FORMULA = tuple("=+-@\t\r")

# The name of each column and what stands in it; None is an empty cell.
_SOURCE: Columns = {
    "source_id": lambda one: one.source.id,
    "source_title": lambda one: one.source.title,
    "publisher": lambda one: one.source.publisher,
    "agencies": lambda one: JOINER.join(one.source.agencies),
    "published": lambda one: one.source.published,
    "origin": lambda one: one.source.origin,
}
_RECORDED: Columns = {
    "recorded_at": lambda one: one.recorded_at.isoformat(),
    "visibility": lambda one: one.visibility,
}
_STATEMENT: Columns = {
    "id": lambda one: one.id,
    "verdict": lambda one: one.verdict,
    "dated": lambda one: one.dated,
    "dated_by": lambda one: one.dated_by,
    "said_on": lambda one: one.statement.said_on,
    "speaker": lambda one: one.statement.speaker.name,
    "speaker_kind": lambda one: one.statement.speaker.kind,
    "role": lambda one: one.statement.speaker.role,
    "party": lambda one: one.statement.speaker.party,
    "holder": lambda one: one.statement.holder,
    "kind": lambda one: one.statement.kind,
    "act": lambda one: one.statement.act,
    "topic": lambda one: one.statement.topic,
    "target": lambda one: one.statement.target,
    "words": lambda one: one.statement.words,
    "cue": lambda one: one.statement.cue.exact if one.statement.cue else None,
    "venue": lambda one: one.statement.venue,
    "addressee": lambda one: one.statement.addressee,
    "via": lambda one: JOINER.join(one.statement.via),
    "confidence": lambda one: one.statement.confidence,
    "start": lambda one: one.statement.content[0].start if one.statement.content else None,
    "end": lambda one: one.statement.content[-1].end if one.statement.content else None,
    **_RECORDED,
    **_SOURCE,
}
_DOCUMENT: Columns = {
    "id": lambda one: one.id,
    "sha256": lambda one: one.document.sha256,
    "title": lambda one: one.document.title,
    "publisher": lambda one: one.document.publisher,
    "agencies": lambda one: JOINER.join(one.document.agencies),
    "authors": lambda one: JOINER.join(one.document.authors),
    "published": lambda one: one.document.published,
    "language": lambda one: one.document.language,
    "words": lambda one: one.document.words,
    "reading_time_min": lambda one: one.document.reading_time_min,
    "origin": lambda one: one.origin,
    **_RECORDED,
}
_MEETING: Columns = {
    "id": lambda one: one.id,
    "verdict": lambda one: one.verdict,
    "what": lambda one: one.meeting.what,
    "place": lambda one: one.meeting.place,
    "on": lambda one: one.meeting.on,
    "participants": lambda one: JOINER.join(one.meeting.participants),
    "status": lambda one: one.meeting.status,
    "evidence": lambda one: one.meeting.evidence.exact,
    **_RECORDED,
    **_SOURCE,
}


def write_statements(store: Store, file: IO[str]) -> int:
    """Every statement with its verdict, its words and its source. Returns how many."""
    return write_csv(_STATEMENT, store.statements(verdicts=tuple(Verdict)), file)


def write_sources(store: Store, file: IO[str]) -> int:
    """Every source, without its text. Returns how many."""
    return write_csv(_DOCUMENT, store.sources(), file)


def write_meetings(store: Store, file: IO[str]) -> int:
    """Every meeting with its verdict and the words that tell of it. Returns how many."""
    return write_csv(_MEETING, store.meetings(), file)


def write_csv(columns: Columns, rows: Iterable[Any], file: IO[str]) -> int:
    """A header and the rows. Returns how many rows there were.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_cell(value(row)) for value in columns.values()])
        count += 1
    return count


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


TABLES: dict[str, Callable[[Store, IO[str]], int]] = {
    "statements.csv": write_statements,
    "sources.csv": write_sources,
    "meetings.csv": write_meetings,
}
