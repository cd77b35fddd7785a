"""Spellings of one name: transliterations, accents, endings.

A folded name keeps what all common romanisations of a name share. Letters of other
alphabets are read by the names that Unicode gives them ("CYRILLIC SMALL LETTER ZHE").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

VOWELS = frozenset("aeiouy")
SAME_SPELLING_PCT = 90
SAME_GIVEN_NAME_PCT = 60
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
FOLDS = tuple(
    (re.compile(pattern), kept)
    for pattern, kept in (
        (r"['’ʼ`-]", ""),
        (r"(?:kh|ch(?=[aou]))", "h"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"j", "y"),
        (r"x", "ks"),
        (r"sch", "sh"),
        (r"(?:iy|yi|yy|ii|ij|ey|ei|ie|i|y)$", "y"),
        (r"(?:iy|yi|yy|ii)", "i"),
        (r"[iy](?=[aeou])", ""),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
    )
)


def clean(name: str) -> str:
    """The name as a reader sees it: no invisible signs, single spaces, no possessive ending."""
    visible = " ".join(INVISIBLE.sub("", name).split())
    return re.sub(r"['’]s?$", "", visible)


@lru_cache(maxsize=4096)
def folded_name(word: str) -> str:
    """One word of a name in its folded form."""
    plain = "".join(_latin(sign) for sign in unicodedata.normalize("NFC", clean(word)))
    plain = plain.lower()
    for pattern, kept in FOLDS:
        plain = pattern.sub(kept, plain)
    return plain


def same_surname(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one."""
    a, b = folded_name(one), folded_name(other)
    return a == b or (
        min(len(a), len(b)) >= 6
        and a[0] == b[0]
        and a[-1] == b[-1]
        and fuzz.ratio(a, b) >= SAME_SPELLING_PCT
    )


def same_given_name(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, or spelt alike."""
    a, b = folded_name(one.rstrip(".")), folded_name(other.rstrip("."))
    if not a or not b or len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return a[0] == b[0] and fuzz.ratio(a, b) >= SAME_GIVEN_NAME_PCT


def _latin(sign: str) -> str:
    if sign.isascii():
        return sign
    decomposed = unicodedata.normalize("NFKD", sign)
    if decomposed[0].isascii():
        return decomposed[0]
    name = unicodedata.name(sign, "")
    if "LETTER" not in name:
        return ""
    if "LATIN" in name:
        return name.partition("LETTER ")[2][:1]
    letter = name.rpartition("LETTER ")[2].split(" ")[-1]
    if "SIGN" in letter:
        return ""
    if "SHORT" in name:
        return "y"
    return _sound(letter.lower())


def _sound(letter: str) -> str:
    """The sound that a letter's own name stands for: "ZHE" is zh, "EL" is l, "YA" is ya."""
    if letter[0] in VOWELS:
        if letter == "ie":
            return "e"
        return letter[1:] if len(letter) == 2 and letter[1] not in VOWELS else letter
    return letter.rstrip("aeiou") or letter
