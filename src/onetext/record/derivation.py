"""From entries to read models: what every store derives in the same way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from onetext.record.codec import body_value
from onetext.record.copies import CopyWord, pair
from onetext.record.entries import Entry, EntryKind
from onetext.record.grades import Grade
from onetext.record.statements import Statement
from onetext.record.views import (
    Caucus,
    Issue,
    Judgement,
    NameMerge,
    Note,
    PointLink,
    PointMatch,
    PublishedBrief,
    RecordedDraft,
    RecordedMeeting,
    RecordedPerson,
    RecordedProposal,
    RecordedSource,
    RecordedStatement,
    SourceNote,
    StatementLink,
    Verdict,
)
from onetext.record.visibility import strictest_of

BY_PERSON = "person"


def seen(entry: Entry, *rests_on: str) -> Entry:
    """`entry` with the strictest of its own visibility and of those of what it rests on."""
    found = strictest_of(entry.visibility, *rests_on)
    return entry if found == entry.visibility else replace(entry, visibility=found)


def recorded_source(entry: Entry) -> RecordedSource:
    body = body_value(entry.kind, entry.body)
    return RecordedSource(entry.id, body.document, body.origin, entry.recorded_at, entry.visibility)


def note_of(source: RecordedSource) -> SourceNote:
    document = source.document
    return SourceNote(
        id=source.id,
        sha256=document.sha256,
        title=document.title,
        publisher=document.publisher,
        agencies=document.agencies,
        published=document.published,
        origin=source.origin,
        words=document.words,
        reading_time_min=document.reading_time_min,
        recorded_at=source.recorded_at,
        visibility=source.visibility,
    )


def dated(said_on: date | None, note: SourceNote, recorded_at: datetime) -> tuple[date, str]:
    """The date of a statement, and which of the three it is."""
    if said_on is not None:
        return said_on, "said"
    if note.published is not None:
        return note.published, "published"
    return recorded_at.date(), "recorded"


def recorded_statement(
    entry: Entry, statement: Statement, note: SourceNote, verdict: Verdict
) -> RecordedStatement:
    """`entry` proposed it; `statement` is how it stands now."""
    day, dated_by = dated(statement.said_on, note, entry.recorded_at)
    return RecordedStatement(
        entry.id, note, statement, verdict, day, dated_by, entry.recorded_at, entry.visibility
    )


def recorded_person(entry: Entry, note: SourceNote, verdict: Verdict) -> RecordedPerson:
    person = body_value(entry.kind, entry.body).person
    return RecordedPerson(entry.id, note, person, verdict, entry.recorded_at, entry.visibility)


def recorded_meeting(entry: Entry, note: SourceNote, verdict: Verdict) -> RecordedMeeting:
    meeting = body_value(entry.kind, entry.body).meeting
    return RecordedMeeting(entry.id, note, meeting, verdict, entry.recorded_at, entry.visibility)


def recorded_proposal(entry: Entry, note: SourceNote, verdict: Verdict) -> RecordedProposal:
    proposal = body_value(entry.kind, entry.body).proposal
    return RecordedProposal(entry.id, note, proposal, verdict, entry.recorded_at, entry.visibility)


def recorded_draft(entry: Entry) -> RecordedDraft:
    body = body_value(entry.kind, entry.body)
    return RecordedDraft(entry.id, body.draft, body.origin, entry.recorded_at, entry.visibility)


def by_date(drafts: list[RecordedDraft]) -> list[RecordedDraft]:
    """`drafts`, which come as recorded, by date, undated ones last."""
    return sorted(drafts, key=_day)


def _day(recorded: RecordedDraft) -> date:
    return recorded.draft.dated or date.max


def issue(entry: Entry) -> Issue:
    body = body_value(entry.kind, entry.body)
    return Issue(entry.id, body.label, body.topic, entry.recorded_at, entry.visibility)


def point_link(entry: Entry) -> PointLink:
    """From the body of `point_linked` or of `point_assigned`."""
    body = body_value(entry.kind, entry.body)
    if entry.kind is EntryKind.POINT_LINKED:
        return PointLink(body.draft, body.path, body.issue, body.rule, body.confidence)
    issue_id, *others = body.issues
    return PointLink(body.draft, body.path, issue_id, body.rule, body.confidence, tuple(others))


def point_match(entry: Entry) -> PointMatch:
    body = body_value(entry.kind, entry.body)
    return PointMatch(
        entry.id,
        body.before,
        body.after,
        body.path,
        body.partners,
        body.reason,
        entry.author,
        entry.recorded_at,
    )


def statement_link(entry: Entry) -> StatementLink:
    body = body_value(entry.kind, entry.body)
    linked = entry.kind is EntryKind.STATEMENT_LINKED
    return StatementLink(body.statement, body.issue, linked, strictest_of(entry.visibility))


def note(entry: Entry) -> Note:
    body = body_value(entry.kind, entry.body)
    return Note(
        entry.id,
        body.of,
        body.text,
        entry.author,
        entry.recorded_at,
        strictest_of(entry.visibility),
    )


def caucus(entry: Entry) -> Caucus:
    body = body_value(entry.kind, entry.body)
    return Caucus(body.party, body.members)


VERDICTS = {
    EntryKind.ACCEPTED: Verdict.ACCEPTED,
    EntryKind.CORRECTED: Verdict.CORRECTED,
    EntryKind.REJECTED: Verdict.REJECTED,
}


def judgement(entry: Entry) -> Judgement:
    """From the body of a verdict."""
    body = body_value(entry.kind, entry.body)
    corrected = entry.kind is EntryKind.CORRECTED
    return Judgement(
        entry.id,
        body.of,
        VERDICTS[entry.kind],
        body.statement if corrected else None,
        None if corrected else body.rule,
        body.reason,
        entry.author,
        entry.recorded_at,
        body.over,
    )


def name_merge(entry: Entry) -> NameMerge:
    body = body_value(entry.kind, entry.body)
    return NameMerge(
        entry.id, body.what, body.into, body.names, body.reason, entry.author, entry.recorded_at
    )


def grade(entry: Entry) -> Grade:
    body = body_value(entry.kind, entry.body)
    return Grade(
        entry.id,
        body.of,
        body.reliability,
        body.credibility,
        body.reason,
        entry.author,
        entry.recorded_at,
    )


def copy_word(entry: Entry) -> CopyWord:
    body = body_value(entry.kind, entry.body)
    one_id, other_id = pair(body.source, body.other)
    return CopyWord(
        entry.id, one_id, other_id, body.copies, body.reason, entry.author, entry.recorded_at
    )


def brief(entry: Entry) -> PublishedBrief:
    body = body_value(entry.kind, entry.body)
    return PublishedBrief(entry.id, body.as_of, body.known_on, body.name, entry.recorded_at)
