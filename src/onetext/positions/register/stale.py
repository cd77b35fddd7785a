"""How stale what stands in each cell is, for all cells at once.

A position is about the wording in force on the day that it rests on, or about that of the draft
which a statement names, as `onetext.positions.meant` says. How much of that wording has changed
by a date depends on the issue and on two drafts only, and is worked out once for each such pair.
"""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from onetext.positions.meant import Named
from onetext.positions.register.rows import NO_STANCE, Names, Rows
from onetext.positions.register.steps import CONTRADICTORY, SILENT, Steps
from onetext.positions.register.world import World
from onetext.positions.staleness import reworded_pct
from onetext.positions.wordings import Wording

NONE = -1


class Stale:
    """What has changed of wordings, in one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._place = {recorded.id: place for place, recorded in enumerate(world.drafts)}
        dated = [one.draft.dated for one in world.drafts if one.draft.dated is not None]
        self._days = np.array([day.toordinal() for day in dated], np.int64)  # undated come last
        self._issue = {issue_id: row for row, issue_id in enumerate(world.own)}
        self._in_force = self._all_in_force()
        self._pct: dict[tuple[str, int, int], float] = {}
        self._named: dict[int, Named] = {}
        self._meant: dict[tuple[int, str], int] = {}

    def pct(
        self,
        steps: Steps,
        ends: NDArray[np.int64],
        issue: NDArray[np.int64],
        as_of: date,
        names: Names,
        rows: Rows,
    ) -> NDArray[np.float64]:
        """For each of `ends`, places of steps, how much of the wording has changed (0 to 100).

        Args:
            steps: the steps.
            ends: the last steps of cells up to `as_of`.
            issue: the places of their issues.
            as_of: the date.
            names: what the places stand for.
            rows: the rows that `steps` are of.
        """
        row = np.array([self._issue.get(one, NONE) for one in names.issues.values], np.int64)
        row = row[issue] if len(row) else issue
        before = self._in_force[row, self._drafts_by(steps.since[ends])]
        after = self._in_force[row, self._drafts_by(np.array([as_of.toordinal()]))]
        for end, drafts in self._naming(steps, ends, row, as_of, names, rows):
            before[end] = max(int(before[end]) if one == NONE else one for one in drafts)
        changed = (steps.since[ends] > 0) & (before != NONE) & (after != NONE) & (before != after)
        found = np.zeros(len(ends))
        ids = names.issues.values
        for at in np.flatnonzero(changed):
            found[at] = self._share(ids[issue[at]], int(before[at]), int(after[at]))
        return found

    def _drafts_by(self, days: NDArray[np.integer]) -> NDArray[np.int64]:
        """How many drafts are dated each of `days` or before."""
        return np.searchsorted(self._days, days, side="right")

    def _all_in_force(self) -> NDArray[np.int64]:
        """By issue and number of drafts that are there, the place of the draft whose wording is
        in force; the last row is for issues that no draft words."""
        found = np.full((len(self._issue) + 1, len(self._days) + 1), NONE, np.int64)
        for issue_id, row in self._issue.items():
            for wording in self._world.own[issue_id]:
                place = self._place[wording.draft.id]
                if place < len(self._days):
                    found[row, place + 1 :] = place
        return found

    def _naming(
        self,
        steps: Steps,
        ends: NDArray[np.int64],
        row: NDArray[np.int64],
        as_of: date,
        names: Names,
        rows: Rows,
    ) -> list[tuple[int, list[int]]]:
        """Where a statement that decides names a draft: for each statement that decides the
        place of the draft whose wording it is about, or `NONE` for that in force."""
        naming = np.zeros(len(names.statements.values), bool)
        naming[list(names.naming)] = True
        counted = np.append(0, np.cumsum(naming[rows.statement[steps.order]]))
        starts, stops = steps.deciding[ends], steps.deciding_end[ends]
        found = []
        for at in np.flatnonzero(counted[stops] > counted[starts]):
            stance = steps.stance[ends[at]]
            deciding = steps.order[starts[at] : stops[at]]
            codes = rows.stance[deciding]
            spoken = (codes != NO_STANCE) & (codes != SILENT)
            decides = spoken if stance == CONTRADICTORY else codes == stance
            since = int(steps.since[ends[at]])
            told = [
                self._about(int(place), int(row[at]), since, as_of, names)
                for place in rows.statement[deciding[decides]]
            ]
            found.append((int(at), told))
        return found

    def _about(self, statement: int, row: int, day: int, as_of: date, names: Names) -> int:
        """The draft that a statement names, if that words the issue and was there by its day."""
        words = names.naming.get(statement)
        if words is None or row == NONE:
            return NONE
        there = int(self._drafts_by(np.array([as_of.toordinal()]))[0])
        key = there, words
        if key not in self._meant:
            if there not in self._named:
                self._named[there] = self._world.named(as_of)
            draft = self._named[there].draft(words)
            self._meant[key] = NONE if draft is None else self._place[draft.id]
        place = self._meant[key]
        if not 0 <= place < len(self._days) or self._days[place] > day:
            return NONE
        worded = self._in_force[row, place + 1] == place
        return place if worded else NONE

    def _share(self, issue_id: str, before: int, after: int) -> float:
        key = issue_id, before, after
        if key not in self._pct:
            one, other = self._wording(issue_id, before), self._wording(issue_id, after)
            self._pct[key] = reworded_pct(one, other)
        return self._pct[key]

    def _wording(self, issue_id: str, place: int) -> Wording:
        draft = self._world.drafts[place].id
        return next(one for one in self._world.own[issue_id] if one.draft.id == draft)
