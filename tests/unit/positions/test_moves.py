"""What moved between two dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from onetext.positions.moves import changes
from onetext.positions.values import Stance
from onetext.record.statements import Act
from onetext.testing import sample_record

SINCE = date(2030, 3, 4)
UNTIL = date(2030, 3, 12)


def test_the_moves_of_the_sample() -> None:
    """Moves come in the order of their dates, with both positions."""
    found = changes(sample_record().store, since=SINCE, until=UNTIL)
    told = [
        (m.after.party, m.after.issue.label, m.before.stance, m.after.stance) for m in found.moves
    ]
    assert told[0] == ("Southland", "border", Stance.REJECTS, Stance.ACCEPTS)
    assert sorted(told[1:]) == [
        ("Northland", "prisoners", Stance.NO_EVIDENCE, Stance.OPEN),
        ("Southland", "observers", Stance.NO_EVIDENCE, Stance.OPEN),
    ]


def test_drafts_meetings_and_statements_of_the_sample() -> None:
    """The period holds the second draft, one meeting and three reviewed statements."""
    found = changes(sample_record().store, since=SINCE, until=UNTIL)
    assert [one.draft.title for one in found.drafts] == ["Second draft"]
    assert [one.meeting.place for one in found.meetings] == ["Holm"]
    assert len(found.statements) == 3
    pending = changes(sample_record().store, since=SINCE, until=UNTIL, include_pending=True)
    assert len(pending.statements) == 5


def test_the_first_day_is_out_and_the_last_is_in(desk: Any) -> None:
    """What was said on `since` is old; what was said on `until` is new."""
    words = "it accepts the border along the river"
    desk.says("Northland", words, Act.ACCEPT, SINCE)
    desk.says("Southland", words, Act.ACCEPT, UNTIL)
    found = changes(desk.store, since=SINCE, until=UNTIL)
    assert [move.after.party for move in found.moves] == ["Southland"]
    assert [one.dated for one in found.statements] == [UNTIL]


def test_an_empty_period_holds_nothing() -> None:
    """From a day to the same day nothing moved."""
    found = changes(sample_record().store, since=UNTIL, until=UNTIL)
    assert (found.moves, found.statements, found.drafts, found.meetings) == ((), (), (), ())


def test_a_reaffirmed_position_is_no_move(desk: Any) -> None:
    """Saying the same again is a new statement and not a move."""
    words = "it accepts the border along the river"
    desk.says("Northland", words, Act.ACCEPT, SINCE)
    desk.says("Northland", words, Act.ACCEPT, UNTIL)
    found = changes(desk.store, since=SINCE, until=UNTIL)
    assert (found.moves, len(found.statements)) == ((), 1)


def test_a_later_draft_moves_nobody(desk: Any) -> None:
    """A new wording that shares words with an old statement is not a move of the party."""
    desk.says("Northland", "the lighthouse and the harbour stay", Act.DEMAND, SINCE)
    desk.draft("Second draft", UNTIL, {"ports": "The harbour and its lighthouse are open."})
    assert changes(desk.store, since=SINCE, until=UNTIL).moves == ()


def test_what_was_not_known_did_not_move() -> None:
    """As known before the second report, Southland had not moved."""
    known_on = datetime.fromisoformat("2030-03-07T00:00:00+00:00")
    assert changes(sample_record().store, since=SINCE, until=UNTIL, known_on=known_on).moves == ()


def test_meetings_rejected_or_reported_after_the_period_are_left_out() -> None:
    """A rejected meeting never counts, and a report of a later day does not count yet."""
    record = sample_record()
    assert changes(record.store, since=SINCE, until=date(2030, 3, 6)).meetings == ()
    record.reject([one.id for one in record.store.meetings()], reason="another meeting")
    assert changes(record.store, since=SINCE, until=UNTIL).meetings == ()
