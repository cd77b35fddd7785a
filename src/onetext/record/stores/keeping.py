"""Writing: entries into the log and, in the same transaction, what is derived from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, bindparam, insert, select

from onetext.record.chain import Unsealed, seal
from onetext.record.entries import Entry, EntryKind, Sign
from onetext.record.references import References, refuse
from onetext.record.stores import alike, doubling, row_security, searching, shelf, tables, tail
from onetext.record.stores.bulk import insert_all
from onetext.record.stores.rows import Values, derived_rows, entry_of, kind_of, log_row

T = TypeVar("T")
log = tables.entries

CHUNK = 500
FEW, AHEAD = 8, 100  # after so many entries asked for one by one, so many are looked at together
_KNOWN = frozenset(map(str, EntryKind))

# Built once: to build a question anew takes longer than to ask it.
_LATEST_ID = select(log.c.id).order_by(log.c.id.desc()).limit(1)
_LATEST_MOMENT = select(log.c.recorded_at).order_by(log.c.recorded_at.desc()).limit(1)
_HEAD = (
    select(log.c.digest)
    .where(log.c.author == bindparam("author"))
    .order_by(log.c.id.desc())
    .limit(1)
)
_KIND = (
    select(log.c.id, log.c.kind)
    .where(log.c.id >= bindparam("least"))
    .order_by(log.c.id)
    .limit(bindparam("most"))
)
_KINDS = select(log.c.id, log.c.kind).where(log.c.id.in_(bindparam("ids", expanding=True)))


def write(
    connection: Connection,
    unsealed: Sequence[Unsealed],
    *,
    author: str,
    recorded_at: datetime,
    sign: Sign | None = None,
) -> list[Entry]:
    """Seal and keep, as `onetext.record.store.Store.write` says, at the latest by `keep_waiting`.

    What can be refused is refused before anything is kept, so that a transaction around this
    one can go on.
    """
    end = tail.end_of(connection)
    if end.latest is None:
        end.latest = connection.scalar(_LATEST_ID) or "", connection.scalar(_LATEST_MOMENT)
    if author not in end.heads:
        end.heads[author] = head(connection, author)
    last_id, last_moment = end.latest
    entries = seal(
        unsealed,
        author=author,
        recorded_at=recorded_at,
        head=end.heads[author],
        after=last_id or None,
        not_before=last_moment,
        sign=sign,
    )
    references = References(lambda ids: kinds(connection, ids))
    for chunk in _chunks(entries):
        refuse(references.follow(chunk))
    refuse(references.finish())
    end.written(entries)
    keep_waiting(connection, least=tail.ENOUGH)
    return entries


def keep_waiting(connection: Connection, *, least: int = 1) -> None:
    """Keep what was written and waits, if there are `least` of it: see `tail.keep_waiting`."""
    tail.keep_waiting(connection, _keep, least=least)


def append(connection: Connection, entries: Iterable[Entry]) -> int:
    """Keep entries that are sealed already, a chunk at a time. Returns how many."""
    tail.end_of(connection).forget()
    references = References(lambda ids: kinds(connection, ids))
    count = 0
    for chunk in _chunks(entries):
        refuse(references.follow(chunk))
        _keep(connection, chunk)
        count += len(chunk)
    refuse(references.finish())
    shelf.imported(connection)
    return count


def _keep(connection: Connection, entries: Sequence[Entry]) -> None:
    _insert(connection, entries, {log: [log_row(entry) for entry in entries]})


def derive(connection: Connection, entries: Sequence[Entry]) -> None:
    """Keep what follows from entries that the log holds."""
    _insert(connection, entries, {})


def _insert(
    connection: Connection, entries: Sequence[Entry], logged: dict[Table, list[Values]]
) -> None:
    rows: dict[Table, list[Values]] = defaultdict(list)
    for table, values in derived_rows(entries):
        rows[table].append(values)
    doubling.point(connection, rows)
    insert_all(connection, logged | rows)
    doubling.settle(connection, rows)
    alike.derive(connection, entries)
    row_security.follow(connection, entries)
    searching.keep(connection, entries)
    shelf.count(connection, len(entries))


def rebuild(connection: Connection) -> None:
    """Drop the derived tables, whatever their form, and derive them from the log."""
    tables.derived.drop_all(connection)
    tables.derived.create_all(connection)
    row_security.raise_wall(connection)
    connection.execute(insert(tables.derivation), {"version": tables.DERIVATION})
    shelf.begin(connection)
    after = ""
    while chunk := page(connection, after):
        derive(connection, chunk)
        after = chunk[-1].id


def page(connection: Connection, after: str) -> list[Entry]:
    """The next entries by id, so that nothing stays open between one page and the next."""
    found = select(log).where(log.c.id > after).order_by(log.c.id).limit(CHUNK)
    return [entry_of(row) for row in connection.execute(found)]


def head(connection: Connection, author: str) -> str | None:
    found: str | None = connection.scalar(_HEAD, {"author": author})
    return found


def kinds(connection: Connection, ids: Collection[str]) -> Mapping[str, EntryKind]:
    end = tail.end_of(connection)
    found = {entry_id: end.kinds[entry_id] for entry_id in ids if entry_id in end.kinds}
    missing = [entry_id for entry_id in ids if entry_id not in found]
    if len(missing) == 1:
        return found | _kind(connection, missing[0])
    for chunk in _chunks(missing):
        rows = connection.execute(_KINDS, {"ids": chunk})
        asked = {row.id: kind_of(row.id, row.kind) for row in rows}
        end.know(asked)
        found |= asked
    return found


def _kind(connection: Connection, entry_id: str) -> dict[str, EntryKind]:
    """The kind of one entry, if it is there.

    A transaction that names many, one after the other, often goes on with what was written next
    to it: that is looked at as well.
    """
    end = tail.end_of(connection)
    end.asked += 1
    most = AHEAD if end.asked > FEW else 1
    rows = connection.execute(_KIND, {"least": entry_id, "most": most}).all()
    end.know({row.id: EntryKind(row.kind) for row in rows if row.kind in _KNOWN})
    return {row.id: kind_of(row.id, row.kind) for row in rows if row.id == entry_id}


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
