"""Phrases of several words that report and by themselves say what a statement does."""

from __future__ import annotations

import re

from onetext.record.statements import Act

_SAYING = (
    r"\b(?:express|voic|signal|declar|announc|reaffirm|reiterat|gi[vf]|gave)\w* (?:\w+ ){0,3}?"
)
_PHRASES: tuple[tuple[Act, str], ...] = (
    (Act.ACCEPT, _SAYING + r"(?:support|backing|approval|agreement|consent) (?:for|of|to)\b"),
    (Act.OFFER, _SAYING + r"(?:readiness|willingness|preparedness)\b"),
    (
        Act.ACCUSE,
        r"\b(?:took|takes|taking) aim\b|\b(?:hit|hits|lash(?:es|ed)|call(?:s|ed|ing)?) out\b",
    ),
    (Act.ACCUSE, r"\bpoint(?:s|ed|ing)? the finger\b|\bput(?:s|ting)? the blame\b|\bto task\b"),
    (Act.REJECT, r"\b(?:said|says|say|saying) no to\b|\bturn(?:s|ed|ing)? against\b"),
    (
        Act.OFFER,
        r"\b(?:put|puts|putting) forward\b|\b(?:present|unveil|submitt?|tabl)(?:s|es|ed|ing)\b",
    ),
    (Act.ACCEPT, r"\b(?:said|says|say|saying) yes to\b|\bsign(?:s|ed|ing)? (?:up to|off on)\b"),
    (Act.ACCEPT, r"\bg(?:a|i)ve (?:\w+ ){0,3}?(?:green light|blessing)\b"),
)
_EXPRESSED = tuple((act, re.compile(pattern, re.IGNORECASE)) for act, pattern in _PHRASES)


def expressed_by(cue: str) -> Act | None:
    """The act of the first such phrase in the words of the cue, or None."""
    return next((act for act, pattern in _EXPRESSED if pattern.search(cue)), None)
