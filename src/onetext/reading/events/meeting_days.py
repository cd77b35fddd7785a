"""On which day a meeting was, is or was to be, by its own clause."""

from __future__ import annotations

import re
from datetime import date

from onetext.reading.daywords import days_in, resolve
from onetext.reading.events.gatherings import Gathering
from onetext.record.statements import MeetingStatus
from onetext.text.spans import Span

DAY_REACH_CHARS = 80  # how far from the words for a meeting its day may stand
ALONE_REACH_CHARS = 240  # the same, where no other meeting stands in the sentence
_AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.PROPOSED})
_MOVED_TO = re.compile(
    r"\b(?:postpon\w+|delayed|adjourned|moved|put\s+off|pushed\s+back|rescheduled|brought"
    r"\s+forward)\b[^.;]{0,60}?\b(?:to|until|till|for)\s+",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|until|before)\s+(?:the\s+)?$", re.IGNORECASE)
_SET_FOR = re.compile(r"\b(?:scheduled|planned|due|set|expected)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)


def day_of(
    text: str,
    clause: Span,
    gathering: Gathering,
    published: date | None,
    status: MeetingStatus,
    *,
    alone: bool,
) -> str | None:
    """The day named nearest to the gathering in its clause, as ISO where it resolves.

    Where a meeting was moved "from Monday to Friday" the new day counts, and what was done or
    had been done on a Sunday was on the Sunday before publication.
    """
    reach = ALONE_REACH_CHARS if alone else DAY_REACH_CHARS
    days = list(days_in(text, clause))
    moved = _MOVED_TO.search(text, clause.start, clause.end)
    if moved and (later := [day for day in days if day.span.start >= moved.end()]):
        days = later[:1]
    near = [
        (max(day.span.start - gathering.span.end, gathering.span.start - day.span.end), day)
        for day in days
        if (day.span.end >= gathering.span.start - 4 and day.span.start < gathering.span.end)
        or moved
        or not _SINCE.search(text[max(clause.start, day.span.start - 12) : day.span.start])
    ]
    gap, day = min(near, key=lambda one: one[0], default=(reach + 1, None))
    if day is None or gap > reach:
        return None
    ahead = status in _AHEAD or (
        status is MeetingStatus.CANCELLED
        and _SET_FOR.search(text, clause.start, day.span.start) is not None
    )
    resolved = resolve(day.span.of(text), published, future=ahead)
    return resolved.isoformat() if resolved else " ".join(day.span.of(text).split())
