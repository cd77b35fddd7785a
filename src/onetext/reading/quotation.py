"""Quotation marks: where the quoted words of a text stand, and whether a content is quoted.

Straight, curly and low marks and guillemets open and close a quotation; an apostrophe does
not. A quotation that a paragraph does not close runs to its end and may be carried on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.record.statements import StatementKind
from onetext.text.spans import Span

CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"”', "‟": "”", "‘": "’"}
MARKS = frozenset("“”„«»\"‟‘’'")
FEWEST_WORDS = 4  # of a quotation in single marks
GOES_ON = re.compile(r"[^\S\n]*\n\s*[“«\"]\w")
SINGLE_OPEN = re.compile(r"(?<![\w’])‘(?=\w)")


def quotations(text: str, block: Span) -> list[Span]:
    """The quoted stretches inside `block`, without their marks, outermost only, in order."""
    found: list[Span] = []
    at = block.start
    while at < block.end:
        closers = CLOSERS.get(text[at])
        if closers is None or (text[at] == "‘" and not SINGLE_OPEN.match(text, at)):
            at += 1
            continue
        end = _close(text, at, closers, block)
        if end is None:
            at += 1
            continue
        if end > at + 1:
            found.append(Span(at + 1, end))
        at = end + 1
    return found


def is_open(text: str, block: Span) -> bool:
    """Whether `block` leaves its last quotation open and what comes after begins with a mark."""
    found = quotations(text, block)
    return bool(found) and found[-1].end == block.end and _goes_on(text, block)


def _close(text: str, opened: int, closers: str, block: Span) -> int | None:
    """Where the mark that closes stands; a long quotation left open runs to the block's end.

    A straight mark tells neither way: left open, it is a quotation where it begins the block or
    where the next one begins with a mark.
    """
    for at in range(opened + 1, block.end):
        if text[at] in closers and not (text[at] == "’" and _is_apostrophe(text, at)):
            return at
    if text[opened] == '"':
        return block.end if opened == block.start or _goes_on(text, block) else None
    return block.end if text[opened] in "“«" else None


def _goes_on(text: str, block: Span) -> bool:
    """Whether the text after `block` begins with an opening mark, on a line of its own."""
    return GOES_ON.match(text, block.end) is not None


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum()


def kind_of(content: Sequence[Span], quoted: Sequence[Span], text: str) -> StatementKind:
    """Direct if every word of `content` is quoted, indirect if none, mixed otherwise.

    Args:
        content: the spans of one statement.
        quoted: the quotations of the text, as `quotations` gives them.
        text: what the spans refer to.
    """
    marked = [quote for quote in quoted if not _is_scare_quote(text, quote)]
    inside = outside = 0
    for span in content:
        in_quotes = 0
        for quote in marked:
            start, end = max(span.start, quote.start), min(span.end, quote.end)
            if start < end:
                in_quotes += _letters(text[start:end])
        inside += in_quotes
        outside += _letters(span.of(text)) - in_quotes
    if not inside:
        return StatementKind.INDIRECT
    return StatementKind.MIXED if outside else StatementKind.DIRECT


def _is_scare_quote(text: str, quote: Span) -> bool:
    """A word or two in single marks are called so-and-so, not quoted."""
    return text[quote.start - 1] == "‘" and len(quote.of(text).split()) < FEWEST_WORDS


def _letters(words: str) -> int:
    return sum(sign.isalnum() for sign in words)
