"""What moved: cells that differ between two dates, and what was said, drafted and held between."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from onetext.positions.fold import REVIEWED, matrix
from onetext.positions.values import Changes, Matrix, Move, Position, Stance
from onetext.record.store import Store
from onetext.record.views import RecordedMeeting, Verdict


def changes(
    store: Store,
    *,
    since: date,
    until: date,
    known_on: datetime | None = None,
    include_pending: bool = False,
) -> Changes:
    """What happened after `since`, up to and including `until`.

    Both states of play count what is known on the same moment and link statements in the same
    way, so that a cell differs only by what was said (or is reported to have been said) in
    between. A meeting happened in between if its day lies there, or if it was first reported
    then; rejected meetings never count, meetings that nobody has reviewed do.
    """
    verdicts = (*REVIEWED, Verdict.PENDING) if include_pending else REVIEWED
    said = store.statements(known_on=known_on, verdicts=verdicts)
    drafts = store.drafts(known_on=known_on)
    before, after = (
        matrix(store, as_of=day, known_on=known_on, include_pending=include_pending)
        for day in (since, until)
    )
    return Changes(
        since=since,
        until=until,
        moves=moves_between(before, after),
        statements=tuple(
            sorted((s for s in said if since < s.dated <= until), key=lambda s: (s.dated, s.id))
        ),
        drafts=tuple(d for d in drafts if d.draft.dated and since < d.draft.dated <= until),
        meetings=_meetings(store.meetings(known_on=known_on), since, until),
    )


def moves_between(before: Matrix, after: Matrix) -> tuple[Move, ...]:
    """The cells whose stance differs, in the order in which they moved.

    A cell that `before` lacks counts as no evidence.
    """
    known = {(cell.party, cell.issue.id): cell for cell in before.cells}
    moves = []
    for cell in after.cells:
        earlier = known.get((cell.party, cell.issue.id)) or Position(
            cell.party, cell.issue, Stance.NO_EVIDENCE, None, ()
        )
        if earlier.stance is not cell.stance:
            moves.append(Move(earlier, cell))
    return tuple(sorted(moves, key=lambda move: move.after.since or after.as_of))


def _meetings(
    meetings: Iterable[RecordedMeeting], since: date, until: date
) -> tuple[RecordedMeeting, ...]:
    """Each meeting once: by its day and place the latest report, else every report."""
    latest: dict[tuple[str, ...], RecordedMeeting] = {}
    for recorded in sorted(meetings, key=_reported):
        day, reported = _day(recorded), _reported(recorded)
        if recorded.verdict is Verdict.REJECTED or reported > until:
            continue
        if since < reported or (day is not None and since < day <= until):
            place = (recorded.meeting.place or "").casefold()
            key = (day.isoformat(), place) if day and place else (recorded.id,)
            latest[key] = recorded
    return tuple(sorted(latest.values(), key=lambda m: (_day(m) or _reported(m), m.id)))


def _day(recorded: RecordedMeeting) -> date | None:
    try:
        return date.fromisoformat(recorded.meeting.on or "")
    except ValueError:  # in the report's own words: "next week"
        return None


def _reported(recorded: RecordedMeeting) -> date:
    return recorded.source.published or recorded.recorded_at.date()
