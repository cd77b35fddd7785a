"""The YAML block at the head of a report tells of the report and is no part of its words."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.reading.documents import document_from_text
from onetext.reading.documents.front_matter import address_of, front_matter_of
from onetext.record.documents import BlockKind

REPORT = """---
title: Northland signs
published: 2025-12-03
publisher: The Daily Example
agencies: [AFP, Reuters]
authors: Ada Berg
url: https://example.org/signs
language: en-GB
---

Northland signed on Tuesday.
"""


def test_tells_what_the_report_says_of_itself() -> None:
    """Title, outlet, agencies, date, authors, address and language, and where it ends."""
    front = front_matter_of(REPORT)
    assert front is not None
    assert front.told.title == "Northland signs"
    assert front.told.publisher == "The Daily Example"
    assert front.told.published == date(2025, 12, 3)
    assert front.told.authors == ("Ada Berg",)
    assert front.told.language == "en"
    assert front.agencies == ("AFP", "Reuters")
    assert front.url == "https://example.org/signs"
    assert REPORT[front.span.end :].strip() == "Northland signed on Tuesday."


@pytest.mark.parametrize(
    "text",
    [
        "Northland signed on Tuesday.\n",
        "---\n\nNorthland signed.\n\n---\n\nMore words.\n",
        "---\ncolour: blue\n---\nNorthland signed.\n",
        "---\ntitle: [unclosed\n---\nNorthland signed.\n",
        "---\npublished: 2025-02-31\n---\nNorthland signed.\n",
        "---\ntitle: never closed\n",
    ],
)
def test_anything_else_is_left_to_the_words(text: str) -> None:
    """Rules, broken YAML, foreign keys and unclosed blocks are no front matter."""
    assert front_matter_of(text) is None


def test_windows_line_ends_and_a_byte_order_mark_are_no_obstacle() -> None:
    """Offsets count the characters of the text as it was decoded."""
    text = "\ufeff" + REPORT.replace("\n", "\r\n")
    front = front_matter_of(text)
    assert front is not None
    assert front.span.of(text).startswith("---\r\n")
    assert front.span.of(text).endswith("---")


def test_a_date_in_words_is_left_open() -> None:
    """Only ISO dates count; the rest of the block still does."""
    front = front_matter_of("---\ntitle: A\npublished: sometime in May\n---\nWords.\n")
    assert front is not None
    assert front.told.published is None
    assert front.told.title == "A"


def test_the_document_knows_it_and_looks_for_nothing_in_it() -> None:
    """The text is kept as decoded; the block is furniture, and its facts are the document's."""
    document = document_from_text(REPORT, "0" * 64)
    assert document.text == REPORT
    assert document.title == "Northland signs"
    assert document.publisher == "The Daily Example"
    assert document.agencies == ("AFP", "Reuters")
    assert document.published == date(2025, 12, 3)
    words = [
        block.span.of(REPORT) for block in document.blocks if block.kind is BlockKind.PARAGRAPH
    ]
    assert words == ["Northland signed on Tuesday."]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (REPORT, "https://example.org/signs"),
        ("---\ntitle: A\nurl: see below\n---\nWords.\n", None),
        ("Words without a head.\n", None),
    ],
)
def test_the_address_is_a_web_address_or_none(text: str, address: str | None) -> None:
    """It is what a record keeps as the report's origin."""
    assert address_of(text) == address
