"""A reading as JSON: the schema onetext/reading/1, key by key in its order."""

from __future__ import annotations

from typing import Any

from onetext.reading.attributions import Account
from onetext.record.documents import Document
from onetext.record.passages import Passage
from onetext.record.statements import Meeting, Person, Proposal, Reading, Statement
from onetext.text.spans import Span

SCHEMA = "onetext/reading/1"

Shape = dict[str, Any]


def reading_as_json(reading: Reading) -> Shape:
    """The reading as an object that `json.dumps` prints; dates are ISO strings."""
    return {
        "schema": SCHEMA,
        "document": _document(reading.document),
        "statements": [_statement(statement) for statement in reading.statements],
        "people": [_person(person) for person in reading.people],
        "parties": [{"name": party} for party in reading.parties],
        "meetings": [_meeting(meeting) for meeting in reading.meetings],
        "proposals": [_proposal(proposal) for proposal in reading.proposals],
    }


def _document(document: Document) -> Shape:
    return {
        "sha256": document.sha256,
        "title": document.title,
        "publisher": document.publisher,
        "agencies": list(document.agencies),
        "authors": list(document.authors),
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "words": document.words,
        "reading_time_min": document.reading_time_min,
        "text": document.text,
        "blocks": [
            {"kind": str(block.kind), "start": block.start, "end": block.end}
            for block in document.blocks
        ],
    }


def _statement(statement: Statement) -> Shape:
    speaker = statement.speaker
    return {
        "content": [_passage(passage) for passage in statement.content],
        "cue": _passage(statement.cue) if statement.cue else None,
        "source": _passage(statement.source) if statement.source else None,
        "speaker": {
            "name": speaker.name,
            "kind": str(speaker.kind),
            "role": speaker.role,
            "party": speaker.party,
        },
        "holder": statement.holder,
        "kind": str(statement.kind),
        "act": str(statement.act),
        "target": statement.target,
        "topic": str(statement.topic),
        "said_on": statement.said_on.isoformat() if statement.said_on else None,
        "venue": statement.venue,
        "addressee": statement.addressee,
        "via": list(statement.via),
        "confidence": statement.confidence,
    }


def _person(person: Person) -> Shape:
    return {
        "name": person.name,
        "party": person.party,
        "roles": list(person.roles),
        "mentions": [_span(span) for span in person.mentions],
    }


def _meeting(meeting: Meeting) -> Shape:
    return {
        "what": meeting.what,
        "place": meeting.place,
        "on": meeting.on,
        "participants": list(meeting.participants),
        "status": str(meeting.status),
        "evidence": _passage(meeting.evidence),
    }


def _proposal(proposal: Proposal) -> Shape:
    return {
        "name": proposal.name,
        "by": proposal.by,
        "status": proposal.status,
        "mentions": [_span(span) for span in proposal.mentions],
    }


def _passage(passage: Passage) -> Shape:
    return {"start": passage.start, "end": passage.end, "text": passage.exact}


def _span(span: Span) -> Shape:
    return {"start": span.start, "end": span.end}


def reader_as_json(reader: str, account: Account) -> Shape:
    """Who read a document, where a language model was asked, and what was made of its answers."""
    return {
        "name": reader,
        "told": account.told,
        "refused": account.refused,
        "instead_of": account.instead_of,
        "because": account.because,
    }
