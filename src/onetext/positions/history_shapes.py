"""The lineage of an issue as JSON: `onetext/lineage/1`, and that of all: `onetext/lineages/1`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onetext.positions.issue_list import IssueLine
from onetext.positions.shapes import Shape, draft_shape, runs_shape
from onetext.positions.versions import History, Rephrasing, Version
from onetext.record.views import Issue
from onetext.text.comparing import BracketChange, PointChange
from onetext.text.drafts import Draft

LINEAGE = "onetext/lineage/1"
LINEAGES = "onetext/lineages/1"


def history_shape(found: History) -> Shape:
    """`onetext/lineage/1`, as docs/reference/json.md describes it."""
    before: list[Draft | None] = [None]
    for version in found.versions:
        if version.wording is not None:
            before.append(version.draft.draft)
    drafts = iter(before)
    return {
        "schema": LINEAGE,
        "as_of": found.as_of.isoformat(),
        "known_on": found.known_on.isoformat(),
        "issue": _issue(found.issue),
        "versions": [
            _version(version, next(drafts) if version.wording is not None else None)
            for version in found.versions
        ],
        "statements_before_any_wording": found.earlier,
    }


def issue_list_shape(lines: Sequence[IssueLine], as_of: date, known_on: datetime) -> Shape:
    """`onetext/lineages/1`, as docs/reference/json.md describes it."""
    return {
        "schema": LINEAGES,
        "as_of": as_of.isoformat(),
        "known_on": known_on.isoformat(),
        "issues": [
            {
                **_issue(line.issue),
                "drafts": [draft_shape(draft) for draft in line.drafts],
                "last_changed": None
                if line.changed is None
                else {
                    "draft": draft_shape(line.changed.draft),
                    "changed_share_pct": round(line.changed.changed_share_pct, 1),
                },
            }
            for line in lines
        ],
    }


def _issue(issue: Issue) -> Shape:
    return {"id": issue.id, "label": issue.label, "topic": str(issue.topic)}


def _version(version: Version, before: Draft | None) -> Shape:
    shape: Shape = {
        "draft": draft_shape(version.draft),
        "deals_with_it": version.wording is not None,
    }
    if version.wording is None:
        return shape
    text = version.draft.draft.text
    since = version.since
    return {
        **shape,
        "points": [
            {
                "path": point.path,
                "label": point.label,
                "span": {"start": point.span.start, "end": point.span.end},
            }
            for point in version.points
        ],
        "text": version.wording.text,
        "named": [
            {"names": list(one.names), "stance": str(one.stance), "words": one.span.of(text)}
            for one in version.named
        ],
        "open_brackets": len(version.brackets),
        "also_about": [issue.label for issue in version.also],
        "statements": version.statements,
        "since": _since(since, before, version.draft.draft) if since and before else None,
    }


def _since(since: Rephrasing, before: Draft, after: Draft) -> Shape:
    return {
        "changed_share_pct": round(since.changed_share_pct, 1),
        "words": runs_shape(since.words),
        "points": [_point(change) for change in since.points],
        "brackets": [_bracket(change, before, after) for change in since.brackets],
    }


def _point(change: PointChange) -> Shape:
    return {
        "change": str(change.change),
        "before": list(change.before),
        "after": list(change.after),
        "similarity": round(change.similarity, 3),
        "confidence": round(change.confidence, 3),
        "corrected": change.corrected,
    }


def _bracket(change: BracketChange, before: Draft, after: Draft) -> Shape:
    return {
        "how": str(change.how),
        "path": change.path,
        "before": change.before.of(before.text) if change.before else None,
        "after": change.after.of(after.text) if change.after else None,
        "outcome": str(change.outcome),
        "settled_as": change.settled_as,
        "whose": list(change.whose),
        "dropped": list(change.dropped),
    }
