"""The tables of sources and of what else was found in them: people, meetings, proposals."""

from __future__ import annotations

from datetime import date

from onetext.record.statements import MeetingStatus
from onetext.record.tables.columns import Column, Table, prefixed
from onetext.record.tables.meanings import meanings
from onetext.record.tables.parts import (
    DAY,
    INTEGER,
    RECORDED_AND_SEEN,
    SOURCE,
    TEXT,
    TEXTS,
    VERDICT,
    identity,
)
from onetext.record.tables.plover import meeting_event
from onetext.record.tables.statements import event_columns

_DOCUMENT = (
    Column("sha256", TEXT, "Digest of the file's bytes.", lambda one: one.sha256, "hexadecimal"),
    Column("title", TEXT, "Title as the document gives it.", lambda one: one.title),
    Column("publisher", TEXT, "Who published it.", lambda one: one.publisher),
    Column("agencies", TEXTS, "News agencies that it names.", lambda one: one.agencies),
    Column("authors", TEXTS, "Authors that it names.", lambda one: one.authors),
    Column("published", DAY, "Day of publication.", lambda one: one.published, "calendar day"),
    Column("language", TEXT, "Language of the text.", lambda one: one.language, "ISO 639-1"),
    Column("words", INTEGER, "Length of its text.", lambda one: one.words, "words"),
    Column(
        "reading_time_min", INTEGER, "Time to read it.", lambda one: one.reading_time_min, "minutes"
    ),
)
SOURCES = Table(
    "sources",
    "a document that was received, without its text",
    (
        identity("source"),
        *prefixed(_DOCUMENT, lambda one: one.document),
        Column("origin", TEXT, "File name or address that it came from.", lambda one: one.origin),
        *RECORDED_AND_SEEN,
    ),
    lambda store: store.sources(),
)
PEOPLE = Table(
    "people",
    "a person whom a source names; one person stands once for every such source",
    (
        identity("person as found in this source"),
        VERDICT,
        Column("name", TEXT, "Full name.", lambda one: one.person.name),
        Column("party", TEXT, "Party of the person.", lambda one: one.person.party),
        Column("roles", TEXTS, "Roles that the source gives.", lambda one: one.person.roles),
        Column(
            "mentions",
            INTEGER,
            "How often the source mentions the person.",
            lambda one: len(one.person.mentions),
            "mentions",
        ),
        *RECORDED_AND_SEEN,
        *SOURCE,
    ),
    lambda store: store.people(),
)
MEETINGS = Table(
    "meetings",
    "a meeting that a source tells of; one meeting stands once for every such source",
    (
        identity("meeting as found in this source"),
        VERDICT,
        Column("what", TEXT, "What the meeting is.", lambda one: one.meeting.what),
        Column("place", TEXT, "Where it takes place.", lambda one: one.meeting.place),
        Column(
            "on",
            TEXT,
            "When: a date (ISO 8601), or the source's own words.",
            lambda one: one.meeting.on,
        ),
        Column(
            "on_day",
            DAY,
            "When, where that is a date.",
            lambda one: _day(one.meeting.on),
            "calendar day",
        ),
        Column("participants", TEXTS, "Who takes part.", lambda one: one.meeting.participants),
        Column(
            "status",
            TEXT,
            "Whether it took place.",
            lambda one: one.meeting.status,
            allowed=meanings(MeetingStatus),
        ),
        Column(
            "evidence",
            TEXT,
            "The exact words of the source.",
            lambda one: one.meeting.evidence.exact,
        ),
        *RECORDED_AND_SEEN,
        *SOURCE,
        *event_columns(meeting_event),
    ),
    lambda store: store.meetings(),
)
PROPOSALS = Table(
    "proposals",
    "a plan or proposal that a source mentions; it stands once for every such source",
    (
        identity("proposal as found in this source"),
        VERDICT,
        Column("name", TEXT, "What it is called.", lambda one: one.proposal.name),
        Column("by", TEXT, "Whose it is.", lambda one: one.proposal.by),
        Column("status", TEXT, "What is said of its state.", lambda one: one.proposal.status),
        Column(
            "mentions",
            INTEGER,
            "How often the source mentions it.",
            lambda one: len(one.proposal.mentions),
            "mentions",
        ),
        *RECORDED_AND_SEEN,
        *SOURCE,
    ),
    lambda store: store.proposals(),
)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:  # in words, or not known
        return None
