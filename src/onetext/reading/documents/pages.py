"""Lines on pages to paragraphs: by the gaps between lines, indents, sizes of type and what
repeats from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from onetext.reading.documents.parts import Hint
from onetext.reading.documents.wording import ends_sentence

_EDGE_LINES = 2
_GAP, _INDENT, _LARGER, _SHORT = 1.35, 0.8, 1.15, 0.85
_HYPHENS = ("\x02", "\ufffe", "\u00ad")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
_BULLET = re.compile(r"[•‣▪●◦–\-*\uf0b7]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; places and `size` (of its first letter's type) in points, from the
    lower left corner of the page, all 0 where they are not known."""

    words: str
    left: float
    right: float
    bottom: float
    size: float


def paragraphs(pages: Sequence[Sequence[Line]], title: str | None) -> Iterator[tuple[Hint, str]]:
    """The pieces of a document printed as `pages`; a paragraph goes on over columns and pages.

    The largest type before the first paragraph is the headline; `title`, from the properties of
    the file, only confirms it, for it is often the name of a template.
    """
    edges = repeated(pages)
    sizes = [line.size for page in pages for line in page for _ in range(len(line.words))]
    body = _Body(median(sizes) if sizes else 0.0, line_distance(pages), _measure(pages))
    known = known_words(pages)
    open_lines: list[Line] = []
    held: list[tuple[Hint, str]] = []
    for page in pages:
        for place, line in enumerate(page):
            if is_edge(line, place, len(page), edges):
                held.append((Hint.FURNITURE, clean(line.words)))
                continue
            if open_lines and not body.goes_on(open_lines, line):
                yield body.hint(open_lines, title), _joined(open_lines, known)
                yield from held
                held.clear()
                open_lines = []
            open_lines.append(line)
    if open_lines:
        yield body.hint(open_lines, title), _joined(open_lines, known)
    yield from held


@dataclass(frozen=True, slots=True)
class _Body:
    """Size of type, distance between lines and width of a full line of the running text."""

    size: float
    distance: float
    measure: float

    def goes_on(self, lines: Sequence[Line], line: Line) -> bool:
        last = lines[-1]
        if _BULLET.match(line.words) or abs(line.size - last.size) > 0.05 * max(last.size, 1):
            return False
        step = last.bottom - line.bottom
        if self.distance and not 0 < step <= 3 * self.distance:
            # The next column or page, or a place that is not known.
            return not ends_sentence(last.words) and self.is_full(last) and self.is_running(line)
        if self.distance and step > _GAP * self.distance * max(line.size / (self.size or 1), 1):
            return False
        indented = len(lines) > 1 or last.left <= line.left
        indented = indented and line.left > min(item.left for item in lines) + _INDENT * line.size
        if indented and (ends_sentence(last.words) or not self.is_full(last)):
            return False
        return self.is_full(last) or not ends_sentence(last.words)

    def is_full(self, line: Line) -> bool:
        return not self.measure or line.right - line.left >= _SHORT * self.measure

    def is_running(self, line: Line) -> bool:
        return abs(line.size - self.size) <= 0.05 * max(self.size, 1)

    def hint(self, lines: Sequence[Line], title: str | None) -> Hint:
        first = lines[0]
        if _BULLET.match(first.words):
            return Hint.ITEM
        large = first.size > _LARGER * self.size
        if title and " ".join(line.words for line in lines).strip() == title:
            return Hint.HEADLINE
        return Hint.HEADING if large and len(lines) <= 5 else Hint.UNKNOWN


def repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines that stand at the head or foot of several pages, digits aside."""
    counted = Counter(
        shape
        for page in pages
        for shape in {_shape(line.words) for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    )
    enough = max(2, len(pages) / 2)
    return frozenset(shape for shape, count in counted.items() if count >= enough)


def _shape(words: str) -> str:
    return re.sub(r"\d+", "0", words).strip().lower()


def is_edge(line: Line, place: int, count: int, edges: frozenset[str]) -> bool:
    """Whether the line at `place` of the `count` of its page is a running head, foot or page
    number; `edges` are as `repeated` finds them."""
    at_edge = place < _EDGE_LINES or place >= count - _EDGE_LINES
    return at_edge and (
        _shape(line.words) in edges or (bool(_PAGE_NUMBER.fullmatch(line.words)) and count > 1)
    )


def line_distance(pages: Sequence[Sequence[Line]]) -> float:
    steps = [
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < 5 * max(above.size, 1)
    ]
    return sorted(steps)[len(steps) // 3] if steps else 0.0


def _measure(pages: Sequence[Sequence[Line]]) -> float:
    widths = sorted(line.right - line.left for page in pages for line in page)
    return widths[int(0.8 * (len(widths) - 1))] if widths else 0.0


def known_words(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    return frozenset(
        word.lower()
        for page in pages
        for line in page
        for word in re.findall(r"[\w-]+", line.words)
    )


def _joined(lines: Sequence[Line], known: frozenset[str]) -> str:
    text = _BULLET.sub("", clean(lines[0].words, last=len(lines) == 1), count=1)
    for line in lines[1:]:
        words = line.words
        if text.endswith(_HYPHENS):
            text = f"{text[:-1]}-"
        if re.search(r"\w-$", text) and words[:1].islower():
            text = dehyphenated(text, words, known)
        else:
            text = f"{text} {words}"
    return clean(text)


def dehyphenated(text: str, words: str, known: frozenset[str]) -> str:
    """A word broken at a line's end, whole again; its hyphen stays where the document writes the
    word with it elsewhere and never without."""
    before = re.findall(r"[\w-]+$", text)[0]
    after = re.findall(r"^[\w-]*", words)[0]
    keeps = f"{before}{after}".lower() in known and f"{before[:-1]}{after}".lower() not in known
    return text + words if keeps else text[:-1] + words


def clean(words: str, *, last: bool = True) -> str:
    if last:
        for hyphen in _HYPHENS:
            words = words.replace(hyphen, "-" if words.endswith(hyphen) else "")
    return words.replace("\uf0b7", "•")
