"""What a store must do, whichever database stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from onetext.record.entries import Entry
from onetext.record.views import (
    Issue,
    PointLink,
    PublishedBrief,
    RecordedDraft,
    RecordedMeeting,
    RecordedPerson,
    RecordedProposal,
    RecordedSource,
    RecordedStatement,
    StatementLink,
    Verdict,
)


class Store(Protocol):
    """Keeps entries for ever and answers questions from tables derived from them.

    Every `known_on` is a moment in UTC: only entries recorded at or before it count;
    None means all. Lists come in the order of recording unless said otherwise.
    """

    def append(self, entries: Sequence[Entry]) -> None:
        """Keep all of `entries` or, on any error, none of them; derived tables follow along."""
        ...

    def entries(self, *, after: str | None = None) -> Iterator[Entry]:
        """All entries, streamed, by id; with `after`, those whose id is greater."""
        ...

    def entry(self, entry_id: str) -> Entry | None: ...

    def head(self, author: str) -> str | None:
        """The digest of the author's latest entry."""
        ...

    def rebuild(self) -> None:
        """Drop every derived table and derive it again from the entries."""
        ...

    def find_source(self, sha256: str) -> RecordedSource | None: ...

    def source(self, source_id: str) -> RecordedSource | None: ...

    def sources(self, *, known_on: datetime | None = None) -> list[RecordedSource]: ...

    def statements(
        self,
        *,
        known_on: datetime | None = None,
        verdicts: Iterable[Verdict] = (Verdict.ACCEPTED, Verdict.CORRECTED),
    ) -> list[RecordedStatement]:
        """Statements whose verdict, as known, is among `verdicts`."""
        ...

    def people(self, *, known_on: datetime | None = None) -> list[RecordedPerson]: ...

    def meetings(self, *, known_on: datetime | None = None) -> list[RecordedMeeting]: ...

    def proposals(self, *, known_on: datetime | None = None) -> list[RecordedProposal]: ...

    def drafts(self, *, known_on: datetime | None = None) -> list[RecordedDraft]:
        """Drafts by date, undated ones last, then in the order of recording."""
        ...

    def issues(self, *, known_on: datetime | None = None) -> list[Issue]: ...

    def point_links(self, *, known_on: datetime | None = None) -> list[PointLink]:
        """The latest link of each point: a person's word above any rule."""
        ...

    def statement_links(self, *, known_on: datetime | None = None) -> list[StatementLink]:
        """The latest word on each pair of statement and issue."""
        ...

    def briefs(self, *, known_on: datetime | None = None) -> list[PublishedBrief]: ...

    def close(self) -> None: ...
