"""Which entries of another record this one holds, by their ids and digests alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, func, select

from onetext.record.entries import Entry, Seal
from onetext.record.stores import tables
from onetext.record.stores.questions import standing
from onetext.record.stores.rows import entry_of
from onetext.record.views import PublishedKey

CHUNK = 500
PAGE = 5_000

log = tables.entries


def page(connection: Connection, after: str) -> list[Seal]:
    asked = select(log.c.id, log.c.digest, log.c.signature).where(log.c.id > after)
    return [Seal(*row) for row in connection.execute(asked.order_by(log.c.id).limit(PAGE))]


def seals_of(connection: Connection, ids: Collection[str]) -> dict[str, Seal]:
    found: dict[str, Seal] = {}
    for chunk in _chunks(ids):
        asked = select(log.c.id, log.c.digest, log.c.signature).where(log.c.id.in_(chunk))
        found.update((row.id, Seal(*row)) for row in connection.execute(asked))
    return found


def entries_of(connection: Connection, ids: Collection[str]) -> list[Entry]:
    found: list[Entry] = []
    for chunk in _chunks(sorted(ids)):
        asked = select(log).where(log.c.id.in_(chunk)).order_by(log.c.id)
        found.extend(entry_of(row) for row in connection.execute(asked))
    return found


def digested(connection: Connection, digests: Collection[str]) -> dict[str, tuple[str, str]]:
    """Reads through the index of digests; its rows are small, and few are looked for."""
    found: dict[str, tuple[str, str]] = {}
    for chunk in _chunks(digests):
        asked = select(log.c.id).where(log.c.digest.in_(chunk))
        ids = connection.scalars(asked).all()
        held = select(log.c.digest, log.c.author, log.c.id).where(log.c.id.in_(ids))
        found.update((row.digest, (row.author, row.id)) for row in connection.execute(held))
    return found


def verdicts_on(connection: Connection, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    given = tables.verdicts
    found: dict[str, tuple[str, ...]] = {}
    for chunk in _chunks(ids):
        asked = select(given.c.of, given.c.id).where(given.c.of.in_(chunk), standing(given, None))
        for row in connection.execute(asked.order_by(given.c.recorded_at, given.c.id)):
            found[row.of] = (*found.get(row.of, ()), row.id)
    return found


def published_keys(connection: Connection) -> list[PublishedKey]:
    keys, gone = tables.published_keys, tables.withdrawals
    withdrawn = select(func.min(gone.c.recorded_at)).where(gone.c.of == keys.c.id)
    asked = select(keys, withdrawn.scalar_subquery().label("withdrawn_at"))
    return [
        PublishedKey(row.id, row.author, row.key, row.recorded_at, row.withdrawn_at)
        for row in connection.execute(asked.order_by(keys.c.recorded_at, keys.c.id))
    ]


def _chunks(items: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
