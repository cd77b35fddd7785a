"""Texts in columns: every paragraph of every text stands in its column, aligned by point."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.briefing.exchange_drafts import DRAFTS, lines_of

from onetext.briefing.exchange.clean import clean
from onetext.briefing.exchange.columns import columns
from onetext.briefing.exchange.columns_docx import columns_docx
from onetext.briefing.exchange.html import bracketed_html, clean_html, columns_html
from onetext.briefing.exchange.stretches import Stretch
from onetext.text.comparing import compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft
from onetext.text.word_changes import Edit

BASE = parse_draft("""# Plan

1. The ports of Southland are closed to ships of Northland.
2. The border follows the river Lune from its source to the sea.
3. All prisoners are exchanged within thirty days of the signature.
""")
NORTH = parse_draft("""# Plan

1. The ports of Southland are open to ships of Northland.
2. All prisoners are exchanged within thirty days of the signature.
3. The border follows the river Lune from its source to the sea.
4. A joint commission keeps the lighthouses of the coast in repair.
""")
SOUTH = parse_draft("""# Plan

1. The border follows the river Lune from its source to the sea.
2. A joint commission keeps the lighthouses of the coast in good repair.
""")


def table(*drafts: Draft) -> list[list[str]]:
    made = columns("Base", drafts[0], [("x", compare(drafts[0], draft)) for draft in drafts[1:]])
    return [[cell.text.replace("\t", " ") for cell in row.cells] for row in made.rows]


def test_rows_follow_the_first_column() -> None:
    """Points find their row whatever their number; like additions share one."""
    made = columns("Base", BASE, [("N", compare(BASE, NORTH)), ("S", compare(BASE, SOUTH))])
    rows = [[cell.text.replace("\t", " ") for cell in row.cells] for row in made.rows]
    assert rows[1][0].startswith("1. The ports")
    assert rows[1][1].startswith("1. The ports of Southland are open")
    assert made.rows[1].cells[2].is_deleted
    border = next(row for row in rows if row[0].startswith("2. The border"))
    assert border[1].startswith("3. The border")
    assert border[2].startswith("1. The border")
    joint = next(row for row in rows if "commission" in row[1])
    assert joint[0] == ""
    assert joint[2].endswith("in good repair.")


def test_changed_words_are_marked_against_the_first_column() -> None:
    """One word out, one word in; the rest as it was."""
    made = columns("Base", BASE, [("N", compare(BASE, NORTH))])
    assert made.rows[1].cells[1].stretches == (
        Stretch(Edit.KEPT, "1.\tThe ports of Southland are "),
        Stretch(Edit.TAKEN_OUT, "closed"),
        Stretch(Edit.PUT_IN, "open"),
        Stretch(Edit.KEPT, " to ships of Northland."),
    )
    assert made.changed[0] >= 2


@given(DRAFTS, DRAFTS, DRAFTS)
@settings(max_examples=40, deadline=None)
def test_every_text_stands_in_its_column(base: Draft, one: Draft, other: Draft) -> None:
    """No paragraph is lost or doubled, and the first column keeps its order."""
    rows = table(base, one, other)
    assert [row[0] for row in rows if row[0]] == lines_of(base)
    for column, draft in ((1, one), (2, other)):
        assert sorted(row[column] for row in rows if row[column]) == sorted(lines_of(draft))


def test_the_table_in_word() -> None:
    """Landscape, its head repeated, one cell for each text."""
    made = columns("Base", BASE, [("N", compare(BASE, NORTH)), ("S", compare(BASE, SOUTH))])
    word: Any = docx.Document(io.BytesIO(columns_docx(made, author="x")))
    assert word.sections[0].page_width > word.sections[0].page_height
    [grid] = word.tables
    assert [cell.text for cell in grid.rows[0].cells] == ["Base", "N", "S"]
    assert grid.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert len(grid.rows) == len(made.rows) + 1
    assert grid.rows[2].cells[2].text == "(deleted)"


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=60))
@settings(max_examples=30, deadline=None)
def test_pages_hold_words_and_no_orders(text: str) -> None:
    """Whatever a draft says, a page shows it and does nothing else."""
    hostile = parse_draft(
        f"# <script>alert(1)</script>\n\n1. <img src=x onerror=y> {text}\n\n2. [&b]"
    )
    made = columns("<b>Base", hostile, [("<i>", compare(hostile, BASE))])
    for page in (columns_html(made), bracketed_html(hostile), clean_html(clean(hostile))):
        assert not re.search(r"<(?:script|img)", page)
        assert "&lt;img" in page
        assert not re.search(r"<[^>]*(?:src|href)=\"(?!#)", page)
        assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in page)
