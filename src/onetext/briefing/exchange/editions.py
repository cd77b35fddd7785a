"""The bracketed and the clean edition as DOCX.

In the bracketed edition brackets are bold and coloured by depth, who stands beside a wording is
in small capitals, and how far a point is agreed stands behind it in words: nothing is told by
colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onetext.briefing.exchange.clean import CleanText, told
from onetext.briefing.exchange.footnotes import Footnotes
from onetext.briefing.exchange.paper import add_header, new_paper, saved
from onetext.briefing.exchange.paper_styles import BRACKET_COLOURS
from onetext.briefing.exchange.paragraphs import Paragraph, paragraphs_of
from onetext.briefing.exchange.runs import printable, run
from onetext.briefing.exchange.tracked import style_of
from onetext.text.drafts import Draft, Point, Status
from onetext.text.emphasis import Letters

ATTRIBUTION = "Attribution"
STATUS = "Status"
PLACE = "Place"
OPEN_PLACES = "Open places"
_SAYS = {
    Status.AGREED_AD_REFERENDUM: re.compile(r"\bad ref"),
    Status.AGREED_BY_NEGOTIATORS: re.compile(r"negotiators"),
    Status.AGREED_IN_GROUP: re.compile(r"\bgroup"),
    Status.PROPOSED: re.compile(r"propos"),
    Status.NOT_DISCUSSED: re.compile(r"discussed"),
}
"""Where a point's own words tell its status, it is not told a second time."""
_NOTE_MARK = re.compile(r"(?<=\[\.\.\.\])\[\^open-(\d+)\]")


def bracketed_docx(draft: Draft, *, author: str) -> bytes:
    """The draft with all its brackets, for people."""
    word = new_paper(draft.title, author=author, language=draft.language, dated=draft.dated)
    add_header(word, bracket_statement(draft))
    looks, notes = Looks(draft), Footnotes(word)
    for paragraph in notes.signed(paragraphs_of(draft)):
        element = word.add_paragraph(style=style_of(paragraph))._p
        line = paragraph.line
        element.extend(styled(line, [looks.style(at) for at in line.origins], notes))
        status = looks.status(paragraph)
        if status:
            element.append(run(f" ({status})", style=STATUS))
    notes.save()
    return saved(word)


def bracket_statement(draft: Draft) -> str:
    """One line that says how much is open; notes and statuses in brackets are not counted."""
    count = sum(not any(n.contains(b.span) for n in draft.notes) for b in draft.brackets)
    return f"Text with {count:,} bracket{'' if count == 1 else 's'}: what is in them is not agreed"


def clean_docx(text: CleanText, *, author: str) -> bytes:
    """The clean text, its open places numbered and listed at the end."""
    draft = text.draft
    word = new_paper(draft.title, author=author, language=draft.language, dated=draft.dated)
    add_header(word, text.statement)
    notes = Footnotes(word)
    for paragraph in notes.signed(paragraphs_of(draft)):
        element = word.add_paragraph(style=style_of(paragraph))._p
        element.extend(_numbered(paragraph.line, notes))
    notes.save()
    if text.left:
        word.add_paragraph(OPEN_PLACES, style="Heading 1")
        for place in text.left:
            listed = word.add_paragraph(style="Point 1")
            listed._p.append(run(f"{place.number}.\t{printable(told(place, text.source))}"))
    return saved(word)


class Looks:
    """How each character of a draft looks: part of a bracket, an attribution, or plain."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        self._styles: dict[int, str] = {}
        for bracket in draft.brackets:
            name = f"Bracket {min(bracket.depth, len(BRACKET_COLOURS))}"
            self._styles[bracket.span.start] = name
            if draft.text[bracket.span.end - 1] == "]":
                self._styles[bracket.span.end - 1] = name
        attributed = [a for bracket in draft.brackets for a in bracket.attributions]
        for point in draft.walk():
            attributed += point.attributions
        for attribution in attributed:
            for at in range(attribution.span.start, attribution.span.end):
                self._styles.setdefault(at, ATTRIBUTION)
        self._points: dict[str, Point] = {point.path: point for point in draft.walk()}
        self._told: set[str] = set()

    def style(self, origin: int) -> str | None:
        return self._styles.get(origin)

    def status(self, paragraph: Paragraph) -> str | None:
        """What the point's status is called, once, where its own words do not say it."""
        point = self._points.get(paragraph.path or "")
        if point is None or point.status is None or point.path in self._told:
            return None
        self._told.add(point.path)
        words = self._text[point.span.start : point.span.end].lower()
        return None if _SAYS[point.status].search(words) else point.status.value


def open_marks(text: str) -> Iterator[re.Match[str]]:
    """The marks behind the open places of a clean text; group 1 is the number."""
    return _NOTE_MARK.finditer(text)


def styled(line: Letters, styles: list[str | None], notes: Footnotes) -> Iterator[Any]:
    """Runs of characters of one style and look."""
    begin = 0
    for at in range(1, len(line.text) + 1):
        end = at == len(line.text)
        if end or (styles[at], line.looks[at]) != (styles[begin], line.looks[begin]):
            words, look = line.text[begin:at], line.looks[begin]
            yield from notes.runs(words, style=styles[begin], look=look)
            begin = at


def _numbered(line: Letters, notes: Footnotes) -> Iterator[Any]:
    """The runs of a clean line; the number of an open place stands raised."""
    at = 0
    for mark in _NOTE_MARK.finditer(line.text):
        yield from styled(_part(line, at, mark.start()), [None] * (mark.start() - at), notes)
        yield run(mark[1], style=PLACE)
        at = mark.end()
    yield from styled(_part(line, at, len(line.text)), [None] * (len(line.text) - at), notes)


def _part(line: Letters, start: int, end: int) -> Letters:
    return Letters(line.text[start:end], line.origins[start:end], line.looks[start:end])
