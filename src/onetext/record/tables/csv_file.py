"""A table as CSV (RFC 4180, UTF-8, a header, lines that end with a line feed).

Lists stand in one cell with "; " between them. What a spreadsheet would take for a formula (a
text that begins with = + - @ or a tab) gets an apostrophe before it. Line ends become line feeds;
other control characters, save tabs, become their pictures (U+2400 and on).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from typing import IO, Any

from onetext.record.store import Store
from onetext.record.tables.columns import Column, ColumnType, Table

JOINER = "; "
FORMULA = tuple("=+-@\t")
_PICTURED = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {
    0x7F: 0x2421
}
_WORDS = (ColumnType.TEXT, ColumnType.TEXTS)


def write_table(table: Table, store: Store, file: IO[str]) -> int:
    """The header and every row of a table. Returns how many rows there were."""
    return write_csv(table.columns, table.rows(store), file)


def write_csv(columns: tuple[Column, ...], rows: Iterable[Any], file: IO[str]) -> int:
    """A header and the rows, one after the other. Returns how many rows there were."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    count = 0
    for row in rows:
        writer.writerow([cell(column, column.value(row)) for column in columns])
        count += 1
    return count


def cell(column: Column, value: object) -> str:
    """What stands in a cell of CSV."""
    text = _text(value)
    if column.type not in _WORDS:
        return text
    text = text.replace("\r\n", "\n").translate(_PICTURED)
    return f"'{text}" if text.startswith(FORMULA) else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return JOINER.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime) else str(value)
