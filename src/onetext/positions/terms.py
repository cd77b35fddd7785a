"""The words of a text that can tell one matter from another, reduced to their stems.

Source: the Snowball stemmers (Porter 2001), by the language of the draft; for a language
without one, the casefolded words themselves.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import snowballstemmer

STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# English words that stand in any text.
_IN_ANY_TEXT = """
    a about above across after again against all also am among an and anti any are as at be became
    because been before being below between both but by can cannot could did do does doing done
    down during each either else ever every few first for from further get gets give given go
    going had has have having he her here hers herself him himself his how however i if in into
    is it its itself just last later least less let like made make makes many may me might more
    most much must my myself neither never new no nor not now of off often on once one only or
    other others otherwise our ours out over own per put rather same second see seen shall she
    should since so some still such take takes than that the their theirs them themselves then
    there these they this those though three through thus to together too two under until up
    upon us use used using very want wanted wants was way we well were what when where whether
    which while who whole whom whose why will with within without would year yet you your
    co de non post pre re semi
"""

# English words that stand in any report on talks, whatever the talks are about.
_IN_ANY_TALKS = """
    accept acceptable accepted agree agreed agreement call called country countries day deal
    demand demanded discuss discussed document draft end ended framework leader leaders made
    matter matters meet meeting minister need needed needs negotiate negotiation negotiations
    offer offered official officials part parties party peace plan point points position possible
    president proposal proposals propose proposed question questions ready reject rejected report
    said say says side sides sign signed state states support talk talks text time today told
    tomorrow unacceptable unite united version war week work yesterday
"""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
SHORTEST_WITHOUT_LIST = 4
LONGEST_BARE = 4


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    name = STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of a casefolded word in `language` (ISO 639-1), or the word itself."""
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer else word


@cache
def _tell_nothing() -> frozenset[str]:
    return frozenset(stem(word, "en") for word in f"{_IN_ANY_TEXT} {_IN_ANY_TALKS}".split())


def _place(term: str) -> str:
    """The stem of an English name without what makes it an adjective: Lunian, Lunia -> luni."""
    bare = term.removesuffix("an") if len(term) > LONGEST_BARE + 1 else term
    while len(bare) > LONGEST_BARE and bare[-1] in "aeiou":
        bare = bare[:-1]
    return bare


def terms(text: str, language: str) -> dict[str, str]:
    """The stems of the telling words of `text`, each with the word as it first stands there.

    Numbers count as words, without their separators. For English, function words and the
    words of any talks are left out, and the name of a country and its adjective are one word;
    for other languages, words of fewer than four letters are left out.
    """
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        shown = match.group()
        if shown[0].isdigit():
            term = shown.replace(",", "").replace(".", "")
            keep = len(term) > 1
        else:
            word = shown.casefold().replace("’", "'")
            term = stem(word.removesuffix("'s"), language)
            if language == "en":
                keep = len(word) > 1 and term not in _tell_nothing()
                term = _place(term) if shown[0].isupper() else term
            else:
                keep = len(word) >= SHORTEST_WITHOUT_LIST
        if keep:
            found.setdefault(term, shown)
    return found


def plain_words(text: str) -> list[str]:
    """The words of `text`, casefolded, without punctuation, in order."""
    return [match.group().casefold().replace("’", "'") for match in _WORD.finditer(text)]
