"""The state of play of a register on a date: what stands in every cell, as arrays.

The statements behind a cell are read when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from onetext.errors import NotInRecord
from onetext.positions.copies import counted_once
from onetext.positions.fold import by_evidence, in_time, position, rows
from onetext.positions.register.register import Register
from onetext.positions.register.rows import PENDING, STANCES, Ints, Small
from onetext.positions.register.steps import NOTHING
from onetext.positions.stances import stance_of
from onetext.positions.values import Evidence, Matrix, Position, Stance
from onetext.record.views import Issue


@dataclass(frozen=True, slots=True)
class Standings:
    """Where every party stands on every issue: arrays of issues x parties.

    Attributes:
        as_of, known_on, pending, with_pending: as in `onetext.positions.values.Matrix`.
        parties, issues: likewise, in the same order.
        stance: codes: places in `onetext.positions.register.rows.STANCES`.
        since: the day that the stance rests on, as an ordinal; 0 where nothing decides.
        statements: how many statements there are, copies counted once.
        stale_pct: how much of the wording has changed since (0 to 100); 0 where it has not.
    """

    register: Register
    as_of: date
    known_on: datetime
    parties: tuple[str, ...]
    issues: tuple[Issue, ...]
    stance: Small
    since: Ints
    statements: Ints
    stale_pct: NDArray[np.float64]
    pending: int
    with_pending: bool

    def at(self, party: str, issue_id: str) -> tuple[Stance, date | None, int, float]:
        """What stands in a cell: the stance, since when, on how many statements, how stale."""
        row = [one.id for one in self.issues].index(issue_id)
        place = row, self.parties.index(party)
        since = int(self.since[place])
        return (
            STANCES[self.stance[place]],
            date.fromordinal(since) if since else None,
            int(self.statements[place]),
            float(self.stale_pct[place]),
        )

    def position(self, party: str, issue: Issue) -> Position:
        """A cell with the statements behind it, read now."""
        return opened(self.register, party, issue, self.as_of, with_pending=self.with_pending)

    def matrix(self) -> Matrix:
        """All cells with all statements behind them; takes long where these are many."""
        return Matrix(
            self.as_of,
            self.known_on,
            self.parties,
            self.issues,
            tuple(self.position(party, issue) for issue in self.issues for party in self.parties),
            self.pending,
            self.with_pending,
        )


def standings(register: Register, as_of: date, *, with_pending: bool = False) -> Standings:
    """Where every party stands on every issue on a date, as `onetext.positions.fold.matrix` says.

    Args:
        register: brought up to date; it knows what it was known on.
        as_of: the last day whose statements and drafts count.
        with_pending: count what nobody has reviewed, too.
    """
    world, names = register.world, register.names
    counted, steps = register.steps(with_pending=with_pending)
    ends = steps.ends(as_of.toordinal())
    issue, party = np.divmod(steps.cells(ends), steps.parties)
    counts = np.bincount(party, steps.statements[ends], minlength=len(names.parties.values))
    evidenced = [names.issues.values[place] for place in np.unique(issue)]
    there = [one for one in world.worded if in_time(one.draft, as_of)]
    issues = rows(world.linker, world.drafts, world.worded, there, evidenced)
    parties = by_evidence(
        {(name, ""): int(n) for name, n in zip(names.parties.values, counts, strict=True) if n}
    )
    down = _places(names.issues.values, [one.id for one in issues])[issue]
    across = _places(names.parties.values, parties)[party]
    shape = len(issues), len(parties)
    stance = np.full(shape, NOTHING, np.int8)
    stance[down, across] = steps.stance[ends]
    since, statements = np.zeros(shape, np.int32), np.zeros(shape, np.int32)
    since[down, across] = steps.since[ends]
    statements[down, across] = steps.statements[ends]
    stale = np.zeros(shape)
    stale[down, across] = register.stale.pct(steps, ends, issue, as_of, names, counted)
    return Standings(
        register,
        as_of,
        register.known_on or datetime.now(UTC),
        parties,
        issues,
        stance,
        since,
        statements,
        stale,
        register.pending(as_of),
        with_pending,
    )


def opened(
    register: Register, party: str, issue: Issue, as_of: date, *, with_pending: bool = False
) -> Position:
    """Where a party stands on an issue on a date, with the statements behind it.

    Raises:
        NotInRecord: the register has no such party.
    """
    names, rows_, world = register.names, register.rows, register.world
    if party not in names.parties.place:
        raise NotInRecord(
            f'The party "{party}" was asked for, but no statement in the record is made for it. '
            "See the parties with: onetext state -r RECORD"
        )
    own = [one for one in world.own.get(issue.id, ()) if in_time(one.draft, as_of)]
    evidence: list[Evidence] = []
    if issue.id in names.issues.place:
        here = (
            (rows_.issue == names.issues.place[issue.id])
            & (rows_.party == names.parties.place[party])
            & (rows_.day <= as_of.toordinal())
        )
        if not with_pending:
            here &= rows_.verdict != PENDING
        ids = [names.statements.values[one] for one in rows_.statement[here]]
        for recorded in register.statements(ids):
            links = world.linker.links(recorded.statement, register.by_person.get(recorded.id))
            evidence += [
                Evidence(recorded, stance_of(recorded.statement), link)
                for link in links
                if link.issue_id == issue.id
            ]
    return position(
        party, issue, counted_once(evidence, register.groups), as_of, own, world.named(as_of)
    )


def _places(values: Sequence[str], wanted: Sequence[str]) -> NDArray[np.int64]:
    """For each of `values` its place among `wanted`; those that are not there are never asked."""
    place = {value: at for at, value in enumerate(wanted)}
    return np.array([place.get(value, -1) for value in values], np.int64)
