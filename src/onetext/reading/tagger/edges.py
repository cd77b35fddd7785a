"""Where a content, a cue and a source begin and end, once the pieces are chosen.

The words of a quotation are given without the marks that enclose it, without the comma or full
stop at their end, and a reported clause without its "that".
"""

from __future__ import annotations

import re
import unicodedata

from onetext.text.spans import Span

OPENERS, CLOSERS = "“„«\"‘'", "”»\"’'“"
LEAD = re.compile(r"[\s,;:.…–—)\]-]*")
TAIL = re.compile(r"[\s,;:.–—(\[-]*$")
THAT = re.compile(r"that,?\s+(?!(?:is|was|will|would|has|had|could|can|may|might|means)\b)", re.I)
ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b[a-z]\.[a-z]\.|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|etc))\Z")
UNNAMED = re.compile(
    r"(?:who\s+)?(?:speaking|spoke)\s+(?:to\s+\w+\s+)?on\s+(?:the\s+)?condition\s+of\s+anonymity"
    r"|not\s+(?:being\s+)?authori[sz]ed\s+to\s+(?:speak|talk|comment|discuss)",
    re.IGNORECASE,
)  # how a source asked to be called: about the source, not said by it
DOUBLED = ("''", "``")


def trimmed(text: str, span: Span) -> Span | None:
    """The content at `span` by this convention; `None` if no letter or digit is left, or
    if it only says why the source is not named."""
    start, end = span.start, span.end
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    while True:
        before = (start, end)
        start, end = _without_marks(text, start, end)
        start = _lead(text, start, end)
        end = _tail(text, start, end)
        if (start, end) == before:
            break
    that = THAT.match(text, start, end)
    if that is not None:
        start = that.end()
        quoted = _without_marks(text, start, end)
        if quoted != (start, end):
            return trimmed(text, Span(*quoted))
    if not any(sign.isalnum() for sign in text[start:end]) or UNNAMED.match(text, start, end):
        return None
    return Span(start, end)


def tight(text: str, span: Span) -> Span | None:
    """A cue or a source without the marks, commas and spaces around it; `None` if none is left."""
    start, end = span.start, span.end
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    outside = CLOSERS + OPENERS + ",;:–— \t\r\n\u00a0"
    while start < end and text[start] in outside:
        start += 1
    while end > start and text[end - 1] in outside:
        end -= 1
    return Span(start, end) if start < end else None


def _lead(text: str, start: int, end: int) -> int:
    found = LEAD.match(text, start, end)
    return found.end() if found is not None else start


def _tail(text: str, start: int, end: int) -> int:
    words = text[max(start, end - 40) : end]
    found = TAIL.search(words)
    cut = len(words) - found.start() if found is not None else 0
    kept = ABBREVIATED.search(words[: len(words) - cut + 1]) if cut else None
    return end - cut + (kept is not None)


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off a mark at either end unless its partner stands inside, away from the other end."""
    words = text[start:end]
    for width, opening in ((2, words[:2] in DOUBLED), (1, words[:1] in OPENERS)):
        if opening and words:
            sign = words[:width]
            partner = _partner_after(words, sign, width)
            if partner is None or not re.search(r"\w", words[partner:]):
                start += width
            break
    words = text[start:end]
    for width, closing in ((2, words[-2:] in DOUBLED), (1, words[-1:] in CLOSERS)):
        if closing and words:
            partner = _partner_before(words, words[-width:], width)
            if partner is None or not re.search(r"\w", words[:partner]):
                end -= width
            break
    return start, max(start, end)


def _partner_after(words: str, sign: str, width: int) -> int | None:
    closers = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''"}.get(sign, sign)
    return _find(words, closers, width, range(width, len(words) - width + 1), opening=False)


def _partner_before(words: str, sign: str, width: int) -> int | None:
    openers = {"”": "“„”", "»": "«", "’": "‘", "“": "„", "''": "''"}.get(sign, sign)
    places = range(len(words) - 2 * width, -1, -1)
    return _find(words, openers, width, places, opening=True)


def _find(words: str, signs: str, width: int, places: range, *, opening: bool) -> int | None:
    for at in places:
        found = words[at : at + width]
        if found == signs or (width == 1 and found and found in signs):
            single = found in "'’‘"
            before, after = words[at - 1 : at].isalnum(), words[at + 1 : at + 2].isalnum()
            if single and (before if opening else after):
                continue  # an apostrophe
            return at
    return None
