"""What entries tell again, as after a merge: the derived tables hold it once.

Of the entries for one thing (see `onetext.record.sameness`) the first recorded keeps its row;
the table `doubles` says for which it stands, and rows that refer to one of the others are
pointed to it. The first of a set never changes to a later one as the set grows, so that the
order in which entries arrive makes no difference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Table,
    and_,
    delete,
    func,
    select,
    update,
)

from onetext.record.stores import tables
from onetext.record.stores.bulk import insert_rows
from onetext.record.stores.rows import Values

CHUNK = 500

doubles = tables.doubles

ALIKE: dict[Table, tuple[Column[Any], ...]] = {
    tables.sources: (tables.sources.c.sha256,),
    tables.proposed: (tables.proposed.c.source_id, tables.proposed.c.kind, tables.proposed.c.mark),
    tables.issues: (tables.issues.c.label_key,),
}
"""By what the rows of a table are known to tell of one thing; sources before what is in them."""

REFERRING: dict[Table, tuple[Column[Any], ...]] = {
    tables.sources: (tables.proposed.c.source_id, tables.grades.c.of),
    tables.proposed: (
        tables.verdicts.c.of,
        tables.statement_links.c.statement_id,
        tables.grades.c.of,
    ),
    tables.issues: (tables.statement_links.c.issue_id, tables.point_links.c.issue_id),
}
"""Where the rows of a table are referred to."""

APART: tuple[Column[Any], ...] = (
    tables.withdrawals.c.of,  # takes back one entry, whatever else tells the same
    tables.point_links.c.draft_id,  # which copy of a draft stands depends on what was withdrawn
    tables.point_matches.c.before_id,
    tables.point_matches.c.after_id,
)
"""References that stay as they were given."""

_POINTED = {column for columns in REFERRING.values() for column in columns}


def ones(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """For those of `ids` that are doubles: the entry that stands for each."""
    found: dict[str, str] = {}
    if connection.scalar(select(doubles.c.id).limit(1)) is None:
        return found
    for chunk in _chunks(ids):
        asked = select(doubles.c.id, doubles.c.of).where(doubles.c.id.in_(chunk))
        found.update((row.id, row.of) for row in connection.execute(asked))
    return found


def point(connection: Connection, rows: Mapping[Table, Iterable[Values]]) -> None:
    """Point rows that are about to be kept to the entries that stand."""
    columns = [column for column in _POINTED if column.table in rows]
    named = {values[column.name] for column in columns for values in rows[_table(column)]}
    standing = ones(connection, named) if named else {}
    if not standing:
        return
    for column in columns:
        for values in rows[_table(column)]:
            given = values[column.name]
            if given in standing:
                values[column.name] = standing[given]
                if column is tables.verdicts.c.of:
                    values["words"] = given


def settle(connection: Connection, rows: Mapping[Table, Sequence[Values]]) -> None:
    """Leave the first of each set of doubles that the rows just kept have made."""
    sources: set[str] = set()
    for table, columns in ALIKE.items():
        keys = {values[columns[0].name] for values in rows.get(table, ())}
        if table is tables.proposed:
            keys |= sources
        for chunk in _chunks(keys):
            pairs = list(_alike(connection, table, columns, chunk))
            if pairs:
                _leave_first(connection, table, pairs)
                if table is tables.sources:
                    sources.update(of for _, of in pairs)


def _alike(
    connection: Connection, table: Table, columns: tuple[Column[Any], ...], keys: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Each row that is not the first of its set, with the first."""
    sets = select(*columns).where(columns[0].in_(keys)).group_by(*columns).having(func.count() > 1)
    found = sets.subquery("found")
    same = [column == found.c[column.name] for column in columns]
    asked = (
        select(table.c.id, *columns)
        .join_from(table, found, and_(*same))
        .order_by(*columns, table.c.recorded_at, table.c.id)
    )
    rows = connection.execute(asked).all()
    for _, group in groupby(rows, key=lambda row: tuple(row)[1:]):
        first, *others = [row.id for row in group]
        yield from ((other, first) for other in others)


def _leave_first(connection: Connection, table: Table, pairs: list[tuple[str, str]]) -> None:
    """Point whatever refers to the doubles in `pairs` to the others, and take their rows away."""
    insert_rows(connection, doubles, [{"id": double, "of": one} for double, one in pairs])
    for ids in _chunks(double for double, _ in pairs):
        _point_on(connection, doubles.c.of, ids)
        for column in REFERRING[table]:
            _point_on(connection, column, ids)
        connection.execute(delete(table).where(table.c.id.in_(ids)))


def _point_on(connection: Connection, column: Column[Any], ids: Sequence[str]) -> None:
    """In one statement, since not every column has an index."""
    refers = _table(column)
    stands = doubles.alias("stands")
    one = select(stands.c.of).where(stands.c.id == column).scalar_subquery()
    changes: dict[str, Any] = {column.name: one}
    if column is tables.verdicts.c.of:
        changes["words"] = func.coalesce(refers.c.words, refers.c.of)
    connection.execute(update(refers).where(column.in_(ids)).values(changes))


def _table(column: Column[Any]) -> Table:
    return column.table


def _chunks(items: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
