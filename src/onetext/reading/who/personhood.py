"""Whether a name is a person's, and of which gender: by titles, verbs and the next pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from onetext.reading.cues import SPEECH
from onetext.reading.stage import Stage
from onetext.reading.who.rolewords import FEMALE, MALE, is_role, singular
from onetext.reading.who.sightings import Sighting

PRONOUN = re.compile(
    r"\b(?:(he|him|his|she|her|hers)\b|(it|the (?:company|agency|group|statement|operator))\s+"
    rf"(?:(?:has|had|also)\s+)*(?:{SPEECH})\b)",
    re.IGNORECASE,
)


class Gender(StrEnum):
    """What the report's words tell of how it speaks of a person."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


def is_person(stage: Stage, name: str, seen: Sequence[Sighting]) -> bool:
    """Whether what the report says around a name shows that it is a person's."""
    if any(one.titled for one in seen) or any(
        _personal(role) for one in seen for role in one.roles
    ):
        return True
    if any(one.administers for one in seen):
        return True
    if 2 * sum(one.articled for one in seen) >= len(seen):
        return False
    speaks = sum(one.speaks for one in seen)
    placed = sum(one.placed for one in seen)
    pronouns = _pronouns_after(stage, seen)
    human = pronouns["he"] + pronouns["she"]
    if len(name.split()) > 1:
        acts = sum(one.acts for one in seen)
        owns = sum(one.possessive for one in seen)
        return speaks + acts + owns > placed and human >= pronouns["it"]
    return speaks > placed and human > pronouns["it"]


def _personal(role: str) -> bool:
    return any(is_role(word) for word in role.split()[:8])


def _pronouns_after(stage: Stage, seen: Sequence[Sighting]) -> Counter[str]:
    """The pronouns that come next after each sighting, in its sentence or the following one."""
    found: Counter[str] = Counter()
    kinds = {"him": "he", "his": "he", "her": "she", "hers": "she"}
    for one in seen:
        number = stage.sentence_index(one.span.start)
        last = stage.sentences[min(number + 1, len(stage.sentences) - 1)]
        match = PRONOUN.search(stage.text, one.span.end, last.end)
        if match:
            word = (match[1] or "it").lower()
            found[kinds.get(word, word)] += 1
    return found


def gender_of(stage: Stage, roles: Sequence[str], seen: Sequence[Sighting]) -> Gender:
    """The gender that titles, roles and the next pronouns tell."""
    lead = " ".join(stage.text[max(0, one.span.start - 6) : one.span.start] for one in seen)
    words = {singular(word) for word in (*lead.split(), *" ".join(roles).split())}
    if words & FEMALE:
        return Gender.FEMALE
    if words & MALE:
        return Gender.MALE
    pronouns = _pronouns_after(stage, seen)
    if pronouns["he"] == pronouns["she"]:
        return Gender.UNKNOWN
    return Gender.MALE if pronouns["he"] > pronouns["she"] else Gender.FEMALE
