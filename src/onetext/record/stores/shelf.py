"""How far the log has come, and what other rooms have worked out from it and may again."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from onetext.record.store import Extent
from onetext.record.stores import tables

_tally = tables.tally
_COUNT = update(_tally).values(entries=_tally.c.entries + bindparam("more"))
_IMPORTED = update(_tally).values(imports=_tally.c.imports + 1)
_ALL = select(func.count()).select_from(tables.entries)
_LATEST = select(tables.entries.c.id).order_by(tables.entries.c.id.desc()).limit(1)
_EXTENT = select(_tally.c.entries, _tally.c.imports, _LATEST.scalar_subquery().label("latest"))


def begin(connection: Connection) -> None:
    """Count from nothing."""
    connection.execute(delete(_tally))
    connection.execute(insert(_tally), {"entries": 0, "imports": 0})


def count(connection: Connection, more: int) -> None:
    """Take into account that so many entries were kept."""
    if not connection.execute(_COUNT, {"more": more}).rowcount:
        counted = connection.scalar(_ALL)
        connection.execute(insert(_tally), {"entries": counted, "imports": 0})


def imported(connection: Connection) -> None:
    """Take into account that entries were kept that had been sealed elsewhere."""
    connection.execute(_IMPORTED)


def extent(connection: Connection) -> Extent:
    row = connection.execute(_EXTENT).first()
    return Extent(row.entries, row.latest or "", row.imports) if row else Extent(0, "", 0)


def take(connection: Connection, name: str) -> bytes | None:
    """What was put there under `name`."""
    asked = select(tables.shelf.c.value).where(tables.shelf.c.name == name)
    found: bytes | None = connection.scalar(asked)
    return found


def put(connection: Connection, name: str, value: bytes) -> None:
    """Put `value` there, in place of what was there under that name."""
    connection.execute(delete(tables.shelf).where(tables.shelf.c.name == name))
    connection.execute(insert(tables.shelf), {"name": name, "value": value})
