"""The language of a text, as a code of ISO 639-1."""

from __future__ import annotations

import re
from collections import Counter

UNDETERMINED = "und"
_SAMPLE_CHARS = 6_000
_COMMON = frozenset(
    [
        "the",
        "and",
        "of",
        "that",
        "with",
        "from",
        "this",
        "which",
        "have",
        "has",
        "was",
        "were",
        "for",
        "said",
    ]
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_].*)?\s*")


def language_of(text: str) -> str:
    """The language of the words of `text`, "und" where there are none.

    English is told by its commonest words; only for the rest is the trained identifier of
    py3langid asked, whose model takes most of a second to load.
    """
    sample = text[:_SAMPLE_CHARS]
    words = Counter(word.lower() for word in _LETTERS.findall(sample))
    total = words.total()
    if not total:
        return UNDETERMINED
    common = sum(words[word] for word in _COMMON)
    if total >= 15 and words["the"] >= 0.02 * total and common >= 0.1 * total:
        return "en"
    from py3langid.langid import classify  # loading its model is slow: only where it is needed

    return str(classify(sample)[0])


def language_code(declared: str | None) -> str | None:
    """The language part of a declared tag such as "en-GB", in lower case; None where it is none."""
    found = _CODE.fullmatch(declared or "")
    return found.group(1).lower() if found else None
