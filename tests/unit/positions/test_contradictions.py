"""What sources say against each other is listed with both sides, copies counted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from onetext.positions.accounts import Contradiction, Matter
from onetext.positions.contradictions import contradictory_positions
from onetext.positions.events_told import contradictory_events
from onetext.record.statements import Act, Meeting, MeetingStatus, Proposal
from onetext.testing import make_document, make_reading, passage_of

DAY = date(2030, 2, 1)
NEXT = date(2030, 2, 2)
END = date(2030, 3, 1)
YES, NO = "it accepts the border along the river", "it rejects the border along the river"


def found(desk: Any, within: int = 3) -> list[Contradiction]:
    return list(contradictory_positions(desk.state(END), within=within))


def outlets(one: Contradiction) -> dict[str, list[list[str | None]]]:
    """By side, the outlet and the copies of each account."""
    return {
        side.says: [
            [account.source.publisher, *(note.publisher for note in account.copies)]
            for account in side.accounts
        ]
        for side in one.sides
    }


def test_stances_that_exclude_each_other_stand_side_by_side(desk: Any) -> None:
    """With their sources; the same words in two outlets are one account with a copy."""
    desk.says("Northland", YES, Act.ACCEPT, DAY, outlet="Courier", published=DAY)
    desk.says("Northland", YES, Act.ACCEPT, DAY, outlet="Herald", published=NEXT)
    desk.says("Northland", NO, Act.REJECT, NEXT, outlet="Radio")
    [one] = found(desk)
    assert (one.matter, one.party, one.about) == (Matter.STANCE, "Northland", "border")
    assert (one.first, one.last) == (DAY, NEXT)
    assert outlets(one) == {"accepts": [["Courier", "Herald"]], "rejects": [["Radio"]]}


def test_what_lies_far_apart_or_goes_together_is_none(desk: Any) -> None:
    """A party that moves a month later does not contradict itself; a demand goes with a refusal."""
    desk.says("Northland", YES, Act.ACCEPT, DAY)
    desk.says("Northland", NO, Act.REJECT, date(2030, 2, 20))
    desk.says("Southland", NO, Act.REJECT, DAY)
    desk.says("Southland", "the border must follow the river", Act.DEMAND, DAY)
    assert found(desk) == []
    assert len(found(desk, within=30)) == 1


def test_own_words_against_an_account_are_told_apart(desk: Any) -> None:
    """The minister's own words, and what another party's envoy tells of the minister's party."""
    desk.says("Northland", YES, Act.ACCEPT, DAY, speaker="Tomas Hale")
    desk.says("Southland", NO, Act.REJECT, DAY, speaker="Mira Sol", holder="Northland")
    assert [one.matter for one in found(desk)] == [Matter.OWN_WORDS]


def test_a_denial_stands_against_what_it_denies(desk: Any) -> None:
    """What was told in the days before it, on the same issue and in words that it shares."""
    desk.says("Northland", "the border along the river is settled", Act.REPORT, DAY)
    desk.says("Northland", "the weather at the border is fine", Act.REPORT, DAY)
    desk.says("Northland", "no border along the river was settled", Act.DENY, NEXT)
    [one] = found(desk)
    assert one.matter is Matter.DENIAL
    assert [side.says for side in one.sides] == ["report", "denies"]
    assert [len(side.accounts) for side in one.sides] == [1, 1]


def meets(
    desk: Any,
    outlet: str,
    place: str | None,
    on: date,
    status: MeetingStatus,
    names: tuple[str, ...] = ("Tomas Hale", "Mira Sol"),
) -> None:
    """A report that tells of a meeting of two ministers."""
    words = f"The ministers meet in {place} on {on} ({status}), says {outlet}."
    document = make_document(words, publisher=outlet, published=DAY)
    meeting = Meeting(
        "talks", place, on.isoformat(), names, status, passage_of(document.text, words)
    )
    reading = replace(make_reading(document), meetings=(meeting,))
    desk.record.receive(reading, origin=outlet, reader="by hand")


def events(desk: Any) -> dict[str, list[str]]:
    return {
        str(one.matter): [side.says for side in one.sides]
        for one in contradictory_events(desk.store, as_of=END)
    }


def test_one_meeting_in_two_places_or_both_held_and_cancelled(desk: Any) -> None:
    """Of the same two people on the same day."""
    meets(desk, "Courier", "Holm", NEXT, MeetingStatus.HELD)
    meets(desk, "Radio", "Lune", NEXT, MeetingStatus.HELD)
    meets(desk, "Herald", "Holm", NEXT, MeetingStatus.CANCELLED)
    assert events(desk)["place of a meeting"] == ["Holm", "Lune"]
    assert events(desk)["status of a meeting"] == ["cancelled", "held"]


def test_a_meeting_that_was_planned_and_held_is_no_contradiction(desk: Any) -> None:
    """Nor are talks of others, or of two days that both took place."""
    meets(desk, "Courier", "Holm", NEXT, MeetingStatus.PLANNED)
    meets(desk, "Herald", "Holm", NEXT, MeetingStatus.HELD)
    meets(desk, "Radio", "Lune", NEXT, MeetingStatus.HELD, names=("Ada Berg", "Bo Falk"))
    meets(desk, "Gazette", "Holm", date(2030, 2, 3), MeetingStatus.HELD)
    assert events(desk) == {}


def test_the_day_of_a_meeting_that_is_ahead(desk: Any) -> None:
    """Told differently for one place."""
    meets(desk, "Courier", "Holm", NEXT, MeetingStatus.PLANNED)
    meets(desk, "Radio", "Holm", date(2030, 2, 4), MeetingStatus.PLANNED)
    assert events(desk) == {"day of a meeting": ["2030-02-02", "2030-02-04"]}


def test_two_numbers_of_points_of_one_proposal(desk: Any) -> None:
    """By the same author, near in time."""
    for outlet, name in (("Courier", "the 28-point plan"), ("Radio", "27-point plan")):
        document = make_document(f"{outlet} tells of {name}.", publisher=outlet, published=DAY)
        reading = replace(make_reading(document), proposals=(Proposal(name, "Ada Berg", None, ()),))
        desk.record.receive(reading, origin=outlet, reader="by hand")
    assert events(desk) == {"number of points": ["27 points", "28 points"]}
