"""The state of play and what moved, as JSON: `onetext/state/1` and `onetext/changes/1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onetext.positions.provenance import Provenance
from onetext.positions.values import Changes, Evidence, Matrix, Position
from onetext.record.grades import Grade
from onetext.record.views import RecordedDraft, RecordedMeeting, RecordedStatement, SourceNote
from onetext.text.excerpts import excerpt
from onetext.text.word_changes import Run

STATE = "onetext/state/1"
CHANGES = "onetext/changes/1"

Shape = dict[str, Any]


def state_shape(matrix: Matrix, known: Provenance | None = None) -> Shape:
    """`onetext/state/1`, as docs/reference/json.md describes it.

    With `known`, each statement's grade and whether it is an orphan stand beside it.
    """
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
        "cells": [_position(cell, known) for cell in matrix.cells],
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


def _position(position: Position, known: Provenance | None = None) -> Shape:
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
        "evidence": [_evidence(one, known) for one in position.evidence],
    }


def _evidence(evidence: Evidence, known: Provenance | None) -> Shape:
    return {
        **_statement(evidence.recorded),
        **(_provenance(evidence, known) if known else {}),
        "stance": str(evidence.stance) if evidence.stance else None,
        "link": {
            "rule": evidence.link.rule,
            "confidence": round(evidence.link.confidence, 2),
            "words": list(evidence.link.words),
        },
        "copies": [
            {**source_shape(note), "same_text": note.id in evidence.same_text}
            for note in evidence.copies
        ],
        "texts": evidence.texts,
    }


def _provenance(evidence: Evidence, known: Provenance) -> Shape:
    grading = known.of(evidence.recorded)
    return {
        "grade": grading.code or None,
        "grades": [grade_shape(grade) for grade in grading.grades],
        "orphan": evidence.recorded.id in known.orphans,
    }


def grade_shape(grade: Grade) -> Shape:
    """A grade with who gave it, when and why."""
    return {
        "id": grade.id,
        "grade": grade.code,
        "by": grade.author,
        "on": grade.recorded_at.isoformat(),
        "reason": grade.reason,
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
        "source": source_shape(recorded.source),
    }


def source_shape(note: SourceNote) -> Shape:
    """Which source it is."""
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
        "source": source_shape(recorded.source),
    }
