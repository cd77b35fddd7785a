"""Who is meant by the words that name a source: a name, a pronoun, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.who.cast import Character
from onetext.reading.who.descriptions import described
from onetext.reading.who.gazetteer import NameKind
from onetext.reading.who.personhood import Gender
from onetext.reading.who.phrases import phrase_of
from onetext.reading.who.references import bare_party, referred_to
from onetext.reading.who.surroundings import UNRESOLVED, Resolved, Surroundings, again, person
from onetext.reading.who.turns import BEFORE_OBJECT, Turn, antecedent, last_turn
from onetext.record.statements import Speaker, SpeakerKind
from onetext.text.spans import Span

THINGS = frozenset(SpeakerKind) - {SpeakerKind.PERSON, SpeakerKind.ANONYMOUS}
GENDERS = {"he": Gender.MALE, "she": Gender.FEMALE, "him": Gender.MALE, "her": Gender.FEMALE}
PRONOUNS = frozenset({*GENDERS, "it", "they", "who", "which"})
FIRST_PERSON = frozenset({"i", "we", "you"})
NOT_THE_HEAD = re.compile(
    r"\b(?:of|to|for|from|by|with|than|close|under|on|against)\s+(?:\S+\s+){0,3}$"
)
MODIFIES = re.compile(
    r"['’]s?\s|[\s\u200b-\u2060]+(?!(?:who|whom|whose|which|that|and|of|at|in|from|on|as|told|for|"
    r"with|to|by|during|after|before|has|have|had|was|is|were|also|then|later|speaking|writing)\b)"
    r"[a-z]"
)
AGE = re.compile(r"^the\s+\d{1,3}-year-old", re.IGNORECASE)
RECENT_TURNS = 3


def resolve(around: Surroundings, words: str, place: Span, turns: Sequence[Turn]) -> Resolved:
    """Who `words` at `place` means, given who has spoken so far."""
    phrase = phrase_of(words)
    lower = phrase.words.lower()
    first = lower.partition(" ")[0]
    if first in FIRST_PERSON:
        return UNRESOLVED
    if first in PRONOUNS:
        return _pronoun(around, first, place, turns)
    if AGE.match(lower):
        return _pronoun(around, lower, place, turns)
    character = _named(around, place)
    if character is not None:
        return person(character, phrase)
    known = bare_party(phrase) or referred_to(around, phrase, place, turns)
    return known or described(around, phrase, place)


def _pronoun(around: Surroundings, pronoun: str, place: Span, turns: Sequence[Turn]) -> Resolved:
    stage = around.company.stage
    if pronoun in ("it", "which"):
        turn = last_turn(turns[-RECENT_TURNS:], THINGS)
        recent = turn is not None and turn.sentence >= stage.sentence_index(place.start) - 1
        return (None if recent else _nearest_body(around, place)) or again(turn)
    if pronoun == "they":
        return again(last_turn(turns[-RECENT_TURNS:], frozenset(SpeakerKind), plural=True))
    gender = GENDERS.get(pronoun, Gender.UNKNOWN)
    others = [
        words for words in (*around.contents, *around.company.quoted) if not words.contains(place)
    ]
    found = antecedent(stage, place, gender, turns, around.people, others)
    meant = around.pronouns.get(Span(place.start, place.start + len(pronoun)))
    if isinstance(found, Turn) and (found.character is None or meant is None):
        return again(found)
    character = meant or found
    return person(character) if isinstance(character, Character) else UNRESOLVED


def _nearest_body(around: Surroundings, place: Span) -> Resolved | None:
    """The country or body that the sentence of "it", or the one before it, is about."""
    stage = around.company.stage
    here = stage.sentence_index(place.start)
    for number in (here, max(0, here - 1)):
        for mention in around.company.mentions:
            sentence = stage.sentences[number]
            if not sentence.contains(mention.span) or mention.span.end > place.start:
                continue
            lead = stage.text[sentence.start : mention.span.start]
            if mention.kind is not NameKind.DEMONYM and not BEFORE_OBJECT.search(lead):
                party = mention.party
                return Resolved(Speaker(party, SpeakerKind.GOVERNMENT, party=party))
    return None


def _named(around: Surroundings, place: Span) -> Character | None:
    """The person whom the phrase names as its head, not as somebody's aide or somebody's boss."""
    text = around.company.stage.text
    found = [
        (mention, character)
        for character in around.people
        for mention in character.mentions
        if place.contains(mention)
    ]
    for mention, character in sorted(found, key=lambda one: one[0]):
        modifies = MODIFIES.match(text, mention.end, place.end)
        if not modifies and not NOT_THE_HEAD.search(text[place.start : mention.start]):
            return character
    return None
