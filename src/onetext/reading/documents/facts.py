"""What a document tells of itself in its own words: publisher, agencies, authors, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onetext.reading.documents.agencies import agencies_in
from onetext.reading.documents.bylines import byline_names, dates_told
from onetext.reading.documents.parts import Judged
from onetext.reading.documents.wording import bare
from onetext.record.documents import BlockKind

_ABOUT_ITSELF = frozenset({"byline", "date line", "copyright", "provenance"})
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©:]*(?:\(c\)\s*)?(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[\s,:]*)?"
    r"(?:by\s+)?(?:the\s+)?(?P<who>[A-Z][\w&'’.-]*(?: (?:of |the |and |& )?[A-Z][\w&'’-]*){0,5})",
    re.I,
)
_NO_PUBLISHER = re.compile(r"all (?:rights|content)|reserved|notice|policy|the\b", re.I)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][\w .,'’/-]{1,60}?)\s*\((?P<who>[A-Z][\w.&' -]{1,30})\)\s*(?:[-–—]|--)\s"
)
_DATELINE_DAY = re.compile(r"[^\W\d_a-z][^()\n]{1,80}?(?:\([^)\n]{1,40}\)\s*)?(?:[-–—]|--)\s")
_HEAD_CHARS = 200


def told_agencies(text: str, parts: Sequence[Judged]) -> tuple[str, ...]:
    """The agencies named in the report, its byline and its notices, in order of first mention."""
    return agencies_in(part.span.of(text) for part in parts if _is_own(part))


def told_publisher(text: str, parts: Sequence[Judged]) -> str | None:
    """Whom a copyright line names, else whom the first dateline names: "NORTHHAVEN (Reuters) -"."""
    for part in parts:
        if part.rule == "copyright" and (holder := copyright_holder(part.span.of(text))):
            return holder
    opening = _opening(text, parts)
    dateline = _DATELINE.match(opening)
    return dateline["who"].strip() if dateline else None


def copyright_holder(words: str) -> str | None:
    """Whom a notice such as "© 2025 Northland Courier" names."""
    found = _COPYRIGHT.search(words)
    if found and found["who"][0].isupper() and not _NO_PUBLISHER.match(found["who"]):
        return found["who"].removesuffix(" All").rstrip(". ")
    return None


def told_authors(text: str, parts: Sequence[Judged]) -> tuple[str, ...]:
    """The persons whom bylines name, each once."""
    names = (
        name
        for part in parts
        if part.rule in ("byline", "provenance")
        for name in byline_names(bare(part.span.of(text)))
    )
    agencies = {"Associated Press", "Agence France-Presse"}
    return tuple(dict.fromkeys(name for name in names if name not in agencies))


def told_date(text: str, parts: Sequence[Judged]) -> date | None:
    """The first full date of a date line, a byline or the dateline; that of an update only where
    no other is told."""
    updated: date | None = None
    for part in parts:
        if part.rule in ("byline", "date line", "navigation"):
            for day, is_update in dates_told(bare(part.span.of(text))):
                if not is_update:
                    return day
                updated = updated or day
    dateline = _DATELINE_DAY.match(_opening(text, parts))
    days = dates_told(dateline.group()) if dateline else ()
    return days[0][0] if days else updated


def _opening(text: str, parts: Sequence[Judged]) -> str:
    first = next((part for part in parts if part.kind is BlockKind.PARAGRAPH), None)
    return text[first.span.start : first.span.start + _HEAD_CHARS] if first else ""


def _is_own(part: Judged) -> bool:
    return part.kind is not BlockKind.FURNITURE or part.rule in _ABOUT_ITSELF
