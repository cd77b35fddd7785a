"""Meetings in invented reports."""

from __future__ import annotations

import time
from datetime import date

import pytest

from onetext.reading.events.meetings import find_meetings
from onetext.reading.events.proposals import find_proposals
from onetext.record.documents import Block, BlockKind, Document
from onetext.record.statements import Meeting, MeetingStatus


def document(*paragraphs: str, furniture: str = "") -> Document:
    text, blocks = "", []
    for kind, words in [
        *((BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs),
        (BlockKind.FURNITURE, furniture),
    ]:
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    published = date(2031, 5, 14)
    return Document("0" * 64, None, None, (), (), published, "en", 0, 1, text, tuple(blocks))


def only(text: str) -> Meeting:
    (meeting,) = find_meetings(document(text))
    return meeting


@pytest.mark.parametrize(
    ("text", "place", "on", "status"),
    [
        ("The envoys met in Oslo on Monday.", "Oslo", "2031-05-12", MeetingStatus.HELD),
        ("The delegations will meet in Lisbon on Friday.", "Lisbon", "2031-05-16",
         MeetingStatus.PLANNED),
        ("The ministers could meet in Vienna next week.", "Vienna", "next week",
         MeetingStatus.PROPOSED),
        ("The summit in Cairo was called off.", "Cairo", None, MeetingStatus.CANCELLED),
        ("Talks are under way in Doha.", "Doha", None, MeetingStatus.UNDER_WAY),
        ("After the Geneva talks the envoys left.", "Geneva", None, MeetingStatus.HELD),
        ("Berg visited Harbour City on Tuesday.", "Harbour City", "2031-05-13",
         MeetingStatus.HELD),
        ("Negotiators will return to Oslo on May 20 for another round of talks.", "Oslo",
         "2031-05-20", MeetingStatus.PLANNED),
        ("The meeting in Madrid has been postponed.", "Madrid", None, MeetingStatus.CANCELLED),
        ("He proposed a summit in Ankara.", "Ankara", None, MeetingStatus.PROPOSED),
    ],
)  # fmt: skip
def test_place_day_and_status(text: str, place: str, on: str | None, status: MeetingStatus) -> None:
    """Tense and modality tell the status; days resolve against the publication date."""
    meeting = only(text)
    assert (meeting.place, meeting.on, meeting.status) == (place, on, status)


def test_participants_are_delegations_people_and_sides() -> None:
    """Those who meet are named in the order of the text, the place is not among them."""
    meeting = only("US envoys met a Danish delegation and Ada Berg in Oslo.")
    assert meeting.participants == ("US envoys", "Danish delegation", "Ada Berg")
    between = only("Talks between France and Spain took place in Oslo.")
    assert between.participants == ("France", "Spain")


def test_the_evidence_is_the_reported_clause() -> None:
    """Where somebody tells of the meeting, the evidence is what they tell."""
    found = document("An official said that the envoys could meet in Oslo on Friday.")
    (meeting,) = find_meetings(found)
    assert meeting.evidence.exact == "the envoys could meet in Oslo on Friday"
    assert meeting.evidence.stands_in(found.text)


def test_mentions_of_one_meeting_are_merged() -> None:
    """Same place and no other day: one meeting, with what each mention adds."""
    (meeting,) = find_meetings(
        document("The envoys met in Oslo on Monday.", "The Oslo talks were long.")
    )
    assert (meeting.place, meeting.on) == ("Oslo", "2031-05-12")


def test_two_days_or_two_places_are_two_meetings() -> None:
    """Rounds in the same city on other days are told apart, and so are cities."""
    rounds = find_meetings(
        document("A round of talks was held in Oslo on May 2.", "Talks were held in Oslo on May 9.")
    )
    assert [meeting.on for meeting in rounds] == ["2031-05-02", "2031-05-09"]
    places = find_meetings(document("Talks were held in Geneva and Oslo."))
    assert [meeting.place for meeting in places] == ["Geneva", "Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "The war in Norway goes on.",
        "Peace talks are hard.",
        "The plan met the demands of the islanders.",
        "He was born in Oslo.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    """Talks in general, wars and meeting demands are no meetings."""
    assert find_meetings(document(text)) == ()


def test_nothing_in_furniture_is_a_meeting() -> None:
    """Programme listings tell of no meeting of the talks."""
    assert find_meetings(document("It rained.", furniture="Leaders met in Oslo on Monday.")) == ()


def test_a_vague_day_gives_way_to_an_exact_one() -> None:
    """ "In recent days" and Monday are one meeting, held on Monday."""
    (meeting,) = find_meetings(
        document("Talks were held in Oslo in recent days.", "The envoys met in Oslo on Monday.")
    )
    assert meeting.on == "2031-05-12"


@pytest.mark.parametrize(
    "text",
    [
        "a," * 20_000,
        "A" * 40_000,
        "talks in Oslo and " * 2_000,
        "The envoys met. " * 2_000,
        "plan " * 8_000,
    ],
)
def test_no_input_makes_the_search_slow(text: str) -> None:
    """Forty thousand characters without an end take seconds at most."""
    started = time.perf_counter()
    find_meetings(document(text))
    find_proposals(document(text))
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        ("The meeting in Madrid was held on 8 May.", MeetingStatus.HELD, "2031-05-08"),
        ("The summit in Cairo had not been cancelled.", MeetingStatus.PLANNED, None),
        ("The round in Oslo was not postponed.", MeetingStatus.PLANNED, None),
        ("Northland denied that the summit in Cairo was cancelled.", MeetingStatus.PLANNED, None),
        ("They are discussing a postponement of the meeting in Oslo.", MeetingStatus.PLANNED, None),
        ("The talks in Oslo were postponed until 20 May.", MeetingStatus.PLANNED, "2031-05-20"),
        ("The talks in Oslo were moved from Thursday to Friday.", MeetingStatus.PLANNED,
         "2031-05-16"),
        ("The talks in Oslo have been postponed.", MeetingStatus.CANCELLED, None),
        ("The Oslo meeting was scheduled for Friday but was cancelled.", MeetingStatus.CANCELLED,
         "2031-05-16"),
        ("The text had been revised at talks in Oslo on Sunday.", MeetingStatus.HELD,
         "2031-05-11"),
        ("The ministers said that they would meet in Oslo on Friday.", MeetingStatus.PLANNED,
         "2031-05-16"),
        ("A meeting in Oslo ended earlier than expected.", MeetingStatus.HELD, None),
        ("The envoys were meeting in Oslo.", MeetingStatus.UNDER_WAY, None),
        ("The next round in Oslo had been planned for Friday.", MeetingStatus.PLANNED,
         "2031-05-16"),
        ("Northland has a counter-proposal for the talks in Oslo.", MeetingStatus.HELD, None),
    ],
)  # fmt: skip
def test_negation_and_tense_turn_the_status(
    text: str, status: MeetingStatus, on: str | None
) -> None:
    """What is not called off stands, what was moved has its new day, what is past was held."""
    meeting = only(text)
    assert (meeting.status, meeting.on) == (status, on)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Northern President Ada Berg met Prime Minister Carl Lund and Iris Falk in Oslo.",
         "meeting of Ada Berg with Carl Lund and Iris Falk"),
        ("US envoys Ada Berg and Carl Lund met Iris Falk in Oslo.",
         "meeting of Ada Berg and Carl Lund with Iris Falk"),
        ("Ada Berg, Carl Lund and Iris Falk met in Oslo.",
         "meeting of Ada Berg, Carl Lund and Iris Falk"),
        ("Ada Berg is to meet Iris Falk, the secretary of the Island Security Council, in Oslo.",
         "meeting of Ada Berg with Iris Falk"),
        ("A call between Ada Berg and Carl Lund took place on Monday.",
         "call between Ada Berg and Carl Lund"),
        ("Ada Berg spoke by phone with Carl Lund on Monday.", "call of Ada Berg with Carl Lund"),
        ("Danish and Swedish delegations met in Oslo.",
         "meeting of Danish delegation and Swedish delegation"),
        ("A second round of talks between Spain and France was held in Oslo.",
         "second round of talks between Spain and France"),
        ("The delegations met in Oslo.", "meeting"),
        ("Ada Berg received the Danish delegation in Oslo.",
         "meeting of Ada Berg with Danish delegation"),
    ],
)  # fmt: skip
def test_a_meeting_is_called_after_its_sides(text: str, what: str) -> None:
    """Whole names without offices, and a list joined by "and" is one side, not two."""
    assert only(text).what == what


def test_a_surname_is_completed_from_the_report() -> None:
    """Two sentences on one meeting, one with surnames only, are one meeting."""
    (meeting,) = find_meetings(
        document("Ada Berg met Carl Lund in Oslo on Monday.", "Berg and Lund met in Oslo.")
    )
    assert meeting.participants == ("Ada Berg", "Carl Lund")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Leaders met in Oslo, and France and Spain joined them.", ["Oslo"]),
        ("The meeting in Kyiv, Ukraine, was long.", ["Kyiv"]),
        ("The talks were held at the Bell Club in Oslo.", ["Oslo"]),
        ("Talks were held in Geneva, Lisbon and Oslo.", ["Geneva", "Lisbon", "Oslo"]),
    ],
)
def test_a_place_is_named_once(text: str, places: list[str]) -> None:
    """A building and its city, a city and its country are one place; the next subject is none."""
    assert [meeting.place for meeting in find_meetings(document(text))] == places


@pytest.mark.parametrize(
    "text", ["No meeting in Oslo is planned.", "The deadline was not met in Oslo on Monday."]
)
def test_what_is_not_there_is_no_meeting(text: str) -> None:
    """ "No meeting" tells of none, and a deadline is met by nobody."""
    assert find_meetings(document(text)) == ()
