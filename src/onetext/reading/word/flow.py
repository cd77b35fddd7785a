"""A DOCX body in the order of reading: paragraphs of pieces, each with the revisions it is under.

Every run is found wherever Word puts it: in insertions, deletions and moves, in links, content
controls, smart tags and fields, in tables, text boxes and notes. Of alternate content one
version is read. The instructions of fields are no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml.ns import qn

from onetext.reading.word.changes import ChangeKind, Revision
from onetext.reading.word.look import PLAIN, Look, colour_of, look_of

Revisions = tuple[Revision, ...]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_KINDS = {
    qn("w:ins"): ChangeKind.INSERTION,
    qn("w:del"): ChangeKind.DELETION,
    qn("w:moveFrom"): ChangeKind.MOVED_FROM,
    qn("w:moveTo"): ChangeKind.MOVED_TO,
    qn("w:cellIns"): ChangeKind.INSERTION,
    qn("w:cellDel"): ChangeKind.DELETION,
    qn("w:rPrChange"): ChangeKind.FORMATTING,
    qn("w:pPrChange"): ChangeKind.FORMATTING,
    qn("w:numberingChange"): ChangeKind.FORMATTING,
}
_RANGES = {
    qn("w:moveFromRangeStart"): (ChangeKind.MOVED_FROM, True),
    qn("w:moveFromRangeEnd"): (ChangeKind.MOVED_FROM, False),
    qn("w:moveToRangeStart"): (ChangeKind.MOVED_TO, True),
    qn("w:moveToRangeEnd"): (ChangeKind.MOVED_TO, False),
}
_NO_WORDS = frozenset(
    qn(name)
    for name in (
        "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr",
        "w:sectPr", "w:instrText", "w:delInstrText", "w:rt", "w:customXmlPr", "w:smartTagPr",
        "w:fldData", "w:ffData",
    )
)  # fmt: skip
_SIGNS = {
    qn("w:tab"): " ", qn("w:ptab"): " ", qn("w:br"): " ", qn("w:cr"): " ",
    qn("w:noBreakHyphen"): "-",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph. `opens` and `closes` name comments that begin or end here."""

    text: str
    revisions: Revisions = ()
    look: Look = PLAIN
    opens: str | None = None
    closes: str | None = None
    note: int | None = None
    """Which of the flow's notes it calls; its text is then for the reader to give."""


@dataclass(slots=True)
class Block:
    """One paragraph; `mark` is under what its end is, `formatting` what changed in its form.

    `before` is the w:pPr that it had before that change. `last` tells that its container (a
    cell, a text box, the body) ends with it.
    """

    pieces: list[Piece]
    properties: Any
    before: Any
    mark: Revisions
    formatting: Revisions
    last: bool = False


