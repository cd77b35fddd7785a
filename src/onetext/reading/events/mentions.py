"""Several mentions of one meeting in one document, made one.

Two mentions are of one meeting where the status is the same and either the place is the same
or, where one of them tells no place, its kind is the same and so is one of those who take part
(or neither names anybody); and where their days do not contradict each other: equal, or one
of them silent or vague ("last week").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onetext.record.statements import Meeting

MOST_PARTICIPANTS = 8
LOOK_BACK = 40  # so many earlier meetings are compared with a mention
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting as one sentence tells of it, and its kind: talks, call, summit, ..."""

    kind: str
    meeting: Meeting


def merged(mentions: Iterable[Mention]) -> tuple[Meeting, ...]:
    """One entry for each meeting, in the order of first mention, with what every mention adds."""
    kept: list[Meeting] = []
    by_place: defaultdict[str, list[int]] = defaultdict(list)
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        meeting, kind = mention.meeting, mention.kind
        same = None
        if meeting.place:
            near = by_place[meeting.place][-LOOK_BACK:]
            same = next((index for index in near if _one(kept[index], meeting)), None)
        if same is None:
            near = by_kind[kind][-LOOK_BACK:]
            same = next(
                (
                    index
                    for index in near
                    if not (kept[index].place and meeting.place)
                    and _one(kept[index], meeting)
                    and _same_people(kept[index], meeting)
                ),
                None,
            )
        if same is None:
            same = len(kept)
            kept.append(meeting)
            by_kind[kind].append(same)
        else:
            kept[same] = _joined(kept[same], meeting)
        place = kept[same].place
        if place and same not in by_place[place][-LOOK_BACK:]:
            by_place[place].append(same)
    return tuple(kept)


def _same_people(known: Meeting, meeting: Meeting) -> bool:
    one, other = set(known.participants), set(meeting.participants)
    return one == other or bool(one & other)


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
