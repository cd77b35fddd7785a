"""The party of somebody of whom the report says nothing: the one that their name keeps company.

Evidence for a party: it is named just before the name, and near it; the name stands before
"administration", as reports on the United States have it. Evidence against it: the person
speaks of it or to it in the same sentence; the words are quoted; another person of the report
is its head already. Weights were chosen by hand; they decide between parties, no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.stage import Stage
from onetext.reading.who.gazetteer import NameKind
from onetext.text.spans import Span

BEFORE, AFTER, NEXT_TO, AGAINST = 1.0, 0.4, 0.2, -0.3
OWNER_OF_NAME = 3.0
HALF_WEIGHT_CHARS = 40
SALIENCE, HOME, PLACE_SHARE = 0.3, 0.25, 0.2
RARE_SHARE = 0.1  # of the mentions of the party that is named most
ADMINISTRATION = re.compile(r"(?:['’]s)?\s+(?:administration|White House|presidency)\b")
DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:, [A-Z]\w+)?\s*(?:\([^()]{2,30}\))?\s*[—–-]+\s")
IN_A_PLACE = re.compile(r"\b(?:in|at|from|near|across|outside)\s+(?:the\s+)?$")
REACH_SENTENCES = 1


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A word that names a party, where it stands."""

    party: str
    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Company:
    """What the names of a report keep company with."""

    stage: Stage
    mentions: tuple[PartyMention, ...]
    quoted: tuple[Span, ...]


def nearest_party(
    company: Company,
    places: Sequence[Span],
    *,
    speaks: bool = False,
    introduced: bool = True,
    unqualified: bool = False,
    taken: frozenset[str] = frozenset(),
) -> str | None:
    """The party with most evidence around `places`; None where there is none.

    Args:
        company: the parties and quotations of the report.
        places: where the person, or the words that mean the person, stand.
        speaks: whether these are subjects of verbs of speech.
        introduced: whether the report says what the person is; without it a party that is
            named only once does not count.
        unqualified: whether the report says "President NAME" and not of which country: it then
            is that of the dateline, and without one, as agencies write, the United States.
        taken: parties that cannot be it, because another person heads them.
    """
    stage = company.stage
    weights: dict[str, float] = {}
    counts = Counter(mention.party for mention in company.mentions)
    rare = max(RARE_SHARE * max(counts.values(), default=0), 1 if introduced else 2)
    for mention in company.mentions:
        if counts[mention.party] < rare or mention.party in taken:
            continue
        if not _in(mention.span, company.quoted):
            each = [_weight(stage, mention, place, speaks=speaks) for place in places]
            weights[mention.party] = weights.get(mention.party, 0.0) + sum(each)
    salience = SALIENCE * min(len(places), 2)  # who comes again is of the story's main party
    for party in weights:
        weights[party] = max(weights[party], AGAINST)
        weights[party] += salience * counts[party] / sum(counts.values())
    if unqualified and (home := _home(company)) in weights:
        weights[home] += HOME
    for place in places:
        if ADMINISTRATION.match(stage.text, place.end) and "United States" in weights:
            weights["United States"] += OWNER_OF_NAME
    if not weights:
        return None
    best = max(weights, key=lambda party: weights[party])
    return best if weights[best] > 0 else None


def _home(company: Company) -> str:
    for scene in company.stage.scenes:
        dateline = DATELINE.match(company.stage.text, scene.block.start, scene.block.end)
        if dateline:
            named = [one for one in company.mentions if dateline.end() >= one.span.end]
            inside = [one.party for one in named if one.span.start >= dateline.start()]
            return inside[0] if inside else "United States"
    return "United States"


def _weight(stage: Stage, mention: PartyMention, place: Span, *, speaks: bool) -> float:
    away = stage.sentence_index(place.start) - stage.sentence_index(mention.span.start)
    if abs(away) > REACH_SENTENCES:
        return 0.0
    gap = max(place.start - mention.span.end, mention.span.start - place.end, 0)
    nearness = 1 / (1 + gap / HALF_WEIGHT_CHARS)
    if away:
        return NEXT_TO * nearness if away > 0 else NEXT_TO * nearness / 2
    if mention.span.end <= place.start:
        owner = stage.text[mention.span.end : place.start] in ("’s ", "'s ", " ")
        if owner:
            return OWNER_OF_NAME
        placed = IN_A_PLACE.search(stage.text[max(0, mention.span.start - 14) : mention.span.start])
        return BEFORE * nearness * (PLACE_SHARE if placed else 1)
    return (AGAINST if speaks else AFTER) * nearness


def _in(span: Span, quoted: Sequence[Span]) -> bool:
    return any(quote.contains(span) for quote in quoted)
