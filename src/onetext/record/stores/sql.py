"""The store on a database, whichever stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Select, select

from onetext.errors import DamagedRecord
from onetext.record import derivation
from onetext.record.chain import Unsealed
from onetext.record.codec import body_value
from onetext.record.copied_drafts import first_received, newest, strongest
from onetext.record.copies import CopyWord, SourceLikeness, latest_words
from onetext.record.entries import Entry, EntryKind, Seal, Sign
from onetext.record.grades import Grade
from onetext.record.names import names_of
from onetext.record.references import PROPOSED
from onetext.record.search import EVERYTHING, SHOWN, Asked, Filter, Item, text_of
from onetext.record.statements import Statement
from onetext.record.store import Extent
from onetext.record.stores import (
    doubling,
    keeping,
    matching,
    questions,
    searching,
    shelf,
    tables,
)
from onetext.record.stores.alike import likeness_of
from onetext.record.stores.drift import drift
from onetext.record.stores.now import Now
from onetext.record.stores.rows import SHORT_CHARS, entry_of, note_of
from onetext.record.stores.sessions import Sessions
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
    SourceNote,
    StatementLink,
    Verdict,
)

T = TypeVar("T")
log = tables.entries


class SqlStore:
    """Implements `onetext.record.store.Store`."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.sessions.together():
            yield

    def write(
        self,
        unsealed: Sequence[Unsealed],
        *,
        author: str,
        recorded_at: datetime,
        sign: Sign | None = None,
    ) -> list[Entry]:
        with self.sessions.joined() as connection:
            return keeping.write(
                connection, unsealed, author=author, recorded_at=recorded_at, sign=sign
            )

    def append(self, entries: Iterable[Entry]) -> int:
        with self.sessions.writing() as connection:
            return keeping.append(connection, entries)

    def extent(self) -> Extent:
        with self.sessions.reading() as connection:
            return shelf.extent(connection)

    def shelved(self, name: str) -> bytes | None:
        with self.sessions.reading() as connection:
            return shelf.take(connection, name)

    def shelve(self, name: str, value: bytes) -> None:
        with self.sessions.writing() as connection:
            shelf.put(connection, name, value)

    def rebuild(self) -> None:
        with self.sessions.writing() as connection:
            keeping.rebuild(connection)

    def entries(self, *, after: str | None = None) -> Iterator[Entry]:
        latest = after or ""
        while True:
            with self.sessions.reading() as connection:
                found = keeping.page(connection, latest)
            if not found:
                return
            yield from found
            latest = found[-1].id

    def entry(self, entry_id: str) -> Entry | None:
        with self.sessions.reading() as connection:
            row = connection.execute(select(log).where(log.c.id == entry_id)).first()
        return entry_of(row) if row is not None else None

    def entries_of(self, ids: Collection[str]) -> list[Entry]:
        with self.sessions.reading() as connection:
            return matching.entries_of(connection, ids)

    def opened(self) -> list[Entry]:
        found = self._all(questions.of_table(tables.openings, None), _as_is)
        return sorted(found, key=lambda entry: entry.id)

    def seals(self) -> Iterator[Seal]:
        latest = ""
        while True:
            with self.sessions.reading() as connection:
                found = matching.page(connection, latest)
            if not found:
                return
            yield from found
            latest = found[-1].id

    def seals_of(self, ids: Collection[str]) -> Mapping[str, Seal]:
        with self.sessions.reading() as connection:
            return matching.seals_of(connection, ids)

    def digested(self, digests: Collection[str]) -> Mapping[str, tuple[str, str]]:
        with self.sessions.reading() as connection:
            return matching.digested(connection, digests)

    def published_keys(self) -> list[PublishedKey]:
        with self.sessions.reading() as connection:
            return matching.published_keys(connection)

    def verdicts_on(self, ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        with self.sessions.reading() as connection:
            return matching.verdicts_on(connection, ids)

    def kinds(self, ids: Collection[str]) -> Mapping[str, EntryKind]:
        with self.sessions.reading() as connection:
            return keeping.kinds(connection, ids)

    def standing_for(self, entry_id: str) -> str:
        return self._ones([entry_id]).get(entry_id, entry_id)

    def ending(self, suffix: str) -> list[str]:
        asked = select(log.c.id).where(log.c.short == suffix[-SHORT_CHARS:]).order_by(log.c.id)
        with self.sessions.reading() as connection:
            return [found for found in connection.scalars(asked) if found.endswith(suffix)]

    def head(self, author: str) -> str | None:
        with self.sessions.reading() as connection:
            return keeping.head(connection, author)

    def damage(self) -> list[str]:
        with self.sessions.reading() as connection:
            return list(drift(connection))

    def find_source(self, sha256: str) -> RecordedSource | None:
        past = partial(_tells_of_other, sha256)
        with self.sessions.reading(past=past) as connection:
            row = connection.execute(questions.SOURCE_OF, {"sha256": sha256}).first()
            entry = Now(connection).entry(row) if row is not None else None
        return derivation.recorded_source(entry) if entry else None

    def source(self, source_id: str) -> RecordedSource | None:
        of_kind = log.c.kind == str(EntryKind.SOURCE_RECEIVED)
        one = self.standing_for(source_id)
        entry = self._first(select(log).where(log.c.id == one, of_kind))
        return derivation.recorded_source(entry) if entry else None

    def sources(self, *, known_on: datetime | None = None) -> list[RecordedSource]:
        return self._all(questions.of_table(tables.sources, known_on), derivation.recorded_source)

    def statements(
        self,
        *,
        known_on: datetime | None = None,
        verdicts: Iterable[Verdict] = (Verdict.ACCEPTED, Verdict.CORRECTED),
        ids: Collection[str] | None = None,
    ) -> list[RecordedStatement]:
        kind = EntryKind.STATEMENT_PROPOSED
        names = names_of(self.name_merges(known_on=known_on))
        found = []
        for entry, note, verdict, correction in self._judged(kind, known_on, verdicts, ids):
            if correction is None:
                statement: Statement = body_value(kind, entry.body).statement
            else:
                words = EntryKind.CORRECTED if verdict is Verdict.CORRECTED else kind
                statement = body_value(words, correction).statement
            recorded = derivation.recorded_statement(entry, statement, note, verdict)
            found.append(names.in_statement(recorded))
        return found

    def statement_ids(self) -> list[str]:
        with self.sessions.reading() as connection:
            return list(connection.scalars(questions.STATEMENT_IDS))

    def search(
        self, asked: Asked, *, wanted: Filter = EVERYTHING, known_on: datetime | None = None
    ) -> Iterator[Item]:
        names = names_of(self.name_merges(known_on=known_on))
        given: set[str] = set()
        before: int | None = None
        while True:
            with self.sessions.reading() as connection:
                hits = searching.find(connection, asked, wanted.under(names), known_on, before)
                ones = doubling.ones(connection, {hit.of or hit.id for hit in hits})
            if not hits:
                return
            found = dict.fromkeys(ones.get(hit.of or hit.id, hit.of or hit.id) for hit in hits)
            items = self._items([one for one in found if one not in given], known_on)
            for one in found:
                item = items.get(one)
                if item is not None and wanted.takes(item) and asked.holds(text_of(item)):
                    given.add(one)
                    yield item
            if len(hits) < searching.PAGE:
                return
            before = hits[-1].place

    def _items(self, ids: Sequence[str], known_on: datetime | None) -> dict[str, Item]:
        """The sources, statements and drafts of these ids that stand."""
        kinds = self.kinds(ids)
        among = tables.sources.c.id.in_(ids)
        sources = questions.of_table(tables.sources, known_on).where(among)
        found: list[Item] = [
            *self.statements(known_on=known_on, verdicts=SHOWN, ids=ids),
            *self._all(sources, derivation.recorded_source),
        ]
        if EntryKind.DRAFT_RECEIVED in kinds.values():
            found += [one for one in self.drafts(known_on=known_on) if one.id in kinds]
        return {one.id: one for one in found}

    def people(self, *, known_on: datetime | None = None) -> list[RecordedPerson]:
        judged = self._judged(EntryKind.PERSON_PROPOSED, known_on)
        names = names_of(self.name_merges(known_on=known_on))
        return [names.in_person(derivation.recorded_person(*one[:3])) for one in judged]

    def meetings(self, *, known_on: datetime | None = None) -> list[RecordedMeeting]:
        judged = self._judged(EntryKind.MEETING_PROPOSED, known_on)
        names = names_of(self.name_merges(known_on=known_on))
        return [names.in_meeting(derivation.recorded_meeting(*one[:3])) for one in judged]

    def proposals(self, *, known_on: datetime | None = None) -> list[RecordedProposal]:
        judged = self._judged(EntryKind.PROPOSAL_PROPOSED, known_on)
        names = names_of(self.name_merges(known_on=known_on))
        return [names.in_proposal(derivation.recorded_proposal(*one[:3])) for one in judged]

    def find_draft(self, sha256: str) -> RecordedDraft | None:
        entry = self._first(questions.draft_of(sha256))
        if entry is None:
            return None
        return names_of(self.name_merges()).in_draft(derivation.recorded_draft(entry))

    def drafts(self, *, known_on: datetime | None = None) -> list[RecordedDraft]:
        found = self._all(questions.drafts(known_on), derivation.recorded_draft)
        first = self._first_received(known_on)
        names = names_of(self.name_merges(known_on=known_on))
        return derivation.by_date([names.in_draft(one) for one in found if first[one.id] == one.id])

    def issues(self, *, known_on: datetime | None = None) -> list[Issue]:
        return self._all(questions.of_table(tables.issues, known_on), derivation.issue)

    def point_links(self, *, known_on: datetime | None = None) -> list[PointLink]:
        first = self._first_received(known_on)
        words = strongest(self._all(questions.point_links(known_on), _as_is), first)
        links = [derivation.point_link(entry) for entry in words]
        ones = self._ones(link.issue_id for link in links)
        ones |= self._ones(issue for link in links for issue in link.others)
        return [_link_of(link, first[link.draft_id], ones) for link in links]

    def point_matches(self, *, known_on: datetime | None = None) -> list[PointMatch]:
        first = self._first_received(known_on)
        words = newest(self._all(questions.point_matches(known_on), _as_is), first)
        return [
            replace(derivation.point_match(entry), before_id=before, after_id=after)
            for entry, before, after in words
        ]

    def statement_links(self, *, known_on: datetime | None = None) -> list[StatementLink]:
        links = self._all(questions.statement_links(known_on), derivation.statement_link)
        ones = self._ones(link.statement_id for link in links)
        ones |= self._ones(link.issue_id for link in links)
        if not ones:
            return links
        return [
            replace(
                link,
                statement_id=ones.get(link.statement_id, link.statement_id),
                issue_id=ones.get(link.issue_id, link.issue_id),
            )
            for link in links
        ]

    def name_merges(self, *, known_on: datetime | None = None) -> list[NameMerge]:
        return self._all(questions.name_merges(known_on), derivation.name_merge)

    def judgements(
        self,
        *,
        known_on: datetime | None = None,
        author: str | None = None,
        shared: bool = False,
    ) -> list[Judgement]:
        given = self._all(questions.judgements(known_on, author, shared), derivation.judgement)
        ones = self._ones(judgement.of for judgement in given)
        return [replace(one, of=ones[one.of]) if one.of in ones else one for one in given]

    def about(self, entry_id: str) -> list[Entry]:
        return self._all(questions.about(entry_id), _as_is)

    def latest(self, author: str, kinds: Collection[EntryKind]) -> Entry | None:
        return self._first(questions.latest(author, kinds))

    def grades(self, *, known_on: datetime | None = None) -> list[Grade]:
        grades = self._all(questions.grades(known_on), derivation.grade)
        ones = self._ones(grade.of for grade in grades)
        return [replace(one, of=ones[one.of]) if one.of in ones else one for one in grades]

    def source_likenesses(self, *, known_on: datetime | None = None) -> list[SourceLikeness]:
        with self.sessions.reading() as connection:
            found = connection.execute(questions.source_likenesses(known_on))
            return [likeness_of(row) for row in found]

    def copy_words(self, *, known_on: datetime | None = None) -> list[CopyWord]:
        words = self._all(questions.copy_words(known_on), derivation.copy_word)
        ones = self._ones(named for word in words for named in (word.one_id, word.other_id))
        return latest_words(word.of_ones(ones) for word in words)

    def briefs(self, *, known_on: datetime | None = None) -> list[PublishedBrief]:
        return self._all(questions.of_table(tables.briefs, known_on), derivation.brief)

    def notes(self, *, known_on: datetime | None = None) -> list[Note]:
        return self._all(questions.notes_on(known_on), derivation.note)

    def caucuses(self) -> list[Caucus]:
        found = self._all(questions.caucuses(), derivation.caucus)
        return sorted(found, key=lambda caucus: caucus.party)

    def close(self) -> None:
        self.sessions.close()

    def _ones(self, ids: Iterable[str]) -> dict[str, str]:
        with self.sessions.reading() as connection:
            return doubling.ones(connection, set(ids))

    def _first_received(self, known_on: datetime | None) -> dict[str, str]:
        with self.sessions.reading() as connection:
            rows = connection.execute(questions.received(known_on))
            return first_received((row.id, row.sha256) for row in rows)

    def _first(self, question: Select[Any], **named: str) -> Entry | None:
        with self.sessions.reading() as connection:
            row = connection.execute(question, named).first()
            return Now(connection).entry(row) if row is not None else None

    def _all(self, question: Select[Any], view: Callable[[Entry], T]) -> list[T]:
        with self.sessions.reading() as connection:
            now = Now(connection)
            return [view(now.entry(row)) for row in connection.execute(question)]

    def _judged(
        self,
        kind: EntryKind,
        known_on: datetime | None,
        verdicts: Iterable[Verdict] | None = None,
        ids: Collection[str] | None = None,
    ) -> Iterator[tuple[Entry, SourceNote, Verdict, Any]]:
        with self.sessions.reading() as connection:
            now = Now(connection)
            rows = connection.execute(questions.judged(kind, known_on, verdicts, ids)).all()
            sources = None if ids is None else {row.source_id for row in rows}
            asked = connection.execute(questions.notes(known_on, sources))
            notes = {row.id: now.note(note_of(row)) for row in asked}
        for row in rows:
            note = notes.get(row.source_id)
            if note is None or row.verdict not in tuple(Verdict):
                raise DamagedRecord(
                    f'Entry "{row.id}" was asked for, but its source or the verdict on it is '
                    "damaged. See what is wrong with: onetext verify -r RECORD"
                )
            entry = derivation.seen(now.entry(row), note.visibility, now.of_verdict(row))
            yield entry, note, Verdict(row.verdict), row.correction


def _link_of(link: PointLink, draft_id: str, ones: Mapping[str, str]) -> PointLink:
    if ones.keys().isdisjoint(link.issue_ids):
        return replace(link, draft_id=draft_id)
    issue_id, *others = dict.fromkeys(ones.get(issue, issue) for issue in link.issue_ids)
    return replace(link, draft_id=draft_id, issue_id=issue_id, others=tuple(others))


def _tells_of_other(sha256: str, entry: Entry) -> bool:
    """Whether an entry is another source than the one of these bytes, or was found in any."""
    if entry.kind is EntryKind.SOURCE_RECEIVED:
        return bool(entry.body["document"]["sha256"] != sha256)
    return entry.kind in PROPOSED


def _as_is(entry: Entry) -> Entry:
    return entry
