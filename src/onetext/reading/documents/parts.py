"""Parts of a document on their way from a format to blocks, and what the format itself tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onetext.record.documents import BlockKind
from onetext.text.spans import Span


class Hint(StrEnum):
    """What the format says that a part is; the words themselves may still say otherwise."""

    UNKNOWN = "unknown"
    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTED = "quoted"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that is one paragraph, line or item; `group` counts the groups of
    lines that stand together without a blank line."""

    span: Span
    hint: Hint = Hint.UNKNOWN
    group: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """A part with its kind and, where it is furniture, the name of the rule that says so."""

    span: Span
    kind: BlockKind
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells of itself outside its words: HTML metadata, e-mail headers, properties."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a format gives: the text, its parts where the format knows them, and what it tells.

    `parts` is None where the words alone must show the parts. `doubts` are sentences on what a
    person should look at.
    """

    text: str
    parts: tuple[Part, ...] | None = None
    told: Told = field(default_factory=Told)
    doubts: tuple[str, ...] = ()


def laid_out(pieces: Iterable[tuple[Hint, str]], told: Told) -> Content:
    """A text made of `pieces`, one paragraph each with a blank line between; empty ones are left
    out and white space inside a piece is a single space."""
    texts: list[str] = []
    parts: list[Part] = []
    at = 0
    for hint, piece in pieces:
        words = " ".join(piece.split())
        if words:
            parts.append(Part(Span(at, at + len(words)), hint, len(parts)))
            texts.append(words)
            at += len(words) + 2
    return Content("\n\n".join(texts) + ("\n" if texts else ""), tuple(parts), told)
