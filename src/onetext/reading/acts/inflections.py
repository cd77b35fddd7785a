"""Forms of regular English verbs as a pattern: accept, accepts, accepted, accepting."""

from __future__ import annotations

_VOWELS = "aeiou"
_IRREGULAR = {
    "forgive": "forgive|forgives|forgave|forgiven|forgiving",
    "withdraw": "withdraw|withdraws|withdrew|withdrawn|withdrawing",
    "leave": "leave|leaves|leaving",
    "yield": "yield|yields|yielded|yielding",
}


def forms(lemmas: str) -> str:
    """A pattern of the forms of each of the lemmas, which are separated by white space."""
    return "(?:" + "|".join(_forms(lemma) for lemma in lemmas.split()) + ")"


def _forms(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("ee"):
        return f"{lemma}(?:s|d|ing)?"
    if lemma.endswith("e"):
        return f"{lemma[:-1]}(?:e|es|ed|ing)"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}(?:y|ies|ied|ying)"
    if lemma.endswith(("s", "sh", "ch", "x")):
        return f"{lemma}(?:es|ed|ing)?"
    if lemma.endswith("mit"):
        return f"{lemma}(?:s|ted|ting)?"
    return f"{lemma}(?:s|ed|ing)?"
