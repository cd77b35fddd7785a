"""A store that keeps its entries in a list and answers by folding them, in plain Python.

It is the reference for the stores that stand on a database, and what tests use in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from onetext.errors import RecordProblem
from onetext.record import derivation
from onetext.record.chain import Unsealed, seal
from onetext.record.codec import body_value
from onetext.record.copied_drafts import first_received, newest, strongest
from onetext.record.copies import CopyWord, SourceLikeness, latest_words
from onetext.record.entries import Entry, EntryKind, Seal, Sign
from onetext.record.grades import Grade
from onetext.record.names import names_of
from onetext.record.references import LINKS, VERDICTS, References, refuse
from onetext.record.search import EVERYTHING, SHOWN, Asked, Filter, Item, text_of, told_by
from onetext.record.statements import Statement
from onetext.record.store import Extent
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
from onetext.testing.folding import (
    caucus_words,
    latest_verdicts,
    match_words,
    point_words,
    source_pairs,
    standing,
    statement_words,
    visibilities_now,
)
from onetext.testing.oneness import as_one, doubles_of

T = TypeVar("T")


class MemoryStore:
    """Implements `onetext.record.store.Store` without a database; nothing outlives it."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._shelf: dict[str, bytes] = {}
        self._imports = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before, shelf = dict(self._entries), dict(self._shelf)
        try:
            yield
        except BaseException:
            self._entries, self._shelf = before, shelf
            raise

    def write(
        self,
        unsealed: Sequence[Unsealed],
        *,
        author: str,
        recorded_at: datetime,
        sign: Sign | None = None,
    ) -> list[Entry]:
        times = (entry.recorded_at for entry in self._entries.values())
        entries = seal(
            unsealed,
            author=author,
            recorded_at=recorded_at,
            head=self.head(author),
            after=max(self._entries, default=None),
            not_before=max(times, default=None),
            sign=sign,
        )
        self._keep(entries)
        return entries

    def append(self, entries: Iterable[Entry]) -> int:
        count = self._keep(entries)
        self._imports += 1
        return count

    def _keep(self, entries: Iterable[Entry]) -> int:
        with self.transaction():
            references = References(self.kinds)
            count = 0
            for entry in entries:
                if entry.id in self._entries:
                    raise RecordProblem(
                        f'Entry "{entry.id}" was to be kept, but the record holds it already. '
                        "Nothing was recorded."
                    )
                self._entries[entry.id] = entry
                refuse(references.follow([entry]))
                count += 1
            refuse(references.finish())
        return count

    def entries(self, *, after: str | None = None) -> Iterator[Entry]:
        ids = sorted(self._entries)
        return (self._entries[found] for found in ids if after is None or found > after)

    def entry(self, entry_id: str) -> Entry | None:
        return self._entries.get(entry_id)

    def entries_of(self, ids: Collection[str]) -> list[Entry]:
        return [self._entries[found] for found in sorted(set(ids)) if found in self._entries]

    def opened(self) -> list[Entry]:
        return [entry for entry in self.entries() if entry.kind is EntryKind.RECORD_OPENED]

    def seals(self) -> Iterator[Seal]:
        return (Seal(entry.id, entry.digest, entry.signature) for entry in self.entries())

    def seals_of(self, ids: Collection[str]) -> Mapping[str, Seal]:
        return {seal.id: seal for seal in self.seals() if seal.id in ids}

    def digested(self, digests: Collection[str]) -> Mapping[str, tuple[str, str]]:
        held = self._entries.values()
        return {e.digest: (e.author, e.id) for e in held if e.digest in digests}

    def published_keys(self) -> list[PublishedKey]:
        known = self._known(None)
        gone = {e.body["of"]: e for e in reversed(known) if e.kind is EntryKind.WITHDRAWN}
        return [
            PublishedKey(
                entry.id,
                entry.author,
                entry.body["key"],
                entry.recorded_at,
                gone[entry.id].recorded_at if entry.id in gone else None,
            )
            for entry in known
            if entry.kind is EntryKind.KEY_PUBLISHED
        ]

    def verdicts_on(self, ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for entry in standing(self._known(None)):
            if entry.kind in VERDICTS and entry.body["of"] in ids:
                found[entry.body["of"]] = (*found.get(entry.body["of"], ()), entry.id)
        return found

    def kinds(self, ids: Collection[str]) -> Mapping[str, EntryKind]:
        return {found: self._entries[found].kind for found in ids if found in self._entries}

    def standing_for(self, entry_id: str) -> str:
        known = sorted(self._entries.values(), key=lambda entry: (entry.recorded_at, entry.id))
        return doubles_of(known).get(entry_id, entry_id)

    def ending(self, suffix: str) -> list[str]:
        return sorted(found for found in self._entries if found.endswith(suffix))

    def head(self, author: str) -> str | None:
        mine = [found for found, entry in self._entries.items() if entry.author == author]
        return self._entries[max(mine)].digest if mine else None

    def extent(self) -> Extent:
        return Extent(len(self._entries), max(self._entries, default=""), self._imports)

    def shelved(self, name: str) -> bytes | None:
        return self._shelf.get(name)

    def shelve(self, name: str, value: bytes) -> None:
        self._shelf[name] = value

    def rebuild(self) -> None:
        """Nothing is derived but what others left here."""
        self._shelf.clear()

    def damage(self) -> list[str]:
        return []

    def find_source(self, sha256: str) -> RecordedSource | None:
        return next((one for one in self.sources() if one.document.sha256 == sha256), None)

    def source(self, source_id: str) -> RecordedSource | None:
        found = self.standing_for(source_id)
        return next((one for one in self.sources() if one.id == found), None)

    def sources(self, *, known_on: datetime | None = None) -> list[RecordedSource]:
        return [
            derivation.recorded_source(entry)
            for entry in self._known(known_on, EntryKind.SOURCE_RECEIVED)
        ]

    def statements(
        self,
        *,
        known_on: datetime | None = None,
        verdicts: Iterable[Verdict] = (Verdict.ACCEPTED, Verdict.CORRECTED),
        ids: Collection[str] | None = None,
    ) -> list[RecordedStatement]:
        wanted = set(verdicts)
        names = names_of(self.name_merges(known_on=known_on))
        deciding = latest_verdicts(self._known(known_on))
        notes = self._notes()
        found = []
        for entry in self._known(known_on, EntryKind.STATEMENT_PROPOSED):
            verdict, judged = deciding.get(entry.id, (Verdict.PENDING, entry))
            words = self._words(entry, verdict, judged)
            if verdict in wanted and (ids is None or entry.id in ids):
                statement: Statement = body_value(words.kind, words.body).statement
                note = notes[entry.body["source"]]
                shown = derivation.seen(entry, note.visibility, judged.visibility)
                recorded = derivation.recorded_statement(shown, statement, note, verdict)
                found.append(names.in_statement(recorded))
        return found

    def statement_ids(self) -> list[str]:
        return sorted(one.id for one in self._known(None, EntryKind.STATEMENT_PROPOSED))

    def search(
        self, asked: Asked, *, wanted: Filter = EVERYTHING, known_on: datetime | None = None
    ) -> Iterator[Item]:
        items: list[Item] = [
            *self.sources(known_on=known_on),
            *self.statements(known_on=known_on, verdicts=SHOWN),
            *self.drafts(known_on=known_on),
        ]
        found = {one.id: one for one in items if wanted.takes(one) and asked.holds(text_of(one))}
        for entry in reversed(self._entries.values()):
            told = told_by(entry)
            late = known_on is not None and entry.recorded_at > known_on
            if told is None or late or not asked.holds(told.text):
                continue
            item = found.pop(self.standing_for(told.of or entry.id), None)
            if item is not None:
                yield item

    def people(self, *, known_on: datetime | None = None) -> list[RecordedPerson]:
        names = names_of(self.name_merges(known_on=known_on))
        found = self._judged(known_on, EntryKind.PERSON_PROPOSED, derivation.recorded_person)
        return [names.in_person(one) for one in found]

    def meetings(self, *, known_on: datetime | None = None) -> list[RecordedMeeting]:
        names = names_of(self.name_merges(known_on=known_on))
        found = self._judged(known_on, EntryKind.MEETING_PROPOSED, derivation.recorded_meeting)
        return [names.in_meeting(one) for one in found]

    def proposals(self, *, known_on: datetime | None = None) -> list[RecordedProposal]:
        names = names_of(self.name_merges(known_on=known_on))
        found = self._judged(known_on, EntryKind.PROPOSAL_PROPOSED, derivation.recorded_proposal)
        return [names.in_proposal(one) for one in found]

    def find_draft(self, sha256: str) -> RecordedDraft | None:
        for entry in self._drafts(None):
            if entry.body["sha256"] == sha256:
                return names_of(self.name_merges()).in_draft(derivation.recorded_draft(entry))
        return None

    def drafts(self, *, known_on: datetime | None = None) -> list[RecordedDraft]:
        names = names_of(self.name_merges(known_on=known_on))
        received = self._drafts(known_on)
        first = first_received((entry.id, entry.body["sha256"]) for entry in received)
        drafts = [derivation.recorded_draft(e) for e in received if first[e.id] == e.id]
        return derivation.by_date([names.in_draft(one) for one in drafts])

    def issues(self, *, known_on: datetime | None = None) -> list[Issue]:
        return [derivation.issue(e) for e in self._known(known_on, EntryKind.ISSUE_OPENED)]

    def point_links(self, *, known_on: datetime | None = None) -> list[PointLink]:
        received = self._drafts(known_on)
        first = first_received((entry.id, entry.body["sha256"]) for entry in received)
        words = [e for e in point_words(self._known(known_on)) if e.body["draft"] in first]
        return [
            replace(derivation.point_link(entry), draft_id=first[entry.body["draft"]])
            for entry in strongest(words, first)
        ]

    def point_matches(self, *, known_on: datetime | None = None) -> list[PointMatch]:
        received = self._drafts(known_on)
        first = first_received((entry.id, entry.body["sha256"]) for entry in received)
        words = match_words(self._known(known_on))
        found = [e for e in words if {e.body["before"], e.body["after"]} <= first.keys()]
        return [
            replace(derivation.point_match(entry), before_id=before, after_id=after)
            for entry, before, after in newest(found, first)
        ]

    def statement_links(self, *, known_on: datetime | None = None) -> list[StatementLink]:
        words = statement_words(self._known(known_on))
        return [derivation.statement_link(entry) for entry in words]

    def name_merges(self, *, known_on: datetime | None = None) -> list[NameMerge]:
        known = standing(self._known(known_on))
        return [derivation.name_merge(e) for e in known if e.kind is EntryKind.NAMES_MERGED]

    def judgements(
        self,
        *,
        known_on: datetime | None = None,
        author: str | None = None,
        shared: bool = False,
    ) -> list[Judgement]:
        given = [e for e in standing(self._known(known_on)) if e.kind in VERDICTS]
        authors: dict[str, set[str]] = {}
        for entry in given:
            authors.setdefault(entry.body["of"], set()).add(entry.author)
        return [
            derivation.judgement(entry)
            for entry in given
            if (author is None or entry.author == author)
            and (not shared or len(authors[entry.body["of"]]) > 1)
        ]

    def about(self, entry_id: str) -> list[Entry]:
        said = [e for e in self._known(None) if entry_id in (e.body.get("of"), _linked(e))]
        ids = {entry.id for entry in said}
        known = [e for e in self._known(None) if e.id in ids or e.body.get("of") in ids]
        return [self._entries[entry.id] for entry in known]

    def latest(self, author: str, kinds: Collection[EntryKind]) -> Entry | None:
        mine = [e for e in standing(self._known(None)) if e.author == author and e.kind in kinds]
        latest = max(mine, key=lambda entry: entry.id, default=None)
        return self._entries[latest.id] if latest else None

    def grades(self, *, known_on: datetime | None = None) -> list[Grade]:
        known = standing(self._known(known_on))
        return [derivation.grade(e) for e in known if e.kind is EntryKind.SOURCE_GRADED]

    def source_likenesses(self, *, known_on: datetime | None = None) -> list[SourceLikeness]:
        return source_pairs(self.sources(known_on=known_on))

    def copy_words(self, *, known_on: datetime | None = None) -> list[CopyWord]:
        known = standing(self._known(known_on))
        words = (derivation.copy_word(e) for e in known if e.kind is EntryKind.COPIES_MARKED)
        return latest_words(words)

    def briefs(self, *, known_on: datetime | None = None) -> list[PublishedBrief]:
        return [derivation.brief(e) for e in self._known(known_on, EntryKind.BRIEF_PUBLISHED)]

    def notes(self, *, known_on: datetime | None = None) -> list[Note]:
        known = standing(self._known(known_on))
        return [derivation.note(entry) for entry in known if entry.kind is EntryKind.NOTED]

    def caucuses(self) -> list[Caucus]:
        return caucus_words(self._known(None, EntryKind.CAUCUS_NAMED))

    def close(self) -> None:
        """Nothing is held open."""

    def _known(self, known_on: datetime | None, kind: EntryKind | None = None) -> list[Entry]:
        """Entries known then, in the order of recording, with the visibility they have now; what
        is told again stands once."""
        now = visibilities_now(self._entries.values())
        known = (
            replace(entry, visibility=now[entry.id]) if entry.id in now else entry
            for entry in self._entries.values()
            if known_on is None or entry.recorded_at <= known_on
        )
        found = as_one(sorted(known, key=lambda entry: (entry.recorded_at, entry.id)))
        return [entry for entry in found if kind is None or entry.kind is kind]

    def _words(self, entry: Entry, verdict: Verdict, judged: Entry) -> Entry:
        """The entry that says how `entry` stands: a correction, or of doubles the accepted one."""
        if verdict is Verdict.ACCEPTED:
            return self._entries[self._entries[judged.id].body["of"]]
        return judged if verdict is Verdict.CORRECTED else entry

    def _notes(self) -> dict[str, SourceNote]:
        return {source.id: derivation.note_of(source) for source in self.sources()}

    def _drafts(self, known_on: datetime | None) -> list[Entry]:
        known = self._known(known_on)
        return [entry for entry in standing(known) if entry.kind is EntryKind.DRAFT_RECEIVED]

    def _judged(
        self,
        known_on: datetime | None,
        kind: EntryKind,
        view: Callable[[Entry, SourceNote, Verdict], T],
    ) -> list[T]:
        deciding = latest_verdicts(self._known(known_on))
        notes = self._notes()
        found = []
        for entry in self._known(known_on, kind):
            note = notes[entry.body["source"]]
            verdict, judged = deciding.get(entry.id, (Verdict.PENDING, entry))
            shown = derivation.seen(entry, note.visibility, judged.visibility)
            found.append(view(shown, note, verdict))
        return found


def _linked(entry: Entry) -> str | None:
    """The statement that an entry links or unlinks."""
    return entry.body.get("statement") if entry.kind in LINKS else None
