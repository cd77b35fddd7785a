"""Lines that say who wrote a report and when it was published."""

# ruff: noqa: E501 a pattern is read best unbroken

from __future__ import annotations

import re
from datetime import date, datetime

from dateutil import parser as dates

_NAME = (
    r"[^\W\d_a-z][\w'’.-]*(?: (?:van|von|de|der|den|del|della|di|da|al|el|bin|ibn|la|le|ten)){0,2}"
)
_FULL_NAME = rf"{_NAME}(?: {_NAME}){{1,4}}"
_NAMES = rf"{_FULL_NAME}(?:(?:, | and | & |, and ){_FULL_NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:by|By|BY|Written by|Story by|Text by|Analysis by|From) (?P<names>{_NAMES})"
    r"(?P<rest>(?:,| in\b| for\b| of\b| at\b| \||/| [-–—]| \(|$).{0,120})?"
)
_BY_AGENCY = re.compile(
    r"(?:by|By|BY) (?:the |The )?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}(?: staff)?"
)
_REPORTING = re.compile(
    rf"\(?(?i:(?:additional |further )?(?:reporting|writing) by) (?P<names>{_NAMES})"
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?:19|20)\d\d"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,5}|[+-]\d\d:?\d\d)\)?)?"
_FILLER = (
    r"(?:published|updated|last updated|last modified|modified|posted|first published|created|date|on|at"
    r"|issued|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|\d+ min(?:ute)?s? read"
    r"|\d+ (?:minutes?|hours?|days?) ago|local time)"
)
_DATE_LINE = re.compile(rf"(?:(?:{_FILLER}|{_CLOCK}|T|{_DATE})[\s,;:|•·/()–—-]*)+", re.I)
_HAS_DATE = re.compile(rf"{_DATE}|\bago\b|^(?:published|updated|last updated|posted)\b.*\d", re.I)
_FOUND_DATE = re.compile(
    rf"(?P<said>(?:last )?(?:updated|modified)\W{{0,4}})?(?<!\d)(?P<date>{_DATE})", re.I
)
_LONGEST = 200


def is_byline(words: str) -> bool:
    """Whether the whole line names who wrote the report, as "By Ada Berg, Diplomatic editor"."""
    if len(words) > _LONGEST or words.endswith((".", "!", "?", ":")):
        return False
    return bool(_BYLINE.fullmatch(words) or _BY_AGENCY.fullmatch(words))


def byline_names(words: str) -> tuple[str, ...]:
    """The persons that a byline or a closing "Reporting by" names."""
    if len(words) > 3 * _LONGEST:
        return ()
    found = _BYLINE.fullmatch(words) or _REPORTING.match(words)
    return tuple(re.split(r", and |, | and | & ", found["names"])) if found else ()


def is_date_line(words: str) -> bool:
    """Whether the whole line is a date of publication, with or without words such as "Updated"."""
    return (
        len(words) <= _LONGEST
        and bool(_HAS_DATE.search(words))
        and bool(_DATE_LINE.fullmatch(words))
    )


def dates_told(words: str) -> tuple[tuple[date, bool], ...]:
    """Every full date in `words` (day, month and year), and whether it is that of an update.

    A date such as 03/04/2025, which two habits read in two ways, is left out.
    """
    told = []
    for found in _FOUND_DATE.finditer(words):
        day = _one_day(found["date"])
        if day is not None:
            told.append((day, bool(found["said"])))
    return tuple(told)


def _one_day(words: str) -> date | None:
    numbers = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./]\d{4}", words)
    dotted = "." in words
    if (
        numbers
        and not dotted
        and max(map(int, numbers.groups())) <= 12
        and len(set(numbers.groups())) > 1
    ):
        return None
    try:
        # dateutil looks at what is missing in `default`; nothing is missing from a full date.
        return dates.parse(
            words,
            dayfirst=bool(numbers),
            default=datetime(2000, 1, 1),  # noqa: DTZ001 a plain date
        ).date()
    except (ValueError, OverflowError):
        return None


def _reads_two_ways(one: int, other: int) -> bool:
    return one != other and max(one, other) <= 12
