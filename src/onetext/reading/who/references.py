"""Sources that are known from elsewhere: parties by name, and "the official", "the agency"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.who.gazetteer import NameKind
from onetext.reading.who.parties import party_named, party_of_phrase
from onetext.reading.who.phrases import DOCUMENTS, MEDIA, RELAYING, Article, Phrase
from onetext.reading.who.seats import BODIES, SEATS
from onetext.reading.who.surroundings import Resolved, Surroundings, again, person
from onetext.reading.who.turns import Turn, last_turn
from onetext.record.statements import Speaker, SpeakerKind
from onetext.text.spans import Span

ALIAS = re.compile(r"\s*\([A-Z.]{2,8}\)$|,? or [A-Z]{2,8}$")
BODY_KINDS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.MEDIA})
OTHER_OFFICE = frozenset({"vice", "deputy", "former", "acting", "ex"})
EUROPEANS = frozenset({"Europe", "Europeans", "European"})


def bare_party(phrase: Phrase) -> Resolved | None:
    """A country, a capital, a seat or a body that is named by nothing but its name."""
    bare = re.sub(r"^the\s+", "", ALIAS.sub("", phrase.words), flags=re.IGNORECASE)
    named = party_named(bare)
    if named is None:
        return None
    party, kind = named
    if bare in BODIES and bare not in EUROPEANS:
        return Resolved(Speaker(_long(bare), SpeakerKind.ORGANISATION, party=party), None, phrase)
    own_name = bare in SEATS or bare in EUROPEANS or kind is NameKind.DEMONYM
    speaker = Speaker(bare if own_name else party, SpeakerKind.GOVERNMENT, party=party)
    return Resolved(speaker, None, phrase)


def _long(body: str) -> str:
    """The longer name under which a body that goes by its initials is known."""
    initials = body.replace(".", "").upper()
    if initials != body.replace(".", ""):
        return body
    for name, party in BODIES.items():
        capitals = "".join(word[0] for word in name.split() if word[0].isupper())
        if party == BODIES[body] and " " in name and capitals.startswith(initials):
            return name
    return body


def referred_to(
    around: Surroundings, phrase: Phrase, place: Span, turns: Sequence[Turn]
) -> Resolved | None:
    """Somebody who was named or described before; None where nobody fits."""
    if phrase.article is Article.INDEFINITE:
        return None
    if phrase.head in DOCUMENTS and not phrase.capitalised:
        return _by_document(phrase, turns)
    definite = phrase.article is Article.DEFINITE
    party = party_of_phrase(phrase.words, around.known_parties)
    if (definite or party is not None) and phrase.says_role and not phrase.plural:
        return _by_role(around, phrase, party, place, turns)
    if definite and phrase.plural and len(phrase.lead.split()) == 1:
        turn = last_turn(turns, frozenset(SpeakerKind), plural=True)
        same = turn is not None and turn.phrase is not None and turn.phrase.head == phrase.head
        return again(turn) if same else None
    if definite and (phrase.body or phrase.head in MEDIA) and not phrase.capitalised:
        turn = last_turn([one for one in turns if one.speaks_alone], BODY_KINDS)
        return again(turn) if turn else None
    return None


def _by_document(phrase: Phrase, turns: Sequence[Turn]) -> Resolved | None:
    """ "The statement" is that of the body that has just spoken."""
    own = phrase.head == "statement" or phrase.head in RELAYING
    bare = phrase.article is Article.DEFINITE and len(phrase.words.split()) == 2
    if own and bare and turns and turns[-1].speaker.kind in BODY_KINDS:
        return again(turns[-1])
    return None


def _by_role(
    around: Surroundings, phrase: Phrase, party: str | None, place: Span, turns: Sequence[Turn]
) -> Resolved | None:
    """The unnamed source of that description, else the person whose role it is."""
    for turn in reversed(turns):
        unnamed = turn.speaker.kind is SpeakerKind.ANONYMOUS and turn.phrase is not None
        if unnamed and turn.phrase and turn.phrase.head == phrase.head:
            return again(turn)
    wanted = set(phrase.lead.lower().split())
    best: tuple[int, int] | None = None
    chosen = None
    for character in around.people:
        for role in character.roles:
            words = {word.strip("’s'").lower() for word in role.split()}
            if (words - wanted) & OTHER_OFFICE or phrase.head not in words:
                continue
            if party is not None and character.party != party:
                continue
            before = [one.start for one in character.mentions if one.start < place.start]
            rank = (len(wanted & words), max(before, default=-character.mentions[0].start))
            if best is None or rank > best:
                best, chosen = rank, character
    return person(chosen, phrase) if chosen else None
