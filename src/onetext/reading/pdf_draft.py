"""The text of a draft in PDF: its text layer, printed lines put together to paragraphs.

What begins with a label begins a line; indentation and larger type are kept as spaces and
Markdown headings, so that one parser serves every kind of file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from statistics import median

from onetext.reading.documents.pages import (
    Line,
    clean,
    dehyphenated,
    is_edge,
    known_words,
    line_distance,
    repeated,
)
from onetext.reading.documents.pdf import doubts_about, pdf_pages
from onetext.text.labels import label_at
from onetext.text.marks import mark_at

_GAP, _LARGER = 1.4, 1.15
_EDGE_LINES = 3
_POINTS_PER_COLUMN = 9.0
_MAX_COLUMNS = 24
_MAX_HEADING_LINES = 3
_HYPHENS = ("\x02", "\ufffe", "\u00ad")


@dataclass(frozen=True, slots=True)
class PdfText:
    """Its text, the running heads, feet and page numbers that are no part of it, and sentences on
    pages whose order is in doubt."""

    text: str
    left_out: tuple[str, ...]
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Paragraph:
    words: str
    indent: int
    size: float
    lines: int = 1
    after_gap: bool = False


def pdf_draft_text(path: Path, content: bytes) -> PdfText:
    """The text of the PDF whose bytes are `content`.

    Raises:
        UnreadableFile: it is damaged or encrypted, has no text layer (a scan), or too many pages.
    """
    found = pdf_pages(content, path)
    pages = found.lines
    edges = repeated(pages)
    distance = line_distance(pages)
    kept: list[list[Line]] = []
    left_out: list[str] = []
    for page in pages:
        apart = _apart(page, distance)
        kept.append([])
        for place, line in enumerate(page):
            if place in apart and is_edge(line, place, len(page), edges):
                left_out.append(clean(line.words))
            else:
                kept[-1].append(line)
    return PdfText(_text(kept), tuple(left_out), doubts_about(found.in_doubt))


def _apart(page: Sequence[Line], distance: float) -> set[int]:
    """The first and last lines of a page that a gap parts from the lines between: a line that
    only happens to be like one of another page is no running head."""
    apart: set[int] = set()
    for order in (list(range(len(page))), list(range(len(page)))[::-1]):
        for count, (place, following) in enumerate(pairwise(order), 1):
            step = abs(page[place].bottom - page[following].bottom)
            if step > _GAP * distance or not distance:
                apart.update(order[:count])
                break
            if count == _EDGE_LINES:
                break
    return apart


def _text(pages: Sequence[Sequence[Line]]) -> str:
    lines = list(chain.from_iterable(pages))
    size = median([line.size for line in lines for _ in range(len(line.words))])
    distance = line_distance(pages)
    known = known_words(pages)
    paragraphs: list[_Paragraph] = []
    before: Line | None = None
    for page in pages:
        base = min((line.left for line in page), default=0.0)
        for line in page:
            words = clean(line.words, last=False)
            step = before.bottom - line.bottom if before else 0.0
            turned = not 0 < step <= 4 * distance if distance else False
            gap = bool(before) and not turned and step > _GAP * distance > 0
            if paragraphs and before and _goes_on(paragraphs[-1], before, line, gap, turned):
                _join(paragraphs[-1], words, known)
            else:
                columns = min(round((line.left - base) / _POINTS_PER_COLUMN), _MAX_COLUMNS)
                paragraphs.append(_Paragraph(words, columns, line.size, 1, gap or turned))
            before = line
    return _written(paragraphs, size)


def _goes_on(open_: _Paragraph, before: Line, line: Line, gap: bool, turned: bool) -> bool:
    """Whether `line` carries on the paragraph that `before` ends."""
    words = line.words.strip()
    if gap or label_at(words, 0, len(words)) or mark_at(words, 0, len(words)):
        return False
    if mark_at(open_.words, 0, len(open_.words)) and len(open_.words) < 30:
        return False
    if abs(line.size - before.size) > 0.05 * max(before.size, 1):
        return False
    return not turned or open_.words[-1:] not in ".;:!?"


def _join(paragraph: _Paragraph, words: str, known: frozenset[str]) -> None:
    paragraph.lines += 1
    said = paragraph.words
    if said.endswith(_HYPHENS):
        said = f"{said[:-1]}-"
    broken = said.endswith("-") and said[-2:-1].isalnum() and words[:1].islower()
    paragraph.words = dehyphenated(said, words, known) if broken else f"{said} {words}"


def _written(paragraphs: Sequence[_Paragraph], size: float) -> str:
    largest = max((paragraph.size for paragraph in paragraphs), default=0.0)
    parts = []
    for paragraph in paragraphs:
        words = clean(paragraph.words)
        heading = paragraph.size > _LARGER * size and paragraph.lines <= _MAX_HEADING_LINES
        if heading:
            parts.append(f"\n{'#' if paragraph.size >= largest else '##'} {words}\n")
        else:
            blank = "\n" if paragraph.after_gap else ""
            parts.append(f"{blank}{' ' * paragraph.indent}{words}")
    return "\n".join(parts).lstrip("\n") + "\n"
