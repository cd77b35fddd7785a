"""The codebook says everything that there is to say of every column."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import pytest

from onetext.briefing.exports import TABLES
from onetext.record.documents import Document
from onetext.record.statements import Meeting, Person, Proposal, Speaker, Statement
from onetext.record.tables import Column, ColumnType, Table
from onetext.record.tables.codebook import codebook_json, codebook_markdown
from onetext.record.tables.meanings import meanings
from onetext.testing import sample_record

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "codebook.md"
COLUMNS = [(table, column) for table in TABLES for column in table.columns]
TYPES = {
    ColumnType.TEXT: str,
    ColumnType.TEXTS: tuple,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.DAY: date,
    ColumnType.MOMENT: datetime,
    ColumnType.FLAG: bool,
}
NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.DAY, ColumnType.MOMENT)
HELD: dict[str, tuple[type, dict[str, str | None]]] = {
    "statements": (Statement, {"content": "words", "source": "attributed_to"}),
    "sources": (Document, {"text": None, "blocks": None}),
    "people": (Person, {}),
    "meetings": (Meeting, {}),
    "proposals": (Proposal, {}),
}


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: one.name)
def test_every_column_is_described(table: Table, column: Column) -> None:
    """A sentence, a unit where it is a number or a date, a meaning for every allowed value."""
    assert column.meaning.endswith(".")
    assert len(column.meaning.split()) > 1
    assert column.unit or column.type not in NUMBERS, "numbers and dates have a unit"
    assert all(column.allowed.values())
    assert [one.name for one in table.columns].count(column.name) == 1


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: one.name)
def test_every_value_is_what_its_column_says(table: Table, column: Column) -> None:
    """Of the type it names, in UTC where it is a moment, and among the allowed values."""
    for row in table.rows(sample_record().store):
        value = column.value(row)
        if value is None:
            continue
        assert isinstance(value, TYPES[column.type])
        if column.type is ColumnType.MOMENT:
            assert isinstance(value, datetime)
            assert value.tzinfo == UTC
        if isinstance(value, StrEnum):
            assert column.allowed, "an enumeration has its meanings in the codebook"
        if column.allowed:
            assert set(value if isinstance(value, tuple) else [value]) <= set(column.allowed)


@pytest.mark.parametrize("name", HELD)
def test_no_field_is_forgotten(name: str) -> None:
    """Whatever a statement, document, person, meeting or proposal holds has a column."""
    kind, elsewhere = HELD[name]
    [table] = [one for one in TABLES if one.name == name]
    there = {column.name for column in table.columns}
    for field in fields(kind):
        if field.name == "speaker":
            wanted = {"speaker", "speaker_kind", "role", "party"}
            assert len(wanted) == len(fields(Speaker))
        else:
            column = elsewhere.get(field.name, field.name)
            wanted = {column} if column else set()
        assert wanted <= there


def test_an_enumeration_without_meanings_is_refused() -> None:
    """So that a value that is added later fails here and not in somebody's analysis."""

    class Fresh(StrEnum):
        ONE = "one"

    with pytest.raises(KeyError):
        meanings(Fresh)


def test_the_page_and_the_json_say_the_same() -> None:
    """The page in the docs is what the tables say now; the JSON has every column of it."""
    page = codebook_markdown(TABLES)
    assert PAGE.read_text(encoding="utf-8") == page, "run: make reference"
    found = json.loads(json.dumps(codebook_json(TABLES)))
    assert found["schema"] == "onetext/codebook/1"
    assert [
        (table["name"], column["name"]) for table in found["tables"] for column in table["columns"]
    ] == [(table.name, column.name) for table, column in COLUMNS]
    assert all(f"`{column.name}`" in page for _, column in COLUMNS)
