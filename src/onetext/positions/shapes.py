"""The state of play and what moved, as JSON: `onetext/state/1` and `onetext/changes/1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onetext.positions.values import Changes, Evidence, Matrix, Position
from onetext.record.views import RecordedDraft, RecordedMeeting, RecordedStatement, SourceNote
from onetext.text.excerpts import excerpt
from onetext.text.word_changes import Run

STATE = "onetext/state/1"
CHANGES = "onetext/changes/1"

Shape = dict[str, Any]


def state_shape(matrix: Matrix) -> Shape:
    """`onetext/state/1`, as docs/reference/json.md describes it."""
    return {
        "schema": STATE,
        "as_of": matrix.as_of.isoformat(),
        "known_on": matrix.known_on.isoformat(),
        "with_pending": matrix.with_pending,
        "pending": matrix.pending,
        "parties": list(matrix.parties),
        "issues": [
            {"id": issue.id, "label": issue.label, "topic": str(issue.topic)}
            for issue in matrix.issues
        ],
        "cells": [_position(cell) for cell in matrix.cells],
    }


def changes_shape(changes: Changes) -> Shape:
    """`onetext/changes/1`, as docs/reference/json.md describes it."""
    return {
        "schema": CHANGES,
        "since": changes.since.isoformat(),
        "until": changes.until.isoformat(),
        "moves": [
            {"before": _position(move.before), "after": _position(move.after)}
            for move in changes.moves
        ],
        "statements": [_statement(recorded) for recorded in changes.statements],
        "drafts": [draft_shape(recorded) for recorded in changes.drafts],
        "meetings": [_meeting(recorded) for recorded in changes.meetings],
    }


def _position(position: Position) -> Shape:
    stale = position.stale
    return {
        "party": position.party,
        "issue": position.issue.id,
        "label": position.issue.label,
        "stance": str(position.stance),
        "since": position.since.isoformat() if position.since else None,
        "stale": None
        if stale is None
        else {
            "draft": draft_shape(stale.draft),
            "changed_share_pct": round(stale.changed_share_pct, 1),
            "about": draft_shape(stale.before.draft),
            "by": [
                {
                    "draft": draft_shape(one.draft),
                    "changed_share_pct": round(one.changed_share_pct, 1),
                }
                for one in stale.by
            ],
            "words": runs_shape(excerpt(stale.words)),
        },
        "visibility": position.visibility,
        "evidence": [_evidence(one) for one in position.evidence],
    }


def _evidence(evidence: Evidence) -> Shape:
    return {
        **_statement(evidence.recorded),
        "stance": str(evidence.stance) if evidence.stance else None,
        "link": {
            "rule": evidence.link.rule,
            "confidence": round(evidence.link.confidence, 2),
            "words": list(evidence.link.words),
        },
        "copies": [_source(note) for note in evidence.copies],
    }


def _statement(recorded: RecordedStatement) -> Shape:
    statement = recorded.statement
    return {
        "id": recorded.id,
        "dated": recorded.dated.isoformat(),
        "dated_by": recorded.dated_by,
        "speaker": {
            "name": statement.speaker.name,
            "kind": str(statement.speaker.kind),
            "role": statement.speaker.role,
            "party": statement.speaker.party,
        },
        "holder": statement.holder,
        "words": statement.words,
        "kind": str(statement.kind),
        "act": str(statement.act),
        "target": statement.target,
        "topic": str(statement.topic),
        "verdict": str(recorded.verdict),
        "visibility": recorded.visibility,
        "source": _source(recorded.source),
    }


def _source(note: SourceNote) -> Shape:
    return {
        "id": note.id,
        "title": note.title,
        "publisher": note.publisher,
        "agencies": list(note.agencies),
        "published": note.published.isoformat() if note.published else None,
        "origin": note.origin,
    }


def runs_shape(runs: Iterable[Run]) -> list[Shape]:
    """Word changes: what was kept, put in and taken out, in order."""
    return [{"edit": str(run.edit), "text": run.text} for run in runs]


def draft_shape(recorded: RecordedDraft) -> Shape:
    """Which draft it is."""
    draft = recorded.draft
    return {
        "id": recorded.id,
        "title": draft.title,
        "by": draft.by,
        "dated": draft.dated.isoformat() if draft.dated else None,
    }


def _meeting(recorded: RecordedMeeting) -> Shape:
    meeting = recorded.meeting
    return {
        "id": recorded.id,
        "what": meeting.what,
        "place": meeting.place,
        "on": meeting.on,
        "participants": list(meeting.participants),
        "status": str(meeting.status),
        "verdict": str(recorded.verdict),
        "source": _source(recorded.source),
    }
