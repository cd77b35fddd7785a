"""What a store must do, whichever database stands behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from onetext.record.chain import Unsealed
from onetext.record.copies import CopyWord, SourceLikeness
from onetext.record.entries import Entry, EntryKind, Seal, Sign
from onetext.record.grades import Grade
from onetext.record.search import EVERYTHING, Asked, Filter, Item
from onetext.record.views import (
    Caucus,
    Issue,
    Judgement,
    NameMerge,
    Note,
    PointLink,
    PointMatch,
    PublishedBrief,
    PublishedKey,
    RecordedDraft,
    RecordedMeeting,
    RecordedPerson,
    RecordedProposal,
    RecordedSource,
    RecordedStatement,
    StatementLink,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """How many entries a store holds, the greatest id, and how often `append` was called.

    While no more imports come, whatever is new has a greater id, and stands for itself.
    """

    entries: int
    latest: str
    imports: int


class Store(Protocol):
    """Keeps entries for ever and answers questions from tables derived from them.

    Every `known_on` is a moment that knows its time zone: only entries recorded at or before
    it count; None means all. Lists come in the order of recording (the time, then the id)
    unless said otherwise. The latest verdict on a proposed entry that is not withdrawn
    decides; where that accepts after a correction, the statement stands as it was proposed.
    Parties and people are called by the names that others were merged into.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is kept, or on any error nothing; no other writer comes between.

        One inside another is undone by itself on an error, and kept only with the outer one.
        """
        ...

    def write(
        self,
        unsealed: Sequence[Unsealed],
        *,
        author: str,
        recorded_at: datetime,
        sign: Sign | None = None,
    ) -> list[Entry]:
        """Seal and keep all of `unsealed` or, on any error, none of them.

        Every id is greater than all ids before it, no time is earlier than the latest at which
        an entry was recorded (which counts where `recorded_at` is, as after a clock went back),
        and the author's chain never forks, however many processes write at once. `sign` gives
        the author's signature over a digest.

        Raises:
            NotInRecord: something refers to an entry that the record does not hold.
            RecordProblem: it cannot be written; nothing was.
        """
        ...

    def append(self, entries: Iterable[Entry]) -> int:
        """Keep entries that are sealed already, as an import brings them: all or none.

        They may refer to one another in any order. Returns how many there were.

        Raises:
            NotInRecord: something refers to an entry that the record does not hold.
            RecordProblem: it cannot be written, or is in the record already; nothing was kept.
        """
        ...

    def entries(self, *, after: str | None = None) -> Iterator[Entry]:
        """All entries, streamed, by id; with `after`, those whose id is greater."""
        ...

    def entry(self, entry_id: str) -> Entry | None: ...

    def entries_of(self, ids: Collection[str]) -> list[Entry]:
        """Those of `ids` that the record holds, by id."""
        ...

    def opened(self) -> list[Entry]:
        """The entries with which the record, or those that were joined in it, began, by id."""
        ...

    def seals(self) -> Iterator[Seal]:
        """The seal of every entry, streamed, by id."""
        ...

    def seals_of(self, ids: Collection[str]) -> Mapping[str, Seal]:
        """The seals of those of `ids` that the record holds."""
        ...

    def digested(self, digests: Collection[str]) -> Mapping[str, tuple[str, str]]:
        """For those of `digests` that entries have: the entry's author and its id."""
        ...

    def published_keys(self) -> list[PublishedKey]:
        """The keys that authors sign with, as they published them, also those withdrawn since."""
        ...

    def verdicts_on(self, ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """For those of `ids` that were judged: the ids of the verdicts that stand."""
        ...

    def kinds(self, ids: Collection[str]) -> Mapping[str, EntryKind]:
        """The kinds of those of `ids` that the record holds."""
        ...

    def standing_for(self, entry_id: str) -> str:
        """The id of the entry that stands for the one of this id: another where it is a double.

        See `onetext.record.sameness`; answers of the store name no doubles.
        """
        ...

    def ending(self, suffix: str) -> list[str]:
        """The ids that end with `suffix`, which has at least 8 characters."""
        ...

    def head(self, author: str) -> str | None:
        """The digest of the author's latest entry."""
        ...

    def extent(self) -> Extent:
        """How far it has come: the same extent of the same store, the same entries."""
        ...

    def shelved(self, name: str) -> bytes | None:
        """What `shelve` put there under `name`; None where nothing is."""
        ...

    def shelve(self, name: str, value: bytes) -> None:
        """Keep what was worked out from the entries and can be again, beside them.

        It is no part of the record: it is not exported, and `rebuild` drops it.

        Raises:
            RecordProblem: it cannot be written.
        """
        ...

    def rebuild(self) -> None:
        """Drop every derived table and derive it again from the entries."""
        ...

    def damage(self) -> list[str]:
        """What is wrong with the file, or with what was derived from the log, in words."""
        ...

    def find_source(self, sha256: str) -> RecordedSource | None: ...

    def source(self, source_id: str) -> RecordedSource | None: ...

    def sources(self, *, known_on: datetime | None = None) -> list[RecordedSource]: ...

    def statements(
        self,
        *,
        known_on: datetime | None = None,
        verdicts: Iterable[Verdict] = (Verdict.ACCEPTED, Verdict.CORRECTED),
        ids: Collection[str] | None = None,
    ) -> list[RecordedStatement]:
        """Statements whose verdict, as known, is among `verdicts`; with `ids`, those of them."""
        ...

    def statement_ids(self) -> list[str]:
        """The ids of all statements, by id."""
        ...

    def search(
        self, asked: Asked, *, wanted: Filter = EVERYTHING, known_on: datetime | None = None
    ) -> Iterator[Item]:
        """What holds the words: sources, statements as they stand unless rejected, and drafts.

        What came into the store last comes first; what was found is read as it is asked for.
        """
        ...

    def people(self, *, known_on: datetime | None = None) -> list[RecordedPerson]:
        """People, whatever the verdict on them."""
        ...

    def meetings(self, *, known_on: datetime | None = None) -> list[RecordedMeeting]:
        """Meetings, whatever the verdict on them."""
        ...

    def proposals(self, *, known_on: datetime | None = None) -> list[RecordedProposal]:
        """Proposals, whatever the verdict on them."""
        ...

    def find_draft(self, sha256: str) -> RecordedDraft | None:
        """The draft that was received from these bytes and is not withdrawn."""
        ...

    def drafts(self, *, known_on: datetime | None = None) -> list[RecordedDraft]:
        """Drafts that are not withdrawn, by date, undated ones last, then as recorded."""
        ...

    def issues(self, *, known_on: datetime | None = None) -> list[Issue]: ...

    def point_links(self, *, known_on: datetime | None = None) -> list[PointLink]:
        """The latest link of each point of a draft that stands: a person's word above any rule."""
        ...

    def point_matches(self, *, known_on: datetime | None = None) -> list[PointMatch]:
        """The latest word on each point of a draft and what became of it in another draft.

        Both drafts stand.
        """
        ...

    def statement_links(self, *, known_on: datetime | None = None) -> list[StatementLink]:
        """The latest word on each pair of statement and issue."""
        ...

    def name_merges(self, *, known_on: datetime | None = None) -> list[NameMerge]:
        """The merges of names that stand."""
        ...

    def judgements(
        self,
        *,
        known_on: datetime | None = None,
        author: str | None = None,
        shared: bool = False,
    ) -> list[Judgement]:
        """The verdicts that stand, each as it was given, also those that another replaced.

        With `author`, only theirs; with `shared`, only those on what several authors judged.
        """
        ...

    def about(self, entry_id: str) -> list[Entry]:
        """What was said of an entry, and what of that was taken back or shown to others.

        Verdicts, links, grades, withdrawals, notes and changes of who may see it.
        """
        ...

    def latest(self, author: str, kinds: Collection[EntryKind]) -> Entry | None:
        """The author's latest entry of these kinds that is not withdrawn."""
        ...

    def grades(self, *, known_on: datetime | None = None) -> list[Grade]:
        """The grades that stand, of everybody, the earlier of one person's, too."""
        ...

    def source_likenesses(self, *, known_on: datetime | None = None) -> list[SourceLikeness]:
        """The pairs of sources that are copies by their words, by the ids of the two.

        See `onetext.record.copies`: what a person said of a pair is in `copy_words`.
        """
        ...

    def copy_words(self, *, known_on: datetime | None = None) -> list[CopyWord]:
        """The latest word on each pair of sources."""
        ...

    def briefs(self, *, known_on: datetime | None = None) -> list[PublishedBrief]: ...

    def notes(self, *, known_on: datetime | None = None) -> list[Note]:
        """Notes that were not withdrawn."""
        ...

    def caucuses(self) -> list[Caucus]:
        """Who sits in the caucus of each party now, by the names of the parties."""
        ...

    def close(self) -> None: ...
