"""The places of a draft that are open: alternatives, additions, deletions, placeholders, options.

Brackets that stand side by side as alternatives are one place, and so are the options of one
point. Places are numbered in the order of the text, those inside others included, so that a
number means the same place whatever has been chosen elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onetext.text.drafts import Bracket, BracketKind, Draft
from onetext.text.lines import lines_of
from onetext.text.render import pieces
from onetext.text.spans import Span

_DELETE = re.compile(
    r"\s*(?:(?:to be )?deleted?|deletes|deletion|strike|struck|suppress(?:ed)?|SUP)\b\s*[:–—-]\s*",
    re.I,
)
_PARTED = re.compile(r"[\[\]]| / |/")
_AFTER_NAMES = re.compile(r"[^\w\[\n]*?:[\s*_]*")
_BEFORE_NAMES = " \t\n(–—-*_"
_BETWEEN = re.compile(r"[\s*_]*(?:(?:or|and/or|/|\\)[\s*_]*)?", re.I)


class Openness(StrEnum):
    ALTERNATIVES = "alternatives"
    ADDITION = "proposed text"
    DELETION = "proposed deletion"
    PLACEHOLDER = "to be filled in"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording that is on the table. `names` are those who stand beside it in the text."""

    span: Span
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """`span` covers the place with all its brackets; `path` is the point that it stands in."""

    number: int
    how: Openness
    span: Span
    wordings: tuple[Wording, ...]
    path: str | None
    is_whole: bool = False


def open_places(draft: Draft) -> tuple[OpenPlace, ...]:
    """Every open place, in the order of the text."""
    found = [*_of_brackets(draft), *_of_options(draft)]
    found.sort(key=lambda place: (place[1].start, -place[1].end))
    paths = _Paths(draft)
    return tuple(
        OpenPlace(number, how, span, wordings, paths.at(span.start), is_whole)
        for number, (how, span, wordings, is_whole) in enumerate(found, 1)
    )


_Found = tuple[Openness, Span, tuple[Wording, ...], bool]


def _of_brackets(draft: Draft) -> Iterator[_Found]:
    for group in _groups(draft):
        first = group[0]
        if any(note.contains(first.span) for note in draft.notes):
            continue
        span = Span(first.span.start, max(bracket.span.end for bracket in group))
        whole = first.kind is BracketKind.WHOLE_OPTION
        if first.kind is BracketKind.ALTERNATIVE:
            wordings = tuple(_alternatives(draft.text, group))
            if len(wordings) > 1:
                yield Openness.ALTERNATIVES, span, wordings, whole
                continue
        how = {
            BracketKind.DELETION: Openness.DELETION,
            BracketKind.PLACEHOLDER: Openness.PLACEHOLDER,
        }.get(first.kind, Openness.ADDITION)
        yield how, span, (_wording(draft.text, first, how),), whole


def _groups(draft: Draft) -> list[list[Bracket]]:
    """Brackets side by side that list the same alternatives; any other bracket by itself."""
    groups: list[list[Bracket]] = []
    last: dict[int, list[Bracket]] = {}
    for bracket in draft.brackets:
        before = last.get(bracket.depth)
        if before and _beside(draft.text, before[-1], bracket):
            before.append(bracket)
            continue
        last[bracket.depth] = [bracket]
        groups.append(last[bracket.depth])
    return groups


def _beside(text: str, before: Bracket, bracket: Bracket) -> bool:
    kind = BracketKind.ALTERNATIVE
    if not (before.kind is bracket.kind is kind and before.alternatives == bracket.alternatives):
        return False
    gap = text[before.span.end : bracket.span.start]
    return before.span.end <= bracket.span.start and bool(_BETWEEN.fullmatch(gap))


def _alternatives(text: str, group: Sequence[Bracket]) -> Iterator[Wording]:
    if len(group) == 1:
        yield from _inside_one(text, group[0])
        return
    listed = set(group[0].alternatives)
    for bracket in group:
        wording = _wording(text, bracket, Openness.ALTERNATIVES)
        inner = _inner(text, bracket).of(text).strip()
        if inner in listed or not _BETWEEN.fullmatch(inner):
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
            yield Wording(_trimmed(text, Span(begin, found.start())))
            begin = found.end()
    yield Wording(_trimmed(text, Span(begin, inner.end)))


def _wording(text: str, bracket: Bracket, how: Openness) -> Wording:
    """The words themselves: without who is named beside them and without "delete:"."""
    span = _trimmed(text, _inner(text, bracket))
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
    if how is Openness.DELETION:
        named = _DELETE.match(text, span.start, span.end)
        span = Span(named.end(), span.end) if named else span
    return Wording(_trimmed(text, span), tuple(dict.fromkeys(names)))


def _has_words(text: str, start: int, end: int) -> bool:
    return any(sign.isalnum() for sign in text[start:end])


def _inner(text: str, bracket: Bracket) -> Span:
    closed = text[bracket.span.end - 1] == "]" and len(bracket.span) > 1
    return Span(bracket.span.start + 1, bracket.span.end - (1 if closed else 0))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, max(span.start + lead, span.start + len(words.rstrip())))


def _of_options(draft: Draft) -> Iterator[_Found]:
    run: list[Span] = []
    for option in [*sorted(draft.options), None]:
        if run and (option is None or draft.text[run[-1].end : option.start].strip(" \t\r\n*_")):
            if len(run) > 1:
                wordings = tuple(Wording(_without_label(draft.text, one)) for one in run)
                yield Openness.OPTIONS, Span(run[0].start, run[-1].end), wordings, True
            run = []
        if option is not None and (not run or option.start >= run[-1].end):
            run.append(Span(option.start, option.end))


def _without_label(text: str, option: Span) -> Span:
    line = next(lines_of(text, option.start), None)
    start = line.label.end if line and line.label else option.start
    return _trimmed(text, Span(min(start, option.end), option.end))


class _Paths:
    """The innermost point at a place."""

    def __init__(self, draft: Draft) -> None:
        self._pieces = list(pieces(draft))
        self._next = 0

    def at(self, place: int) -> str | None:
        """For places asked for in rising order."""
        while self._next < len(self._pieces) and self._pieces[self._next].span.end <= place:
            self._next += 1
        return self._pieces[self._next].path if self._next < len(self._pieces) else None
