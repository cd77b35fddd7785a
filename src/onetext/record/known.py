"""A record as it was known on a moment: what was recorded later is not in it at all.

For what has no question of its own for a moment: exports, queues, what is told of two drafts.
An entry whose clock ran behind that of what it rests on counts once both were recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from onetext.record.entries import Entry
from onetext.record.references import rests_on
from onetext.record.store import Store


def known_then(store: Store, moment: datetime, empty: Callable[[], Store]) -> Store:
    """A store of its own with what `store` held on a moment; the caller closes both.

    Args:
        store: the record as it is known now.
        moment: it knows its time zone; entries recorded at or before it count.
        empty: makes a store without entries. What is written there goes nowhere else.
    """
    then = empty()
    try:
        then.append(recorded_by(store.entries(), moment))
    except BaseException:
        then.close()
        raise
    return then


def recorded_by(entries: Iterable[Entry], moment: datetime) -> Iterator[Entry]:
    """Those of `entries`, which come by id, that were recorded by then, with all they rest on."""
    there: set[str] = set()
    for entry in entries:
        if entry.recorded_at <= moment and there.issuperset(rests_on(entry.kind, entry.body)):
            there.add(entry.id)
            yield entry
