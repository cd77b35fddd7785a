"""The places of a draft that are open: alternatives, additions, deletions, placeholders, options.

Brackets that stand side by side as alternatives are one place, and so are the options of one
point. Places are numbered in the order of the text, those inside others included, so that a
number means the same place whatever has been chosen elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onetext.briefing.exchange.wordings import BETWEEN, Wording, alternatives_of, bare, wording_of
from onetext.text.drafts import Bracket, BracketKind, Draft
from onetext.text.lines import lines_of
from onetext.text.render import pieces
from onetext.text.spans import Span


class Openness(StrEnum):
    ALTERNATIVES = "alternatives"
    ADDITION = "proposed text"
    DELETION = "proposed deletion"
    PLACEHOLDER = "to be filled in"
    OPTIONS = "options"


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
            wordings = tuple(alternatives_of(draft.text, group))
            if len(wordings) > 1:
                yield Openness.ALTERNATIVES, span, wordings, whole
                continue
        how = {
            BracketKind.DELETION: Openness.DELETION,
            BracketKind.PLACEHOLDER: Openness.PLACEHOLDER,
        }.get(first.kind, Openness.ADDITION)
        yield how, span, (wording_of(draft.text, first),), whole


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
    return before.span.end <= bracket.span.start and bool(BETWEEN.fullmatch(gap))


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
    return bare(text, Span(min(start, option.end), option.end))


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
