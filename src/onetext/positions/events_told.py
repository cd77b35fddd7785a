"""Where sources disagree on a fact: when and where a meeting is, whether it was held, and how
many points a proposal has.

Two reports are of one meeting where they name two participants in common and their days are the
same, or, for a day that is told differently, their places are. Reports that copy one text count
once. A meeting that was planned and then held is no contradiction; one that was held and
cancelled is. Rejected reports never count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import combinations
from typing import Any

from onetext.positions.accounts import Account, Contradiction, Matter, contradiction
from onetext.positions.contradictions import WITHIN_DAYS
from onetext.positions.copies import copy_groups
from onetext.record.copies import CopyGroups
from onetext.record.statements import MeetingStatus
from onetext.record.store import Store
from onetext.record.views import RecordedMeeting, RecordedProposal, SourceNote, Verdict

LEAST_PARTICIPANTS = 2
_TOOK_PLACE = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.PROPOSED)
_POINTS = re.compile(r"\b(\d+)[- ]points?\b", re.IGNORECASE)

Told = RecordedMeeting | RecordedProposal


def contradictory_events(
    store: Store, *, as_of: date, known_on: datetime | None = None, within: int = WITHIN_DAYS
) -> tuple[Contradiction, ...]:
    """Contradictions between reports of meetings, and of the number of a proposal's points.

    Args:
        store: the record's store.
        as_of: the last day of publication that counts.
        known_on: the moment until which entries count; None for all there are.
        within: how many days apart two days of one meeting, or two reports of one proposal,
            may lie.
    """
    groups = copy_groups(store, known_on=known_on)
    meetings = [one for one in store.meetings(known_on=known_on) if _counts(one, as_of)]
    proposals = [one for one in store.proposals(known_on=known_on) if _counts(one, as_of)]
    told = _once(meetings, groups, _telling)
    named = _once(proposals, groups, _naming)
    return (*_meetings(told, within), *_proposals(named, within))


def reported(told: Told) -> date:
    """When it was reported: the day of publication, else that of recording."""
    return told.source.published or told.recorded_at.date()


def _counts(told: Told, as_of: date) -> bool:
    return told.verdict is not Verdict.REJECTED and reported(told) <= as_of


def _telling(told: Any) -> tuple[object, ...]:
    meeting = told.meeting
    return meeting.on, meeting.place, meeting.status, tuple(sorted(meeting.participants))


def _naming(told: Any) -> tuple[object, ...]:
    return told.proposal.name, told.proposal.by


def _once(
    told: Iterable[Any], groups: CopyGroups, says: Callable[[Any], tuple[object, ...]]
) -> list[tuple[Any, tuple[SourceNote, ...]]]:
    """Each telling with the other sources of the same text that tell it, too."""
    found: dict[tuple[object, ...], list[Any]] = {}
    for one in sorted(told, key=lambda one: (reported(one), one.id)):
        found.setdefault((groups.group(one.source.id), *says(one)), []).append(one)
    return [
        (same[0], tuple({one.source.id: one.source for one in same[1:]}.values()))
        for same in found.values()
    ]


def _meetings(
    told: list[tuple[RecordedMeeting, tuple[SourceNote, ...]]], within: int
) -> Iterator[Contradiction]:
    found: dict[tuple[Matter, str], dict[str, tuple[str, Account]]] = {}
    for (one, its), (other, others) in combinations(told, 2):
        matter = _disagree(one, other, within)
        if matter is None or one.source.id == other.source.id:
            continue
        about = f"{one.meeting.what} ({one.meeting.on})"
        sides = found.setdefault((matter, about), {})
        for meeting, copies in ((one, its), (other, others)):
            account = _account(meeting, meeting.meeting.evidence.exact, copies)
            sides[meeting.id] = (_side(matter, meeting), account)
    for (matter, about), sides in found.items():
        yield contradiction(matter, about, None, list(sides.values()))


def _disagree(one: RecordedMeeting, other: RecordedMeeting, within: int) -> Matter | None:
    mine, theirs = one.meeting, other.meeting
    days = _day(mine.on), _day(theirs.on)
    common = _folded(mine.participants) & _folded(theirs.participants)
    if len(common) < LEAST_PARTICIPANTS or days[0] is None or days[1] is None:
        return None
    place, elsewhere = (mine.place or "").casefold(), (theirs.place or "").casefold()
    both_placed = bool(place and elsewhere)
    same_place = both_placed and (place in elsewhere or elsewhere in place)
    statuses = {mine.status, theirs.status}
    if days[0] == days[1]:
        if both_placed and not same_place:
            return Matter.PLACE
        if MeetingStatus.CANCELLED in statuses and not statuses.isdisjoint(_TOOK_PLACE):
            return Matter.STATUS
        return None
    near = abs((days[0] - days[1]).days) <= within
    if near and same_place and statuses <= set(_AHEAD):
        return Matter.DAY
    return None


def _side(matter: Matter, told: RecordedMeeting) -> str:
    meeting = told.meeting
    if matter is Matter.PLACE:
        return meeting.place or ""
    return str(meeting.status) if matter is Matter.STATUS else meeting.on or ""


def _proposals(
    told: list[tuple[RecordedProposal, tuple[SourceNote, ...]]], within: int
) -> Iterator[Contradiction]:
    found: dict[tuple[str, str], dict[str, tuple[str, Account]]] = {}
    for (one, its), (other, others) in combinations(told, 2):
        name, also = _numbered(one), _numbered(other)
        near = abs((reported(one) - reported(other)).days) <= within
        if name is None or also is None or name[1:] != also[1:] or name[0] == also[0] or not near:
            continue
        sides = found.setdefault(name[1:], {})
        for (number, _, _), proposal, copies in ((name, one, its), (also, other, others)):
            account = _account(proposal, proposal.proposal.name, copies)
            sides[proposal.id] = (f"{number} points", account)
    for (rest, by), sides in found.items():
        about = " ".join(filter(None, (rest.strip(), f"by {by}" if by else "")))
        yield contradiction(Matter.POINTS, about, None, list(sides.values()))


def _numbered(told: RecordedProposal) -> tuple[str, str, str] | None:
    """The number of points, the rest of the name, and whose proposal it is."""
    found = _POINTS.search(told.proposal.name)
    if found is None:
        return None
    rest = " ".join(_POINTS.sub(" ", told.proposal.name).casefold().split())
    return found[1], rest.removeprefix("the ").strip(), (told.proposal.by or "").casefold()


def _account(told: Told, words: str, copies: tuple[SourceNote, ...]) -> Account:
    return Account(told.id, words, None, reported(told), told.source, copies)


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


def _day(on: str | None) -> date | None:
    try:
        return date.fromisoformat(on or "")
    except ValueError:  # in the report's own words: "next week"
        return None
