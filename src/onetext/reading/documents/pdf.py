"""PDF: the text layer, its lines put together to paragraphs again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    found = pdf_pages(raw, path)
    content = laid_out(paragraphs(found.lines, found.title), Told())
    return replace(content, doubts=doubts_about(found.in_doubt))


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of every page, the title in the properties of the file, and the numbers (from 1)
    of the pages that seem to be in columns or a table whose order could not be told."""

    lines: list[list[Line]]
    title: str | None
    in_doubt: tuple[int, ...]


def doubts_about(pages: Sequence[int]) -> tuple[str, ...]:
    """A sentence on the pages whose order is in doubt; none where there are none."""
    if not pages:
        return ()
    numbers = [str(page) for page in pages]
    named = " and ".join(part for part in (", ".join(numbers[:-1]), numbers[-1]) if part)
    seem = f"Pages {named} seem" if len(numbers) > 1 else f"Page {named} seems"
    return (
        f"{seem} to be set in columns or as a table, in an order that could not be told: "
        "compare what was read with the page.",
    )


def pdf_pages(raw: bytes, path: Path) -> Pages:
    """The printed pages of the PDF `raw`.

    Raises:
        UnreadableFile: the file is damaged or encrypted, has no text layer, has too many pages,
            or takes too long to open.
    """
    printed, title, in_doubt = pages_apart(raw, path)
    pages = [[Line(*line) for line in lines] for lines in printed]
    if not any(line.words for lines in pages for line in lines):
        found = f"the PDF has no text layer on its {len(pages)} pages: they are images"
        remedy = "Recognise its text first (OCR, for example with ocrmypdf), then read the result."
        raise UnreadableFile(path, found, remedy)
    return Pages(pages, title, tuple(in_doubt))
