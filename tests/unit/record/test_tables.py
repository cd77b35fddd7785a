"""Tables of the record as CSV, and files that appear whole."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.record.files import UnwritableFile, whole_file
from onetext.record.tables import TABLES, Column, ColumnType, Table
from onetext.record.tables.csv_file import FORMULA, JOINER, write_csv, write_table
from onetext.testing import MemoryStore, sample_record

BY_NAME = {table.name: table for table in TABLES}


def rows(name: str) -> list[dict[str, str]]:
    file = io.StringIO()
    count = write_table(BY_NAME[name], sample_record().store, file)
    file.seek(0)
    found = list(csv.DictReader(file))
    assert len(found) == count
    return found


def test_statements_have_their_words_verdict_and_source() -> None:
    """Every statement, also those that are rejected or pending."""
    found = rows("statements")
    assert len(found) == 11
    first = found[0]
    assert first["words"] == "Northland accepted the river Lune as the border"
    assert (first["speaker"], first["act"], first["verdict"]) == (
        "Tomas Hale",
        "accept",
        "accepted",
    )
    assert (first["dated"], first["dated_by"]) == ("2030-03-02", "said")
    assert (first["publisher"], first["agencies"]) == ("The Northland Courier", "LPA")
    assert {row["verdict"] for row in found} == {"accepted", "corrected", "rejected", "pending"}


def test_sources_and_meetings_have_theirs() -> None:
    """Several agencies or participants stand in one cell, a semicolon between them."""
    assert [row["agencies"] for row in rows("sources")] == ["LPA", "LPA; NNS", ""]
    [meeting] = rows("meetings")
    assert meeting["participants"] == "Ada Berg; Tomas Hale; Mira Sol"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_empty_table_has_its_header(table: Table) -> None:
    """So that whoever reads it finds the columns."""
    file = io.StringIO()
    assert write_table(table, MemoryStore(), file) == 0
    assert file.getvalue() == ",".join(column.name for column in table.columns) + "\n"


def test_a_cell_is_never_a_formula() -> None:
    """A spreadsheet runs cells that begin so; an apostrophe makes them text."""
    file = io.StringIO()
    words = Column("words", ColumnType.TEXT, "Words.", str)
    write_csv((words,), ["=1+1", "+1", "-1", "@x", "a=1", ""], file)
    assert file.getvalue().splitlines() == ["words", "'=1+1", "'+1", "'-1", "'@x", "a=1", '""']


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """What was there before stays until then; nothing else is left in the folder."""
    path = tmp_path / "out.csv"
    path.write_text("before")

    def fail() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise KeyError("stop")

    with pytest.raises(KeyError):
        fail()
    assert path.read_text() == "before"
    with whole_file(path) as file:
        file.write(b"whole")
    assert path.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A folder that is not there, and a folder in the file's place."""
    for path in (tmp_path / "missing" / "out.csv", tmp_path):
        with pytest.raises(UnwritableFile, match="was to be written, but"), whole_file(path):
            pass


WORDS = (
    Column("words", ColumnType.TEXT, "Words.", lambda row: row[0]),
    Column("names", ColumnType.TEXTS, "Names.", lambda row: row[1]),
    Column("share", ColumnType.NUMBER, "Share.", lambda row: row[2], "0 to 1"),
)


@given(st.text(), st.lists(st.text()).map(tuple), st.floats(-1, 1))
def test_any_text_is_one_cell_that_a_spreadsheet_only_shows(
    words: str, names: tuple[str, ...], share: float
) -> None:
    """No formula, no control character but tabs and line feeds; numbers stay numbers."""
    file = io.StringIO()
    write_csv(WORDS, [(words, names, share)], file)
    file.seek(0)
    header, row = csv.reader(file)
    assert header == ["words", "names", "share"]
    assert float(row[2]) == share
    for found, given_text in zip(row, (words, JOINER.join(names)), strict=False):
        assert not found.startswith(("=", "+", "-", "@", "\t"))
        assert not {character for character in found if ord(character) < 32} - set("\n\t")
        bare = found.removeprefix("'") if given_text.startswith(FORMULA) else found
        shown = given_text.replace("\r\n", "\n")
        pictured = [(a, b) for a, b in zip(bare, shown, strict=True) if a != b]
        assert all(ord(a) - 0x2400 in (ord(b), 0x21) for a, b in pictured)
