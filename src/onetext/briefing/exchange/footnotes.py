"""Footnotes of a draft as true footnotes of a Word document.

In a line a note is called by a mark, [^4]. Before two lines are compared their marks become single
signs, the same for notes of the same words: so a note that was only renumbered has not changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from lxml import etree

from onetext.briefing.exchange.paragraphs import Form, Paragraph
from onetext.briefing.exchange.runs import run
from onetext.text.emphasis import Letters

_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")
_LINE = re.compile(r"\[\^([^\[\]\s]+)\]:\s*")
_FIRST_SIGN = 0xE000
_SIGNS = re.compile("[\ue000-\uf8ff]")
_MOST = 0xF8FF - _FIRST_SIGN
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """The notes of one document; `words` are those of each sign, in the order of their making."""

    def __init__(self, word: Any) -> None:
        self._word = word
        self._signs: dict[str, str] = {}
        self._notes: list[Any] = []

    def signed(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """Paragraphs whose marks are signs; notes that are called stand no longer among them."""
        notes = {m[1]: p.words for p in paragraphs if (m := _note_line(p))}
        called = {
            name for p in paragraphs if not _note_line(p) for name in _MARK.findall(p.line.text)
        } & set(notes)  # fmt: skip
        signs = {name: sign for name in sorted(called) if (sign := self._sign(notes[name]))}
        kept = [p for p in paragraphs if not ((m := _note_line(p)) and m[1] in signs)]
        return [
            Paragraph(
                p.form, p.level, _with_signs(p.label, signs), _with_signs(p.words, signs),
                p.path, p.is_tight,
            )
            for p in kept
        ]  # fmt: skip

    def _sign(self, note: Letters) -> str | None:
        """The sign of a note's words; None where there are more notes than signs."""
        found = _LINE.match(note.text)
        words = note.text[found.end() :] if found else note.text
        if words not in self._signs and len(self._signs) < _MOST:
            self._signs[words] = chr(_FIRST_SIGN + len(self._signs))
        return self._signs.get(words)

    def runs(
        self, text: str, *, deleted: bool = False, style: str | None = None, look: int = 0
    ) -> list[Any]:
        """The runs of a stretch of words; for each sign a reference to a note of its own."""
        found = []
        at = 0
        for sign in _SIGNS.finditer(text):
            words = next((w for w, s in self._signs.items() if s == sign.group()), None)
            if words is None:
                continue
            if at < sign.start():
                found.append(run(text[at : sign.start()], deleted=deleted, style=style, look=look))
            found.append(self._reference(words))
            at = sign.end()
        if at < len(text):
            found.append(run(text[at:], deleted=deleted, style=style, look=look))
        return found

    def _reference(self, words: str) -> Any:
        number = str(len(self._notes) + 1)
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), number)
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        named = OxmlElement("w:pStyle")
        named.set(qn("w:val"), "footnotetext")
        properties.append(named)
        own = run("", style="footnotereference")
        own.append(OxmlElement("w:footnoteRef"))
        for element in (properties, own, run(f" {words}")):
            paragraph.append(element)
        note.append(paragraph)
        self._notes.append(note)
        called = run("", style="footnotereference")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        called.append(reference)
        return called

    def save(self) -> None:
        """Put the notes into the document; to be called once, when all are called."""
        if not self._notes:
            return
        styles = self._word.styles
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = styles["Normal"], Pt(9)
        mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.font.superscript = True
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for kind, number in _SEPARATORS:
            root.append(
                parse_xml(
                    f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:r>'
                    f"<w:{kind}/></w:r></w:p></w:footnote>"
                )
            )
        for note in self._notes:
            root.append(note)
        package = self._word.part.package
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        self._word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note_line(paragraph: Paragraph) -> re.Match[str] | None:
    return _LINE.match(paragraph.words.text) if paragraph.form is Form.NOTE else None


def _with_signs(line: Letters, signs: dict[str, str]) -> Letters:
    """A line with one sign for each mark; the sign has the place of the mark's beginning."""
    text, origins, looks = "", [], []
    at = 0
    for mark in _MARK.finditer(line.text):
        if mark[1] not in signs:
            continue
        text += line.text[at : mark.start()] + signs[mark[1]]
        origins += [*line.origins[at : mark.start()], line.origins[mark.start()]]
        looks += [*line.looks[at : mark.start()], 0]
        at = mark.end()
    return Letters(
        text + line.text[at:],
        (*origins, *line.origins[at:]),
        (*looks, *line.looks[at:]),
    )
