"""The body of every kind of entry, as a value; `onetext.record.codec` turns them into JSON.

The fields are those that `EntryKind` lists, and their names are the keys of the JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from onetext.record.documents import Document
from onetext.record.entries import EntryKind
from onetext.record.grades import Credibility, Reliability
from onetext.record.statements import Meeting, Named, Person, Proposal, Statement, Topic
from onetext.text.drafts import Draft

_KEY = re.compile(r"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}")


@dataclass(frozen=True, slots=True)
class RecordOpened:
    name: str


@dataclass(frozen=True, slots=True)
class SourceReceived:
    document: Document
    origin: str
    reader: str


@dataclass(frozen=True, slots=True)
class StatementProposed:
    source: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class PersonProposed:
    source: str
    person: Person


@dataclass(frozen=True, slots=True)
class MeetingProposed:
    source: str
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class ProposalProposed:
    source: str
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Judged:
    """The body of `accepted` and of `rejected`."""

    of: str
    rule: str | None
    reason: str | None
    over: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    of: str
    statement: Statement
    reason: str
    over: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    of: str
    reason: str


@dataclass(frozen=True, slots=True)
class DraftReceived:
    draft: Draft
    sha256: str
    origin: str


@dataclass(frozen=True, slots=True)
class IssueOpened:
    label: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class PointLinked:
    draft: str
    path: str
    issue: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PointAssigned:
    draft: str
    path: str
    issues: tuple[str, ...]
    rule: str
    confidence: float
    reason: str | None

    def __post_init__(self) -> None:
        if not self.issues:
            raise ValueError("a point is assigned to at least one issue")


@dataclass(frozen=True, slots=True)
class PointsMatched:
    before: str
    after: str
    path: str
    partners: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class StatementLinked:
    """The body of `statement_linked` and of `statement_unlinked`."""

    statement: str
    issue: str


@dataclass(frozen=True, slots=True)
class NamesMerged:
    what: Named
    into: str
    names: tuple[str, ...]
    reason: str | None

    def __post_init__(self) -> None:
        if not self.names or self.into in self.names or not all((self.into, *self.names)):
            raise ValueError("names are merged into another name, and none of them is empty")


@dataclass(frozen=True, slots=True)
class SourceGraded:
    of: str
    reliability: Reliability
    credibility: Credibility
    reason: str


@dataclass(frozen=True, slots=True)
class CopiesMarked:
    source: str
    other: str
    copies: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class KeyPublished:
    key: str

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key):
            raise ValueError('a key is a line such as "ssh-ed25519 AAAA..."')


@dataclass(frozen=True, slots=True)
class BriefPublished:
    as_of: date
    known_on: datetime
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Noted:
    of: str
    text: str


@dataclass(frozen=True, slots=True)
class VisibilityChanged:
    of: str
    visibility: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class CaucusNamed:
    party: str
    members: tuple[str, ...]


BODIES: dict[EntryKind, type] = {
    EntryKind.RECORD_OPENED: RecordOpened,
    EntryKind.SOURCE_RECEIVED: SourceReceived,
    EntryKind.STATEMENT_PROPOSED: StatementProposed,
    EntryKind.PERSON_PROPOSED: PersonProposed,
    EntryKind.MEETING_PROPOSED: MeetingProposed,
    EntryKind.PROPOSAL_PROPOSED: ProposalProposed,
    EntryKind.ACCEPTED: Judged,
    EntryKind.CORRECTED: Corrected,
    EntryKind.REJECTED: Judged,
    EntryKind.WITHDRAWN: Withdrawn,
    EntryKind.DRAFT_RECEIVED: DraftReceived,
    EntryKind.ISSUE_OPENED: IssueOpened,
    EntryKind.POINT_LINKED: PointLinked,
    EntryKind.POINT_ASSIGNED: PointAssigned,
    EntryKind.POINTS_MATCHED: PointsMatched,
    EntryKind.STATEMENT_LINKED: StatementLinked,
    EntryKind.STATEMENT_UNLINKED: StatementLinked,
    EntryKind.NAMES_MERGED: NamesMerged,
    EntryKind.SOURCE_GRADED: SourceGraded,
    EntryKind.COPIES_MARKED: CopiesMarked,
    EntryKind.KEY_PUBLISHED: KeyPublished,
    EntryKind.BRIEF_PUBLISHED: BriefPublished,
    EntryKind.NOTED: Noted,
    EntryKind.VISIBILITY_CHANGED: VisibilityChanged,
    EntryKind.CAUCUS_NAMED: CaucusNamed,
}
