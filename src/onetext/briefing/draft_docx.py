"""The next draft as a Word document with tracked changes against the newest draft.

Words taken out stand in w:del, words put in in w:ins; a paragraph that is new or gone as a whole
has its mark tracked, too. To accept all changes gives the next draft, to reject all the newest
one. Points are numbered in their text, and a number that changes is a tracked change.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from onetext.settlement.next_draft import DraftedPoint, NextDraft
from onetext.text.word_changes import Edit, word_changes

_MARKS = {Edit.PUT_IN: "w:ins", Edit.TAKEN_OUT: "w:del"}


def render_draft_docx(draft: NextDraft, *, author: str = "onetext") -> bytes:
    """The document's bytes; every change is by `author`, dated as the draft, with a comment."""
    word = docx.Document()
    word.core_properties.title = _kept(draft.title)[:255]
    word.add_heading(_kept(draft.title), 0)
    word.add_paragraph(_kept(f"Changes are tracked against: {draft.based_on}"))
    writer = _Writer(word, _kept(author), datetime.combine(draft.dated, time(), UTC))
    old_number = 0
    for point in draft.points:
        if point.before is not None:
            old_number += 1
        writer.point(point, old_number)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


class _Writer:
    def __init__(self, word: WordDocument, author: str, moment: datetime) -> None:
        self._word = word
        self._author = author
        self._moment = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        self._changes = 0

    def point(self, point: DraftedPoint, old_number: int) -> None:
        before = "" if point.before is None else f"{old_number}. {_kept(point.before)}"
        after = "" if point.number is None else f"{point.number}. {_kept(point.text)}"
        paragraph = self._word.add_paragraph()
        for change in word_changes(before, after):
            run = OxmlElement("w:r")
            _fill(run, change.text, "w:delText" if change.edit is Edit.TAKEN_OUT else "w:t")
            if change.edit is Edit.KEPT:
                paragraph._p.append(run)
            else:
                mark = self._mark(change.edit)
                mark.append(run)
                paragraph._p.append(mark)
        if point.before is None or point.number is None:
            edit = Edit.PUT_IN if point.before is None else Edit.TAKEN_OUT
            properties = OxmlElement("w:rPr")
            properties.append(self._mark(edit))
            paragraph._p.get_or_add_pPr().append(properties)
        if point.reason:
            self._comment(point, paragraph)

    def _mark(self, edit: Edit) -> Any:
        self._changes += 1
        mark = OxmlElement(_MARKS[edit])
        mark.set(qn("w:id"), str(self._changes))
        mark.set(qn("w:author"), self._author)
        mark.set(qn("w:date"), self._moment)
        return mark

    def _comment(self, point: DraftedPoint, paragraph: Paragraph) -> None:
        told = [point.reason]
        for quote in point.quotes:
            facts = (quote.speaker, quote.said_on, quote.publisher)
            said = ", ".join(str(fact) for fact in facts if fact)
            told.append(f"{said}: “{quote.words}”")
        comment = self._word.add_comment(
            _anchors(paragraph), text=_kept("\n".join(told)), author=self._author, initials="1T"
        )
        comment._comment_elm.set(qn("w:date"), self._moment)


def _anchors(paragraph: Paragraph) -> list[WordRun]:
    """Empty runs at both ends, around which python-docx puts the comment's range.

    The range may not open inside w:ins or w:del.
    """
    first, last = OxmlElement("w:r"), OxmlElement("w:r")
    content = next(child for child in paragraph._p if child.tag != qn("w:pPr"))
    content.addprevious(first)
    paragraph._p.append(last)
    return [WordRun(first, paragraph), WordRun(last, paragraph)]


def _fill(run: Any, text: str, tag: str) -> None:
    """The text in the run, line ends and tabs as elements of their own."""
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                run.append(OxmlElement("w:tab"))
            if part:
                element = OxmlElement(tag)
                element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                element.text = part
                run.append(element)


def _kept(text: str) -> str:
    """The text without characters that XML cannot hold or that nobody sees; lines stay lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or c.isprintable())
