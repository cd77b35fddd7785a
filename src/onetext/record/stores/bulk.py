"""Many rows into tables, in as few round trips as the database allows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, TextClause, insert, text

from onetext.record.stores.column_types import POSTGRESQL
from onetext.record.stores.rows import Values

Named = tuple[Table, tuple[str, ...]]
"""A table, and the columns of it that rows name."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert `rows`, which all name the same columns."""
    insert_all(connection, {table: rows})


def insert_all(connection: Connection, rows: Mapping[Table, Sequence[Values]]) -> None:
    """Insert rows into several tables; those of one table all name the same columns.

    SQLite is given plain tuples: to bind every value by its name takes longer than to keep it.
    PostgreSQL is given them as one JSON text a table, all in one statement, and takes them
    apart itself. (COPY would do as well, but is refused where row-level security stands in
    front of a table.) References between the tables are checked when the transaction ends.
    """
    given = {table: found for table, found in rows.items() if found}
    if connection.dialect.name != POSTGRESQL:
        for table, found in given.items():
            of = (table, tuple(found[0]))
            values = _as_tuples(of, found, connection.dialect)
            connection.exec_driver_sql(_one_by_one(of, connection.dialect), values)
    elif given:
        named = tuple((table, tuple(found[0])) for table, found in given.items())
        texts = (_as_json(of, given[of[0]], connection.dialect) for of in named)
        parameters = {f"rows_{place}": one for place, one in enumerate(texts)}
        connection.execute(_statement(named, connection.dialect), parameters)


@lru_cache(maxsize=256)
def _one_by_one(of: Named, dialect: Dialect) -> str:
    table, columns = of
    return str(insert(table).compile(dialect=dialect, column_keys=columns))


def _as_tuples(of: Named, rows: Sequence[Values], dialect: Dialect) -> list[tuple[Any, ...]]:
    """The rows as the database is to hold them, in the order of the table's columns."""
    table, columns = of
    binds = [
        (column.name, _binding(column, dialect)) for column in table.c if column.name in columns
    ]
    return [tuple(bind(row[name]) for name, bind in binds) for row in rows]


@lru_cache(maxsize=256)
def _statement(named: tuple[Named, ...], dialect: Dialect) -> TextClause:
    """One INSERT for each table: the last as it is, those before it beside it."""
    inserts = [_insert(of, place, dialect) for place, of in enumerate(named)]
    beside = [f"w{place} AS ({one})" for place, one in enumerate(inserts[:-1])]
    return text(f"WITH {', '.join(beside)} {inserts[-1]}" if beside else inserts[-1])


def _insert(of: Named, place: int, dialect: Dialect) -> str:
    quoted = dialect.identifier_preparer
    table, columns = of
    name = quoted.format_table(table)
    names = ", ".join(quoted.format_column(table.c[column]) for column in columns)
    rows = f"json_populate_recordset(CAST(NULL AS {name}), CAST(:rows_{place} AS json))"
    return f"INSERT INTO {name} ({names}) SELECT {names} FROM {rows}"  # noqa: S608 -- our names


def _as_json(of: Named, rows: Sequence[Values], dialect: Dialect) -> str:
    """The rows as the database is to hold them: every value as its column's type binds it."""
    table, columns = of
    binds = [(name, _binding(table.c[name], dialect)) for name in columns]
    return _ENCODER.encode([{name: bind(row[name]) for name, bind in binds} for row in rows])


@lru_cache(maxsize=1024)
def _binding(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    bind = column.type.dialect_impl(dialect).bind_processor(dialect)
    return bind if bind is not None else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
