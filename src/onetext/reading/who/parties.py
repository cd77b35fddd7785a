"""Which party a phrase speaks of: "Oslo", "US envoys", "a source close to the Dutch side".

A phrase names a party by what it says of its head ("Peru's foreign ministry", "officials
from Norway"), not by what the head deals with ("envoy to Haiti", "talks in Vienna").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onetext.reading.lexicon import lexicon
from onetext.reading.who.gazetteer import NameKind, countries, folded
from onetext.reading.who.names import STARTERS
from onetext.reading.who.rolewords import MODIFIERS
from onetext.reading.who.seats import BODIES, SEATS

LONGEST_NAME = 6
TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]")
# After these words comes what the head deals with, not whose it is.
ABOUT = lexicon(
    "to with against in on about over for regarding at near into toward towards during after "
    "before despite who whom which that since amid as under than inside outside through"
)
# Companies of words that name a private body whatever country stands in its name.
PRIVATE = lexicon(
    "Institute Institution Center Centre Foundation Fund Service Services Times Post Journal News "
    "Herald Airlines Airways University College Bank Matters Digital Television Radio TV Society "
    "Association Church Express Telegraph Tribune Independent Street Press Agency Digest Today "
    "Examiner Review Magazine Club School Hospital Company Corporation Group Inc Ltd Control "
    "Partners Holdings Capital Energy Investments Systems Technologies Industries Motors"
)
SERVING = lexicon(
    "close aide aides adviser advisers advisor advisors counsel assistant deputy loyal"
)
JOINS = frozenset({"and", ",", "the"})
ADJECTIVES = (
    MODIFIERS | STARTERS | lexicon("joint pro anti senior western eastern northern southern")
)
OTHERS = lexicon("ally allie partner friend backer neighbour neighbor counterpart supporter guest")
SHORT_FORM = re.compile(r"^(?:[A-Z]{2,4}|(?:[A-Z]\.)+)$")
PUBLIC_OFFICES = re.compile(
    r"^(President|Prime|Premier|Vice|First|Foreign|Defen[cs]e|Interior|Finance|Economy|Energy|"
    r"Justice|Trade|Deputy|Minist\w+|Secretary|Government|Parliament|Senat\w+|Army|Air|Navy|"
    r"Armed|Military|General|Gen|Chancellor|King|Queen|Crown|Ambassador|Embassy|Special|Supreme|"
    r"National|Chief|Commander|Council|Congress\w*|House|State|Treasury|Department|Office|"
    r"Security|Intelligence|Envoy|Delegation|Administration|Vice-President|Commission|"
    r"Attorney|Emir|Sultan|Prince|Speaker|Representative|Rep|Sen|Col|Lt|Maj|Adm|Lieutenant|"
    r"Major|Colonel|Admiral|Coast|Border|Federal|Central|High)$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A party at tokens `start` to `end`; `possessive` if an apostrophe follows."""

    start: int
    end: int
    party: str
    kind: NameKind
    possessive: bool


@cache
def _index() -> dict[str, tuple[str, NameKind]]:
    own = {folded(name): (party, NameKind.NAME) for name, party in {**SEATS, **BODIES}.items()}
    demonyms = {name: (own[name][0], NameKind.DEMONYM) for name in ("European", "Houthi")}
    return {**countries(), **own, **demonyms}


def party_named(name: str) -> tuple[str, NameKind] | None:
    """The party that exactly this name stands for, and how it names it; None if it names none."""
    bare = re.sub(r"^[Tt]he\s+|['’]s?$", "", name.strip())
    return _index().get(folded(bare))


def parties_of_phrase(phrase: str, known_parties: Sequence[str] = ()) -> tuple[str, ...]:
    """The parties whose the phrase's head is, in order: two for "Dutch and Swiss officials"."""
    tokens = TOKEN.findall(folded(phrase))
    known = {folded(name).lower(): name for name in known_parties}
    found = _find(tokens, known)
    heads: list[_Found] = []
    for place in found:
        if place.start and _deals_with(tokens, place.start):
            break
        if not heads:
            heads.append(place)
        elif heads[-1].possessive and place.start == heads[-1].end:
            if place.kind is NameKind.DEMONYM and _names_others(tokens, place.end):
                heads = [place]  # "Norway's European partners" are European
        elif JOINS.issuperset(tokens[heads[-1].end : place.start]):
            heads.append(place)
    return tuple(dict.fromkeys(place.party for place in heads))


def party_of_phrase(phrase: str, known_parties: Sequence[str] = ()) -> str | None:
    """The one party that the phrase speaks of, in its common English name.

    Args:
        phrase: as the report words it: "Downing Street", "a Dutch official", "Oslo".
        known_parties: names of further parties, such as those in the record.

    Returns:
        The party, or None where the phrase names no party or more than one.
    """
    found = parties_of_phrase(phrase, known_parties)
    return found[0] if len(found) == 1 else None


def _find(tokens: list[str], known: dict[str, str]) -> list[_Found]:
    found: list[_Found] = []
    place = 0
    while place < len(tokens):
        match = _longest(tokens, place, known)
        if match is None:
            place += 1
        else:
            found.append(match)
            place = match.end
    return found


def _longest(tokens: list[str], start: int, known: dict[str, str]) -> _Found | None:
    for end in range(min(len(tokens), start + LONGEST_NAME), start, -1):
        words = tokens[start:end]
        possessive = words[-1].endswith(("'s", "s'")) or tokens[end : end + 1] == ["'"]
        bare = re.sub(r"'s?$", "", " ".join(words).replace(" '", "'"))
        if bare.lower() in known:
            return _Found(start, end, known[bare.lower()], NameKind.NAME, possessive)
        entry = _index().get(bare) or _index().get(bare + ".")
        if entry is not None and (possessive or _stands_alone(tokens, start, end, entry[1])):
            return _Found(start, end, entry[0], entry[1], possessive)
    return None


def _stands_alone(tokens: list[str], start: int, end: int, kind: NameKind) -> bool:
    """Whether the name is not part of a longer name, of a person or of a private body."""
    before = tokens[start - 1] if start else ""
    if before[:1].isupper() and before.isalpha() and before.lower() not in ADJECTIVES:
        named = _index().get(before)
        if named is None and not PUBLIC_OFFICES.match(before):
            return False  # "Mark Cuban", "New Moscow"
    following: list[str] = []
    for token in tokens[end:]:
        if not token[0].isupper() and token not in ("of", "and", "the", "&"):
            break
        following.append(token)
    if any(token in PRIVATE for token in following):
        return False
    if kind is NameKind.DEMONYM or not following or not following[0][0].isupper():
        return True
    return bool(PUBLIC_OFFICES.match(following[0])) or bool(SHORT_FORM.match(tokens[end - 1]))


def _deals_with(tokens: list[str], start: int) -> bool:
    before = [token.lower() for token in tokens[:start]]
    for at in range(len(before) - 1, max(-1, len(before) - 6), -1):
        if before[at] in ABOUT:
            return not (before[at] == "to" and at and before[at - 1] in SERVING)
        if before[at] in ("of", "from", "and", ","):
            continue
    return False


def _names_others(tokens: list[str], end: int) -> bool:
    return end < len(tokens) and tokens[end].lower().rstrip("s") in OTHERS
