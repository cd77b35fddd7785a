"""Drafts that hypothesis makes, and what a DOCX file says when it is read again."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from onetext.briefing.exchange.paragraphs import paragraphs_of
from onetext.case.bundle import drafts
from onetext.reading.word.changes import ChangesRead
from onetext.reading.word.text import docx_text
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

WORDS = ("the", "ports", "open", "Lune", "[shall]", "[should]", "*free*", "border", "ships", "fee;")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
LABELS = st.sampled_from(
    ("1. ", "2. ", "3. ", "(a) ", "    (a) ", "    (b) ", "## Article 2: ", "## ", "[4. ", "- ", "")
)
LINES = st.tuples(LABELS, SENTENCES).map("".join)
DRAFTS = st.lists(LINES, min_size=1, max_size=10).map(
    lambda lines: parse_draft("# Plan\n\n" + "\n\n".join(lines) + "\n")
)


def lines_of(draft: Draft) -> list[str]:
    """The paragraphs of a draft as one line each."""
    return [paragraph.text.replace("\t", " ") for paragraph in paragraphs_of(draft)]


def read_lines(document: bytes, changes: str = "accepted") -> list[str]:
    """The paragraphs of a DOCX file, without the marks of headings and indentation."""
    text = docx_text(Path("x.docx"), document, changes=ChangesRead(changes)).text
    return [line.lstrip("# ") for line in text.split("\n") if line.strip("# ")]


def case_drafts() -> list[Draft]:
    """The drafts of the bundled case, in the order of their dates."""
    return [parse_draft(page.read_text("utf-8")) for page in drafts()]
