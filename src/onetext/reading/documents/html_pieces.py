"""The pieces of an article that trafilatura found: its elements in order, and its headline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from onetext.reading.documents.bylines import is_byline
from onetext.reading.documents.parts import Hint
from onetext.reading.documents.wording import ends_sentence, word_count

CAPTION_MARK = "\ue00f"  # private use: marks a caption, which would be left out, as a paragraph
_BLOCKS = {
    "p": Hint.PARAGRAPH, "head": Hint.HEADING, "item": Hint.ITEM, "quote": Hint.PARAGRAPH,
    "cell": Hint.PARAGRAPH, "row": Hint.PARAGRAPH, "table": Hint.PARAGRAPH, "list": Hint.PARAGRAPH,
    "code": Hint.PARAGRAPH, "body": Hint.PARAGRAPH,
}  # fmt: skip
_SAME_TITLE = 85.0


def article_pieces(body: Any, title: str | None) -> tuple[tuple[Hint, str], ...]:
    """The pieces of the article in `body`, with the page's title as the headline: the first
    heading where it is the same, else put before all others."""
    reader = _Reader()
    reader.read(body)
    reader.end(Hint.PARAGRAPH)
    return tuple(_with_headline(tuple(reader.pieces), title))


@dataclass(slots=True)
class _Reader:
    """Collects the words of an article, a piece for each stretch between the edges of blocks."""

    pieces: list[tuple[Hint, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def read(self, element: Any, hint: Hint = Hint.PARAGRAPH) -> None:
        self.words.append(element.text or "")
        for child in element:
            if child.tag in _BLOCKS:
                self.end(hint)
                inner = hint if _is_wrapped(child.tag, hint) else _BLOCKS[child.tag]
                self.read(child, inner)
                self.end(inner)
            elif child.tag == "lb":
                self.break_line(hint)
            elif isinstance(child.tag, str):
                self.read(child, hint)
            self.words.append(child.tail or "")

    def break_line(self, hint: Hint) -> None:
        """A line break ends a sentence or a byline; elsewhere it is only white space."""
        words = " ".join("".join(self.words).split())
        if ends_sentence(words) or is_byline(words):
            self.end(hint)
        else:
            self.words.append(" ")

    def end(self, hint: Hint) -> None:
        piece = " ".join("".join(self.words).split())
        self.words.clear()
        if CAPTION_MARK in piece:
            self.pieces.append((Hint.CAPTION, piece.replace(CAPTION_MARK, "")))
        elif piece:
            self.pieces.append((hint, piece))


def _is_wrapped(tag: str, hint: Hint) -> bool:
    """A p inside an item or a heading is that item or heading."""
    return tag == "p" and hint in (Hint.ITEM, Hint.HEADING)


def _with_headline(
    pieces: tuple[tuple[Hint, str], ...], title: str | None
) -> Iterator[tuple[Hint, str]]:
    at = _headline_at(pieces, title)
    if at is None and title:
        yield Hint.HEADLINE, title
    for place, (hint, words) in enumerate(pieces):
        yield (Hint.HEADLINE if place == at else hint), words


def _headline_at(pieces: tuple[tuple[Hint, str], ...], title: str | None) -> int | None:
    for place, (hint, words) in enumerate(pieces):
        if title is None and hint is Hint.HEADING:
            return place
        if title and fuzz.partial_ratio(words.lower(), title.lower()) >= _SAME_TITLE:
            short = word_count(words) <= 2 * word_count(title) + 5
            enough = 2 * word_count(words) >= word_count(title)
            if short and enough:
                return place
        if hint is Hint.PARAGRAPH and word_count(words) > 30:
            return None
    return None
