"""How many statements on an issue are about each of its wordings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onetext.positions.copies import copy_groups
from onetext.positions.fold import REVIEWED, evidence_by_cell
from onetext.positions.linking import Linker
from onetext.positions.meant import Named, meant
from onetext.positions.wordings import Wording
from onetext.record.store import Store
from onetext.record.views import Issue, RecordedDraft


def statement_counts(
    store: Store,
    issue: Issue,
    every: Sequence[RecordedDraft],
    worded: Sequence[Wording],
    drafts: Sequence[RecordedDraft],
    as_of: date,
    known_on: datetime | None,
) -> dict[str, int]:
    """By the id of each draft of `drafts`, how many statements are about its wording.

    Those that are older than any wording stand under "". Statements are linked to issues as
    `onetext.positions.fold.matrix` links them: by the words of `every` draft that is known.

    Args:
        store: the record's store.
        issue: the issue.
        every: the drafts that are known.
        worded: their wordings, of every issue.
        drafts: those of them that count.
        as_of: the last day whose statements count.
        known_on: the moment until which entries count; None for all.
    """
    linker = Linker(store.issues(known_on=known_on), every, worded)
    statements = [
        one for one in store.statements(known_on=known_on, verdicts=REVIEWED) if one.dated <= as_of
    ]
    words = store.statement_links(known_on=known_on)
    cells = evidence_by_cell(statements, linker, words, copy_groups(store, known_on=known_on))
    there = {recorded.id for recorded in drafts}
    own = [w for w in worded if w.issue_id == issue.id and w.draft.id in there]
    named = Named(drafts)
    counts = {"": 0, **dict.fromkeys(there, 0)}
    for (_, issue_id), evidence in cells.items():
        for one in evidence if issue_id == issue.id else ():
            about = meant(one.recorded, own, named)
            counts[about.draft.id if about else ""] += 1
    return counts
