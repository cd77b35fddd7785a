"""Whether the derived tables hold what follows from the log, no more and no less."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, Table, func, select

from onetext.record.entries import Entry
from onetext.record.stores import alike, doubling, keeping, searching, shelf, tables
from onetext.record.stores.rows import Values, derived_rows

Place = tuple[Table, Values]
_HELD = select(func.count()).select_from(tables.entries)


def drift(connection: Connection) -> Iterator[str]:
    """Each place where a derived table differs from the log, in words."""
    due: Counter[str] = Counter()
    after = ""
    while chunk := keeping.page(connection, after):
        after = chunk[-1].id
        places = sorted(_due(connection, chunk), key=_table_name)
        for _, group in groupby(places, key=_table_name):
            same = list(group)
            due[same[0][0].name] += len(same)
            yield from _differences(connection, same)
        for source in alike.sources_among(chunk):
            yield from _unlike(connection, source, due)
    counted, held = shelf.extent(connection).entries, connection.scalar(_HELD)
    if counted != held:
        yield f"the table tally says that there are {counted} entries, but there are {held}"
    yield from searching.missing(connection)
    for table in tables.derived.sorted_tables:
        held = connection.scalar(select(func.count()).select_from(table)) or 0
        more = held - due[table.name]
        if table not in tables.OF_NO_ENTRY and more > 0:
            yield f"the table {table.name} holds {more} rows that do not follow from any entry"


def _due(connection: Connection, chunk: list[Entry]) -> Iterator[Place]:
    """What the derived tables should hold of these entries: doubles stand but once."""
    rows: dict[Table, list[Values]] = defaultdict(list)
    for table, values in derived_rows(chunk):
        rows[table].append(values)
    again = doubling.ones(connection, [entry.id for entry in chunk])
    doubling.point(connection, rows)
    for table, found in rows.items():
        yield from ((table, values) for values in found if values["id"] not in again)
    yield from ((tables.doubles, {"id": one, "of": of}) for one, of in again.items())


def _differences(connection: Connection, places: list[Place]) -> Iterator[str]:
    table = places[0][0]
    asked = select(table).where(table.c.id.in_([values["id"] for _, values in places]))
    held = {row.id: dict(row._mapping) for row in connection.execute(asked)}
    for _, values in places:
        if held.get(values["id"]) != values:
            yield f'the table {table.name} does not hold what follows from entry "{values["id"]}"'


def _unlike(connection: Connection, source: Entry, due: Counter[str]) -> Iterator[str]:
    """What does not follow from a source in the tables that hold it against others.

    A pair is looked at once, with the one of the two that has the greater id.
    """
    blocks = alike.blocks_of(source)
    others = alike.sharing(connection, [source.id]).get(source.id, [])
    pairs = alike.pair_rows(connection, source, blocks, others)
    keys, likenesses = tables.source_keys, tables.source_likenesses
    for table, column, rows in (
        (keys, keys.c.id, alike.key_rows(source.id, blocks)),
        (
            likenesses,
            likenesses.c.other_id,
            [row for row in pairs if row["other_id"] == source.id],
        ),
    ):
        due[table.name] += len(rows)
        held = connection.execute(select(table).where(column == source.id))
        names = [column.name for column in table.columns]
        if {tuple(row) for row in held} != {tuple(row[name] for name in names) for row in rows}:
            yield f'the table {table.name} does not hold what follows from entry "{source.id}"'


def _table_name(place: Place) -> str:
    return place[0].name