@dataclass(slots=True)
class Flow:
    """Walks the elements; what it meets on the way is kept here."""

    fields: list[bool] = field(default_factory=list)
    """The fields that are open: whether each is still in its instructions."""
    moves: dict[ChangeKind, str] = field(default_factory=dict)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes that were referred to: kind and id, in the order of the text."""
    unread: int = 0

    def blocks(self, container: Any, revisions: Revisions = (), look: Look = PLAIN) -> list[Block]:
        """The paragraphs of a body, a cell, a note or a text box."""
        found = list(self._blocks(container, revisions, look))
        if found:
            found[-1].last = True
        return found

    def _blocks(self, container: Any, revisions: Revisions, look: Look) -> Iterator[Block]:
        for element in container:
            tag = element.tag
            if not isinstance(tag, str) or tag in _NO_WORDS:
                continue
            if tag == qn("w:p"):
                yield self.paragraph(element, revisions, look)
                while self.boxes:
                    yield from self.blocks(self.boxes.pop(0), revisions)
            elif tag == qn("w:tr"):
                yield from self._blocks(element, self.under(element, "w:trPr", revisions), look)
            elif tag == qn("w:tc"):
                shade = replace(look, colour=colour_of(element.find(qn("w:tcPr"))) or look.colour)
                yield from self.blocks(element, self.under(element, "w:tcPr", revisions), shade)
            elif tag == f"{_MC}AlternateContent":
                yield from self._blocks(_one_of(element), revisions, look)
            elif tag == qn("w:altChunk"):
                self.unread += 1
            elif tag in _KINDS:
                yield from self._blocks(element, (*revisions, self.revision(element)), look)
            elif not self.range_of_move(element):
                yield from self._blocks(element, revisions, look)

    def under(self, element: Any, properties: str, revisions: Revisions) -> Revisions:
        """The revisions of a row or a cell, beside those that it stands in."""
        own = element.find(qn(properties))
        if own is None:
            return revisions
        return (*revisions, *(self.revision(child) for child in own if child.tag in _KINDS))

    def paragraph(self, element: Any, revisions: Revisions, look: Look) -> Block:
        properties = element.find(qn("w:pPr"))
        mark, before = revisions, properties
        formatting: Revisions = ()
        if properties is not None:
            look = replace(look, colour=colour_of(properties) or look.colour)
            inner = properties.find(qn("w:rPr"))
            if inner is not None:
                own = [self.revision(child) for child in inner if child.tag in _KINDS]
                mark = (*revisions, *(r for r in own if r.kind is not ChangeKind.FORMATTING))
            formatting = tuple(
                self.revision(change)
                for change in properties.iter(qn("w:pPrChange"), qn("w:numberingChange"))
            )
            if (change := properties.find(qn("w:pPrChange"))) is not None:
                before = change.find(qn("w:pPr"))
        self.fields = [False] * len(self.fields)  # instructions end with their paragraph
        pieces = list(self.inline(element, revisions, look))
        return Block(pieces, properties, before, mark, formatting)

    def inline(self, container: Any, revisions: Revisions, look: Look) -> Iterator[Piece]:
        for element in container:
            tag = element.tag
            if not isinstance(tag, str) or tag in _NO_WORDS:
                continue
            if tag == qn("w:r"):
                yield from self.run(element, revisions, look)
            elif tag in _KINDS:
                yield from self.inline(element, (*revisions, self.revision(element)), look)
            elif tag == qn("w:commentRangeStart"):
                yield Piece("", opens=element.get(qn("w:id")))
            elif tag == qn("w:commentRangeEnd"):
                yield Piece("", closes=element.get(qn("w:id")))
            elif tag == f"{_MC}AlternateContent":
                yield from self.inline(_one_of(element), revisions, look)
            elif tag == _MATH_TEXT:
                yield Piece(element.text or "", revisions, look)
            elif not self.range_of_move(element):
                yield from self.inline(element, revisions, look)

    def run(self, run: Any, revisions: Revisions, look: Look) -> Iterator[Piece]:
        properties = run.find(qn("w:rPr"))
        if properties is not None:
            look = look_of(properties, look)
            changes = properties.findall(qn("w:rPrChange"))
            revisions = (*revisions, *(self.revision(change) for change in changes))
        for text in self.words(run):
            if isinstance(text, int):
                yield Piece("", revisions, look, note=text)
            else:
                yield Piece(text, revisions, look)

    def words(self, container: Any) -> Iterator[str | int]:
        """The words of a run, and the notes that it calls."""
        for element in container:
            tag = element.tag
            if tag == qn("w:fldChar"):
                self.field(element.get(qn("w:fldCharType")))
            elif any(self.fields) or not isinstance(tag, str) or tag in _NO_WORDS:
                continue
            elif tag in (qn("w:t"), qn("w:delText")):
                yield element.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == qn("w:sym"):
                yield _symbol(element.get(qn("w:char")))
            elif tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                yield self.note(element)
            elif tag == qn("w:txbxContent"):
                self.boxes.append(element)
            else:
                inner = _one_of(element) if tag == f"{_MC}AlternateContent" else element
                yield from self.words(inner)

    def field(self, step: str | None) -> None:
        if step == "begin":
            self.fields.append(True)
        elif self.fields and step == "separate":
            self.fields[-1] = False
        elif self.fields and step == "end":
            self.fields.pop()

    def note(self, element: Any) -> int:
        kind = "footnote" if element.tag == qn("w:footnoteReference") else "endnote"
        self.notes.append((kind, element.get(qn("w:id")) or ""))
        return len(self.notes) - 1

    def revision(self, element: Any) -> Revision:
        kind = _KINDS[element.tag]
        author = " ".join((element.get(qn("w:author")) or "").split())
        return Revision(kind, author, element.get(qn("w:date")), self.moves.get(kind))

    def range_of_move(self, element: Any) -> bool:
        """Whether the element begins or ends the range of a move; its name is kept meanwhile."""
        step = _RANGES.get(element.tag)
        if step is None:
            return False
        kind, begins = step
        if begins:
            self.moves[kind] = element.get(qn("w:name")) or ""
        else:
            self.moves.pop(kind, None)
        return True


def _one_of(alternate: Any) -> Any:
    """The version of alternate content that is read: the first choice, or else the fallback."""
    choice = alternate.find(f"{_MC}Choice")
    found = choice if choice is not None else alternate.find(f"{_MC}Fallback")
    return () if found is None else found


def _symbol(code: str | None) -> str:
    """A character of a symbol font; those of the private area are shown as a bullet."""
    number = int(code or "0", 16)
    if 0xE000 <= number <= 0xF8FF or not 0x20 <= number <= 0x10FFFF:
        return "•"
    return chr(number)
