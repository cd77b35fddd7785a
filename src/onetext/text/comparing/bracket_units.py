"""The brackets of a draft as they are decided on: one alone, or alternatives side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.comparing.word_places import Words
from onetext.text.drafts import Attribution, AttributionStance, Bracket, BracketKind
from onetext.text.spans import Span

PROPOSERS = (AttributionStance.PROPOSES, AttributionStance.SUPPORTS)
BESIDE_CHARS = 14
"""Alternatives side by side have no more than this between them, as in `] [or] [`."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the wordings to choose from; `words` are places among the words of the draft."""

    span: Span
    words: tuple[int, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Brackets that are decided on together; `members` are places in the draft's brackets.

    A bracket without alternatives has itself for the only one.
    """

    members: tuple[int, ...]
    span: Span
    alternatives: tuple[Alternative, ...]

    @property
    def is_choice(self) -> bool:
        return len(self.alternatives) > 1


def units_of(brackets: Sequence[Bracket], words: Words, text: str) -> list[Unit]:
    """The units of a draft, in the order of its brackets. Every bracket is in one."""
    groups: list[list[int]] = []
    latest: dict[int, list[int]] = {}
    for at, bracket in enumerate(brackets):
        group = latest.get(bracket.depth)
        if group and _beside(brackets[group[-1]], bracket):
            group.append(at)
            continue
        groups.append([at])
        latest[bracket.depth] = groups[-1]
    return [_unit(group, brackets, words, text) for group in groups]


def _beside(one: Bracket, other: Bracket) -> bool:
    return (
        bool(one.alternatives)
        and one.alternatives == other.alternatives
        and one.kind is not BracketKind.PLACEHOLDER
        and 0 <= other.span.start - one.span.end <= BESIDE_CHARS
    )


def _unit(group: Sequence[int], brackets: Sequence[Bracket], words: Words, text: str) -> Unit:
    first, last = brackets[group[0]], brackets[group[-1]]
    span = Span(first.span.start, last.span.end)
    places = _alternative_spans(group, brackets, text)
    names: dict[Span, list[str]] = {place: [] for place in places}
    said_by = [each for at in group for each in brackets[at].attributions]
    for at in group:
        inside = [place for place in places if brackets[at].span.contains(place)]
        for each in brackets[at].attributions:
            if inside and each.stance in PROPOSERS:
                near = each.span
                names[min(inside, key=lambda place: _gap(place, near))] += each.names
    alternatives = tuple(
        Alternative(place, _own_words(place, words, said_by), tuple(dict.fromkeys(names[place])))
        for place in places
    )
    return Unit(tuple(group), span, alternatives)


def _gap(one: Span, other: Span) -> int:
    """How many characters lie between two places."""
    return max(0, one.start - other.end, other.start - one.end)


def _alternative_spans(group: Sequence[int], brackets: Sequence[Bracket], text: str) -> list[Span]:
    first = brackets[group[0]]
    if first.kind is BracketKind.PLACEHOLDER:
        return [_inside(first)]
    if first.alternative_spans:
        return list(first.alternative_spans)
    if len(group) > 1:
        members = [_inside(brackets[at]) for at in group]
        named = [place for place in members if place.of(text).strip() in first.alternatives]
        return named or members
    found, at = [], first.span.start
    for words in first.alternatives:
        start = text.find(words, at, first.span.end)
        if start < 0:
            return [_inside(first)]
        at = start + len(words)
        found.append(Span(start, at))
    return found or [_inside(first)]


def _inside(bracket: Bracket) -> Span:
    return Span(bracket.span.start + 1, max(bracket.span.start + 1, bracket.span.end - 1))


def _own_words(place: Span, words: Words, said_by: Sequence[Attribution]) -> tuple[int, ...]:
    """The words of an alternative without those that say whose it is."""
    return tuple(
        at
        for at in words.inside(place)
        if not any(each.span.contains(words.spans[at]) for each in said_by)
    )
