"""The points of a draft that stand for a matter of their own, and the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onetext.text.drafts import Draft, Point

LABEL_WORDS = 8
_LABEL_AT_LEAST = 3
_LONGEST_ACRONYM = 5

_STATUS = re.compile(r"^(?:[A-Z]{2,}(?:[ -][A-Z]{2,})*[.:]\s+)+")
_NOTE_AFTER_SENTENCE = re.compile(r"(?<=[.;:!?\]])\s*\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_EDITORIAL = re.compile(
    r"(?:not (?:found|available)|sources?|references?|footnotes?|(?:editor.?s? )?notes?"
    r"|discrepanc\w+|table of contents|contents|preamble|signatures?|annotations?)\b",
    re.I,
)
_STOP_WORDS = """
a an and are as at be been before being both but by can could do does each for from
further had has have if in into is it its itself may more most must no nor not of on
only or other our out over own shall should so some such than that the their them
then there these they this those through to under until up upon was were what when
where which while who will with within without would any all also between during one
two very
"""
_STOP = frozenset(_STOP_WORDS.split())


def matters(draft: Draft) -> Iterator[Point]:
    """The points that stand for a matter of their own: those at the top, and those right
    under a heading without a number, unless that heads notes or sources."""
    for point in draft.points:
        yield from _matters(point)


def point_words(point: Point) -> str:
    """The wording of a point without status words before it and notes after its sentences."""
    words = _STATUS.sub("", " ".join(point.wording.split()))
    return _NOTE_AFTER_SENTENCE.sub("", words).strip()


def heading(point: Point) -> str | None:
    """What heads the point: a short first line in brackets, stars or capitals; else None."""
    first = point.text.strip().partition("\n")[0].strip()
    bare = first.strip("*_# ")
    heads = first != bare or bare.isupper() or (bare.startswith("(") and bare.endswith(")"))
    words = bare.strip("*_()[]# .:").split()
    if not heads or not 0 < len(words) <= LABEL_WORDS:
        return None
    said = " ".join(words)
    shouted = said.isupper() and len(said) > _LONGEST_ACRONYM
    return said.capitalize() if shouted else said[0].upper() + said[1:]


def issue_label(words: str) -> str:
    """What to call the issue of a point: its first words, at most eight, cut at a clause."""
    plain = re.sub(r"[*_\[\]{}#\"“”«»]|\s+(?=[,.;:])", "", words).strip(" -–—.,;:()")
    tokens = plain.split()
    kept: list[str] = []
    for token in tokens[:LABEL_WORDS]:
        if token.startswith("(") and kept:
            break
        kept.append(token)
        if token[-1] in ",;:.–—)" and len(kept) >= _LABEL_AT_LEAST:
            break
    while len(kept) > _LABEL_AT_LEAST and kept[-1].lower().strip(",;:.") in _STOP:
        kept.pop()
    return " ".join(kept).strip(" -–—.,;:()")


def content_words(words: str) -> tuple[str, ...]:
    """The words that carry a meaning, each once, in lower case, in their order."""
    found = (word.lower() for word in _WORD.findall(words.replace("’s", "").replace("'s", "")))
    return tuple(dict.fromkeys(word for word in found if word not in _STOP and len(word) > 1))


def _matters(point: Point) -> Iterator[Point]:
    if not point.label.startswith("#"):
        if content_words(point_words(point)):
            yield point
    elif not _EDITORIAL.match(point.text):
        for inner in point.points:
            yield from _matters(inner)
