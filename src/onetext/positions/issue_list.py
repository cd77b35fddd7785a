"""The issues of a record, each with how many drafts word it and when its words last changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.history import dated_by
from onetext.positions.staleness import rewordings
from onetext.positions.values import Rewording
from onetext.positions.wordings import in_draft_order, wordings
from onetext.record.store import Store
from onetext.record.views import Issue, RecordedDraft


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue in short: the drafts that word it, oldest first, and the last one that changed
    its words, where one did."""

    issue: Issue
    drafts: tuple[RecordedDraft, ...]
    changed: Rewording | None


def issue_list(
    store: Store, *, as_of: date, known_on: datetime | None = None
) -> tuple[IssueLine, ...]:
    """Every issue, as the newest draft orders them; those that no draft words by then last."""
    drafts = dated_by(store.drafts(known_on=known_on), as_of)
    worded = wordings(drafts, store.point_links(known_on=known_on))
    lines = []
    for issue in in_draft_order(store.issues(known_on=known_on), worded):
        own = [wording for wording in worded if wording.issue_id == issue.id]
        changes = rewordings(own)
        lines.append(
            IssueLine(issue, tuple(w.draft for w in own), changes[-1] if changes else None)
        )
    return tuple(lines)
