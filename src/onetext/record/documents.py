"""A document as it was received: its text, its blocks, and what it tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onetext.text.spans import Span


class BlockKind(StrEnum):
    HEADLINE = "headline"
    KEY_POINT = "key-point"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the document's text; `start` and `end` are offsets into `Document.text`."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """One received document.

    `text` is what all offsets refer to; for a plain text file exactly its decoded content.
    `sha256` is the digest of the file's bytes; it says whether two documents are the same.
    """

    sha256: str
    title: str | None
    publisher: str | None
    agencies: tuple[str, ...]
    authors: tuple[str, ...]
    published: date | None
    language: str
    words: int
    reading_time_min: int
    text: str
    blocks: tuple[Block, ...]
