"""A table as Parquet, with types: dates as date32, timestamps in UTC, lists as lists.

The schema of the file says of every column what the codebook says of it. Rows go out in groups,
so that a large table is never in memory as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

from onetext.record.store import Store
from onetext.record.tables.columns import Column, ColumnType, Table

GROUP_ROWS = 20_000


def write_parquet(table: Table, store: Store, file: IO[bytes]) -> int:
    """Every row of a table. Returns how many rows there were."""
    import pyarrow as pa  # loads the library's compiled parts
    import pyarrow.parquet as pq

    schema = _schema(table, pa)
    count = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(table.rows(store)):
            writer.write_table(pa.table(_values(table.columns, group), schema=schema))
            count += len(group)
    return count


def _schema(table: Table, pa: Any) -> Any:
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.TEXTS: pa.list_(pa.string()),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.DAY: pa.date32(),
        ColumnType.MOMENT: pa.timestamp("us", tz="UTC"),
        ColumnType.FLAG: pa.bool_(),
    }
    fields = [pa.field(one.name, types[one.type], metadata=_told(one)) for one in table.columns]
    return pa.schema(fields, metadata={"table": table.name, "row": table.row})


def _told(column: Column) -> dict[str, str]:
    told = {"meaning": column.meaning}
    if column.unit:
        told["unit"] = column.unit
    if column.allowed:
        told["allowed"] = json.dumps(dict(column.allowed), ensure_ascii=False)
    return told


def _values(columns: tuple[Column, ...], rows: list[Any]) -> dict[str, list[object]]:
    return {one.name: [_value(one.value(row)) for row in rows] for one in columns}


def _value(value: object) -> object:
    """An enumeration as its text, a tuple as a list; anything else as it is."""
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _groups(rows: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(rows)
    while group := list(islice(left, GROUP_ROWS)):
        yield group
