"""The text of a DOCX file, with everything in it that the text alone does not say.

Headings and list levels become Markdown headings and indentation, footnotes become notes, so
that one parser serves every kind of file.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import OpcError, PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from onetext.errors import UnreadableFile
from onetext.reading.documents.docx import check_archive
from onetext.reading.word.changes import ChangesRead, Coloured, Comment, Revision, TrackedChange
from onetext.reading.word.compose import Composed, compose, joined, plain
from onetext.reading.word.flow import Block, Flow, Piece
from onetext.reading.word.lists import Lists
from onetext.reading.word.notation import NO_NOTATION, Notation, notation_of, notation_shown
from onetext.text.spans import Span

_INDENT = "    "
_HEADING = re.compile(r"heading (\d)$", re.I)
_INDENTED = re.compile(r"(?:list(?: continue)?|point) (\d)(?: text)?$", re.I)
_ZIP = b"PK\x03\x04"
_DAMAGED = (
    PackageNotFoundError, OpcError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError,
    TypeError, AttributeError, OSError, NotImplementedError,
    RecursionError,  # elements within elements, deeper than any document has them
    SyntaxError,  # what lxml raises for XML that is cut off
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocxText:
    """Its paragraphs, one a line with a blank line between; all spans refer to `text`.

    `hidden` are words that Word does not show and that were read all the same; `margins` is
    what stands in headers and footers, which is no part of the text; `unread` counts files
    inside the file, which nobody read.
    """

    text: str
    tracked_changes: tuple[TrackedChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    colours: tuple[Coloured, ...] = ()
    hidden: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    unread: int = 0
    shown: Notation = NO_NOTATION
    """The notation that was read from the look of the words, as no legend explains one."""


def docx_text(
    path: Path, content: bytes, *, changes: ChangesRead = ChangesRead.ACCEPTED
) -> DocxText:
    """The text of the DOCX file whose bytes are `content`, with its changes as `changes` says.

    Raises:
        UnreadableFile: it is cut off, is no DOCX file, unpacks to too much, or declares entities.
    """
    if content.startswith(_ZIP):
        check_archive(content, path)
    try:
        return _Reader(docx.Document(BytesIO(content)), changes).read()
    except _DAMAGED as error:
        found = "it is no DOCX file that can be opened (cut off, damaged, or another kind of file)"
        raise UnreadableFile(
            path, found, "Open it in a word processor, save it as DOCX and give that."
        ) from error


@dataclass(slots=True)
class _Note:
    """A footnote or endnote as one paragraph, and the changes of its form."""

    pieces: list[Piece]
    formatting: list[Revision]


class _Reader:
    def __init__(self, document: Any, changes: ChangesRead) -> None:
        self.document = document
        self.changes = changes
        self.lists = Lists.of(document)
        self.flow = Flow()
        self.open_notes: set[tuple[str, str]] = set()
        self.listed: dict[str, dict[str, Any]] = {}

    def read(self) -> DocxText:
        blocks = self.flow.blocks(self.document.element.body)
        called: list[_Note] = []
        for block in blocks:
            block.pieces = self.numbered(block.pieces, called)
        paragraphs = list(joined(blocks, self.changes))
        words = [plain(pieces, self.changes) for _, pieces in paragraphs]
        explained = notation_of(words)
        shown = notation_shown([pieces for _, pieces in paragraphs])
        unexplained = explained == NO_NOTATION and shown != NO_NOTATION
        into = Composed(self.changes, shown if unexplained else explained)
        for (block, pieces), said in zip(paragraphs, words, strict=True):
            compose(into, pieces, self.prefix(block) if said else "", block.formatting)
        for number, note in enumerate(called, 1):
            prefix = f"[^{number}]: " if plain(note.pieces, self.changes) else ""
            compose(into, note.pieces, prefix, note.formatting)
        comments = tuple(self.comments(into))
        text = into.text()
        return DocxText(
            f"{text}\n" if text else "",
            into.tracked(),
            comments,
            tuple(into.colours),
            tuple(into.hidden),
            tuple(self.margins()),
            self.flow.unread,
            shown if unexplained else NO_NOTATION,
        )

    def prefix(self, block: Block) -> str:
        """What stands before the words: the marks of a heading, indentation, a label."""
        properties = block.before if self.changes is ChangesRead.REJECTED else block.properties
        style = self.style(properties)
        name = style.name or "" if style is not None else ""
        level, label = self.lists.label(properties, style)
        heading = _HEADING.search(name)
        space = " " if label else ""
        if heading or name == "Title":
            return f"{'#' * min(int(heading[1]) + 1 if heading else 1, 6)} {label}{space}"
        if label:
            return f"{_INDENT * level}{label} "
        if name.startswith("List Bullet"):
            return "- "
        indented = _INDENTED.match(name)
        return _INDENT * max(int(indented[1]) - 1, 0) if indented else ""

    def style(self, properties: Any) -> Any:
        named = None if properties is None else properties.find(qn("w:pStyle"))
        return None if named is None else self.document.styles.get_by_id(named.get(qn("w:val")), 1)

    def numbered(self, pieces: list[Piece], called: list[_Note]) -> list[Piece]:
        """Pieces with a mark for each note that is called; the notes are added to `called`.

        A note whose mark is not in the text that is read stands in the words of its change.
        """
        made = []
        for piece in pieces:
            if piece.note is None:
                made.append(piece)
                continue
            key = self.flow.notes[piece.note]
            note = _Note([], []) if key in self.open_notes else self.note(*key)
            if all(revision.is_in(self.changes) for revision in piece.revisions):
                called.append(note)
                made.append(replace(piece, text=f"[^{len(called)}]"))
                self.open_notes.add(key)  # a note that calls itself is read once
                note.pieces = self.numbered(note.pieces, called)
                self.open_notes.discard(key)
            else:
                words = "".join(inner.text for inner in note.pieces).strip()
                made.append(replace(piece, text=f"[^{words}]"))
        return made

    def note(self, kind: str, name: str) -> _Note:
        """A note as one paragraph."""
        if kind not in self.listed:
            self.listed[kind] = {note.get(qn("w:id")): note for note in self.part(f"{kind}s")}
        found = self.listed[kind].get(name)
        note = _Note([], [])
        for block in [] if found is None else self.flow.blocks(found):
            note.pieces += [*([Piece(" ")] if note.pieces else []), *block.pieces]
            note.formatting += block.formatting
        return note

    def comments(self, into: Composed) -> Iterator[Comment]:
        for comment in self.part("comments"):
            name = comment.get(qn("w:id"))
            words = [
                plain(pieces, ChangesRead.ACCEPTED)
                for _, pieces in joined(Flow().blocks(comment), ChangesRead.ACCEPTED)
            ]
            start, end = into.opened.get(name), into.closed.get(name)
            is_placed = start is not None and end is not None and start < end
            yield Comment(
                " ".join((comment.get(qn("w:author")) or "").split()),
                comment.get(qn("w:date")),
                "\n".join(word for word in words if word),
                Span(start, end) if is_placed and start is not None and end is not None else None,
            )

    def margins(self) -> Iterator[str]:
        seen = set()
        for relation in self.document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(("/header", "/footer")):
                continue
            root = relation.target_part.element
            for _, pieces in joined(Flow().blocks(root), self.changes):
                words = plain(pieces, self.changes)
                if words and words not in seen:
                    seen.add(words)
                    yield words

    def part(self, name: str) -> Any:
        """The root of a part beside the text, such as its comments; nothing where it has none."""
        for relation in self.document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{name}"):
                return parse_xml(relation.target_part.blob)
        return ()
