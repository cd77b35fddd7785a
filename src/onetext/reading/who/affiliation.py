"""For which party a person speaks, by what the report says of them and around them.

In this order: a role that names a party; a role that names another person ("aide to Ada
Berg"); a title that only one country has; for those who hold an office or go by a surname
alone, the party that stands nearest to their names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onetext.reading.lexicon import lexicon
from onetext.reading.stage import Stage
from onetext.reading.who.cast import Character, find_character
from onetext.reading.who.gazetteer import NameKind
from onetext.reading.who.names import STARTERS, Word
from onetext.reading.who.nearness import Company, PartyMention, nearest_party
from onetext.reading.who.parties import parties_of_phrase, party_named
from onetext.reading.who.rolewords import MODIFIERS, is_role
from onetext.reading.who.variants import clean
from onetext.text.spans import Span

TITLES_OF_ONE_COUNTRY = {
    "secretary of state": "United States",
    "secretary of war": "United States",
    "secretary of defense": "United States",
    "defense secretary": "United States",
    "treasury secretary": "United States",
    "vice president": "United States",
    "senator": "United States",
    "sen": "United States",
    "rep": "United States",
    "gov": "United States",
    "congressman": "United States",
    "congresswoman": "United States",
    "attorney general": "United States",
    "national security adviser": "United States",
    "foreign secretary": "United Kingdom",
    "home secretary": "United Kingdom",
    "defence secretary": "United Kingdom",
    "taoiseach": "Ireland",
    "eu chief": "Europe",
}
OWNER = re.compile(r"(?:the |a |an )?(?P<owner>[\w-]+)[’']s ", re.I)
# "The country's president" may well be somebody's whom the report speaks of.
COUNTRIES_BY_NOUN = lexicon(
    "country nation state republic kingdom government ministry president administration "
    "delegation military army parliament world"
)
HEADS = re.compile(r"\b(?:president|prime minister|premier|leader|king|chancellor|emir)\b", re.I)


def party_mentions(stage: Stage, known_parties: Sequence[str] = ()) -> tuple[PartyMention, ...]:
    """Every word of the report that names a country, its seat, a body or a known party."""
    found: list[PartyMention] = []
    for scene in stage.scenes:
        words, at = scene.words, 0
        while at < len(words):
            step = 1
            if not (words[at].capital or known_parties):
                at += step
                continue
            for length in range(min(5, len(words) - at), 0, -1):
                span = Span(words[at].start, words[at + length - 1].end)
                phrase = clean(span.of(stage.text))
                named = party_named(phrase) if words[at].capital else None
                known = phrase if phrase in known_parties else None
                if named is not None and _ends_a_name(words, at):
                    named = None
                if named is not None or known is not None:
                    party, kind = named or (phrase, NameKind.NAME)
                    found.append(PartyMention(party, span, kind))
                    step = length
                    break
            at += step
    return tuple(found)


def _ends_a_name(words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised word that is no title stands right before: "Mark Cuban"."""
    if not at or not words[at - 1].capital or words[at - 1].possessive:
        return False
    before = words[at - 1]
    known = is_role(before.bare) or before.bare.lower() in (MODIFIERS | STARTERS)
    return not known and party_named(before.bare) is None and words[at].start == before.end + 1


def with_parties(
    company: Company,
    people: Sequence[Character],
    *,
    known_parties: Sequence[str] = (),
    known_people: Mapping[str, str] | None = None,
) -> tuple[Character, ...]:
    """The people with the party of each, None for those who speak for no party."""
    settled = [
        replace(person, party=_by_role(person, known_parties) or _known(person, known_people))
        for person in people
    ]
    settled = _by_each_other(_by_each_other(settled))  # an aide's aide is two steps away
    taken = heads_of(settled)
    guessed = [
        replace(one, party=party_of_title(one.roles) or _by_company(company, one, taken))
        if one.party is None and _may_speak_for_a_party(one)
        else one
        for one in settled
    ]
    return tuple(_by_each_other(guessed))


def _may_speak_for_a_party(person: Character) -> bool:
    """Whether the party may be guessed: not of those whom the report introduces without one.

    Somebody who speaks under a full name and no role is a passer-by; a surname alone, or a
    full name that is only spoken of, is somebody whom every reader is held to know.
    """
    if person.private or any(_of_another_body(role) for role in person.roles):
        return False
    return bool(person.roles) or not person.speaks or len(person.name.split()) == 1


def _of_another_body(role: str) -> bool:
    """Whether the role is one in a body that is no party: "the union's negotiator", "Acme aide"."""
    owner = OWNER.match(role)
    if owner is not None:
        return owner["owner"].lower() not in COUNTRIES_BY_NOUN
    first = role.split(" ")[0]
    known = is_role(first) or first.lower() in (MODIFIERS | STARTERS)
    return first[:1].isupper() and not known and party_named(first) is None


def heads_of(people: Sequence[Character]) -> frozenset[str]:
    """The parties whose president, prime minister or other head the report names."""
    return frozenset(one.party for one in people if one.party and _is_head(one))


def _is_head(person: Character) -> bool:
    return any(HEADS.search(role) and "vice" not in role.lower() for role in person.roles)


def _by_company(company: Company, person: Character, heads: frozenset[str]) -> str | None:
    taken = heads if _is_head(person) or not person.roles else frozenset()
    return nearest_party(
        company,
        person.mentions,
        speaks=person.speaks,
        introduced=bool(person.roles),
        unqualified=any(role.lower() == "president" for role in person.roles),
        taken=taken,
    )


def _by_each_other(people: Sequence[Character]) -> list[Character]:
    return [
        replace(one, party=_by_others(one, people)) if one.party is None else one for one in people
    ]


def _known(person: Character, known_people: Mapping[str, str] | None) -> str | None:
    for name, party in (known_people or {}).items():
        if find_character(name, [person]):
            return party
    return None


def _by_role(person: Character, known_parties: Sequence[str]) -> str | None:
    if person.private:
        return None
    votes: Counter[str] = Counter()
    for role in person.roles:
        found = parties_of_phrase(role, known_parties)
        if len(found) == 1:
            votes[found[0]] += 1
    votes.update(person.owners)
    return votes.most_common(1)[0][0] if votes else None


def _by_others(person: Character, people: Sequence[Character]) -> str | None:
    """The party of somebody whom a role names, or in one of whose roles this person is named."""
    if person.private:
        return None
    for role in person.roles:
        for other in people:
            if other.party and other.name != person.name and _names(role, other):
                return other.party
    for other in people:
        named = other.name != person.name and any(_names(role, person) for role in other.roles)
        if named and other.party:
            return other.party
    return None


def _names(role: str, person: Character) -> bool:
    words = [clean(word) for word in re.findall(r"[^\s,]+", role)]
    return person.surname in words


def party_of_title(roles: Iterable[str]) -> str | None:
    """The country whose officials alone have one of these titles."""
    for role in roles:
        for title, country in TITLES_OF_ONE_COUNTRY.items():
            if re.search(rf"\b{title}s?\b", role.lower()):
                return country
    return None
