"""What a transaction for writing knows of the end of the log, so that it asks once.

While it lasts no other writer comes between: what it found and what it wrote itself holds, until
part of it is undone.

What is written waits here until there is enough of it to be kept in few round trips, something is
asked of the record, or the transaction comes to its end. A part of the transaction that can be
undone by itself has a savepoint in the database only once something of it is kept there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, NestedTransaction

from onetext.record.entries import Entry, EntryKind

MOST = 20_000  # ids whose kinds are remembered
ENOUGH = 500  # entries that are kept together

Keep = Callable[[Connection, Sequence[Entry]], None]


@dataclass(slots=True)
class Part:
    """A part of a transaction that is undone by itself, and what was so when it began.

    Attributes:
        start: how many entries were waiting.
        latest: as in `Tail`.
        heads: as in `Tail`.
        savepoint: where it begins in the database, once something of it is kept.
    """

    start: int
    latest: tuple[str, datetime | None] | None
    heads: dict[str, str | None]
    savepoint: NestedTransaction | None = None


@dataclass(slots=True)
class Tail:
    """The end of the log.

    Attributes:
        latest: the greatest id and the latest time of recording; ("", None) in an empty log,
            None where nobody has asked yet.
        heads: by author, the digest of their latest entry; None for those who have none.
        kinds: of entries that were written or asked for lately, by id.
        asked: how often the kind of one entry was asked of the database.
        waiting: entries that were sealed and are not kept yet; `kinds` and `heads` know of them.
        parts: the parts of the transaction that have not ended, the outermost first.
    """

    latest: tuple[str, datetime | None] | None = None
    heads: dict[str, str | None] = field(default_factory=dict)
    kinds: dict[str, EntryKind] = field(default_factory=dict)
    asked: int = 0
    waiting: list[Entry] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

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

    def forget(self) -> None:
        """Know nothing any more: entries were kept that did not come by here, or were undone."""
        self.latest = None
        self.heads = {}
        self.kinds = {}
        self.waiting = []

    def begin_part(self) -> Part:
        part = Part(len(self.waiting), self.latest, dict(self.heads))
        self.parts.append(part)
        return part

    def undo(self, part: Part) -> None:
        """Take back what was written since `part` began."""
        if part.savepoint is not None:
            part.savepoint.rollback()
            self.forget()
            return
        for entry in self.waiting[part.start :]:
            self.kinds.pop(entry.id, None)
        del self.waiting[part.start :]
        self.latest, self.heads = part.latest, part.heads

    def keep_first(self, connection: Connection, keep: Keep, number: int) -> None:
        """Let `keep` have the first so many that wait; they are let go of once they are kept."""
        while number > 0:
            chunk = self.waiting[: min(number, ENOUGH)]
            keep(connection, chunk)
            del self.waiting[: len(chunk)]
            number -= len(chunk)
            for part in self.parts:
                part.start = max(0, part.start - len(chunk))


_TAILS: WeakKeyDictionary[Connection, Tail] = WeakKeyDictionary()


def begin(connection: Connection) -> None:
    """Know nothing yet: a transaction for writing begins."""
    _TAILS[connection] = Tail()


def end(connection: Connection) -> None:
    """The transaction is over."""
    _TAILS.pop(connection, None)


def end_of(connection: Connection) -> Tail:
    """What is known of the end of the log; outside of a transaction for writing, nothing."""
    return _TAILS.get(connection) or Tail()


def keep_waiting(connection: Connection, keep: Keep, *, least: int = 1) -> None:
    """Let `keep` have what waits, some `ENOUGH` at a time, if there are `least` of it.

    Every part of the transaction begins in the database before what was written in it is kept;
    with 0 as `least` it does even where nothing waits.
    """
    end = end_of(connection)
    if len(end.waiting) < least:
        return
    for part in end.parts:
        if part.savepoint is None:
            end.keep_first(connection, keep, part.start)
            part.savepoint = connection.begin_nested()
    end.keep_first(connection, keep, len(end.waiting))


def waits(connection: Connection, *, past: Callable[[Entry], bool]) -> bool:
    """Whether an entry waits that `past` is not true of."""
    return not all(map(past, end_of(connection).waiting))
