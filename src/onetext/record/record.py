"""The record as those who work with it see it: commands in, entries out, questions to `store`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from types import TracebackType

from onetext.errors import NotInRecord, RecordProblem
from onetext.record import bodies
from onetext.record.chain import Unsealed
from onetext.record.codec import to_json
from onetext.record.entries import INHERITED, TEAM, EntryKind, Sign
from onetext.record.grades import Credibility, Reliability
from onetext.record.statements import Named, Reading, Statement, Topic
from onetext.record.store import Store
from onetext.record.visibility import Visibility, widest
from onetext.text.drafts import Draft

SHORT_CHARS = 8


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def short_id(entry_id: str) -> str:
    """The last 8 characters of an id: what lists show, and what `Record.resolve` takes."""
    return entry_id[-SHORT_CHARS:]


def record_name(store: Store) -> str:
    """The name under which the record was opened."""
    opening = next((e for e in store.entries() if e.kind is EntryKind.RECORD_OPENED), None)
    return str(opening.body["name"]) if opening else "A record without a name"


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a reading. `already`: the record held the same document, and kept that.

    `statements` counts those that were proposed now; 0 where the document was there already.
    """

    source_id: str
    already: bool
    statements: int


class Record:
    """A record, opened by an author. Questions go to `store`; every command adds entries.

    Ids that commands take are full ids; `resolve` finds the full id of a short one. What is
    recorded about an entry may be seen by who may see that, its reason included, unless a
    narrower `visibility` is given.
    """

    def __init__(
        self,
        store: Store,
        *,
        author: str,
        clock: Callable[[], datetime] = now,
        sign: Sign | None = None,
    ) -> None:
        """`clock` tells the moment of recording and knows its time zone; `sign` signs a digest.

        Set `said_to` where what is recorded about entries is for fewer than may see these.
        """
        self.store = store
        self.author = author
        self.said_to = INHERITED
        self._clock = clock
        self._sign = sign

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All that is recorded inside is kept together or, on any error, not at all."""
        with self.store.transaction():
            yield

    def opened(self, name: str, *, visibility: str = TEAM) -> str:
        """Record that the record was opened under `name`; its first entry."""
        return self._record(EntryKind.RECORD_OPENED, bodies.RecordOpened(name), visibility)

    def receive(
        self, reading: Reading, *, origin: str, reader: str, visibility: str = TEAM
    ) -> Received:
        """Keep a document and all that was found in it, together.

        Args:
            reading: the document and what a reader found in it.
            origin: the file name or address that it came from.
            reader: the name of what read it.
            visibility: who may see it and what was found in it.
        """
        with self.store.transaction():
            known = self.store.find_source(reading.document.sha256)
            if known is not None:
                return Received(known.id, already=True, statements=0)
            source = self._record(
                EntryKind.SOURCE_RECEIVED,
                bodies.SourceReceived(reading.document, origin, reader),
                visibility,
            )
            self._write(
                Unsealed(kind, to_json(body), visibility) for kind, body in _found(source, reading)
            )
        return Received(source, already=False, statements=len(reading.statements))

    def propose(self, source_id: str, statements: Iterable[Statement]) -> list[str]:
        """Keep statements that a person, or another tool, found in a source that is there.

        Raises:
            NotInRecord: there is no such source; nothing was kept.
        """
        kind = EntryKind.STATEMENT_PROPOSED
        return self._write(
            Unsealed(kind, to_json(bodies.StatementProposed(source_id, one)), INHERITED)
            for one in statements
        )

    def receive_draft(
        self, draft: Draft, *, sha256: str, origin: str, visibility: str = TEAM
    ) -> tuple[str, bool]:
        """Keep a draft. Returns its id and whether the record held it already.

        `sha256` is the digest of the bytes that the draft was read from.
        """
        with self.store.transaction():
            known = self.store.find_draft(sha256)
            if known is not None:
                return known.id, True
            body = bodies.DraftReceived(draft, sha256, origin)
            return self._record(EntryKind.DRAFT_RECEIVED, body, visibility), False

    def open_issue(self, label: str, topic: Topic, *, visibility: str = TEAM) -> str:
        """The id of the issue of that label, whatever its capitals; opened where there is none.

        `visibility` is that of what names the label. Where the issue is there already, but may
        be seen by fewer, it may be seen by these too from now on.
        """
        with self.store.transaction():
            for issue in self.store.issues():
                if issue.label.casefold() == label.casefold():
                    self._widen(issue.id, issue.visibility, visibility)
                    return issue.id
            body = bodies.IssueOpened(label, topic)
            return self._record(EntryKind.ISSUE_OPENED, body, visibility)

    def link_point(
        self,
        draft_id: str,
        path: str,
        issue_id: str,
        *,
        rule: str,
        confidence: float,
        visibility: str = INHERITED,
    ) -> str:
        """Say that a point deals with an issue; `rule` is "person" when set by hand."""
        body = bodies.PointLinked(draft_id, path, issue_id, rule, confidence)
        return self._record(EntryKind.POINT_LINKED, body, visibility)

    def assign_point(
        self,
        draft_id: str,
        path: str,
        issue_ids: Sequence[str],
        *,
        rule: str,
        confidence: float,
        reason: str | None = None,
        visibility: str = INHERITED,
    ) -> str:
        """Say that a point deals with several issues, or why it does with one.

        `issue_ids` names at least one, the issue that the point is mostly about first.
        """
        body = bodies.PointAssigned(draft_id, path, tuple(issue_ids), rule, confidence, reason)
        return self._record(EntryKind.POINT_ASSIGNED, body, visibility)

    def match_points(
        self,
        before_id: str,
        after_id: str,
        path: str,
        partners: Sequence[str],
        *,
        reason: str | None = None,
        visibility: str = INHERITED,
    ) -> str:
        """A person's word on what became of a point of one draft in another.

        `partners` are paths in the draft `after_id`; none says that the point was dropped.
        """
        body = bodies.PointsMatched(before_id, after_id, path, tuple(partners), reason)
        return self._record(EntryKind.POINTS_MATCHED, body, visibility)

    def link_statement(
        self, statement_id: str, issue_id: str, *, visibility: str = INHERITED
    ) -> str:
        """A person's word that a statement is about an issue."""
        body = bodies.StatementLinked(statement_id, issue_id)
        return self._record(EntryKind.STATEMENT_LINKED, body, visibility)

    def unlink_statement(
        self, statement_id: str, issue_id: str, *, visibility: str = INHERITED
    ) -> str:
        """A person's word that a statement is not about an issue."""
        body = bodies.StatementLinked(statement_id, issue_id)
        return self._record(EntryKind.STATEMENT_UNLINKED, body, visibility)

    def accept(
        self,
        ids: Iterable[str],
        *,
        rule: str | None = None,
        reason: str | None = None,
        visibility: str = INHERITED,
    ) -> list[str]:
        """Accept what was proposed; `rule` in words where no person looked at each.

        Raises:
            NotInRecord: one of `ids` is nothing that was proposed; none was accepted.
        """
        return self._judge(EntryKind.ACCEPTED, ids, rule, reason, visibility)

    def reject(
        self,
        ids: Iterable[str],
        *,
        rule: str | None = None,
        reason: str,
        visibility: str = INHERITED,
    ) -> list[str]:
        """Reject what was proposed. Raises as `accept` does."""
        return self._judge(EntryKind.REJECTED, ids, rule, reason, visibility)

    def correct(
        self, statement_id: str, statement: Statement, reason: str, *, visibility: str = INHERITED
    ) -> str:
        """Replace a proposed statement by the whole statement as it should be."""
        with self.store.transaction():
            over = self.store.verdicts_on([statement_id]).get(statement_id, ())
            body = bodies.Corrected(statement_id, statement, reason, over)
            return self._record(EntryKind.CORRECTED, body, visibility)

    def merge_names(
        self,
        what: Named,
        names: Sequence[str],
        into: str,
        *,
        reason: str | None = None,
        visibility: str = TEAM,
    ) -> str:
        """A person's word that `names` are other names of the party or person `into`.

        Raises:
            RecordProblem: there is no name to merge, one is empty, or one is `into` itself.
        """
        others = tuple(dict.fromkeys(name for name in names if name != into))
        if not others or not all((into, *others)):
            raise RecordProblem(
                f'Names were to be merged into "{into}", but no other name was given. '
                "Give the names to merge and the one to merge them into."
            )
        body = bodies.NamesMerged(what, into, others, reason)
        return self._record(EntryKind.NAMES_MERGED, body, visibility)

    def withdraw(self, entry_id: str, reason: str, *, visibility: str = INHERITED) -> str:
        """Take back a verdict, a link, a merge of names, a match of points, a note, a draft,
        a grade or a word on copies."""
        return self._record(EntryKind.WITHDRAWN, bodies.Withdrawn(entry_id, reason), visibility)

    def note(self, entry_id: str, text: str, *, visibility: str = TEAM) -> str:
        """Note something on a source, a draft, an issue or what was proposed."""
        return self._record(EntryKind.NOTED, bodies.Noted(entry_id, text), visibility)

    def change_visibility(
        self, ids: Iterable[str], visibility: str, *, reason: str | None = None
    ) -> list[str]:
        """Say who may see entries from now on, whatever was said of it before.

        What rests on them follows. That it was changed may be seen by who may see the entry.

        Raises:
            NotInRecord: one of `ids` is not in the record, or itself says who may see what.
        """
        kind = EntryKind.VISIBILITY_CHANGED
        return self._write(
            Unsealed(kind, to_json(bodies.VisibilityChanged(of, visibility, reason)), INHERITED)
            for of in ids
        )

    def name_caucus(self, party: str, members: Iterable[str], *, visibility: str = TEAM) -> str:
        """Say who sits in a party's caucus; from now on these and nobody else."""
        body = bodies.CaucusNamed(party, tuple(members))
        return self._record(EntryKind.CAUCUS_NAMED, body, visibility)

    def grade(
        self,
        entry_id: str,
        reliability: Reliability,
        credibility: Credibility,
        *,
        reason: str,
        visibility: str = INHERITED,
    ) -> str:
        """Grade a source, or a statement alone (NATO: A to F, 1 to 6)."""
        body = bodies.SourceGraded(entry_id, reliability, credibility, reason)
        return self._record(EntryKind.SOURCE_GRADED, body, visibility)

    def mark_copies(
        self,
        source_id: str,
        other_id: str,
        *,
        copies: bool,
        reason: str | None = None,
        visibility: str = INHERITED,
    ) -> str:
        """A person's word that two sources are, or are not, copies of one text."""
        body = bodies.CopiesMarked(source_id, other_id, copies, reason)
        return self._record(EntryKind.COPIES_MARKED, body, visibility)

    def publish_key(self, key: str) -> str:
        """Say that the author signs with `key`, a line such as "ssh-ed25519 AAAA..."."""
        return self._record(EntryKind.KEY_PUBLISHED, bodies.KeyPublished(key))

    def publish_brief(
        self, as_of: date, known_on: datetime, sha256: str, name: str, *, visibility: str = TEAM
    ) -> str:
        """Record that a brief was written, so that the next one can tell what changed since."""
        body = bodies.BriefPublished(as_of, known_on.astimezone(UTC), sha256, name)
        return self._record(EntryKind.BRIEF_PUBLISHED, body, visibility)

    def resolve(self, short: str) -> str:
        """The full id that `short` stands for: a full id, or at least its last 8 characters.

        Where what has that id is told by another entry, too, the id of the one that stands.

        Raises:
            NotInRecord: no id ends so.
            RecordProblem: `short` is too short, or several ids end so.
        """
        ending = short.strip().lower()
        if len(ending) < SHORT_CHARS:
            raise RecordProblem(
                f'"{short}" was given as an id, but an id has at least {SHORT_CHARS} characters. '
                "List ids with: onetext review -r RECORD"
            )
        found = self.store.ending(ending)
        if not found:
            raise NotInRecord(
                f'"{short}" was asked for, but no id in the record ends so. '
                "List ids with: onetext review -r RECORD"
            )
        if len(found) > 1:
            raise RecordProblem(
                f'"{short}" was asked for, but {len(found)} ids end so: {", ".join(found[:3])}. '
                "Give more characters of the id, from its end."
            )
        return self.store.standing_for(found[0])

    def _widen(self, entry_id: str, now: str, asked: str) -> None:
        wider = str(widest(Visibility.of(now), Visibility.of(asked)))
        if wider != now:
            self.change_visibility([entry_id], wider)

    def _judge(
        self,
        kind: EntryKind,
        ids: Iterable[str],
        rule: str | None,
        reason: str | None,
        visibility: str,
    ) -> list[str]:
        with self.store.transaction():
            named = list(ids)
            over = self.store.verdicts_on(named)
            return self._write(
                Unsealed(
                    kind, to_json(bodies.Judged(of, rule, reason, over.get(of, ()))), visibility
                )
                for of in named
            )

    def _record(self, kind: EntryKind, body: object, visibility: str = TEAM) -> str:
        return self._write([Unsealed(kind, to_json(body), visibility)])[0]

    def _write(self, unsealed: Iterable[Unsealed]) -> list[str]:
        said = [
            replace(one, visibility=self.said_to) if one.visibility == INHERITED else one
            for one in unsealed
        ]
        entries = self.store.write(
            said, author=self.author, recorded_at=self._clock(), sign=self._sign
        )
        return [entry.id for entry in entries]


def _found(source: str, reading: Reading) -> Iterator[tuple[EntryKind, object]]:
    for statement in reading.statements:
        yield EntryKind.STATEMENT_PROPOSED, bodies.StatementProposed(source, statement)
    for person in reading.people:
        yield EntryKind.PERSON_PROPOSED, bodies.PersonProposed(source, person)
    for meeting in reading.meetings:
        yield EntryKind.MEETING_PROPOSED, bodies.MeetingProposed(source, meeting)
    for proposal in reading.proposals:
        yield EntryKind.PROPOSAL_PROPOSED, bodies.ProposalProposed(source, proposal)
