"""What a record answers with: read models, derived from the entries and rebuilt on demand.

Where one has a `visibility`, that is who may see it now: the strictest of what was said of it
last and of what it rests on; see `onetext.record.sight`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onetext.record.documents import Document
from onetext.record.entries import PUBLIC
from onetext.record.statements import Meeting, Named, Person, Proposal, Statement, Topic
from onetext.text.drafts import Draft


class Verdict(StrEnum):
    """What became of a proposed entry."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class RecordedSource:
    """A source in the record. `id` is the id of its entry."""

    id: str
    document: Document
    origin: str
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a list needs to say of a source, without its text."""

    id: str
    sha256: str
    title: str | None
    publisher: str | None
    agencies: tuple[str, ...]
    published: date | None
    origin: str
    words: int
    reading_time_min: int
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class RecordedStatement:
    """A statement in the record, as corrected; `id` is the id of the entry that proposed it.

    `dated` is the date said where known, else the source's publication date, else the date
    on which it was recorded; `dated_by` says which of the three ("said", "published",
    "recorded").
    """

    id: str
    source: SourceNote
    statement: Statement
    verdict: Verdict
    dated: date
    dated_by: str
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class RecordedPerson:
    id: str
    source: SourceNote
    person: Person
    verdict: Verdict
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class RecordedMeeting:
    id: str
    source: SourceNote
    meeting: Meeting
    verdict: Verdict
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class RecordedProposal:
    id: str
    source: SourceNote
    proposal: Proposal
    verdict: Verdict
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class RecordedDraft:
    """A draft in the record; drafts are ordered by date, then by when they were recorded."""

    id: str
    draft: Draft
    origin: str
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class Issue:
    """The matter at stake that points of successive drafts deal with."""

    id: str
    label: str
    topic: Topic
    recorded_at: datetime
    visibility: str = PUBLIC


@dataclass(frozen=True, slots=True)
class PointLink:
    """That a point of a draft deals with an issue, by a rule or by a person's word.

    `others` are further issues that it deals with, as where points were merged into it.
    """

    draft_id: str
    path: str
    issue_id: str
    rule: str
    confidence: float
    others: tuple[str, ...] = ()

    @property
    def issue_ids(self) -> tuple[str, ...]:
        """All issues that the point deals with, the one it is mostly about first."""
        return (self.issue_id, *self.others)


@dataclass(frozen=True, slots=True)
class PointMatch:
    """A person's word that the point at `path` of the draft `before_id` became the points at
    `partners` of the draft `after_id`; that it was dropped where there are none."""

    id: str
    before_id: str
    after_id: str
    path: str
    partners: tuple[str, ...]
    reason: str | None
    author: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A person's word that a statement is (`linked`) or is not about an issue."""

    statement_id: str
    issue_id: str
    linked: bool
    visibility: str = PUBLIC


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody noted on a source, a draft, an issue or what was proposed."""

    id: str
    of: str
    text: str
    author: str
    recorded_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class Caucus:
    """Who sits in a party's caucus."""

    party: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameMerge:
    """A person's word that `names` are other names of the party or person called `into`."""

    id: str
    what: Named
    into: str
    names: tuple[str, ...]
    reason: str | None
    author: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict as one author gave it, whether or not it is the one that decides.

    `statement` is the correction where it corrects; `rule` is None where a person looked.
    `over` are the verdicts that stood when it was given; None where that was not written down.
    """

    id: str
    of: str
    verdict: Verdict
    statement: Statement | None
    rule: str | None
    reason: str | None
    author: str
    recorded_at: datetime
    over: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PublishedKey:
    """That `author` signs with `key`, as an entry of theirs says; until it was withdrawn."""

    id: str
    author: str
    key: str
    recorded_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class PublishedBrief:
    id: str
    as_of: date
    known_on: datetime
    name: str
    recorded_at: datetime
