"""Tables as Parquet: typed, described, and equal to what the record says."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onetext.briefing.exports import TABLES
from onetext.record.store import Store
from onetext.record.tables import Table
from onetext.record.tables.parquet_file import write_parquet
from onetext.testing import MemoryStore, sample_record

BY_NAME = {table.name: table for table in TABLES}


def read(table: Table, store: Store) -> Any:
    file = io.BytesIO()
    count = write_parquet(table, store, file)
    found = pq.read_table(io.BytesIO(file.getvalue()))
    assert found.num_rows == count
    return found


@pytest.mark.parametrize("name", [table.name for table in TABLES if table.name != "positions"])
def test_every_row_comes_back(name: str) -> None:
    """Each value as the column gives it: lists as lists, empty cells as null."""
    store, table = sample_record().store, BY_NAME[name]
    rows = [{one.name: one.value(row) for one in table.columns} for row in table.rows(store)]
    for row in rows:
        row.update({key: list(value) for key, value in row.items() if isinstance(value, tuple)})
    assert read(table, store).to_pylist() == rows


def test_columns_have_the_types_of_a_statistics_package() -> None:
    """Dates are date32, timestamps UTC, lists lists; the schema holds the codebook's words."""
    found = read(BY_NAME["statements"], sample_record().store)
    schema = found.schema
    assert schema.field("dated").type == pa.date32()
    assert schema.field("recorded_at").type == pa.timestamp("us", tz="UTC")
    assert schema.field("agencies").type == pa.list_(pa.string())
    assert schema.field("confidence").type == pa.float64()
    assert schema.field("start").type == pa.int64()
    told = schema.field("act").metadata
    assert told[b"meaning"] == b"What the words do."
    assert "accept" in json.loads(told[b"allowed"])
    assert found["dated"][0].as_py() == date(2030, 3, 2)
    assert found["recorded_at"][0].as_py().tzinfo is not None
    assert found["recorded_at"][0].as_py() > datetime(2030, 3, 4, tzinfo=UTC)


def test_an_empty_table_has_its_schema() -> None:
    """Whoever reads it finds every column."""
    for table in TABLES:
        found = read(table, MemoryStore())
        assert found.column_names == [column.name for column in table.columns]
        assert found.num_rows == 0
