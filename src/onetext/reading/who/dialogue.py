"""Who says each attribution of a report, worked out in the order of its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.attributions import Attribution
from onetext.reading.who.cast import Character
from onetext.reading.who.phrases import Article, split_sides
from onetext.reading.who.speakers import resolve
from onetext.reading.who.surroundings import Resolved, Surroundings, again, person
from onetext.reading.who.turns import Turn, unnamed_speaker
from onetext.record.statements import SpeakerKind
from onetext.text.spans import Span

LAST_OPENING_SCENE = 2  # a headline or a line of key points may come first
SHORT_PHRASE = 12  # characters of a source that can be nothing but a pronoun


@dataclass(frozen=True, slots=True)
class Spoken:
    """One attribution with one speaker; an attribution with two sides is spoken twice."""

    attribution: Attribution
    resolved: Resolved


def who_speaks(around: Surroundings, attributions: Sequence[Attribution]) -> list[Spoken]:
    """Every attribution with its speaker, in the order given.

    Sources that are named are resolved first; what has none is then given to whoever
    speaks next to it, or to nobody.
    """
    turns: list[Turn] = []
    answers: dict[int, list[Resolved]] = {}
    order = sorted(range(len(attributions)), key=lambda index: _place(attributions[index]))
    for index in order:
        source = attributions[index].source
        if source is None:
            continue
        words = source.of(around.company.stage.text)
        answers[index] = [resolve(around, side, source, turns) for side in split_sides(words)]
        turns.append(_turn(around, source, answers[index][0]))
    _identify(answers, turns, [index for index in order if index in answers])
    for index in order:
        if attributions[index].source is None:
            answers[index] = [_unnamed(around, attributions[index], turns)]
    return [
        Spoken(attribution, resolved)
        for index, attribution in enumerate(attributions)
        for resolved in answers[index]
    ]


def pronoun_mentions(spoken: Sequence[Spoken], text: str) -> dict[str, list[Span]]:
    """Name of a person -> the sources that mean that person without the name."""
    found: dict[str, list[Span]] = {}
    for one in spoken:
        character, source = one.resolved.character, one.attribution.source
        if character is None or source is None or len(source) > SHORT_PHRASE:
            continue
        if not any(source.overlaps(mention) for mention in character.mentions):
            places = found.setdefault(character.name, [])
            if source not in places and source.of(text)[:1].isalpha():
                places.append(source)
    return found


def mentions_of(character: Character, also: dict[str, list[Span]]) -> tuple[Span, ...]:
    """Every place where a report means a person, in the order of its text."""
    return tuple(sorted({*character.mentions, *also.get(character.name, ())}))


def _identify(
    answers: dict[int, list[Resolved]], turns: Sequence[Turn], order: Sequence[int]
) -> None:
    """Give the "senior official" of a report's opening the name that its next words give him.

    Reports open with "a senior Northland official said" and name the official in the next
    paragraph. Both must speak for the same party, and share a word of their titles that is
    no common noun ("Palace official", "Palace spokesman").
    """
    for number, (index, turn) in enumerate(zip(order, turns, strict=True)):
        later = (one for one in turns[number + 1 :] if one.scene == turn.scene + 1)
        following = next(later, None)
        if following is None or turn.scene > LAST_OPENING_SCENE:
            continue
        phrase, named = turn.phrase, following.character
        if phrase is None or named is None or phrase.article is not Article.INDEFINITE:
            continue
        same = turn.speaker.kind is SpeakerKind.ANONYMOUS and turn.speaker.party == named.party
        words = {word for word in phrase.lead.split() if word[0].isupper()}
        if same and named.party and words & set(" ".join(named.roles).split()):
            answers[index] = [person(named, phrase)]


def _place(attribution: Attribution) -> tuple[int, int]:
    anchor = attribution.source or attribution.cue or attribution.content[0]
    return anchor.start, attribution.content[0].start


def _turn(around: Surroundings, place: Span, resolved: Resolved) -> Turn:
    return Turn(
        place,
        resolved.speaker,
        resolved.phrase,
        resolved.character,
        around.company.stage.sentence_index(place.start),
        around.company.stage.scene_index(place.start),
    )


def _unnamed(around: Surroundings, attribution: Attribution, turns: Sequence[Turn]) -> Resolved:
    place = attribution.content[0]
    scene = around.company.stage.scene_index(place.start)
    sentence = around.company.stage.sentence_index(place.start)
    before = [turn for turn in turns if turn.place.start < place.start]
    following = next((turn for turn in turns if turn.place.start >= place.start), None)
    quoted = any(quote.overlaps(place) for quote in around.company.quoted)
    turn = unnamed_speaker(before, following, sentence, scene, carried_on=quoted)
    return again(turn)
