"""What the source of a statement is resolved against, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onetext.reading.who.cast import Character
from onetext.reading.who.nearness import Company
from onetext.reading.who.phrases import Phrase
from onetext.reading.who.turns import Turn
from onetext.record.statements import Speaker, SpeakerKind
from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report holds beside its statements.

    `acronyms` gives the full name of a body that goes by initials, `owners` the party that
    such a body belongs to; `outlets` are the names of media that the document itself tells;
    `contents` are the words that somebody is said to have said, `pronouns` whom each "he" and "she"
    means.
    """

    company: Company
    people: tuple[Character, ...]
    acronyms: Mapping[str, str]
    owners: Mapping[str, str]
    outlets: frozenset[str]
    known_parties: Sequence[str]
    contents: tuple[Span, ...] = ()
    pronouns: Mapping[Span, Character] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker, with the person and the phrase behind it where there is one."""

    speaker: Speaker
    character: Character | None = None
    phrase: Phrase | None = None


UNRESOLVED = Resolved(Speaker(None, SpeakerKind.PERSON))


def person(character: Character, phrase: Phrase | None = None) -> Resolved:
    """A person of the report as the speaker."""
    role = character.roles[0] if character.roles else None
    speaker = Speaker(character.name, SpeakerKind.PERSON, role, character.party)
    return Resolved(speaker, character, phrase)


def again(turn: Turn | None) -> Resolved:
    """Whoever spoke in `turn` speaks again."""
    return Resolved(turn.speaker, turn.character, turn.phrase) if turn else UNRESOLVED
