"""The printed lines of a PDF, by PDFium, in this process.

Run as a program it reads a PDF from standard input and writes what it found as JSON: either
{"title", "pages": pages x lines x [words, left, right, bottom, size], "in_doubt": numbers of pages}
or {"found", "remedy"}.
It loads nothing but PDFium, for it is started anew for every file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw as pdfium

from onetext.reading.printed.columns import WIDE, Gap, Printed, gutter, in_columns
from onetext.reading.printed.limits import hold_to_limits
from onetext.reading.printed.order import is_in_doubt

_BROKEN_WORD = "\ufffe"  # what PDFium puts for the hyphen and the line end inside a word
_LINE = re.compile(f"[^\r\n{_BROKEN_WORD}]+{_BROKEN_WORD}?")
_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
MAX_PAGES = 200
MAX_CHARS = 2_000_000
_SPLIT = "Split it and read the pages that matter."


class NotPrinted(Exception):
    """There is no text layer to be had: what was found instead, and what to do."""

    def __init__(self, found: str, remedy: str) -> None:
        self.found, self.remedy = found, remedy
        super().__init__(found)


def printed(raw: bytes) -> tuple[list[list[Printed]], str | None, list[int]]:
    """The lines of every page, each with its left, right and bottom edge and the size of its
    first letter, in points; the title in the PDF's properties; and the numbers, from 1, of the
    pages whose order is in doubt.

    Raises:
        NotPrinted: the file is damaged or encrypted, or has too many pages or characters.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _closed(error) from error
    try:
        pages, in_doubt = _pages(document)
        return pages, _title(document), in_doubt
    except pypdfium2.PdfiumError as error:
        raise NotPrinted(f"it is a damaged PDF ({error})", "Fetch it again.") from error
    finally:
        document.close()


def _title(document: pypdfium2.PdfDocument) -> str | None:
    return " ".join(document.get_metadata_value("Title").split()) or None


def _closed(error: pypdfium2.PdfiumError) -> NotPrinted:
    code = getattr(error, "err_code", None)
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        remedy = "Open it with its password and save it without one."
        return NotPrinted("the PDF is encrypted", remedy)
    return NotPrinted(f"it is a damaged PDF ({error})", "Fetch it again.")


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[list[Printed]], list[int]]:
    count = len(document)
    if count > MAX_PAGES:
        raise NotPrinted(
            f"the PDF has {count} pages, more than the {MAX_PAGES} that a report may have", _SPLIT
        )
    pages: list[list[Printed]] = []
    in_doubt: list[int] = []
    chars = 0
    for number in range(count):
        page = document[number]
        layer = page.get_textpage()
        chars += layer.count_chars()
        if chars > MAX_CHARS:
            found = f"the PDF has more than {MAX_CHARS:,} characters by page {number + 1}"
            raise NotPrinted(found, _SPLIT)
        lines, is_doubtful = _lines(layer)
        pages.append(lines)
        if is_doubtful:
            in_doubt.append(number + 1)
        layer.close()
        page.close()
    return pages, in_doubt


def _lines(layer: pypdfium2.PdfTextPage) -> tuple[list[Printed], bool]:
    """The lines of one page with their places, in the order of the text layer; of two columns
    that it goes across, the left one first. And whether that order is in doubt."""
    text = layer.get_text_range()
    placed = len(text) == layer.count_chars()
    lines: list[Printed] = []
    gaps: list[list[Gap]] = []
    for found in _LINE.finditer(text):
        words = found.group().strip()
        visible = words.rstrip(_BROKEN_WORD)
        if not visible:
            continue
        index = found.start() + found.group().index(words)
        left, bottom, size = _place(layer, index) if placed else (0.0, 0.0, 0.0)
        right = layer.get_charbox(index + len(visible) - 1)[2] if placed else 0.0
        lines.append((words, left, right, bottom, size))
        gaps.append(list(_gaps(layer, visible, index, size)) if placed else [])
    middle = gutter(lines, gaps)
    return in_columns(lines, gaps, middle), is_in_doubt(lines, gaps, middle)


def _gaps(layer: pypdfium2.PdfTextPage, words: str, index: int, size: float) -> Iterator[Gap]:
    """The wide gaps between the words of a line whose first character is the page's `index`th."""
    for found in _SPACE.finditer(words):
        right = layer.get_charbox(index + found.start() - 1)[2]
        left = layer.get_charbox(index + found.end())[0]
        if left - right > WIDE * size:
            yield Gap(found.end(), right, left)


def _place(layer: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float]:
    """Left edge and bottom of a character and the size of its font, in points."""
    left, bottom, _, _ = layer.get_charbox(index, loose=True)
    return left, bottom, pdfium.FPDFText_GetFontSize(layer, index)


def main() -> None:
    hold_to_limits()
    try:
        pages, title, in_doubt = printed(sys.stdin.buffer.read())
    except NotPrinted as error:
        answer: dict[str, object] = {"found": error.found, "remedy": error.remedy}
    else:
        answer = {"title": title, "pages": pages, "in_doubt": in_doubt}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
