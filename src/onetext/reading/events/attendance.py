"""Who takes part in a meeting: whole names and delegations, on the one side and on the other.

Of a verb ("A and B met C") those named before it are one side and those after it the other.
Of a noun those count who are tied to it: "a meeting with C", "talks between A and B", "A held
talks". Offices are left off ("French President Ada Berg" is Ada Berg); a surname is completed
from where the report gives the full name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from onetext.reading.daywords import days_in
from onetext.reading.events.gatherings import Gathering
from onetext.reading.events.names_in_lists import CAP, PEOPLE, named_in, stripped
from onetext.reading.events.places import known_place
from onetext.reading.who.gazetteer import NameKind
from onetext.reading.who.parties import party_named
from onetext.text.spans import Span

MOST = 6
TIE_CHARS = 60  # how far from its noun the "with" or "between" of a meeting may stand
_TIE = re.compile(r"\b(?P<tie>with|between|of|among|brought\s+together)\s+", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:was|were|is|are|had|has|have|will|would|could|took|ended|began|brought(?!\s+together)"
    r"|lasted|produced|held|said|says)\s"
)
_BY_WHOM = re.compile(
    r"\b(?:h(?:o|e)ld(?:s|ing)?|attend(?:s|ed|ing)?|join(?:s|ed|ing)?|conduct(?:s|ed|ing)?"
    r"|ha(?:d|ve|s)(?=\s+(?:an?\s+|their\s+)?(?:\w+\s+){0,1}$)|travel\w*|arriv\w*|return\w*|visit\w*|expected|due|take\s+part|took\s+part|begin|began|start"
    r"|started|resume[sd]?|finish(?:ed)?|conclude[sd]?)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s(?:was|were|is|are|had|has|have|will|would|could|took|ended|began|brought|lasted|produced"
    r"|held|said|says|to|about|on|over|before|after|because|without|until|in\s+order|at|under)\s",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:,[^,.;]{0,70},)?\s+(?:also\s+|later\s+|\w+ly\s+)?(?:said|says|told|tells|added|adds"
    r"|wrote|writes|reported|reports|noted|described|announced|confirmed)\b"
)
_SIDE = re.compile(r"\b(?:with|between|of|by|from|among|and|,|together)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Sides:
    """Those before and those after the word for the meeting; `tie` leads to the latter."""

    these: tuple[str, ...]
    those: tuple[str, ...]
    tie: str

    @property
    def everybody(self) -> tuple[str, ...]:
        """All who take part, in the order of the text, at most six."""
        return tuple(dict.fromkeys((*self.these, *self.those)))[:MOST]


def full_names(text: str, within: Collection[Span]) -> dict[str, str]:
    """Every surname that the report gives with a first name, and the full name."""
    known: dict[str, str] = {}
    for block in within:
        for found in re.finditer(rf"(?<![\w.]){CAP}(?:\s+{CAP}){{1,5}}", block.of(text)):
            name = stripped(found[0])
            words = name.split()
            if 1 < len(words) <= 3 and party_named(name) is None and not known_place(name):
                known.setdefault(words[-1], name)
    return known


def sides_of(
    text: str,
    clause: Span,
    gathering: Gathering,
    places: Collection[str],
    full: Mapping[str, str],
) -> Sides:
    """Delegations and people who take part, as far as the clause tells."""
    before = Span(clause.start, gathering.span.start)
    after = Span(gathering.span.end, clause.end)
    if gathering.verb and not gathering.head.startswith("visit"):
        these = tuple(_people(text, before, places, full, subject=True))
        listed = _until_verb(text, after)
        those = tuple(_people(text, listed, places, full, subject=True))
        return Sides(these, tuple(one for one in those if one not in these), "with")
    those, word = (), "with"
    near = _VERB.split(text[after.start : min(after.end, after.start + TIE_CHARS)], maxsplit=1)[0]
    if tie := _TIE.search(near):
        listed = _until_verb(text, Span(after.start + tie.end(), after.end))
        word = tie["tie"].split()[0].lower()
        opened = Span(after.start + tie.start(), listed.end)
        those = tuple(_people(text, opened, places, full, subject=False))
    by_whom = _BY_WHOM.search(text, before.start, before.end)
    these = ()
    if by_whom or gathering.verb:
        subject = Span(before.start, by_whom.start()) if by_whom else before
        these = tuple(_people(text, subject, places, full, subject=True))
    return Sides(these, tuple(one for one in those if one not in these), word)


def _until_verb(text: str, span: Span) -> Span:
    end = _ENDS.search(text, span.start, span.end)
    return Span(span.start, end.start()) if end else span


def _people(
    text: str, within: Span, places: Collection[str], full: Mapping[str, str], *, subject: bool
) -> Iterator[str]:
    days = [day.span for day in days_in(text, within)]
    for name, span in named_in(text, within):
        if any(span.overlaps(day) for day in days) or _SPEAKS.match(text, span.end):
            continue
        if (
            name in places
            or "according to" in text[max(within.start, span.start - 20) : span.start]
        ):
            continue
        party = party_named(name)
        if party is not None:
            before = text[within.start : span.start]
            opens = subject and not before.replace("the", "").replace("The", "").strip()
            if party[1] is NameKind.DEMONYM or not (opens or _SIDE.search(before[-20:])):
                continue
            yield name
        elif " " not in name:
            if name in full:
                yield full[name]
        elif re.search(rf"\b{PEOPLE}$", name) or not known_place(name):
            yield name
