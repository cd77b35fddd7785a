"""Meetings, rounds of talks, calls, summits and visits that a report mentions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from onetext.reading.events.attendance import Sides, full_names, sides_of
from onetext.reading.events.gatherings import Gathering, clause_of, gatherings_in
from onetext.reading.events.meeting_days import day_of
from onetext.reading.events.meeting_names import kind_of, name_of
from onetext.reading.events.meeting_status import status_of
from onetext.reading.events.mentions import Mention, merged
from onetext.reading.events.places import Place, known_place, places_in
from onetext.reading.sentences import sentences
from onetext.record.documents import BlockKind, Document
from onetext.record.passages import Passage
from onetext.record.statements import Meeting, MeetingStatus
from onetext.text.spans import Span

SAME_PLACE_CHARS = 25  # "the Shell Bay club in Hallandale Beach" is one place
_REPORTED = re.compile(
    r"\b(?:said|says|told\b.{1,40}?|reported|announced|added|confirmed|wrote)\s+that\s+",
    re.IGNORECASE,
)


def find_meetings(document: Document) -> tuple[Meeting, ...]:
    """Every meeting outside furniture, one entry for each, in the order of first mention.

    A mention counts where it tells a place, a day or who takes part; mentions of the same
    meeting are merged (see `mentions`).
    """
    blocks = [block.span for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    full = full_names(document.text, blocks)
    return merged(
        mention
        for block in blocks
        for sentence in sentences(document.text, block)
        for mention in _in_sentence(document, sentence, full)
    )


def _in_sentence(document: Document, sentence: Span, full: Mapping[str, str]) -> Iterator[Mention]:
    text = document.text
    gatherings = gatherings_in(text, sentence)
    if not gatherings:
        return
    taken: dict[Gathering, list[str]] = {gathering: [] for gathering in gatherings}
    for gathering in gatherings:
        if (name := _place_before(text, gathering)) is not None:
            taken[gathering].append(name)
    named = {gathering for gathering in gatherings if taken[gathering]}
    last: Place | None = None
    for place in places_in(text, sentence):
        if any(gathering.span.overlaps(place.span) for gathering in gatherings):
            continue
        nearest = _nearest(gatherings, place)
        if nearest not in named:
            if last and taken[nearest] and _within(text, last, place):
                if known_place(place.name) and not known_place(last.name):
                    taken[nearest][-1] = place.name
            else:
                taken[nearest].append(place.name)
        last = place
    placed = [gathering for gathering, names in taken.items() if names]
    verbs = [gathering for gathering in gatherings if gathering.verb]
    kept = placed or (verbs or gatherings)[:1]
    everywhere = [name for names in taken.values() for name in names]
    for gathering in kept:
        where: list[str | None] = [*taken[gathering]] or [None]
        alone = len(gatherings) == 1
        kind = kind_of(gathering, gatherings)
        for name in where:
            meeting = _meeting(document, sentence, gathering, name, everywhere, full, kind, alone)
            if meeting.place or meeting.on or (meeting.participants and gathering.single):
                yield Mention(kind, meeting)


def _within(text: str, outer: Place, inner: Place) -> bool:
    """Whether two places are one: a building and its city, a city and its country."""
    between = text[outer.span.end : inner.span.start]
    return (
        outer.group != inner.group
        and 0 < len(between) <= SAME_PLACE_CHARS
        and not re.search(r"[,;]|\b(?:and|or|then|to)\b", between)
    )


def _nearest(gatherings: list[Gathering], place: Place) -> Gathering:
    """The gathering at the place: the last one before it in the sentence, else the first after."""
    before = [one for one in gatherings if one.span.end <= place.span.start]
    return before[-1] if before else gatherings[0]


def _place_before(text: str, gathering: Gathering) -> str | None:
    """ "Geneva" in "the Geneva talks"."""
    words = gathering.span.of(text).split()
    for length in (3, 2, 1):
        for start in range(max(0, len(words) - 1)):
            name = " ".join(words[start : start + length])
            if start + length < len(words) and name[0].isupper() and known_place(name):
                is_country_adjective = name.isupper() or name.endswith(".")
                return None if is_country_adjective else name
    return None


def _meeting(
    document: Document,
    sentence: Span,
    gathering: Gathering,
    place: str | None,
    places: Collection[str],
    full: Mapping[str, str],
    kind: str,
    alone: bool,
) -> Meeting:
    text = document.text
    clause = clause_of(text, sentence, gathering)
    status = status_of(text, clause, gathering)
    on = day_of(text, clause, gathering, document.published, status, alone=alone)
    if status is MeetingStatus.PLANNED and document.published and _past(on, document.published):
        status = MeetingStatus.HELD
    sides: Sides = sides_of(text, clause, gathering, places, full)
    return Meeting(
        what=name_of(text, gathering, sides, kind),
        place=place,
        on=on,
        participants=sides.everybody,
        status=status,
        evidence=Passage.of(text, _evidence(text, sentence, gathering)),
    )


def _past(on: str | None, published: date) -> bool:
    return on is not None and re.match(r"\d{4}-", on) is not None and on < published.isoformat()


def _evidence(text: str, sentence: Span, gathering: Gathering) -> Span:
    """The sentence; where somebody reports the meeting, the reported clause."""
    start = sentence.start
    for reported in _REPORTED.finditer(text, sentence.start, gathering.span.start):
        start = reported.end()
    end = sentence.end
    while end > start and text[end - 1] in ".”\"’'":
        end -= 1
    return Span(start, end)
