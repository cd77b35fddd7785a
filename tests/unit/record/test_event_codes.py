"""PLOVER and PA-X codes: what follows is given, what does not follow is left empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onetext.record.statements import Act, Meeting, MeetingStatus, Topic
from onetext.record.tables.pax import CODES, pax_codes
from onetext.record.tables.plover import (
    CATEGORIES,
    CONTEXTS,
    MODES,
    QUADS,
    Category,
    Event,
    meeting_event,
    statement_event,
)
from onetext.record.views import RecordedMeeting, RecordedStatement, Verdict
from onetext.testing import sample_record

NOW = datetime(2030, 1, 1, tzinfo=UTC)
PARTIES = {"Northland", "Southland"}


def statement(act: Act, **changes: object) -> RecordedStatement:
    first = sample_record().store.statements()[0]
    said = replace(first.statement, act=act, topic=Topic.OTHER, **changes)  # type: ignore[arg-type] # any
    return replace(first, statement=said)


def meeting(status: MeetingStatus, what: str = "the ministers meet") -> RecordedMeeting:
    found = sample_record().store.meetings()[0]
    made = Meeting(what, None, None, ("Ada Berg", "Mira Sol"), status, found.meeting.evidence)
    return RecordedMeeting("m", found.source, made, Verdict.ACCEPTED, NOW, "team")


@pytest.mark.parametrize(
    ("act", "category"),
    [
        (Act.ACCEPT, Category.AGREE),
        (Act.OFFER, Category.AGREE),
        (Act.DEMAND, Category.REQUEST),
        (Act.REJECT, Category.REJECT),
        (Act.THREATEN, Category.THREATEN),
        (Act.ACCUSE, Category.ACCUSE),
    ],
)
def test_an_act_that_is_an_event_has_its_category(act: Act, category: Category) -> None:
    """The actor is whose stance it is; what is not known is empty."""
    assert statement_event(statement(act), PARTIES) == Event(category, ("Northland",), (), (), ())


@pytest.mark.parametrize("act", [Act.OPEN, Act.DENY, Act.REPORT])
def test_an_act_that_is_no_event_has_none(act: Act) -> None:
    """PLOVER codes no comment, and worth talking about is no commitment."""
    assert statement_event(statement(act), PARTIES) is None


def test_a_recipient_is_a_party_that_the_record_knows() -> None:
    """A target that is a text, or the actor itself, is no recipient."""
    at = statement(Act.ACCUSE, target="Southland", addressee="the plan")
    event = statement_event(at, PARTIES)
    assert event is not None
    assert (event.recipient, event.quad) == (("Southland",), "verbal conflict")
    own = statement_event(statement(Act.REJECT, target="Northland"), PARTIES)
    assert own is not None
    assert own.recipient == ()


def test_a_context_follows_from_the_topic_alone() -> None:
    """A topic that several contexts could fit has none."""
    said = statement(Act.DEMAND)
    for topic in Topic:
        at = replace(said, statement=replace(said.statement, topic=topic))
        event = statement_event(at, PARTIES)
        assert event is not None
        assert set(event.context) <= set(CONTEXTS)
        unclear = {Topic.OTHER, Topic.ALLIANCES, Topic.NUCLEAR_PLANT, Topic.ELECTIONS_POLITICS}
        assert bool(event.context) is (topic not in unclear)


def test_meetings_are_consultations_once_they_are_held() -> None:
    """All who took part are actors; what is planned is an intention; a proposal is nothing."""
    held = meeting_event(meeting(MeetingStatus.HELD))
    both = ("Ada Berg", "Mira Sol")
    assert held == Event(Category.CONSULT, both, (), (), ("diplomatic",))
    call = meeting_event(meeting(MeetingStatus.UNDER_WAY, "a phone call of the ministers"))
    assert call is not None
    assert call.mode == ("phone",)
    planned = meeting_event(meeting(MeetingStatus.PLANNED))
    assert planned is not None
    assert (planned.category, planned.mode) == (Category.AGREE, ())
    cancelled = meeting_event(meeting(MeetingStatus.CANCELLED))
    assert cancelled is not None
    assert (cancelled.category, cancelled.mode) == (Category.REJECT, ("meet",))
    assert meeting_event(meeting(MeetingStatus.PROPOSED)) is None


def test_the_names_are_those_of_the_manual() -> None:
    """Sixteen categories in four quads, each with a sentence."""
    assert set(CATEGORIES) == set(Category)
    assert len(CATEGORIES) == 16
    quads = [name for told in QUADS.values() for name in told.replace(" or ", ", ").split(", ")]
    assert sorted(quads) == sorted(Category)
    assert set(MODES) == {"meet", "phone"}


@pytest.mark.parametrize(
    ("words", "topic", "codes"),
    [
        ("All prisoners are exchanged within thirty days.", Topic.OTHER, ("TjPrire",)),
        ("a truce, and observers on the border", Topic.OTHER, ("StBor", "Ce", "ImPK")),
        ("the withdrawal of all foreign troops", Topic.OTHER, ("SsrFf",)),
        ("We withdraw the motion. Foreign troops were not discussed.", Topic.OTHER, ()),
        ("a referendum on the plan", Topic.OTHER, ()),
        ("a referendum on the status of Holm", Topic.OTHER, ("StRef",)),
        ("it must hold", Topic.CEASEFIRE, ("Ce",)),
        ("it must hold", Topic.SECURITY_GUARANTEES, ("SsrGua",)),
        ("it must hold", Topic.TERRITORY, ()),
        ("elections after sanctions are lifted", Topic.PROCESS, ("Ele", "TjSan")),
    ],
)
def test_pax_codes_follow_from_words_that_name_the_matter(
    words: str, topic: Topic, codes: tuple[str, ...]
) -> None:
    """In the codebook's order; nothing where no word names it."""
    assert pax_codes(words, topic) == codes
    assert set(codes) <= set(CODES)
