"""The little grammar that the signals are written in: a pattern, its act, whose side must act."""

from __future__ import annotations

import re

from onetext.reading.acts.inflections import forms
from onetext.record.statements import Act

Signal = tuple[Act, re.Pattern[str], bool]

DEAL = (
    r"(?:deal|agreement|settlement|plan|peace|solution|accord|treaty|text|draft|document|truce"
    r"|ceasefire|compromise|arrangement|guarantees?|pact|talks|negotiations)"
)
WE = (
    r"(?:we|i|he|she|it|they|(?:his|her|its|our|their|my) (?:\w+ )?"
    r"(?:country|government|side|delegation|nation|people|party|army|parliament))"
)
ACTOR = rf"(?:{WE}|(?-i:[A-Z])[\w.]+)"  # a pronoun, or a word with a capital: a name
_GIVE = forms(
    "accept agree cede surrender withdraw recognise recognize allow tolerate concede capitulate "
    "sign abandon relinquish yield compromise negotiate leave forgive betray trade permit "
    "renounce support back endorse participate attend discuss consider"
)
GIVE_UP = (
    rf"(?:{_GIVE}|give (?:up|away|in)|hand over|pull (?:out|back)|step back|back down|settle for)"
)
STRIKE = (
    r"(?:retaliate|strike back|hit back|respond (?:harshly|forcefully|decisively|accordingly"
    r"|in kind|with)"
    r"|strike|bomb|destroy|attack|punish|sanction|crush|annihilate|seize|fight|take (?:it"
    r"|them) by force)"
)


def signals(act: Act, *patterns: str, own: bool = False) -> tuple[Signal, ...]:
    """Signals of one act; with `own` they count only where the speaker's own side acts."""
    return tuple((act, re.compile(pattern, re.IGNORECASE), own) for pattern in patterns)
