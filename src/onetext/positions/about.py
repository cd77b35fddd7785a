"""Of what a search finds, the statements on one issue, and the day of each thing found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from onetext.positions.linking import Linker
from onetext.positions.lookup import issue_among
from onetext.positions.wordings import wordings
from onetext.record.search import Item
from onetext.record.store import Store
from onetext.record.views import RecordedSource, RecordedStatement


def about(
    store: Store, items: Iterable[Item], issue: str, *, known_on: datetime | None = None
) -> Iterator[Item]:
    """Those of `items` that are statements on an issue, as the matrix links them.

    Args:
        store: the record's store.
        items: what was found in it.
        issue: the issue's label, a part that no other label has, or the end of its id.
        known_on: the moment until which entries count; None for all.

    Raises:
        NotInRecord: no issue is called so, or several are.
    """
    issues, drafts = store.issues(known_on=known_on), store.drafts(known_on=known_on)
    wanted = issue_among(issues, issue).id
    worded = wordings(drafts, store.point_links(known_on=known_on))
    linker = Linker(issues, drafts, worded)
    by_person: dict[str, dict[str, bool]] = {}
    for word in store.statement_links(known_on=known_on):
        by_person.setdefault(word.statement_id, {})[word.issue_id] = word.linked
    for item in items:
        if isinstance(item, RecordedStatement):
            links = linker.links(item.statement, by_person.get(item.id))
            if wanted in {link.issue_id for link in links}:
                yield item


def dated(item: Item) -> date:
    """The day of what was found; that on which it was recorded where it tells none."""
    if isinstance(item, RecordedStatement):
        return item.dated
    told = item.document.published if isinstance(item, RecordedSource) else item.draft.dated
    return told or item.recorded_at.date()
