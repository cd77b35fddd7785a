"""From a text and its parts to a `Document`."""

from __future__ import annotations

import math
import re
from datetime import date

from onetext.reading.documents.blocks import judge
from onetext.reading.documents.facts import (
    told_agencies,
    told_authors,
    told_date,
    told_publisher,
)
from onetext.reading.documents.front_matter import front_matter_of
from onetext.reading.documents.language import language_code, language_of
from onetext.reading.documents.parts import Content, Judged, Told
from onetext.reading.documents.splitting import split
from onetext.record.documents import Block, BlockKind, Document
from onetext.text.spans import Span

WORDS_A_MINUTE = 238
"""Silent reading of English prose by adults. Source: Brysbaert (2019), Journal of Memory and
Language 109, 104047."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def document_from_text(
    text: str,
    sha256: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
) -> Document:
    """The document that plain text or Markdown makes; `text` is kept as it is.

    `published` and `publisher` are what the reader knows; they go before what the text tells.
    """
    return assembled(Content(text), sha256, published=published, publisher=publisher)


def assembled(
    content: Content,
    sha256: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
) -> Document:
    """The document that `content` makes: blocks judged, facts and counts added."""
    text, told = content.text, content.told
    agencies: tuple[str, ...] = ()
    if content.parts is None:
        front, body, told, agencies = _front_matter(text)
        judged = front + judge(text, split(text, body), told.title)
    else:
        judged = judge(text, content.parts, told.title)
    words = sum(1 for _ in _WORD.finditer(text))
    return Document(
        sha256=sha256,
        title=_headline(text, judged) or told.title,
        publisher=publisher or told.publisher or told_publisher(text, judged),
        agencies=tuple(dict.fromkeys((*agencies, *told_agencies(text, judged)))),
        authors=told.authors or told_authors(text, judged),
        published=published or told.published or told_date(text, judged),
        language=language_code(told.language) or language_of(_body(text, judged)),
        words=words,
        reading_time_min=math.ceil(words / WORDS_A_MINUTE),
        text=text,
        blocks=tuple(Block(part.kind, part.span.start, part.span.end) for part in judged),
    )


def _front_matter(text: str) -> tuple[tuple[Judged, ...], int, Told, tuple[str, ...]]:
    """The lines of YAML at the head of a report, as furniture, where they end, and what they
    tell, agencies apart."""
    front = front_matter_of(text)
    if front is None:
        return (), 0, Told(), ()
    lines = tuple(
        Judged(part.span, BlockKind.FURNITURE, "front matter")
        for part in split(text[: front.span.end])
    )
    return lines, front.span.end, front.told, front.agencies


def _headline(text: str, judged: tuple[Judged, ...]) -> str | None:
    found = next((part for part in judged if part.kind is BlockKind.HEADLINE), None)
    return " ".join(found.span.of(text).split()) if found else None


def _body(text: str, judged: tuple[Judged, ...]) -> str:
    """The beginning of the report's own words, for the language; else of the text."""
    report = [part for part in judged if part.kind is not BlockKind.FURNITURE]
    return "\n".join(_start(text, part.span) for part in report[:40]) or text[:6000]


def _start(text: str, span: Span) -> str:
    return text[span.start : min(span.end, span.start + 2000)]
