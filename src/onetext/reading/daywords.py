"""Words that name a day, and the day that they name for a reader of a given date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from onetext.text.spans import Span

_WEEKDAYS = dict(
    zip(
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], (MO, TU, WE, TH, FR, SA, SU), strict=True
    )
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_RELATIVE = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<{}>(?:19|20)\d\d)\b)?"
_DAYWORDS = re.compile(
    r"\b(?:"
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    rf"|(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?!\d)(?:\s?(?:[-–]|to"
    rf"|and)\s?{_DAY}(?!\d))?{_YEAR.format('year')}"
    rf"|(?P<day2>{_DAY})(?:\s?(?:[-–]|to"
    rf"|and)\s?{_DAY})?(?:\s+of)?\s+(?P<month2>{_MONTH}){_YEAR.format('year2')}"
    r"|(?:(?P<which>last|next|this|coming)\s+)?"
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\w-])"
    r"|(?P<relative>today|tonight|yesterday|tomorrow)"
    r"|(?P<vague>(?:earlier\s+|later\s+)?(?:last|next|this|coming)\s+(?:week|weekend|month|year"
    r"|spring|summer|autumn"
    r"|fall|winter)(?!-)|in\s+(?:the\s+)?(?:coming|next)\s+(?:few\s+)?(?:days|weeks|months)"
    r"|in\s+(?:recent|a\s+few)\s+(?:days|weeks|months))"
    r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DayWords:
    """A place in a text that names a day, exactly or vaguely ("last week")."""

    span: Span
    vague: bool


def days_in(text: str, within: Span) -> Iterator[DayWords]:
    """Every naming of a day in `text` inside `within`, in order."""
    for found in _DAYWORDS.finditer(text, within.start, within.end):
        if _capitalised(found):
            yield DayWords(Span(found.start(), found.end()), found["vague"] is not None)


def _capitalised(found: re.Match[str]) -> bool:
    """Months are written with a capital; "may 5" and "march 3" in lower case are verbs."""
    month = found["month"] or found["month2"]
    return month is None or month[0].isupper()


def resolve(words: str, published: date | None, *, future: bool) -> date | None:
    """The day that `words` name in a report published on `published`, or None.

    A weekday is the latest such day on or before publication, or with `future` the first on
    or after it; "last" and "next" exclude the day of publication itself. A day of a month
    without its year is the one nearest to publication. "Last week" and the like name no day.
    """
    found = _DAYWORDS.search(words)
    if found is None or found["vague"] or not _capitalised(found):
        return None
    if found["iso"]:
        return _day(*(int(part) for part in found["iso"].split("-")))
    if found["month"] or found["month2"]:
        return _of_month(found, published)
    if published is None:
        return None
    if found["relative"]:
        return published + timedelta(days=_RELATIVE[found["relative"].lower()])
    return _of_week(found, published, future=future)


def _of_week(found: re.Match[str], published: date, *, future: bool) -> date:
    weekday = _WEEKDAYS[found["weekday"][:3].lower()]
    which = (found["which"] or "").lower()
    ahead = which in {"next", "coming"} or (future and which != "last")
    strict = {"next": 1, "last": -1}.get(which, 0)
    return published + relativedelta(days=strict, weekday=weekday(1 if ahead else -1))


def _of_month(found: re.Match[str], published: date | None) -> date | None:
    month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
    day = int(re.sub(r"\D", "", found["day"] or found["day2"]))
    year = found["year"] or found["year2"]
    if year:
        return _day(int(year), month, day)
    if published is None:
        return None
    nearby = (_day(published.year + step, month, day) for step in (-1, 0, 1))
    return min((one for one in nearby if one), key=lambda one: abs(one - published), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 30 February: the words name no day
        return None
