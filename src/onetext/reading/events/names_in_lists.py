"""Names and delegations in a list of those who meet, without their offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onetext.reading.lexicon import lexicon
from onetext.reading.who.parties import party_named
from onetext.text.spans import Span

PEOPLE = (
    r"(?:envoys?|delegations?|negotiators?|officials?|leaders?|teams?|representatives?"
    r"|ministers?|diplomats?|senators?|counterparts?|presidents?|sides?|advis[eo]rs?|mediators?"
    r"|lawmakers?|commanders?|generals?|chancellors?)"
)
CAP = (
    r"(?:(?:[A-Z]\.){2,}|(?:al-|de\s+|von\s+der\s+|van\s+der\s+)?[A-Z][^\W\d_]*"
    r"(?:-[^\W\d_]+|['’](?!s\b)[^\W\d_]+)*)"
)
_LOWER = r"(?:foreign|defen[cs]e|prime|special|senior|top|chief|peace|deputy|presidential)"
_GROUP = re.compile(
    rf"\b(?:(?P<more>{CAP}(?:,\s+{CAP}){{0,5}}),?\s+and\s+)?"
    rf"(?P<name>{CAP}(?:\s+(?:{CAP}|{_LOWER})){{0,3}}\s+(?P<head>{PEOPLE}))\b(?!\s+{CAP})"
)
_OFFICE = re.compile(
    rf"\b(?:{CAP}\s+)?(?:{_LOWER}\s+){{0,2}}{PEOPLE}\s+(?={CAP})"
)  # "US envoys" before names
_APPOSITION = re.compile(r",\s+(?:the|an?|his|her|its|their)\s+[a-z][^,;]*")
_NAME = re.compile(rf"(?<![\w.-])(?P<name>{CAP}(?:\s+{CAP}){{0,6}})(?P<own>['’]s?\b)?")
_TITLES = lexicon(
    "Several Some Many Top Senior The A An On In At After Before But And Mr Mrs Ms Dr When While "
    "He She It They His Her Its Their President Prime Minister Foreign Secretary State Vice "
    "Chancellor General Senator Sen King Queen Ambassador Defence Defense Chief Special Envoy "
    "Leader Presidents Leaders Ministers Officials Army Navy Deputy Premier Spokesman Spokeswoman "
    "Finance Interior Security Adviser Advisor Negotiator Delegations Delegation Talks Both "
    "Meanwhile Earlier Later Director"
)
_EACH = {
    "delegations": "delegation",
    "presidents": "president",
    "teams": "team",
    "chancellors": "chancellor",
}  # "the Danish and Swedish delegations" are one each
_BODIES = lexicon(
    "Council Commission Ministry Committee Parliament House Office Security Fund Bank University "
    "Agency Department Club Palace Summit Congress Assembly Street Square Conference Forum "
    "Telegram War World Times Post News Plant January February March April May June July August "
    "September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)


def stripped(name: str) -> str:
    """The name without articles, offices and what country they are of: "French President X"."""
    words = name.split()
    titles = [place for place, word in enumerate(words[:-1]) if word in _TITLES]
    words = words[titles[-1] + 1 :] if titles else words
    return "" if words and words[0] in _TITLES else " ".join(words)


def named_in(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """Every delegation, person or country named inside `within`, in order, with its place."""
    closed = [Span(*found.span()) for found in _APPOSITION.finditer(text, *_ends(within))]
    closed += [Span(*found.span()) for found in _OFFICE.finditer(text, *_ends(within))]
    named: list[tuple[Span, str]] = []
    for found in _GROUP.finditer(text, *_ends(within)):
        span = Span(*found.span("name"))
        if any(span.overlaps(other) for other in closed):
            continue
        head = found["head"]
        name = stripped_group(found["name"])
        if found["more"] and all(
            party_named(word.strip()) for word in found["more"].split(",") if word.strip()
        ):
            start = found.start("more")
            head = _EACH.get(head, head)
            name = " ".join([*name.split()[:-1], head]) if name else ""
            named += [
                (Span(start, start + 1 + index), f"{word.strip()} {head}")
                for index, word in enumerate(found["more"].split(","))
            ]
            closed.append(Span(*found.span("more")))
        if name:
            named.append((span, name))
        closed.append(span)
    for found in _NAME.finditer(text, *_ends(within)):
        span = Span(*found.span("name"))
        if found["own"] or any(span.overlaps(other) for other in closed):
            continue
        name = stripped(" ".join(found["name"].split()))
        if name and not any(word in _BODIES for word in name.split()):
            named.append((span, name))
    for span, name in sorted(named):
        yield name, span


def stripped_group(name: str) -> str:
    """ "US envoys"; empty for "The delegations", which names nobody."""
    words = name.split()
    while words and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words) if len(words) > 1 else ""


def _ends(within: Span) -> tuple[int, int]:
    return within.start, within.end
