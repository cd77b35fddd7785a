"""The parties that a report itself shows: whoever has ministers, a ministry or a parliament.

It makes talks readable between sides that no gazetteer knows, be they new, old, unrecognised
or made up. Only what no person has counts as a sign: persons have envoys and governments too.
"""

from __future__ import annotations

import re

from onetext.reading.who.names import STARTERS
from onetext.reading.who.parties import party_of_phrase

_NAME = r"(?P<name>[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w){0,2}?)"
_OFFICE = (
    r"(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Tt]rade) [Mm]inist(?:er|ry)"
)
_SIGNS = (
    re.compile(rf"\b(?:{_OFFICE}|[Pp]arliament|[Aa]mbassador) of (?:the )?{_NAME}\b"),
    re.compile(rf"\b{_NAME} {_OFFICE}\b"),
    re.compile(rf"\b{_NAME}[’']s (?:foreign|defen[cs]e) ministry\b"),
    re.compile(rf"\b{_NAME}[’']s (?:parliament|central bank)\b"),
)


def sides_in(text: str) -> tuple[str, ...]:
    """Names of parties that are no country or known body, in the order of their first sign."""
    found: dict[str, None] = {}
    for sign in _SIGNS:
        for match in sign.finditer(text):
            name = re.sub(r"[’']s$", "", match["name"])
            first = name.split(" ")[0].lower()
            if first not in STARTERS and party_of_phrase(name) is None:
                found[name] = None
    return tuple(name for name in found if not any(name.endswith(f" {one}") for one in found))
