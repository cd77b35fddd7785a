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
    """Every issue, as the newest draft orders them; those that no draft words at all last.

    An issue that only later drafts word is not yet there.
    """
    every = store.drafts(known_on=known_on)
    in_time = {recorded.id for recorded in dated_by(every, as_of)}
    all_worded = wordings(every, store.point_links(known_on=known_on))
    worded = [wording for wording in all_worded if wording.draft.id in in_time]
    there = {wording.issue_id for wording in worded}
    later = {wording.issue_id for wording in all_worded} - there
    lines = []
    issues = [one for one in store.issues(known_on=known_on) if one.id not in later]
    for issue in in_draft_order(issues, worded):
        own = [wording for wording in worded if wording.issue_id == issue.id]
        changes = rewordings(own)
        lines.append(
            IssueLine(issue, tuple(w.draft for w in own), changes[-1] if changes else None)
        )
    return tuple(lines)
