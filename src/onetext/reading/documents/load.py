"""The one door from a file to a document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onetext.errors import UnreadableFile
from onetext.reading.documents.assemble import assembled
from onetext.reading.documents.formats import Format, format_of
from onetext.reading.documents.parts import Content
from onetext.reading.documents.plain import decoded
from onetext.reading.documents.received import received_bytes
from onetext.record.documents import Document

# Some 65,000 words, a book, read in half a minute; what is longer is an archive of reports.
MAX_CHARS = 400_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document, and sentences on what a person should look at in its file."""

    document: Document
    doubts: tuple[str, ...] = ()


def load_document(
    path: Path,
    *,
    encoding: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
) -> Document:
    """The document in the file at `path`, as `load_with_doubts` finds it."""
    return load_with_doubts(
        path, encoding=encoding, published=published, publisher=publisher
    ).document


def load_with_doubts(
    path: Path,
    *,
    encoding: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
) -> Loaded:
    """The document in the file at `path`: plain text, Markdown, HTML, PDF, DOCX or e-mail.

    Args:
        path: the file; its content says the format, its name only where the content does not.
        encoding: of plain text and HTML; without it a byte order mark, what a page says, or UTF-8.
        published: date of publication; goes before what the document tells.
        publisher: likewise.

    Raises:
        UnreadableFile: there is no report to be had from it; says what was found instead.
    """
    raw = received_bytes(path)
    content = _content(raw, path, encoding)
    if len(content.text) > MAX_CHARS:
        raise UnreadableFile(
            path,
            f"its text has {len(content.text):,} characters, and a report may have {MAX_CHARS:,}",
            "Split it into one file for each report.",
        )
    digest = hashlib.sha256(raw).hexdigest()
    document = assembled(content, digest, published=published, publisher=publisher)
    return Loaded(document, content.doubts)


def _content(raw: bytes, path: Path, encoding: str | None) -> Content:
    # A format's library is loaded only when a file has that format.
    match format_of(raw, path):
        case Format.HTML:
            from onetext.reading.documents.html import html_content

            return html_content(raw, path, encoding)
        case Format.PDF:
            from onetext.reading.documents.pdf import pdf_content

            return pdf_content(raw, path)
        case Format.DOCX:
            from onetext.reading.documents.docx import docx_content

            return docx_content(raw, path)
        case Format.MAIL:
            from onetext.reading.documents.mail import mail_content

            return mail_content(raw, path)
        case Format.PLAIN:
            return Content(decoded(raw, path, encoding))
