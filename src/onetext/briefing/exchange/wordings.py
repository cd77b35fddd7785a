"""The words that are on the table in a bracket: without its signs and who is named beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.text.drafts import Bracket, BracketKind
from onetext.text.spans import Span

_DELETE = re.compile(
    r"\s*(?:(?:to be )?deleted?|deletes|deletion|strike|struck|suppress(?:ed)?|SUP)\b\s*[:–—-]\s*",
    re.I,
)
_PARTED = re.compile(r"[\[\]]| / |/")
_AFTER_NAMES = re.compile(r"[^\w\[\n]*?:[\s*_]*")
_BEFORE_NAMES = " \t\n(–—-*_"
BETWEEN = re.compile(r"[\s*_]*(?:(?:or|and/or|/|\\)[\s*_]*)?", re.I)


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording that is on the table. `names` are those who stand beside it in the text."""

    span: Span
    names: tuple[str, ...] = ()


def alternatives_of(text: str, group: Sequence[Bracket]) -> Iterator[Wording]:
    """The wordings of brackets that stand side by side, or inside the only one of them."""
    if len(group) == 1:
        yield from _inside_one(text, group[0])
        return
    listed = set(group[0].alternatives)
    for bracket in group:
        wording = wording_of(text, bracket)
        inner = _inner(text, bracket).of(text).strip()
        if inner in listed or not BETWEEN.fullmatch(inner):
            yield wording


def _inside_one(text: str, bracket: Bracket) -> Iterator[Wording]:
    """The alternatives of [shall/should] and [shall / should]."""
    if bracket.alternative_spans:
        yield from (Wording(span) for span in bracket.alternative_spans)
        return
    inner = _inner(text, bracket)
    sign = " / " if " / " in inner.of(text) else "/"
    begin, depth = inner.start, 0
    for found in _PARTED.finditer(text, inner.start, inner.end):
        if found.group() in "[]":
            depth += 1 if found.group() == "[" else -1
        elif found.group() == sign and depth == 0:
            yield Wording(bare(text, Span(begin, found.start())))
            begin = found.end()
    yield Wording(bare(text, Span(begin, inner.end)))


def wording_of(text: str, bracket: Bracket) -> Wording:
    """The words themselves: without who is named beside them and without "delete:"."""
    span = bare(text, _inner(text, bracket))
    names: list[str] = []
    for attribution in sorted(bracket.attributions, key=lambda one: one.span):
        names += attribution.names
        place = attribution.span
        if place.start >= span.start and not _has_words(text, span.start, place.start):
            after = _AFTER_NAMES.match(text, place.end, span.end)
            span = Span(after.end() if after else min(place.end, span.end), span.end)
    for attribution in sorted(bracket.attributions, key=lambda one: one.span, reverse=True):
        place = attribution.span
        if span.start <= place.start < span.end and not _has_words(text, place.end, span.end):
            kept = text[span.start : place.start].rstrip(_BEFORE_NAMES)
            span = Span(span.start, span.start + len(kept))
    if bracket.kind is BracketKind.DELETION:
        named = _DELETE.match(text, span.start, span.end)
        span = Span(named.end(), span.end) if named else span
    return Wording(bare(text, span), tuple(dict.fromkeys(names)))


def _has_words(text: str, start: int, end: int) -> bool:
    return any(sign.isalnum() for sign in text[start:end])


def _inner(text: str, bracket: Bracket) -> Span:
    closed = text[bracket.span.end - 1] == "]" and len(bracket.span) > 1
    return Span(bracket.span.start + 1, bracket.span.end - (1 if closed else 0))


def bare(text: str, span: Span) -> Span:
    """The stretch without white space at its ends."""
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, max(span.start + lead, span.start + len(words.rstrip())))
