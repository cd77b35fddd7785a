"""DOCX: paragraphs in reading order, those of tables and content controls included."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.text.paragraph import Paragraph

from onetext.errors import UnreadableFile
from onetext.reading.documents.parts import Content, Hint, Told, laid_out

MAX_UNPACKED_BYTES = 200_000_000
MAX_MEMBERS = 5_000
_MAIN = "word/document.xml"
_OTHERS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "META-INF/container.xml": "an EPUB book",
}
_PARAGRAPHS = ".//w:p[not(ancestor::w:txbxContent)]"
_RUNS = ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"
# ValueError: places in the archive that lie before its beginning.
_BAD_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError,
)  # fmt: skip
# What the libraries raise over damaged parts; lxml's syntax errors are Python's SyntaxError.
_DAMAGED = (
    KeyError, ValueError, AttributeError, TypeError, OpcError, SyntaxError, zipfile.BadZipFile,
    zlib.error, EOFError,
)  # fmt: skip


def docx_content(raw: bytes, path: Path) -> Content:
    """The words of the DOCX file `raw`, deletions that are tracked left out.

    The date in its properties is that of the file, not of publication, and is not taken.

    Raises:
        UnreadableFile: the archive is cut off, encrypted, unpacks to too much, holds something
            else or XML with a document type, or has no words.
    """
    check_archive(raw, path)
    try:
        document = docx.Document(io.BytesIO(raw))
        pieces = tuple(_pieces(document))
        properties = document.core_properties
        title, author = properties.title, properties.author
    except _DAMAGED as error:
        remedy = "Open it in a word processor and save it again."
        raise UnreadableFile(path, f"it is a damaged DOCX file ({error})", remedy) from error
    if not any(words.strip() for _, words in pieces):
        raise UnreadableFile(path, "the DOCX file has no words", "Check that it is the right file.")
    hints = {hint for hint, _ in pieces}
    known = " ".join(title.split()) if Hint.HEADLINE not in hints and title else None
    return laid_out(pieces, Told(title=_standing(known, pieces), authors=_names(author)))


def check_archive(raw: bytes, path: Path) -> None:
    """Refuse a DOCX file that is none, or that would take more to open than a document may.

    Raises:
        UnreadableFile: the archive is cut off, encrypted, unpacks to too much, or holds
            something else or XML with a document type.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            unpacked = sum(member.file_size for member in members)
            if unpacked > MAX_UNPACKED_BYTES or len(members) > MAX_MEMBERS:
                found = f"it unpacks to {unpacked:,} bytes in {len(members):,} parts"
                raise UnreadableFile(
                    path, found, "No report is that large: check where it is from."
                )
            if any(member.flag_bits & 0x1 for member in members):
                remedy = "Open it with its password and save it without one."
                raise UnreadableFile(path, "the archive is encrypted", remedy)
            if _MAIN not in names:
                what = next(
                    (what for name, what in _OTHERS.items() if name in names), "a ZIP archive"
                )
                remedy = "Save the report as DOCX, PDF, HTML or plain text."
                raise UnreadableFile(path, f"it is {what}, not a DOCX document", remedy)
            for name in names:
                if name.endswith((".xml", ".rels")) and _has_doctype(archive, name):
                    found = f"its part {name} declares a document type, which no DOCX file does"
                    raise UnreadableFile(path, found, "Check where it is from.")
    except _BAD_ARCHIVE as error:
        found = f"it is a damaged or cut-off DOCX file ({error})"
        raise UnreadableFile(path, found, "Fetch it again.") from error


def _has_doctype(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as member:
        return b"<!DOCTYPE" in member.read(4096).replace(b"\0", b"")


def _pieces(document: Any) -> Iterator[tuple[Hint, str]]:
    for element in document.element.body.xpath(_PARAGRAPHS):
        paragraph = Paragraph(element, document._body)  # gives the style, with its defaults
        words = "".join(run.text for run in element.xpath(_RUNS))
        hint = _hint(paragraph, element)
        yield from ((hint, piece) for piece in words.split("\n\n") if piece.strip())


def _hint(paragraph: Paragraph, element: Any) -> Hint:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style == "title":
        return Hint.HEADLINE
    if style.startswith("heading"):
        return Hint.HEADING
    if style == "caption":
        return Hint.CAPTION
    if style.startswith("list") or element.xpath("./w:pPr/w:numPr"):
        return Hint.ITEM
    in_table = bool(element.xpath("ancestor::w:tbl"))
    return Hint.PARAGRAPH if in_table or style == "subtitle" else Hint.UNKNOWN


def _standing(title: str | None, pieces: tuple[tuple[Hint, str], ...]) -> str | None:
    """The title of the properties, where the document itself says it too."""
    said = {" ".join(words.split()) for _, words in pieces[:10]}
    return title if title in said else None


def _names(author: str | None) -> tuple[str, ...]:
    """The author of the properties, unless it is the name that the library or a program leaves."""
    names = [" ".join(name.split()) for name in (author or "").replace(" and ", ";").split(";")]
    return tuple(
        name
        for name in names
        if " " in name and not name.lower().startswith(("python", "microsoft"))
    )
