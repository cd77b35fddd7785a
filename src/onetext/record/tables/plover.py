"""PLOVER event codes for statements and meetings: only where the code follows, else none.

Source: Open Event Data Alliance, PLOVER: Political Language Ontology for Verifiable Event
Records, Event, Actor and Data Interchange Specification, draft version 0.8 (2021), CC BY-SA 4.0,
github.com/openeventdata/PLOVER; names of the sixteen categories and of `actor` and `recipient` as
in the data coded by it (Halterman et al. 2023, arXiv 2304.01331). What 0.8 calls DEMAND in its
text is REQUEST there and here. The sentences are ours.

PLOVER codes what somebody does. Of what a report says that somebody said, these follow:

    accept, offer       AGREE     a promise, an agreement, a willingness that is declared
    demand              REQUEST   requests, demands and orders
    reject              REJECT
    threaten            THREATEN
    accuse              ACCUSE    disapproval and allegations
    meeting held or under way     CONSULT, all who took part as actors
    meeting planned               AGREE: what is to come is coded as the intention
    meeting cancelled             REJECT, mode "meet"

Nothing follows for open (worth talking about is no commitment), deny and report (PLOVER codes no
comment), and for proposed meetings (who asked whom is not kept). The categories for material acts
(AID, RETREAT, ASSAULT and the like) are never given: a record of talks holds words about them.
CONCEDE is not told apart from AGREE, since that needs to know what was refused before.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from onetext.record.statements import Act, MeetingStatus, Topic
from onetext.record.views import RecordedMeeting, RecordedStatement


class Category(StrEnum):
    """The sixteen event categories."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


CATEGORIES: dict[str, str] = {
    Category.AGREE: "promises, offers or agrees to cooperate",
    Category.CONSULT: "meets, visits, hosts or talks with somebody",
    Category.SUPPORT: "gives political support that is not material, or signs an agreement",
    Category.CONCEDE: "yields in words, with no material effect yet",
    Category.COOPERATE: "cooperates materially to the benefit of both",
    Category.AID: "gives material help that benefits the recipient",
    Category.RETREAT: "yields materially: withdraws, releases, disarms, keeps a ceasefire",
    Category.REQUEST: "requests, demands or orders something",
    Category.ACCUSE: "disapproves, alleges or investigates",
    Category.REJECT: "refuses or turns down",
    Category.THREATEN: "warns of harm or penalty with force",
    Category.PROTEST: "civilians demonstrate or strike",
    Category.SANCTION: "reduces relations, aid or exchange that there were",
    Category.MOBILIZE: "moves forces short of using them",
    Category.COERCE: "represses or restricts rights",
    Category.ASSAULT: "does something that can do bodily harm",
}
VERBAL_COOPERATION = "verbal cooperation"
VERBAL_CONFLICT = "verbal conflict"
QUADS: dict[str, str] = {
    VERBAL_COOPERATION: "AGREE, CONSULT, SUPPORT or CONCEDE",
    "material cooperation": "COOPERATE, AID or RETREAT",
    VERBAL_CONFLICT: "REQUEST, ACCUSE, REJECT or THREATEN",
    "material conflict": "PROTEST, SANCTION, MOBILIZE, COERCE or ASSAULT",
}
MODES: dict[str, str] = {
    "meet": "of a rejection: of meetings and negotiations",
    "phone": "of a consultation: by telephone or another remote medium",
}
CONTEXTS: dict[str, str] = {
    "military": "military matters",
    "economic": "trade, finance and economic development",
    "diplomatic": "diplomacy",
    "resource": "territory and natural resources",
    "humanitarian": "humanitarian matters",
}

_OF_ACT = {
    Act.ACCEPT: Category.AGREE,
    Act.OFFER: Category.AGREE,
    Act.DEMAND: Category.REQUEST,
    Act.REJECT: Category.REJECT,
    Act.THREATEN: Category.THREATEN,
    Act.ACCUSE: Category.ACCUSE,
}
_OF_STATUS = {
    MeetingStatus.HELD: Category.CONSULT,
    MeetingStatus.UNDER_WAY: Category.CONSULT,
    MeetingStatus.PLANNED: Category.AGREE,
    MeetingStatus.CANCELLED: Category.REJECT,
}
_OF_TOPIC = {
    Topic.TERRITORY: "resource",
    Topic.SECURITY_GUARANTEES: "military",
    Topic.CEASEFIRE: "military",
    Topic.MILITARY_LIMITS: "military",
    Topic.BATTLEFIELD: "military",
    Topic.SANCTIONS_ASSETS: "economic",
    Topic.RECONSTRUCTION: "economic",
    Topic.PRISONERS_HUMANITARIAN: "humanitarian",
    Topic.PROCESS: "diplomatic",
}
_REMOTE = re.compile(r"\b(?:(?:tele)?phone|video|call|online|virtual)", re.IGNORECASE)
_CONFLICT = {Category.REQUEST, Category.ACCUSE, Category.REJECT, Category.THREATEN}


@dataclass(frozen=True, slots=True)
class Event:
    """One event as PLOVER has it; a tuple is empty where nothing follows."""

    category: Category
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]

    @property
    def quad(self) -> str:
        return VERBAL_CONFLICT if self.category in _CONFLICT else VERBAL_COOPERATION


def statement_event(recorded: RecordedStatement, parties: Collection[str]) -> Event | None:
    """The event that a statement is; None where no category follows.

    The actor is the party whose stance it is, else the speaker by name. The recipient is a
    target or addressee that is one of `parties`, which are all parties in the record.
    """
    said = recorded.statement
    category = _OF_ACT.get(said.act)
    if category is None:
        return None
    actor = said.holder or said.speaker.party or said.speaker.name
    others = dict.fromkeys(
        one for one in (said.target, said.addressee) if one in parties and one != actor
    )
    context = _OF_TOPIC.get(said.topic)
    return Event(
        category,
        (actor,) if actor else (),
        tuple(one for one in others if one),
        (),
        (context,) if context else (),
    )


def meeting_event(recorded: RecordedMeeting) -> Event | None:
    """The event that a meeting is; None where it was only proposed."""
    meeting = recorded.meeting
    category = _OF_STATUS.get(meeting.status)
    if category is None:
        return None
    mode: tuple[str, ...] = ("meet",) if category is Category.REJECT else ()
    if category is Category.CONSULT and _REMOTE.search(meeting.what):
        mode = ("phone",)
    return Event(category, meeting.participants, (), mode, ("diplomatic",))
