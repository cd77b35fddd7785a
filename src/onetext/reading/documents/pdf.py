"""PDF: the text layer, its lines put together to paragraphs again."""

from __future__ import annotations

from pathlib import Path

from onetext.errors import UnreadableFile
from onetext.reading.documents.pages import Line, paragraphs
from onetext.reading.documents.parts import Content, Told, laid_out
from onetext.reading.printed.apart import pages_apart


def pdf_content(raw: bytes, path: Path) -> Content:
    """The text layer of the PDF `raw`: running heads, feet and page numbers are furniture.

    Raises:
        UnreadableFile: the file is damaged or encrypted, has no text layer, or has too many pages.
    """
    pages, title = pdf_pages(raw, path)
    return laid_out(paragraphs(pages, title), Told())


def pdf_pages(raw: bytes, path: Path) -> tuple[list[list[Line]], str | None]:
    """The lines of every page of the PDF `raw`, and the title in its properties.

    Raises:
        UnreadableFile: the file is damaged or encrypted, has no text layer, has too many pages,
            or takes too long to open.
    """
    printed, title = pages_apart(raw, path)
    pages = [[Line(*line) for line in lines] for lines in printed]
    if not any(line.words for lines in pages for line in lines):
        found = f"the PDF has no text layer on its {len(pages)} pages: they are images"
        remedy = "Recognise its text first (OCR, for example with ocrmypdf), then read the result."
        raise UnreadableFile(path, found, remedy)
    return pages, title
