"""Sources that a report only describes: "a senior official", "a survey", "the ministry"."""

from __future__ import annotations

import re

from onetext.reading.who.affiliation import HEADS, heads_of, party_of_title
from onetext.reading.who.bodies import full_name, modifying_body
from onetext.reading.who.nearness import nearest_party
from onetext.reading.who.parties import party_of_phrase
from onetext.reading.who.phrases import (
    DOCUMENTS,
    MEDIA,
    MEDIA_NAME,
    RELAYING,
    Article,
    Phrase,
    phrase_of,
)
from onetext.reading.who.references import bare_party
from onetext.reading.who.seats import BODIES
from onetext.reading.who.surroundings import Resolved, Surroundings
from onetext.reading.who.variants import clean
from onetext.record.statements import Speaker, SpeakerKind
from onetext.text.spans import Span

BY_WHOM = re.compile(r"^.*?\b(?:from|by|of)\s+(?=(?:the\s+)?[A-Z])")
CLOSE_TO = re.compile(r"\bclose to\b|\bfrom\b|\bin the\b")
REVIEWED = re.compile(r"\s+(?:reviewed|seen|obtained|published|released|cited|viewed)\s+by\s.*$")
OUTLET = re.compile(
    r"\b(?:newspaper|outlet|website|daily|weekly|magazine|channel|agency|broadcaster|site|portal)"
    r"\s+(?:the\s+)?([A-Z].*)$"
)
BODY_PARTIES = frozenset(BODIES.values()) - {"Europe"}
APPOSITION = re.compile(r",\s+(?:an?|the|which|who|based)\s.*$")
SMALL = re.compile(r"^(?:A|An|One|Two|Three|Four|Five|Six|Some|Several|Other|Others)\b")


def described(around: Surroundings, phrase: Phrase, place: Span) -> Resolved:
    """The speaker behind a description, named as the report describes it."""
    relayed = BY_WHOM.match(phrase.words) if phrase.head in RELAYING else None
    if relayed is not None:
        inner = phrase_of(phrase.words[relayed.end() :])
        return bare_party(inner) or described(around, inner, place)
    body = modifying_body(phrase.lead, around.acronyms)
    if body is not None and (phrase.head in RELAYING or (phrase.calling and phrase.plural)):
        return Resolved(Speaker(body, SpeakerKind.ORGANISATION), None, phrase)
    kind = _kind(around, phrase, _party(around, phrase, place))
    party = _speaks_for(around, phrase, kind, place)
    return Resolved(Speaker(_name(around, phrase, kind), kind, party=party), None, phrase)


def _kind(around: Surroundings, phrase: Phrase, party: str | None) -> SpeakerKind:
    if phrase.anonymous:
        return SpeakerKind.ANONYMOUS
    if phrase.head in DOCUMENTS and not phrase.capitalised:
        return SpeakerKind.DOCUMENT
    outlet = phrase.lead in around.outlets or MEDIA_NAME.search(phrase.lead)
    if outlet or OUTLET.search(phrase.lead) or (phrase.head in MEDIA and not phrase.capitalised):
        return SpeakerKind.MEDIA
    if phrase.says_role and not phrase.capitalised:
        return _kind_of_role(phrase, party)
    if party is not None and not phrase.body and party_of_phrase(phrase.words) is None:
        return SpeakerKind.ANONYMOUS  # somebody's family, lawyers, campaign
    if party is not None:
        return SpeakerKind.ORGANISATION if party in BODY_PARTIES else SpeakerKind.GOVERNMENT
    if phrase.body or phrase.lead[:1].isupper():
        return SpeakerKind.ORGANISATION
    return SpeakerKind.ANONYMOUS


def _kind_of_role(phrase: Phrase, party: str | None) -> SpeakerKind:
    if phrase.plural:
        return SpeakerKind.GOVERNMENT if party and not phrase.calling else SpeakerKind.ANONYMOUS
    definite = phrase.article is Article.DEFINITE or re.match(r"\S+['’]s\s", phrase.words)
    return SpeakerKind.PERSON if definite else SpeakerKind.ANONYMOUS


def _speaks_for(around: Surroundings, phrase: Phrase, kind: SpeakerKind, place: Span) -> str | None:
    """The party of a source that is only described; media and private people have none."""
    party = _party(around, phrase, place)
    if kind is SpeakerKind.MEDIA:
        return None
    if kind is SpeakerKind.ANONYMOUS and (phrase.calling or not phrase.says_role):
        return party if CLOSE_TO.search(phrase.words) else None
    if kind is SpeakerKind.PERSON and party is None and phrase.office and not phrase.body_of:
        taken = heads_of(around.people) if HEADS.search(phrase.lead) else frozenset()
        titled = party_of_title([phrase.lead])
        return titled or nearest_party(around.company, [place], speaks=True, taken=taken)
    return party


def _party(around: Surroundings, phrase: Phrase, place: Span) -> str | None:
    """The party that the words name, by a country, by initials, or by a person of the report."""
    party = party_of_phrase(phrase.words, around.known_parties)
    if party is not None:
        return party
    for word in (clean(word) for word in re.findall(r"[^\s,]+", phrase.lead)):
        if word in around.owners:
            return around.owners[word]
    for name, owner in around.owners.items():
        if around.acronyms[name] in phrase.words:
            return owner
    for character in around.people:
        if any(place.contains(mention) for mention in character.mentions):
            return character.party
    return None


def _name(around: Surroundings, phrase: Phrase, kind: SpeakerKind) -> str:
    """The phrase as a name: no article before a proper name, a small one before a description."""
    words = phrase.words
    if re.match(r"[Tt]he\s", words):
        name = words[4:] if phrase.lead[:1].isupper() else "the " + words[4:]
    else:
        name = SMALL.sub(lambda match: match.group().lower(), words)
    if kind is SpeakerKind.DOCUMENT:
        return REVIEWED.sub("", name)
    if kind is SpeakerKind.MEDIA and (outlet := OUTLET.search(name)):
        return outlet[1]
    if kind in (SpeakerKind.ORGANISATION, SpeakerKind.MEDIA):
        return full_name(APPOSITION.sub("", name), around.acronyms)
    return name
