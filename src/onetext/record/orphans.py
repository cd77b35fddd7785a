"""Statements whose source does not hold their words: shown as such, and never moved.

An orphan counts as its verdict says: it is a person's to reject. `onetext verify` names every
one, as it names what was changed or is missing.
"""

from __future__ import annotations

from collections.abc import Iterable

from onetext.record.store import Store
from onetext.record.views import RecordedStatement


def orphans(store: Store, statements: Iterable[RecordedStatement]) -> frozenset[str]:
    """The ids of those of `statements` whose words do not stand where they say."""
    by_source: dict[str, list[RecordedStatement]] = {}
    for recorded in statements:
        by_source.setdefault(recorded.source.id, []).append(recorded)
    found: set[str] = set()
    for source_id, resting in by_source.items():
        source = store.source(source_id)
        text = source.document.text if source else ""
        found.update(
            one.id
            for one in resting
            if not all(passage.stands_in(text) for passage in one.statement.content)
        )
    return frozenset(found)
