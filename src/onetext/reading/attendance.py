"""Who takes part in a meeting, as far as its own clause tells."""

from __future__ import annotations

import re
from collections.abc import Collection

from onetext.reading.daywords import days_in
from onetext.reading.gazetteer import NameKind
from onetext.reading.parties import party_named
from onetext.reading.places import known_place
from onetext.text.spans import Span

MOST = 6
_PEOPLE = (
    r"(?:envoys?|delegations?|negotiators?|officials?|leaders?|teams?|representatives?"
    r"|ministers?|diplomats?|senators?"
    r"|counterparts?|presidents?|sides?|advis[eo]rs?|mediators?|lawmakers?|commanders?|generals?"
    r"|chancellors?)"
)
_CAP = r"(?:(?:[A-Z]\.){2,}|[A-Z][^\W\d_]*(?:-[^\W\d_]+|['’](?!s\b)[^\W\d_]+)*)"
_GROUP = re.compile(
    rf"\b(?P<name>{_CAP}(?:\s+(?:{_CAP}|foreign|defen[cs]e|prime|special|senior|top|chief"
    rf"|peace)){{0,3}}\s+{_PEOPLE})\b(?!\s+{_CAP})"
)
_NAME = re.compile(
    rf"(?<![\w.])(?P<name>{_CAP}(?:\s+(?:von\s+der\s+|de\s+|al-)?{_CAP}){{0,3}})(?P<own>['’]s?\b)?"
)
_TITLES = re.compile(
    r"^(?:(?:Several|Some|Many|Top|Senior|The|A|An|On|In|At|After|Before|But|And|Mr|Mrs|Ms|Dr"
    r"|When|While|He|She|It|They|His"
    r"|Her|Its|Their|President|Prime|Minister|Foreign"
    r"|Secretary|State|Vice|Chancellor|General|Senator|Sen|King|Ambassador|Defen[cs]e|Chief"
    r"|Special|Envoy|Leader|Presidents|Leaders|Ministers|Officials)\.?\s+)+"
)
_AFTER = re.compile(r"\b(?:with|between|of|by|from|among|and|,)\s+(?:the\s+)?$")
_SPEAKS = re.compile(
    r"(?:,[^,.;]{0,70},)?\s+(?:also\s+|later\s+|\w+ly\s+)?(?:said|says|told|tells|added|adds"
    r"|wrote|writes|reported"
    r"|reports|noted|described|announced|confirmed)\b"
)
_NOT_PEOPLE = re.compile(
    r"^(?:The|A|An|On|In|At|After|Before|But|And|It|He|She|They|We|I|This|That|These|Those|His"
    r"|Her|Its|Their|Our|When|While|If|As|For|No|Both|Talks|Meeting"
    r"|Negotiations|Earlier|Later|Meanwhile|Last|Next|First|Second|Third|Another|Following"
    r"|During|Since|Also|However|There|What|According|President|Minister|X|Telegram|War|World)$"
)


def participants_in(
    text: str, clause: Span, meeting: Span, places: Collection[str]
) -> tuple[str, ...]:
    """Delegations and people named in the clause, in its order, at most six.

    A country alone takes part only where the words make it a side ("talks with Northland",
    "between Northland and Southland"); a place of meeting takes no part in it.
    """
    closed = [meeting, *(day.span for day in days_in(text, clause))]
    taken: list[tuple[Span, str]] = [
        (Span(*found.span("name")), found["name"])
        for found in _GROUP.finditer(text, clause.start, clause.end)
        if not _speaks(text, clause, Span(*found.span("name")))
    ]
    for found in _NAME.finditer(text, clause.start, clause.end):
        span = Span(*found.span("name"))
        name = _TITLES.sub("", found["name"])
        if found["own"] or any(
            span.overlaps(other) for other in [*closed, *(one for one, _ in taken)]
        ):
            continue
        if (
            name
            and name not in places
            and not _speaks(text, clause, span)
            and _takes_part(text, clause, span, name)
        ):
            taken.append((span, name))
    names = [_TITLES.sub("", " ".join(name.split())) for _, name in sorted(taken)]
    return tuple(dict.fromkeys(names))[:MOST]


def _speaks(text: str, clause: Span, span: Span) -> bool:
    """Whether the name is that of who tells of the meeting."""
    before = text[max(clause.start, span.start - 20) : span.start]
    return bool(_SPEAKS.match(text, span.end)) or "according to" in before


def _takes_part(text: str, clause: Span, span: Span, name: str) -> bool:
    if _NOT_PEOPLE.match(name):
        return False
    party = party_named(name)
    if party is not None:
        before = text[max(clause.start, span.start - 12) : span.start]
        return party[1] is not NameKind.DEMONYM and _AFTER.search(before) is not None
    return " " in name and not known_place(name)
