"""Many rows into a table, in as few round trips as the database allows."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, insert, text

from onetext.record.stores.rows import Values

ROWS = "rows"


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert `rows`, which all name the same columns.

    PostgreSQL is given them as one JSON text and takes them apart itself: one statement with
    one value, whatever their number. (COPY would do as well, but is refused where row-level
    security stands in front of a table.)
    """
    if not rows:
        return
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), list(rows))
        return
    columns = [table.c[name] for name in rows[0]]
    given = _as_json(columns, rows, connection.dialect)
    connection.execute(text(_statement(connection.dialect, table, columns)), {ROWS: given})


def _statement(dialect: Dialect, table: Table, columns: Sequence[Column[Any]]) -> str:
    quoted = dialect.identifier_preparer
    name = quoted.format_table(table)
    names = ", ".join(quoted.format_column(column) for column in columns)
    rows = f"json_populate_recordset(CAST(NULL AS {name}), CAST(:{ROWS} AS json))"
    return f"INSERT INTO {name} ({names}) SELECT {names} FROM {rows}"  # noqa: S608 -- our names


def _as_json(columns: Sequence[Column[Any]], rows: Sequence[Values], dialect: Dialect) -> str:
    """The rows as the database is to hold them: every value as its column's type binds it."""
    named = [(column.name, _binding(column, dialect)) for column in columns]
    bound = [{name: bind(row[name]) for name, bind in named} for row in rows]
    return json.dumps(bound, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def _binding(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    bind = column.type.dialect_impl(dialect).bind_processor(dialect)
    return bind if bind is not None else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
