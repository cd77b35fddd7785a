"""PDF: the text layer, its lines put together to paragraphs again."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
from pypdfium2 import raw as pdfium

from onetext.errors import UnreadableFile
from onetext.reading.documents.pages import Line, paragraphs
from onetext.reading.documents.parts import Content, Told, laid_out

_BROKEN_WORD = "\ufffe"  # what PDFium puts for the hyphen and the line end inside a word
_LINE = re.compile(f"[^\r\n{_BROKEN_WORD}]+{_BROKEN_WORD}?")
MAX_PAGES = 200
MAX_CHARS = 2_000_000


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
        UnreadableFile: the file is damaged or encrypted, has no text layer, or has too many pages.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _closed(path, error) from error
    try:
        pages = _pages(document, path)
        title = " ".join(document.get_metadata_value("Title").split()) or None
    except pypdfium2.PdfiumError as error:
        found = f"it is a damaged PDF ({error})"
        raise UnreadableFile(path, found, "Fetch it again.") from error
    finally:
        document.close()
    if not any(line.words for lines in pages for line in lines):
        found = f"the PDF has no text layer on its {len(pages)} pages: they are images"
        remedy = "Recognise its text first (OCR, for example with ocrmypdf), then read the result."
        raise UnreadableFile(path, found, remedy)
    return pages, title


def _closed(path: Path, error: pypdfium2.PdfiumError) -> UnreadableFile:
    code = getattr(error, "err_code", None)
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        remedy = "Open it with its password and save it without one."
        return UnreadableFile(path, "the PDF is encrypted", remedy)
    return UnreadableFile(path, f"it is a damaged PDF ({error})", "Fetch it again.")


def _pages(document: pypdfium2.PdfDocument, path: Path) -> list[list[Line]]:
    if len(document) > MAX_PAGES:
        found = (
            f"the PDF has {len(document)} pages, more than the {MAX_PAGES} that a report may have"
        )
        raise UnreadableFile(path, found, "Split it and read the pages that matter.")
    pages: list[list[Line]] = []
    chars = 0
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        chars += layer.count_chars()
        if chars > MAX_CHARS:
            found = f"the PDF has more than {MAX_CHARS:,} characters by page {number + 1}"
            raise UnreadableFile(path, found, "Split it and read the pages that matter.")
        pages.append(_lines(layer))
        layer.close()
        page.close()
    return pages


def _lines(layer: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of one page with their places, in the order of the text layer."""
    text = layer.get_text_range()
    placed = len(text) == layer.count_chars()
    lines = []
    for found in _LINE.finditer(text):
        words = found.group().strip()
        visible = words.rstrip(_BROKEN_WORD)
        if not visible:
            continue
        index = found.start() + found.group().index(words)
        left, bottom, size = _place(layer, index) if placed else (0.0, 0.0, 0.0)
        right = layer.get_charbox(index + len(visible) - 1)[2] if placed else 0.0
        lines.append(Line(words, left, right, bottom, size))
    return lines


def _place(layer: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float]:
    """Left edge and bottom of a character and the size of its font, in points."""
    left, bottom, _, _ = layer.get_charbox(index, loose=True)
    return left, bottom, pdfium.FPDFText_GetFontSize(layer, index)
