"""What a transaction for writing knows of the end of the log, so that it asks once.

While it lasts no other writer comes between: what it found and what it wrote itself holds, until
part of it is undone. `onetext.record.stores.sessions` begins anew at either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from onetext.record.entries import Entry, EntryKind

MOST = 20_000  # ids whose kinds are remembered


@dataclass(slots=True)
class Tail:
    """The end of the log.

    Attributes:
        latest: the greatest id and the latest time of recording; ("", None) in an empty log,
            None where nobody has asked yet.
        heads: by author, the digest of their latest entry; None for those who have none.
        kinds: of entries that were written lately, by id.
    """

    latest: tuple[str, datetime | None] | None = None
    heads: dict[str, str | None] = field(default_factory=dict)
    kinds: dict[str, EntryKind] = field(default_factory=dict)

    def written(self, entries: Sequence[Entry]) -> None:
        """Take what was just kept into account: by one author, in the order of their ids."""
        if not entries:
            return
        last = entries[-1]
        self.latest = last.id, last.recorded_at
        self.heads[last.author] = last.digest
        if len(self.kinds) > MOST:
            self.kinds.clear()
        self.kinds.update((entry.id, entry.kind) for entry in entries[-MOST:])


_TAILS: WeakKeyDictionary[Connection, Tail] = WeakKeyDictionary()


def begin(connection: Connection) -> None:
    """Know nothing yet: a transaction for writing begins, or a part of it was undone."""
    _TAILS[connection] = Tail()


def end(connection: Connection) -> None:
    """The transaction is over."""
    _TAILS.pop(connection, None)


def end_of(connection: Connection) -> Tail:
    """What is known of the end of the log; outside of a transaction for writing, nothing."""
    return _TAILS.get(connection) or Tail()
