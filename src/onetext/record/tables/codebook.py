"""The codebook: every table and column with its type, unit, and allowed values and meanings.

It is made from the tables themselves, so that it cannot say anything else than they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onetext.record.tables.columns import Column, Table
from onetext.record.tables.csv_file import JOINER

CODEBOOK = "onetext/codebook/1"
_INTRODUCTION = f"""\
# Codebook

Every table that `onetext export` writes, as CSV and as Parquet. An empty cell says "not known" or
"does not apply", never no and never zero. In CSV a list stands in one cell with "{JOINER}" between
its values, timestamps are ISO 8601 in UTC, line ends are line feeds, other control characters stand
as their pictures (U+2400 and on), and a text that a spreadsheet would take for a formula has an
apostrophe before it. In Parquet lists are lists, dates are date32, timestamps are microseconds in
UTC, and texts are as they are.

Columns that begin with plover_ follow the PLOVER manual, draft version 0.8 (Open Event Data
Alliance, 2021); pax_codes follow the codebook of the PA-X Peace Agreements Database (Bell et al.,
version 2, 2019). Both stand only where they follow from what the record holds.
"""


def codebook_markdown(tables: Iterable[Table]) -> str:
    """The codebook for people."""
    return "\n".join([_INTRODUCTION, *(line for table in tables for line in _table(table))])


def codebook_json(tables: Iterable[Table]) -> dict[str, Any]:
    """The codebook for programs."""
    return {
        "schema": CODEBOOK,
        "tables": [
            {"name": one.name, "row": one.row, "columns": [_column(c) for c in one.columns]}
            for one in tables
        ],
    }


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}\n"
    yield f"A row is {table.row}.\n"
    yield "| column | type | unit | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type} | {column.unit or ''} | {column.meaning} |"
    yield ""
    for column in table.columns:
        if column.allowed:
            yield f"`{column.name}` is one of:\n"
            yield from (f"- `{value}`: {meaning}" for value, meaning in column.allowed.items())
            yield ""


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": str(column.type),
        "unit": column.unit,
        "meaning": column.meaning,
        "allowed": dict(column.allowed) or None,
    }
