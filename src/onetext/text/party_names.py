"""Names of parties, told by their form: capitals and acronyms, in a list.

No list of countries decides: parties to talks are states, groups, unions, firms. What has the
form of a name and is none ("Note", "Article 5", "Parties") is told by a list of such words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onetext.text.party_words import NO_NAME_WORDS, SMALL_WORDS

_NO_NAMES = frozenset(NO_NAME_WORDS.split())
_ADJECTIVES = frozenset({"united", "new", "western", "the", "all", "group", "states"})
"""Words of the former that may begin a name of more words: the United States."""
MAX_NAME_WORDS = 8
MAX_NAMES = 80
NAMES_KEPT = 4096
"""The same few lists of names stand beside most wordings of a text; so many are kept as read."""
_CASELESS_CHARS = 16
_SMALL = frozenset(SMALL_WORDS.split())
_ONE_NAME = re.compile(
    r"\b(?:Bosnia|Trinidad|Antigua|S[ãa]o Tom[ée]|(?:Saint|St\.?) (?:Vincent|Kitts)|G-?[ ]?77|EU)"
    r" (?:and|&) (?:the )?(?:Herzegovina|Tobago|Barbuda|Pr[íi]ncipe|Grenadines|Nevis|China"
    r"|its (?:\d+ )?[Mm]ember [Ss]tates)\b|\bG-?[ ]?77[/+]China\b"
)
_BEHALF = re.compile(r",?\s+(?:speaking )?on behalf of\s+(?:the )?|,?\s+for the\s+", re.I)
_PARTED = re.compile(
    r"\s*(?:[,;/|]|\s&\s|\s\+\s|\s(?:and|et|y|и|和)\s)\s*(?:(?:and|&)\s+)?(?:the\s+)?"
)
_LETTERED = re.compile(r"(?:Party|Side|Delegation|Group|State|Country|Region) (?:[A-Z]|\d{1,2})")
_WORD = re.compile(r"\S+")
_OTHERS = re.compile(r"(?:and |& )?(?:several |many |some |a number of |\d+ )?others?", re.I)


@lru_cache(maxsize=NAMES_KEPT)
def names_of(words: str) -> tuple[str, ...]:
    """The names in `words`, where they are a list of names and nothing else; else none."""
    said = words.strip(" \t\u00a0\n*_\"“”'.:")
    if not said or len(said) > MAX_NAMES * 30:
        return ()
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return f"\ue000{len(kept) - 1}"

    said = _ONE_NAME.sub(keep, _BEHALF.sub(", ", said))
    names: list[str] = []
    for piece in _PARTED.split(re.sub(r"^(?:the|by)\s+", "", said)):
        name = re.sub("\ue000(\\d+)", lambda at: kept[int(at[1])], piece).strip(" *_.'’")
        if _OTHERS.fullmatch(name) and names:
            continue
        if "\ue000" not in piece and not is_name(name):
            return ()
        names.append(name)
    return tuple(dict.fromkeys(names)) if len(names) <= MAX_NAMES else ()


def is_name(words: str) -> bool:
    """Whether `words` have the form of one name."""
    tokens = _WORD.findall(words.replace("(", " ").replace(")", " "))
    if not 0 < len(tokens) <= MAX_NAME_WORDS:
        return False
    if _LETTERED.fullmatch(words.strip()):
        return True
    if tokens[0].lower().rstrip(":") in _NO_NAMES and not (
        tokens[0].lower() in _ADJECTIVES and len(tokens) > 1 and _is_capital(tokens[1])
    ):
        return False
    if all(token.lower() in _NO_NAMES for token in tokens):
        return False
    if tokens[-1].lower() in _SMALL or not (_is_capital(tokens[0]) or _is_caseless(words)):
        return False
    return all(_is_capital(token) or token in _SMALL or _is_caseless(token) for token in tokens)


def _is_capital(token: str) -> bool:
    letters = token.lstrip("'’\"“+")
    if re.match(r"(?:d|l|al|el|an|ash|as)['’-][^\W\d_a-z]", letters):
        return True
    return bool(letters) and letters[0].isupper() and all(
        char.isalnum() or char in "'’.-–+&" for char in letters
    )  # fmt: skip


def _is_caseless(words: str) -> bool:
    """A short word of a script without capitals, as Arabic and Chinese are."""
    letters = [char for char in words if char.isalpha()]
    return 1 < len(words) <= _CASELESS_CHARS and bool(letters) and all(
        char.lower() == char.upper() for char in letters
    ) and not any(char.isdigit() for char in words)  # fmt: skip
