"""What a transaction for writing knows of the end of the log, so that it asks once.

While it lasts no other writer comes between: what it found and what it wrote itself holds, until
part of it is undone. `onetext.record.stores.sessions` begins anew at either.

What is written waits here until there is enough of it to be kept in few round trips, something is
asked of the record, or the transaction or a part of it comes to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from onetext.record.entries import Entry, EntryKind

MOST = 20_000  # ids whose kinds are remembered
ENOUGH = 500  # entries that are kept together

Keep = Callable[[Connection, Sequence[Entry]], None]


@dataclass(slots=True)
class Tail:
    """The end of the log.

    Attributes:
        latest: the greatest id and the latest time of recording; ("", None) in an empty log,
            None where nobody has asked yet.
        heads: by author, the digest of their latest entry; None for those who have none.
        kinds: of entries that were written or asked for lately, by id.
        waiting: entries that were sealed and are not kept yet; `kinds` and `heads` know of them.
    """

    latest: tuple[str, datetime | None] | None = None
    heads: dict[str, str | None] = field(default_factory=dict)
    kinds: dict[str, EntryKind] = field(default_factory=dict)
    waiting: list[Entry] = field(default_factory=list)

    def written(self, entries: Sequence[Entry]) -> None:
        """Take what was just sealed into account: by one author, in the order of their ids."""
        if not entries:
            return
        last = entries[-1]
        self.latest = last.id, last.recorded_at
        self.heads[last.author] = last.digest
        self.waiting += entries
        self.know({entry.id: entry.kind for entry in entries})

    def know(self, kinds: Mapping[str, EntryKind]) -> None:
        """Remember the kinds of entries, if need be instead of those that are kept."""
        if len(self.kinds) > MOST:
            self.kinds = {entry.id: entry.kind for entry in self.waiting}
        self.kinds.update(kinds)


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


def keep_waiting(connection: Connection, keep: Keep, *, least: int = 1) -> None:
    """Let `keep` have what waits, some `ENOUGH` at a time, if there are `least` of them.

    What waits is let go of only once it is kept: on an error it keeps the transaction from
    being kept without it.
    """
    end = end_of(connection)
    while end.waiting and len(end.waiting) >= least:
        keep(connection, end.waiting[:ENOUGH])
        del end.waiting[:ENOUGH]


def waits(connection: Connection, *, past: Callable[[Entry], bool]) -> bool:
    """Whether an entry waits that `past` is not true of."""
    return not all(map(past, end_of(connection).waiting))
