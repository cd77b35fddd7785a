"""Meetings held and ahead: reports of the same meeting become one event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onetext.briefing.brief import Event
from onetext.briefing.citations import Bibliography
from onetext.record.statements import MeetingStatus
from onetext.record.views import RecordedMeeting, Verdict

REVIEWED = (Verdict.ACCEPTED, Verdict.CORRECTED)
SETTLED = (MeetingStatus.HELD, MeetingStatus.CANCELLED)
AHEAD = (MeetingStatus.PLANNED, MeetingStatus.PROPOSED, MeetingStatus.UNDER_WAY)


def iso_day(on: str | None) -> date | None:
    """The day that a meeting's `on` names as an ISO date, or None for anything else."""
    try:
        return date.fromisoformat(on) if on else None
    except ValueError:
        return None


def timeline(
    meetings: Iterable[RecordedMeeting], *, as_of: date, bibliography: Bibliography
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Events held (or cancelled) up to `as_of`, newest first, and events ahead, soonest first.

    Only meetings with a day are placed: a meeting without one cannot be told from another.
    Reports of the same day and place are one event; the latest published report tells its
    status. A meeting that was planned for a day now past is not claimed to have been held;
    it is left out where some meeting of that day is reported as held.
    """
    groups: dict[tuple[date, str], list[RecordedMeeting]] = {}
    for recorded in meetings:
        day = iso_day(recorded.meeting.on)
        published = recorded.source.published
        if day is None or recorded.verdict is Verdict.REJECTED:
            continue
        if published is not None and published > as_of:
            continue
        groups.setdefault((day, (recorded.meeting.place or "").casefold()), []).append(recorded)
    held: list[Event] = []
    ahead: list[Event] = []
    for (day, _), reports in sorted(groups.items(), key=lambda item: item[0]):
        reports.sort(key=lambda r: (r.source.published or date.min, r.recorded_at), reverse=True)
        latest = reports[0].meeting
        if day > as_of and latest.status is MeetingStatus.HELD:
            continue
        past_plan = day <= as_of and latest.status in AHEAD[:2]
        event = Event(
            what=latest.what,
            place=latest.place,
            on=day,
            words=" ".join(latest.evidence.exact.split()),
            participants=tuple(dict.fromkeys(p for r in reports for p in r.meeting.participants)),
            status=f"{latest.status}, not reported as held" if past_plan else str(latest.status),
            reviewed=any(r.verdict in REVIEWED for r in reports),
            citations=bibliography.cite(r.source for r in reports),
        )
        (ahead if day > as_of and latest.status in AHEAD else held).append(event)
    met = {event.on for event in held if event.status == MeetingStatus.HELD}
    told = [event for event in held if event.status in SETTLED or event.on not in met]
    return tuple(reversed(told)), tuple(ahead)
