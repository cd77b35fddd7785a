"""Where sentences begin and end, in the English of news and of drafts.

One pass over the full stops, question and exclamation marks of a stretch of text; for each
the word before and the word after decide. A closing quotation mark or bracket after the mark
belongs to the sentence that it closes. An empty line always ends a sentence. What goes on
for longer than `LONGEST_CHARS` is cut at white space, so that no input makes a later step slow.
"""

from __future__ import annotations

import re

from onetext.reading.lexicon import lexicon
from onetext.text.spans import Span

_END = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?=\s|$)|\n[^\S\n]*\n\s*")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘«(\[]*(?P<word>[^\W_]+)?")

_NEVER_LAST = lexicon(
    "mr mrs ms dr prof gen col lt sgt maj capt cmdr brig adm sen rep gov pres amb sec rev hon st "
    "messrs mt no nos art arts para paras vs v cf approx e.g i.e fig figs ca vol "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_SOMETIMES_LAST = lexicon("u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m inc ltd co corp jr sr etc")
_MONTHS = lexicon("jan feb mar apr jun jul aug sept sep oct nov dec no nos art para")
_STARTERS = lexicon(
    "The A An In On At But And He She It They We I You This That These Those There His Her Its "
    "Their Our My If When While After Before As For With From By According "
    "Both Some Many No Not What "
    "Why How However Meanwhile Earlier Later Last Also Despite Under Since Once Asked Speaking"
)
LONGEST_CHARS = 4_000
_TAIL_CHARS = 24  # enough for the longest abbreviation


def sentences(text: str, within: Span) -> list[Span]:
    """The sentences of `text` inside `within`, in order, without the white space around them."""
    found: list[Span] = []
    start = within.start
    for end in _END.finditer(text, within.start, within.end):
        if end["mark"] is None or _closes(text, end, start, within.end):
            stop = end.start() if end["mark"] is None else end.end()
            _append(found, text, start, stop)
            start = end.end()
    _append(found, text, start, within.end)
    return found


def sentence_at(text: str, within: Span, place: Span) -> Span:
    """The stretch from the sentence in which `place` begins to the one in which it ends.

    Where `place` lies in no sentence of `within`, it is its own sentence.
    """
    near = Span(
        min(place.start, max(within.start, place.start - LONGEST_CHARS)),
        max(place.end, min(within.end, place.end + LONGEST_CHARS)),
    )
    touched = [sentence for sentence in sentences(text, near) if sentence.overlaps(place)]
    return Span(touched[0].start, touched[-1].end) if touched else place


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while end - start > LONGEST_CHARS:
        gap = text.rfind(" ", start + 1, start + LONGEST_CHARS)
        cut = gap if gap > 0 else start + LONGEST_CHARS
        _append(found, text, start, cut)
        start = cut
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if words.strip():
        found.append(Span(start + left, start + len(words.rstrip())))


def _closes(text: str, end: re.Match[str], start: int, limit: int) -> bool:
    follows = _NEXT_WORD.match(text, end.end(), limit)
    word = follows["word"] if follows else None
    if word is None:
        return True
    if end["mark"] != ".":
        return not word[0].islower()
    if word[0].islower():
        return False
    if end["close"]:
        return True
    before = _LAST_WORD.search(text, max(start, end.start() - _TAIL_CHARS), end.start())
    if before is None:
        return True
    last = before[0]
    lower = last.lower()
    if lower in _NEVER_LAST:
        ordinary = lower in {"no", "mar", "sec", "art", "fig", "v"} and last[0].islower()
        return ordinary or (lower in _MONTHS and not word[0].isdigit() and word in _STARTERS)
    if lower in _SOMETIMES_LAST:
        return word in _STARTERS
    initial = len(last) == 1 and last.isupper()
    return not initial or word in _STARTERS
