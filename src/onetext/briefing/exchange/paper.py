"""A Word document in the form of a treaty text: title, headings, points, page numbers.

Labels are text, not list numbers: what delegations see is what was agreed, in any program.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from onetext.briefing.exchange.paper_styles import add_styles
from onetext.briefing.exchange.runs import printable, run


def new_paper(
    title: str, *, author: str, language: str, dated: date | None, landscape: bool = False
) -> Any:
    """An empty document with its styles; page numbers stand in the footer."""
    word = docx.Document()
    _properties(word, title, author, language, dated)
    _page(word, landscape)
    add_styles(word, language)
    _page_numbers(word)
    return word


def add_header(word: Any, text: str) -> None:
    """A line at the head of every page; no part of the text."""
    paragraph = word.sections[0].header.paragraphs[0]
    paragraph.text = printable(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def saved(word: Any) -> bytes:
    """The document's bytes; each change, bookmark and range has a number of its own."""
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _properties(word: Any, title: str, author: str, language: str, dated: date | None) -> None:
    told = word.core_properties
    moment = datetime.combine(dated, time()) if dated else datetime.now(UTC).replace(tzinfo=None)
    told.title = printable(title)[:255]
    told.author = told.last_modified_by = printable(author)[:255]
    told.created = told.modified = moment
    told.comments = ""
    if language != "und":
        told.language = language[:255]


def _page(word: Any, landscape: bool) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        section.left_margin = section.right_margin = Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(1.8)


def _page_numbers(word: Any) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for instruction in ("PAGE", None, "NUMPAGES"):
        if instruction is None:
            paragraph._p.append(run(" / "))
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" {instruction} ")
        field.append(run("1"))
        paragraph._p.append(field)
