"""What has been said so far, and by whom: what later words of a report refer back to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.reading.stage import Stage
from onetext.reading.who.cast import Character
from onetext.reading.who.nearness import ADMINISTRATION
from onetext.reading.who.personhood import Gender
from onetext.reading.who.phrases import Phrase
from onetext.record.statements import Speaker, SpeakerKind
from onetext.text.spans import Span

BEFORE_OBJECT = re.compile(
    r"\b(?:of|to|with|by|from|for|against|on|about|in|at|than|between|like|including|after|"
    r"before|met|meets|meet|meeting|told|tell|called|urged|accused|asked|thanked|saw|visited|"
    r"joined|and|under|over|via|through|blamed|praised|criticised|criticized)\s+(?:\w+\s+){0,3}$"
)
REACH_SENTENCES = 4
SHORTEST_SPEECH = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody has spoken: at `place`, in sentence `sentence` of block `scene`."""

    place: Span
    speaker: Speaker
    phrase: Phrase | None
    character: Character | None
    sentence: int
    scene: int

    @property
    def speaks_alone(self) -> bool:
        """Whether it was one body or person that spoke, not "analysts at" it."""
        return self.phrase is None or not (self.phrase.plural and self.phrase.says_role)

    @property
    def named(self) -> bool:
        return self.speaker.name is not None


def fits(character: Character, gender: Gender) -> bool:
    """Whether nothing that the report tells speaks against the gender."""
    return gender is Gender.UNKNOWN or character.gender in (gender, Gender.UNKNOWN)


def antecedent(
    stage: Stage,
    place: Span,
    gender: Gender,
    turns: Sequence[Turn],
    people: Sequence[Character],
    quoted: Sequence[Span],
) -> Turn | Character | None:
    """Whom "he" or "she" at `place` means: the speaker or subject of this or an earlier sentence.

    The nearest sentence that has either decides; in a sentence the speaker comes before the
    subject, and names in objects or with a possessive ending do not count, nor what stands in
    `quoted`: words of others, in which the pronoun does not stand.
    """
    here = stage.sentence_index(place.start)
    for number in range(here, max(-1, here - REACH_SENTENCES - 1), -1):
        for turn in reversed(turns):
            before = turn.sentence == number and turn.place.start < place.start
            inside = any(words.contains(turn.place) for words in quoted)
            if before and not inside and _is_one(turn, gender):
                return turn
        for character, _ in _subjects(stage, number, place.start, people, quoted):
            if fits(character, gender):
                return character
    return None


def _is_one(turn: Turn, gender: Gender) -> bool:
    """Whether a single person spoke, named or not, whom the pronoun's gender fits."""
    if turn.character is not None:
        return fits(turn.character, gender)
    single = turn.phrase is not None and not turn.phrase.plural
    return single and turn.speaker.kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)


def _subjects(
    stage: Stage,
    sentence: int,
    before: int,
    people: Sequence[Character],
    quoted: Sequence[Span],
) -> Iterator[tuple[Character, Span]]:
    """People who may be the subject of a sentence, in the order of its text."""
    span = stage.sentences[sentence]
    found: list[tuple[Span, Character]] = []
    for character in people:
        for mention in character.mentions:
            if span.contains(mention) and mention.end <= before:
                found.append((mention, character))
    for mention, character in sorted(found, key=lambda one: one[0]):
        lead = stage.text[span.start : mention.start]
        possessive = stage.text[mention.end : mention.end + 2] in ("’s", "'s")
        possessive = possessive or bool(ADMINISTRATION.match(stage.text, mention.end))
        inside = any(quote.contains(mention) for quote in quoted)
        if not (possessive or inside or BEFORE_OBJECT.search(lead)):
            yield character, mention


def last_turn(
    turns: Sequence[Turn], kinds: frozenset[SpeakerKind], *, plural: bool | None = None
) -> Turn | None:
    """The last who spoke among speakers of these kinds, in the plural or not where asked."""
    for turn in reversed(turns):
        if turn.speaker.kind in kinds and turn.named:
            is_plural = turn.phrase is not None and turn.phrase.plural
            if plural is None or plural == is_plural:
                return turn
    return None


def unnamed_speaker(
    turns: Sequence[Turn], following: Turn | None, sentence: int, scene: int, *, carried_on: bool
) -> Turn | None:
    """Who says words that the report gives without a source.

    The last speaker of the same paragraph; else the next one in it, if the very next sentence
    names one; else, where a quotation is carried on from the paragraph before, its speaker.
    """
    last = turns[-1] if turns else None
    if last is not None and last.scene == scene:
        return last
    if following is not None and following.scene == scene and following.sentence - sentence <= 1:
        return following
    if last is not None and carried_on and last.scene >= scene - 1:
        return last
    return None
