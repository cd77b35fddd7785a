"""Meetings, rounds of talks, calls, summits and visits that a report mentions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from onetext.reading.attendance import participants_in
from onetext.reading.daywords import days_in, resolve
from onetext.reading.gatherings import Gathering, clause_of, gatherings_in, status_of
from onetext.reading.mentions import merged
from onetext.reading.places import Place, known_place, places_in
from onetext.reading.sentences import sentences
from onetext.record.documents import BlockKind, Document
from onetext.record.passages import Passage
from onetext.record.statements import Meeting, MeetingStatus
from onetext.text.spans import Span

MOST_WORDS = 9
SHORT_CLAUSE_CHARS = 40  # a clause this short rarely names who meets; its sentence may
DAY_REACH_CHARS = 80  # how far from the words for a meeting its day may stand
_AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.PROPOSED})
_REPORTED = re.compile(
    r"\b(?:said|says|told\b.{1,40}?|reported|announced|added|confirmed|wrote)\s+that\s+",
    re.IGNORECASE,
)


def find_meetings(document: Document) -> tuple[Meeting, ...]:
    """Every meeting outside furniture, one entry for each, in the order of first mention.

    A mention counts where it tells a place, a day or who takes part; mentions of the same
    meeting are merged (see `mentions`).
    """
    return merged(
        meeting
        for block in document.blocks
        if block.kind is not BlockKind.FURNITURE
        for sentence in sentences(document.text, block.span)
        for meeting in _in_sentence(document, sentence)
    )


def _in_sentence(document: Document, sentence: Span) -> Iterator[Meeting]:
    text = document.text
    gatherings = gatherings_in(text, sentence)
    if not gatherings:
        return
    taken: dict[Gathering, list[str]] = {gathering: [] for gathering in gatherings}
    for gathering in gatherings:
        if (name := _place_before(text, gathering)) is not None:
            taken[gathering].append(name)
    named = {gathering for gathering in gatherings if taken[gathering]}
    for place in places_in(text, sentence):
        if any(gathering.span.overlaps(place.span) for gathering in gatherings):
            continue
        nearest = _nearest(gatherings, place)
        if nearest not in named:
            taken[nearest].append(place.name)
    placed = [gathering for gathering, names in taken.items() if names]
    verbs = [gathering for gathering in gatherings if gathering.verb]
    kept = placed or (verbs or gatherings)[:1]
    everywhere = [name for names in taken.values() for name in names]
    for gathering in kept:
        where: list[str | None] = [*taken[gathering]] or [None]
        for name in where:
            meeting = _meeting(document, sentence, gathering, name, everywhere)
            if meeting.place or meeting.on or (meeting.participants and gathering.single):
                yield meeting


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
) -> Meeting:
    text = document.text
    clause = clause_of(text, sentence, gathering)
    status = status_of(text, clause, gathering)
    on = _day(text, clause, gathering, document.published, future=status in _AHEAD)
    if status is MeetingStatus.PLANNED and document.published and _past(on, document.published):
        status = MeetingStatus.HELD
    around = Span(
        max(sentence.start, clause.start - DAY_REACH_CHARS),
        min(sentence.end, clause.end + DAY_REACH_CHARS),
    )
    participants = participants_in(
        text, clause if len(clause) > SHORT_CLAUSE_CHARS else around, gathering.span, places
    )
    return Meeting(
        what=_what(text, gathering, participants),
        place=place,
        on=on,
        participants=participants,
        status=status,
        evidence=Passage.of(text, _evidence(text, sentence, gathering)),
    )


def _day(
    text: str, clause: Span, gathering: Gathering, published: date | None, *, future: bool
) -> str | None:
    """The day named nearest to the gathering in its clause, as ISO where it resolves."""
    near = [
        (max(day.span.start - gathering.span.end, gathering.span.start - day.span.end), day)
        for day in days_in(text, clause)
    ]
    gap, day = min(near, key=lambda one: one[0], default=(DAY_REACH_CHARS + 1, None))
    if day is None or gap > DAY_REACH_CHARS:
        return None
    resolved = resolve(day.span.of(text), published, future=future)
    return resolved.isoformat() if resolved else " ".join(day.span.of(text).split())


def _past(on: str | None, published: date) -> bool:
    return on is not None and re.match(r"\d{4}-", on) is not None and on < published.isoformat()


def _what(text: str, gathering: Gathering, participants: tuple[str, ...]) -> str:
    if gathering.head == "hours":
        return "talks"
    if not gathering.verb:
        return " ".join(gathering.span.of(text).split()[-MOST_WORDS:])
    kind = next((kind for stem, kind in _KINDS if gathering.head.startswith(stem)), "meeting")
    if len(participants) > 1:
        return f"{kind} of {participants[0]} with {participants[1]}"
    return f"{kind} of {participants[0]}" if participants else kind


_KINDS = (
    ("visit", "visit"),
    ("sp", "call"),
    ("phoned", "call"),
    ("held talks", "talks"),
    ("hold", "talks"),
)


def _evidence(text: str, sentence: Span, gathering: Gathering) -> Span:
    """The sentence; where somebody reports the meeting, the reported clause."""
    start = sentence.start
    for reported in _REPORTED.finditer(text, sentence.start, gathering.span.start):
        start = reported.end()
    end = sentence.end
    while end > start and text[end - 1] in ".”\"’'":
        end -= 1
    return Span(start, end)
