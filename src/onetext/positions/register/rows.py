"""The rows of the register: one for each statement and issue that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from onetext.positions.copies import RANK
from onetext.positions.fold import party_of
from onetext.positions.linking import Linker
from onetext.positions.meant import Named, words_that_name
from onetext.positions.stances import stance_of
from onetext.positions.terms import plain_words
from onetext.positions.values import Stance
from onetext.record.statements import Statement
from onetext.record.views import RecordedStatement, Verdict

STANCES = tuple(Stance)
CODES = {stance: code for code, stance in enumerate(STANCES)}
NO_STANCE = -1
PENDING = RANK[Verdict.PENDING]

Ints = NDArray[np.int32]
Small = NDArray[np.int8]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns of one length. A place is an index into a list of the register's.

    Attributes:
        statement: the place of the statement's id.
        issue: the place of the issue.
        party: the place of the party whose stance it is.
        day: the day that the statement is dated, as an ordinal.
        stance: a code of `CODES`, or `NO_STANCE`.
        verdict: how much of a verdict it has, as `onetext.positions.copies.RANK` ranks them.
        copy: what copies of one statement have in common beside party, issue and day.
        published: the day that its source was published, as an ordinal; late where not known.
        outlet: the place of the outlet's name.
        source: the place of the source's id.
    """

    statement: Ints
    issue: Ints
    party: Ints
    day: Ints
    stance: Small
    verdict: Small
    copy: Hashes
    published: Ints
    outlet: Ints
    source: Ints

    def __len__(self) -> int:
        return len(self.statement)

    def only(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> Rows:
        return Rows(*(getattr(self, one.name)[which] for one in fields(self)))

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Rows:
        columns = [[getattr(part, one.name) for part in parts] for one in fields(cls)]
        return cls(*(np.concatenate(column) for column in columns))


@dataclass(slots=True)
class Places:
    """Numbers values from 0 in the order in which they are first met."""

    values: list[str] = field(default_factory=list)
    place: dict[str, int] = field(default_factory=dict)

    def of(self, value: str) -> int:
        found = self.place.get(value)
        if found is None:
            found = self.place[value] = len(self.values)
            self.values.append(value)
        return found


@dataclass(slots=True)
class Names:
    """The lists that rows point into."""

    statements: Places = field(default_factory=Places)
    issues: Places = field(default_factory=Places)
    parties: Places = field(default_factory=Places)
    outlets: Places = field(default_factory=Places)
    sources: Places = field(default_factory=Places)
    naming: dict[int, str] = field(default_factory=dict)
    """By the place of a statement that may name a draft, the words that may."""

    def naming_of(self, statements: Iterable[RecordedStatement], named: Named) -> None:
        """Keep the words of those that may name one of the drafts that `named` knows."""
        for recorded in statements:
            place = self.statements.place.get(recorded.id)
            if place is None:
                continue
            words = words_that_name(recorded.statement)
            if named.might(words):
                self.naming[place] = words
            else:
                self.naming.pop(place, None)


def rows_of(
    statements: Iterable[RecordedStatement],
    linker: Linker,
    by_person: Mapping[str, Mapping[str, bool]],
    names: Names,
) -> Rows:
    """The rows for `statements`; `by_person` is what people said of what they are about.

    As in `onetext.positions.fold.evidence_by_cell`; statements of no party have no row.
    """
    columns: list[list[int]] = [[] for _ in fields(Rows)]
    for recorded in statements:
        party = party_of(recorded)
        if party is None:
            continue
        said, note = recorded.statement, recorded.source
        links = linker.links(said, by_person.get(recorded.id))
        if not links:
            continue
        stance = stance_of(said)
        row = (
            names.parties.of(party),
            recorded.dated.toordinal(),
            NO_STANCE if stance is None else CODES[stance],
            RANK[recorded.verdict],
            copy_key(said),
            (note.published or date.max).toordinal(),
            names.outlets.of(note.publisher or note.origin),
            names.sources.of(note.id),
        )
        statement = names.statements.of(recorded.id)
        for link in links:
            for column, value in zip(
                columns, (statement, names.issues.of(link.issue_id), *row), strict=True
            ):
                column.append(value)
    return _from_columns(columns)


def no_rows() -> Rows:
    return _from_columns([[] for _ in fields(Rows)])


def _from_columns(columns: Sequence[Sequence[int]]) -> Rows:
    statement, issue, party, day, stance, verdict, copy, published, outlet, source = columns
    return Rows(
        np.array(statement, np.int32),
        np.array(issue, np.int32),
        np.array(party, np.int32),
        np.array(day, np.int32),
        np.array(stance, np.int8),
        np.array(verdict, np.int8),
        np.array(copy, np.uint64),
        np.array(published, np.int32),
        np.array(outlet, np.int32),
        np.array(source, np.int32),
    )


def copy_key(said: Statement) -> int:
    """What copies have in common, as `onetext.positions.copies.copies_of` tells them."""
    words = " ".join(plain_words(said.words))
    whole = f"{words}\n{(said.speaker.name or '').casefold()}\n{said.act}"
    return int.from_bytes(blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=8).digest())
