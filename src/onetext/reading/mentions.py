"""Several mentions of one meeting in one document, made one.

Two mentions are of one meeting where the status is the same and either the place is the same
or, where one of them tells no place, the words for it are; and where their days do not
contradict each other: equal, or one of them silent or vague ("last week").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onetext.record.statements import Meeting

MOST_PARTICIPANTS = 8
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")


def merged(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """One entry for each meeting, in the order of first mention, with what every mention adds."""
    kept: list[Meeting] = []
    by_place: defaultdict[str, list[int]] = defaultdict(list)
    by_what: defaultdict[str, list[int]] = defaultdict(list)
    for meeting in meetings:
        what = meeting.what.lower()
        candidates = by_place[meeting.place] if meeting.place else by_what[what]
        same = next((index for index in candidates if _one(kept[index], meeting)), None)
        if same is None and meeting.place:
            unplaced = (index for index in by_what[what] if kept[index].place is None)
            same = next((index for index in unplaced if _one(kept[index], meeting)), None)
        if same is None:
            same = len(kept)
            kept.append(meeting)
            by_what[what].append(same)
        else:
            kept[same] = _joined(kept[same], meeting)
        place = kept[same].place
        if place and same not in by_place[place]:
            by_place[place].append(same)
    return tuple(kept)


def _one(known: Meeting, meeting: Meeting) -> bool:
    return known.status is meeting.status and _agree(known.on, meeting.on)


def _agree(one: str | None, other: str | None) -> bool:
    return one == other or not (_exact(one) and _exact(other))


def _exact(on: str | None) -> bool:
    return on is not None and _ISO.match(on) is not None


def _joined(known: Meeting, meeting: Meeting) -> Meeting:
    people = tuple(dict.fromkeys((*known.participants, *meeting.participants)))
    return Meeting(
        what=max(known.what, meeting.what, key=len),
        place=known.place or meeting.place,
        on=known.on if _exact(known.on) or not meeting.on else meeting.on,
        participants=people[:MOST_PARTICIPANTS],
        status=known.status,
        evidence=known.evidence,
    )
