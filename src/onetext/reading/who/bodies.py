"""Bodies that go by initials: "the Institute for Northern Affairs (INA)", later "INA"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onetext.reading.stage import Stage
from onetext.reading.who.parties import party_of_phrase

DEFINED = re.compile(
    r"((?:[A-Z][\w’'&.-]*|of|for|the|and|on|in|&)(?:\s+(?:[A-Z][\w’'&.-]*|of|for|the|and|on|in|to|&))+)"
    r"\s*(?:\(|,\s+or\s+(?:the\s+)?)([A-Z][A-Za-z.]{1,7})\b"
)
PROPER = re.compile(r"(?:[A-Z][\w’'&-]*)(?:\s+(?:(?:of|for|the|and|on|in)\s+){0,2}[A-Z][\w’'&-]*)+")


def acronyms_of(stage: Stage) -> dict[str, str]:
    """Initials -> the full name that the report gives for them."""
    found: dict[str, str] = {}
    proper: list[str] = []
    for scene in stage.scenes:
        text = scene.block.span.of(stage.text)
        for name, initials in DEFINED.findall(text):
            full = _ending_in(name, initials)
            if full:
                found.setdefault(initials, full)
        if not scene.title_case:
            proper.extend(PROPER.findall(text))
    for name in proper:
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(initials) >= 3:
            found.setdefault(initials, re.sub(r"^The\s+", "", name))
    return found


def full_name(name: str, acronyms: Mapping[str, str]) -> str:
    """The full name of a body that is named by its initials, or by them among other words."""
    bare = re.sub(r"\s*\([A-Z.]{2,8}\)|,? or [A-Z]{2,8}$", "", name).strip()
    first = bare.split()[0] if bare else bare
    if first in acronyms and first.isupper() and len(bare.split()) <= 2:
        return acronyms[first]
    return bare or name


def _ending_in(name: str, initials: str) -> str | None:
    """The shortest end of `name` whose capitals are the initials."""
    words = name.split()
    wanted = initials.replace(".", "").upper()
    for start in range(len(words) - 1, -1, -1):
        capitals = "".join(word[0] for word in words[start:] if word[0].isupper())
        if capitals == wanted and words[start][0].isupper():
            return " ".join(words[start:])
    return None


def owners_of(stage: Stage, acronyms: Mapping[str, str]) -> dict[str, str]:
    """Initials -> the party that the report names right before the full name they stand for."""
    found: dict[str, str] = {}
    for initials, name in acronyms.items():
        for match in re.finditer(rf"([\w.’']+)\s+{re.escape(name)}", stage.text):
            party = party_of_phrase(f"{match[1]} official")
            if party is not None:
                found.setdefault(initials, party)
    return found


def modifying_body(lead: str, acronyms: Mapping[str, str]) -> str | None:
    """The body whose initials stand before a noun: "INA" in "an INA report"."""
    for word in lead.split()[:-1]:
        if word in acronyms:
            return acronyms[word]
    return None
