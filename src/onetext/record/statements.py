"""What a report holds: statements, people, meetings and proposals, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onetext.record.documents import Document
from onetext.record.passages import Passage
from onetext.text.spans import Span


class StatementKind(StrEnum):
    """Whether the words stand in quotation marks: all of them, none, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a statement does."""

    ACCEPT = "accept"
    OPEN = "open"
    REJECT = "reject"
    DEMAND = "demand"
    OFFER = "offer"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    DENY = "deny"
    REPORT = "report"


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    MEDIA = "media"


class Topic(StrEnum):
    TERRITORY = "territory"
    SECURITY_GUARANTEES = "security-guarantees"
    CEASEFIRE = "ceasefire"
    MILITARY_LIMITS = "military-limits"
    ALLIANCES = "alliances"
    SANCTIONS_ASSETS = "sanctions-assets"
    RECONSTRUCTION = "reconstruction"
    PRISONERS_HUMANITARIAN = "prisoners-humanitarian"
    NUCLEAR_PLANT = "nuclear-plant"
    ELECTIONS_POLITICS = "elections-politics"
    PROCESS = "process"
    BATTLEFIELD = "battlefield"
    OTHER = "other"


class Named(StrEnum):
    """What a name is the name of."""

    PARTY = "party"
    PERSON = "person"


class MeetingStatus(StrEnum):
    HELD = "held"
    UNDER_WAY = "under-way"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. `name` is None where the report does not let it be known."""

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or a stance that a source attributes to a speaker.

    `holder` is the party whose stance it is, which differs from the speaker's when one
    speaker reports another's. `confidence` (0 to 1) is the reader's own.
    """

    content: tuple[Passage, ...]
    cue: Passage | None
    source: Passage | None
    speaker: Speaker
    holder: str | None
    kind: StatementKind
    act: Act
    target: str | None
    topic: Topic
    said_on: date | None
    venue: str | None
    addressee: str | None
    via: tuple[str, ...]
    confidence: float

    @property
    def words(self) -> str:
        """The exact words, with an ellipsis where the report breaks them."""
        return " … ".join(passage.exact for passage in self.content)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    party: str | None
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """`on` is an ISO date where the report lets it be known, else its own words, else None."""

    what: str
    place: str | None
    on: str | None
    participants: tuple[str, ...]
    status: MeetingStatus
    evidence: Passage


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan, draft or proposal that the report mentions; `status` in words."""

    name: str
    by: str | None
    status: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in one document."""

    document: Document
    statements: tuple[Statement, ...]
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    proposals: tuple[Proposal, ...]
