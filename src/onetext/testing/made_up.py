"""Documents, statements and drafts made up from a few words, with true offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from onetext.record.documents import Block, BlockKind, Document
from onetext.record.passages import Passage
from onetext.record.statements import (
    Act,
    Reading,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
    Topic,
)
from onetext.text.drafts import Draft, Point
from onetext.text.spans import Span


def make_document(
    *paragraphs: str,
    title: str | None = None,
    publisher: str | None = "The Northland Courier",
    agencies: tuple[str, ...] = (),
    published: date | None = None,
) -> Document:
    """A document of these paragraphs, an empty line between them, under `title` if given."""
    kinds = [BlockKind.PARAGRAPH] * len(paragraphs)
    parts = list(paragraphs)
    if title is not None:
        parts.insert(0, title)
        kinds.insert(0, BlockKind.HEADLINE)
    blocks, start = [], 0
    for kind, part in zip(kinds, parts, strict=True):
        blocks.append(Block(kind, start, start + len(part)))
        start += len(part) + 2
    text = "\n\n".join(parts)
    words = len(text.split())
    return Document(
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title,
        publisher=publisher,
        agencies=agencies,
        authors=(),
        published=published,
        language="en",
        words=words,
        reading_time_min=max(1, round(words / 220)),
        text=text,
        blocks=tuple(blocks),
    )


def make_statement(
    document: Document,
    words: str,
    *,
    speaker: str | None,
    party: str | None,
    act: Act,
    topic: Topic,
    cue: str | None = None,
    role: str | None = None,
    holder: str | None = None,
    kind: StatementKind = StatementKind.INDIRECT,
    said_on: date | None = None,
    confidence: float = 0.95,
) -> Statement:
    """The statement whose content is the first place of `words` in the document.

    Raises:
        ValueError: the document does not hold these words.
    """
    return Statement(
        content=(passage_of(document.text, words),),
        cue=passage_of(document.text, cue) if cue else None,
        source=passage_of(document.text, speaker) if speaker else None,
        speaker=Speaker(
            speaker, SpeakerKind.PERSON if speaker else SpeakerKind.ANONYMOUS, role, party
        ),
        holder=holder or party,
        kind=kind,
        act=act,
        target=None,
        topic=topic,
        said_on=said_on,
        venue=None,
        addressee=None,
        via=(),
        confidence=confidence,
    )


def make_reading(document: Document, *statements: Statement) -> Reading:
    """A reading of `document` that found these statements and nothing else."""
    parties = dict.fromkeys(one.speaker.party for one in statements if one.speaker.party)
    return Reading(document, statements, (), tuple(parties), (), ())


def make_draft(
    title: str,
    points: Sequence[tuple[str, str]],
    *,
    by: str | None,
    dated: date | None,
    issues: Mapping[str, str] | None = None,
) -> Draft:
    """A draft of numbered points, each a pair of label and text; `issues` by the point's path."""
    made, text = [], ""
    for label, words in points:
        line = f"{label}. {words}\n"
        made.append(Point(label, label, words, Span(len(text), len(text) + len(line) - 1)))
        text += line
    return Draft(title, by, dated, "en", text, tuple(made), issues=dict(issues or {}))


def passage_of(text: str, words: str) -> Passage:
    """The first place of `words` in `text`; ValueError where there is none."""
    start = text.index(words)
    return Passage.of(text, Span(start, start + len(words)))
