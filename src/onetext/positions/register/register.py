"""The register of a record, as known on a moment: built once, then brought up to date.

A row of it depends on what its own statement says and has become (its verdict, a correction, a
person's word on what it is about), and on the world: issues, drafts, links of points and merged
names. Entries on statements change the rows of these statements; entries on the world, and
kinds that stand in neither list here, make everything be read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

import numpy as np

from onetext.positions.copies import copy_groups
from onetext.positions.fold import REVIEWED
from onetext.positions.register.rows import PENDING, Names, Rows, no_rows, rows_of
from onetext.positions.register.stale import Stale
from onetext.positions.register.steps import Step, Steps, cells_of, ranks, steps_of, with_more
from onetext.positions.register.syndicated import folded, groups_of, syndicated
from onetext.positions.register.world import World
from onetext.record.entries import Entry, EntryKind
from onetext.record.store import Extent, Store
from onetext.record.views import RecordedStatement, Verdict

PAGE = 500
COUNTED = (*REVIEWED, Verdict.PENDING)

_OF_STATEMENTS = {
    EntryKind.ACCEPTED: "of",
    EntryKind.CORRECTED: "of",
    EntryKind.REJECTED: "of",
    EntryKind.STATEMENT_LINKED: "statement",
    EntryKind.STATEMENT_UNLINKED: "statement",
}
"""Kinds that change the rows of one statement, and the key under which they name it."""

_OF_NOTHING_HERE = frozenset(
    {
        EntryKind.SOURCE_RECEIVED,
        EntryKind.PERSON_PROPOSED,
        EntryKind.MEETING_PROPOSED,
        EntryKind.PROPOSAL_PROPOSED,
        EntryKind.POINTS_MATCHED,
        EntryKind.SOURCE_GRADED,
        EntryKind.BRIEF_PUBLISHED,
        EntryKind.NOTED,
        EntryKind.CAUCUS_NAMED,
    }
)


class Register:
    """Statements that are not rejected, in columns, as a store knew them on a moment."""

    def __init__(self, store: Store, known_on: datetime | None = None) -> None:
        """Read all that `store` knew then; takes long where that is much."""
        self.store = store
        self.known_on = known_on
        self._extent = store.extent()
        self._read()

    def up_to_date(self) -> Register:
        """This register, after taking in what has come since; what was cut off is not."""
        before, self._extent = self._extent, self.store.extent()
        if self._extent == before:
            return self
        touched = self._touched(before)
        if touched is None or not self._renewed(touched):
            self._read()
        return self

    def steps(self, *, with_pending: bool) -> tuple[Rows, Steps]:
        """The rows that count, with or without what nobody reviewed, and what stands by them."""
        found = self._steps.get(with_pending)
        if found is None:
            reviewed = self.rows.verdict != PENDING
            rows = self.rows if with_pending else self.rows.only(reviewed)
            found = self._steps[with_pending] = rows, self._stepped(rows)
        return found

    def _stepped(self, rows: Rows) -> Steps:
        names, parties = self.names, max(1, len(self.names.parties.values))
        cells = cells_of(rows, parties)
        group = groups_of(names.sources.values, self.groups)
        apart = syndicated(rows, parties, group)
        plain = np.flatnonzero(~np.isin(cells, apart))
        steps = steps_of(
            rows.only(plain), parties, ranks(names.outlets.values), ranks(names.statements.values)
        )
        steps = replace(steps, order=plain[steps.order].astype(np.int32))
        more: list[Step] = []
        for cell in apart.tolist():
            here = np.flatnonzero(cells == cell)
            ids = [names.statements.values[one] for one in rows.statement[here]]
            told = {one.id: one for one in self.statements(ids)}
            more += folded(cell, here.astype(np.int32), [told[one] for one in ids], self.groups)
        return with_more(steps, more) if more else steps

    def pending(self, as_of: date) -> int:
        """How many statements up to a day nobody has reviewed."""
        return sum(day <= as_of for day in self._pending.values())

    def statements(self, ids: Sequence[str]) -> list[RecordedStatement]:
        """Those of these statements that are not rejected."""
        return self._statements(ids, COUNTED)

    def _read(self) -> None:
        self.world = World.of(self.store, self.known_on)
        self.stale = Stale(self.world)
        self._might_name = self.world.named(date.max)
        self.names = Names()
        self.groups = copy_groups(self.store, known_on=self.known_on)
        self.rows: Rows = no_rows()
        self._pending: dict[str, date] = {}
        self._take_in(self.store.statement_ids())

    def _renewed(self, ids: Sequence[str]) -> bool:
        """Make the rows of these statements anew; not where one of them stands for another."""
        if len(self._statements(ids, tuple(Verdict))) < len(ids):
            return False
        self.groups = copy_groups(self.store, known_on=self.known_on)
        self._steps.clear()
        there = self.names.statements.place
        places = [there[one] for one in ids if one in there]
        self.rows = self.rows.only(~np.isin(self.rows.statement, places))
        for one in ids:
            self._pending.pop(one, None)
        if ids:
            self._take_in(ids)
        return True

    def _take_in(self, ids: Sequence[str]) -> None:
        self.by_person: dict[str, dict[str, bool]] = {}
        for word in self.store.statement_links(known_on=self.known_on):
            self.by_person.setdefault(word.statement_id, {})[word.issue_id] = word.linked
        found = [self.rows]
        for page in _pages(ids):
            statements = self.statements(page)
            found.append(rows_of(statements, self.world.linker, self.by_person, self.names))
            self.names.naming_of(statements, self._might_name)
            for one in statements:
                if one.verdict is Verdict.PENDING:
                    self._pending[one.id] = one.dated
        self.rows = Rows.joined(found)
        self._steps: dict[bool, tuple[Rows, Steps]] = {}

    def _statements(
        self, ids: Sequence[str], verdicts: Sequence[Verdict]
    ) -> list[RecordedStatement]:
        found: list[RecordedStatement] = []
        for page in _pages(ids):
            found += self.store.statements(known_on=self.known_on, verdicts=verdicts, ids=page)
        return found

    def _touched(self, before: Extent) -> list[str] | None:
        """The statements whose rows have changed since; None where more has."""
        if self._extent.imports != before.imports:
            return None
        found: dict[str, None] = {}
        for entry in self.store.entries(after=before.latest):
            if self.known_on is not None and entry.recorded_at > self.known_on:
                continue
            about = self._about(entry)
            if about is None:
                return None
            found.update(dict.fromkeys(about))
        return list(found)

    def _about(self, entry: Entry) -> tuple[str, ...] | None:
        """The statements that an entry changes the rows of; None where it may change others."""
        if entry.kind is EntryKind.WITHDRAWN:
            withdrawn = self.store.entry(entry.body["of"])
            return None if withdrawn is None else self._about(withdrawn)
        if entry.kind is EntryKind.STATEMENT_PROPOSED:
            return (entry.id,)
        if entry.kind in _OF_STATEMENTS:
            return (entry.body[_OF_STATEMENTS[entry.kind]],)
        return () if entry.kind in _OF_NOTHING_HERE else None


def _pages(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), PAGE):
        yield ids[start : start + PAGE]
