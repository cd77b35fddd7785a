"""Writing: entries into the log and, in the same transaction, what is derived from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, insert, select

from onetext.record.chain import Unsealed, seal
from onetext.record.entries import Entry, EntryKind, Sign
from onetext.record.references import References, refuse
from onetext.record.stores import doubling, tables
from onetext.record.stores.bulk import insert_rows
from onetext.record.stores.rows import Values, derived_rows, entry_of, kind_of, log_row

T = TypeVar("T")
log = tables.entries

CHUNK = 500


def write(
    connection: Connection,
    unsealed: Sequence[Unsealed],
    *,
    author: str,
    recorded_at: datetime,
    sign: Sign | None = None,
) -> list[Entry]:
    """Seal and keep, as `onetext.record.store.Store.write` says."""
    latest = select(log.c.recorded_at).order_by(log.c.recorded_at.desc()).limit(1)
    entries = seal(
        unsealed,
        author=author,
        recorded_at=recorded_at,
        head=head(connection, author),
        after=connection.scalar(select(log.c.id).order_by(log.c.id.desc()).limit(1)),
        not_before=connection.scalar(latest),
        sign=sign,
    )
    append(connection, entries)
    return entries


def append(connection: Connection, entries: Iterable[Entry]) -> int:
    """Keep entries that are sealed already, a chunk at a time. Returns how many."""
    references = References(lambda ids: kinds(connection, ids))
    count = 0
    for chunk in _chunks(entries):
        refuse(references.follow(chunk))
        insert_rows(connection, log, [log_row(entry) for entry in chunk])
        derive(connection, chunk)
        count += len(chunk)
    refuse(references.finish())
    return count


def derive(connection: Connection, entries: Iterable[Entry]) -> None:
    rows: dict[Table, list[Values]] = defaultdict(list)
    for table, values in derived_rows(entries):
        rows[table].append(values)
    doubling.point(connection, rows)
    for table, found in rows.items():
        insert_rows(connection, table, found)
    doubling.settle(connection, rows)


def rebuild(connection: Connection) -> None:
    """Drop the derived tables, whatever their form, and derive them from the log."""
    tables.derived.drop_all(connection)
    tables.derived.create_all(connection)
    connection.execute(insert(tables.derivation), {"version": tables.DERIVATION})
    after = ""
    while chunk := page(connection, after):
        derive(connection, chunk)
        after = chunk[-1].id


def page(connection: Connection, after: str) -> list[Entry]:
    """The next entries by id, so that nothing stays open between one page and the next."""
    found = select(log).where(log.c.id > after).order_by(log.c.id).limit(CHUNK)
    return [entry_of(row) for row in connection.execute(found)]


def head(connection: Connection, author: str) -> str | None:
    latest = select(log.c.digest).where(log.c.author == author).order_by(log.c.id.desc())
    return connection.scalar(latest.limit(1))


def kinds(connection: Connection, ids: Collection[str]) -> Mapping[str, EntryKind]:
    found: dict[str, EntryKind] = {}
    for chunk in _chunks(ids):
        asked = select(log.c.id, log.c.kind).where(log.c.id.in_(chunk))
        found.update((row.id, kind_of(row.id, row.kind)) for row in connection.execute(asked))
    return found


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
