"""Whom "he" and "she" mean: each person meant before is weighed, and the likeliest is taken.

A report is gone through once, from its beginning. What is weighed is what it shows of the last
place where it meant a person, by name or by a pronoun: how far back that is, as what (subject,
object, with a possessive ending), who else was meant since, how often the person was meant, and
whether the gender fits. Words of others (`apart`) are not looked into, unless the pronoun stands
in them. The weights were fitted on GUM's train part (`training/pronouns.py`); where nobody is
likely enough the pronoun stays unresolved.

Source:
    Denis and Baldridge (2008), EMNLP, 660-669: candidates that compete, and "none" among them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from onetext.reading.stage import Stage
from onetext.reading.who.cast import Character
from onetext.reading.who.nearness import ADMINISTRATION
from onetext.reading.who.personhood import Gender
from onetext.reading.who.turns import BEFORE_OBJECT
from onetext.text.spans import Span

PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
ASKING_SUBJECT = frozenset({"he", "she"})
OWNING = frozenset({"his", "her", "hers"})
MALE = frozenset({"he", "him", "his", "himself"})
REACH_SENTENCES = 8
LEAST = 0.5  # chance that the person chosen must have

Features = dict[str, float]

WEIGHTS: Features = {
    "alone": 0.032,
    "first in its sentence": -0.124,
    "full name": -0.443,
    "gender fits": 2.698,
    "gender unknown": 1.282,
    "how often": 0.715,
    "named": -0.87,
    "others since: 0": -0.155,
    "others since: 1": -0.324,
    "others since: 2": -0.475,
    "others since: 3": -0.849,
    "owner": 0.227,
    "same block": 0.764,
    "sentences apart: 0": 0.861,
    "sentences apart: 1": 0.311,
    "sentences apart: 2": -0.68,
    "sentences apart: 3": -0.99,
    "sentences apart: 4": -1.306,
    "share": 0.651,
    "subject": -0.255,
    "subject of this sentence": 0.629,
    "subject, and asked for one": 0.596,
}


@dataclass(frozen=True, slots=True)
class Meant:
    """A place where the report means a person; `first` of those whom its sentence means."""

    place: Span
    character: Character
    named: bool
    sentence: int
    first: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun, and the people whom it may mean with what speaks for each, the nearest first."""

    place: Span
    people: tuple[Meant, ...]
    features: tuple[Features, ...]


@dataclass(slots=True)
class _Memory:
    """Who was meant so far, and where last."""

    last: dict[int, Meant] = field(default_factory=dict)  # in the order of the last places
    counts: dict[int, int] = field(default_factory=dict)
    whole: int = 0
    sentence: int = -1

    def keep(self, one: Meant) -> None:
        key = id(one.character)
        self.last.pop(key, None)
        self.last[key] = one
        self.counts[key] = self.counts.get(key, 0) + 1
        self.whole += 1
        self.sentence = one.sentence


def likeliest(asked: Asked) -> int | None:
    """The number of the person whom a pronoun most likely means; `None` if nobody is likely."""
    scores = [sum(WEIGHTS.get(name, 0.0) * x for name, x in one.items()) for one in asked.features]
    if not scores:
        return None
    best = max(range(len(scores)), key=scores.__getitem__)
    whole = 1.0 + sum(math.exp(min(score, 50.0)) for score in scores)
    return best if math.exp(min(scores[best], 50.0)) >= LEAST * whole else None


def pronouns_in(
    stage: Stage,
    people: Sequence[Character],
    apart: Sequence[Span],
    choose: Callable[[Asked], int | None] = likeliest,
) -> Iterator[tuple[Span, Character]]:
    """Every pronoun that means somebody, in the order of the text.

    Args:
        stage: the report.
        people: whom it names, with all places.
        apart: words of others, quoted or reported.
        choose: who of the candidates is meant.
    """
    memory = _Memory()
    within = _Within(apart)
    named = sorted(((place, one) for one in people for place in one.mentions), key=lambda x: x[0])
    places = [place for place, _ in named]
    at = 0
    for scene in stage.scenes:
        for found in PRONOUN.finditer(stage.text, scene.block.start, scene.block.end):
            pronoun = Span(*found.span())
            upto = bisect_right(places, pronoun)
            for place, character in named[at:upto]:
                if not within.holds(place):
                    memory.keep(_meant(stage, place, character, memory, named=True))
            at = upto
            asked = _asked(stage, pronoun, memory)
            chosen = choose(asked)
            if chosen is None:
                continue
            character = asked.people[chosen].character
            if not within.holds(pronoun):
                memory.keep(_meant(stage, pronoun, character, memory, named=False))
            yield pronoun, character


class _Within:
    """Tells whether a place lies in one of some spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._ends: list[int] = []
        self._starts: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, place: Span) -> bool:
        at = bisect_right(self._starts, place.start) - 1
        return at >= 0 and place.end <= self._ends[at]


def _meant(
    stage: Stage, place: Span, character: Character, memory: _Memory, *, named: bool
) -> Meant:
    sentence = stage.sentence_index(place.start)
    return Meant(place, character, named, sentence, first=sentence != memory.sentence)


def _asked(stage: Stage, pronoun: Span, memory: _Memory) -> Asked:
    here = stage.sentence_index(pronoun.start)
    people: list[Meant] = []
    for one in reversed(memory.last.values()):
        if one.sentence < here - REACH_SENTENCES:
            break
        people.append(one)
    shown = (_features(stage, pronoun, one, rank, memory) for rank, one in enumerate(people))
    return Asked(pronoun, tuple(people), tuple(shown))


def _features(stage: Stage, pronoun: Span, one: Meant, rank: int, memory: _Memory) -> Features:
    """What speaks for and against a person; `rank` is how many others were meant since."""
    text, words = stage.text, pronoun.of(stage.text).lower()
    apart = min(stage.sentence_index(pronoun.start) - one.sentence, 4)
    own = one.place.of(text)
    if one.named:
        owning = text[one.place.end : one.place.end + 2] in ("’s", "'s")
        owning = owning or bool(ADMINISTRATION.match(text, one.place.end))
        lead = text[stage.sentences[one.sentence].start : one.place.start]
        subject = not owning and not BEFORE_OBJECT.search(lead)
    else:
        owning, subject = own.lower() in OWNING, own.lower() in ASKING_SUBJECT
    gender = Gender.MALE if words in MALE else Gender.FEMALE
    known = one.character.gender
    same_block = stage.scene_index(pronoun.start) == stage.scene_index(one.place.start)
    count = memory.counts[id(one.character)]
    shown = {
        f"sentences apart: {apart}": 1.0,
        f"others since: {min(rank, 3)}": 1.0,
        "subject": float(subject),
        "subject, and asked for one": float(subject and words in ASKING_SUBJECT),
        "subject of this sentence": float(subject and apart == 0),
        "owner": float(owning),
        "named": float(one.named),
        "full name": float(one.named and " " in own),
        "first in its sentence": float(one.first),
        "same block": float(same_block),
        "gender fits": float(known is gender),
        "gender unknown": float(known is Gender.UNKNOWN),
        "how often": math.log(1 + count),
        "share": count / memory.whole,
        "alone": float(len(memory.counts) == 1),
    }
    return {name: value for name, value in shown.items() if value}
