"""A draft as an Akoma Ntoso 1.0 document, valid against its schema.

The decision record on files that delegations exchange says which elements and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from lxml import etree

from onetext.briefing.exchange.akn.body import Body
from onetext.briefing.exchange.akn.changed import Edited, changed_paragraphs
from onetext.briefing.exchange.akn.inline import NOTE_LINE, Inline
from onetext.briefing.exchange.akn.meta import References, meta_of
from onetext.briefing.exchange.akn.names import Identifiers
from onetext.briefing.exchange.paragraphs import Form, Paragraph, paragraphs_of
from onetext.text.akoma_ntoso import OWN_SPACE, SPACE, akn
from onetext.text.comparing import Comparison
from onetext.text.drafts import Draft
from onetext.text.emphasis import Letters

_WITH_WORDS = ("p", "num", "heading")


def render_akn(draft: Draft, *, author: str, written: date | None = None) -> bytes:
    """The document's bytes, in UTF-8.

    Args:
        draft: its points, brackets and attributions are marked; bracket signs stay in the text.
        author: who writes the file.
        written: the day of writing; today by default.

    Source:
        OASIS LegalDocumentML, Akoma Ntoso Version 1.0 (2018).
    """
    return _document(draft, paragraphs_of(draft), {}, author, written)


def render_akn_changes(
    comparison: Comparison, *, author: str, written: date | None = None
) -> bytes:
    """The draft after, with what was put in and taken out since the draft before as ins and del."""
    paragraphs, edits = changed_paragraphs(comparison)
    return _document(comparison.after, paragraphs, edits, author, written)


def _document(
    draft: Draft,
    paragraphs: Sequence[Paragraph],
    edits: dict[int, Edited],
    author: str,
    written: date | None,
) -> bytes:
    written = written or datetime.now(UTC).date()
    notes, rest = _notes(paragraphs)
    references, identifiers = References(), Identifiers()
    inline = Inline(draft, references, identifiers, notes, edits=edits)
    root = etree.Element(akn("akomaNtoso"), nsmap={None: SPACE, "ot": OWN_SPACE})
    bill = etree.SubElement(root, akn("bill"), name="draft")
    if edits:
        bill.set("contains", "multipleVersions")
    titles = [paragraph for paragraph in rest if paragraph.form is Form.TITLE]
    rest = [paragraph for paragraph in rest if paragraph.form is not Form.TITLE]
    begun = next((at for at, p in enumerate(rest) if p.path is not None), len(rest))
    begun = begun if all(p.form is Form.WORDS for p in rest[:begun]) else 0
    body = Body(draft, inline, identifiers, references)
    _title(bill, titles, inline)
    if begun:
        name = identifiers.single("", "preamble")
        body.blocks(etree.SubElement(bill, akn("preamble"), eId=name), name, rest[:begun])
    main = etree.SubElement(bill, akn("body"), eId=identifiers.single("", "body"))
    body.level(main, "", rest[begun:])
    unused = [p for p in paragraphs if p.form is Form.NOTE and _marker(p) not in inline.used]
    if unused or not len(main):
        body.loose(main, "", unused)
    bill.insert(0, meta_of(draft, references, author=author, written=written))
    _indented(root, "\n")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _title(bill: Any, titles: Sequence[Paragraph], inline: Inline) -> None:
    if titles:
        preface = etree.SubElement(bill, akn("preface"), eId="preface")
        line = etree.SubElement(preface, akn("p"), eId="preface__p_1")
        title = etree.SubElement(line, akn("docTitle"), eId="preface__doctitle")
        inline.fill(title, titles[0].words, "preface")


def _indented(element: Any, line_end: str) -> None:
    """One element a line, where an element holds elements only; words keep their white space."""
    if not len(element) or etree.QName(element).localname in _WITH_WORDS:
        return
    element.text = f"{line_end}  "
    for child in element:
        _indented(child, f"{line_end}  ")
        child.tail = f"{line_end}  "
    element[-1].tail = line_end


def _notes(
    paragraphs: Sequence[Paragraph],
) -> tuple[dict[str, Letters], list[Paragraph]]:
    """The words of the notes by their markers, and the paragraphs that are no notes."""
    notes: dict[str, Letters] = {}
    for paragraph in paragraphs:
        marker = _marker(paragraph)
        if paragraph.form is Form.NOTE and marker and marker not in notes:
            line = paragraph.words
            start = len(line.text) - len(line.text[len(marker) + 4 :].lstrip())
            notes[marker] = Letters(line.text[start:], line.origins[start:], line.looks[start:])
    return notes, [paragraph for paragraph in paragraphs if paragraph.form is not Form.NOTE]


def _marker(paragraph: Paragraph) -> str:
    found = NOTE_LINE.match(paragraph.words.text)
    return found[1] if found else ""
