"""A system as a linear program: options chosen in part, terms and bars between them.

Every issue's options are chosen 1 in all. A term is held no more than any of its literals, and
no less than these together exceed all but one; no bar is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from highspy._core import _Highs  # highspy.Highs prints a banner before it can be silenced

from onetext.settlement.solvers.multipliers import Floats
from onetext.settlement.solvers.system import System

INFINITY = highspy.kHighsInf


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """Values of the columns, and duals of the rows, of the program as a minimum."""

    columns: Floats
    duals: Floats


class Linear:
    """A program that is built row by row and may be solved again after more rows.

    Attributes:
        unit: what all sums are divided by.
        first_extra: the first column beside options and terms.
    """

    def __init__(self, of: System, extra: int) -> None:
        options = [
            (issue, option)
            for issue, live in enumerate(of.live)
            if len(live) > 1
            for option in live
        ]
        column = {one: place for place, one in enumerate(options)}
        self._of, self._at = of, np.array(options, dtype=np.int64).reshape(-1, 2)
        self._terms = len(options)
        self.first_extra = len(options) + of.terms
        columns = self.first_extra + extra
        self.unit = float(max(np.abs(of.values).max(), np.abs(of.amounts).max(initial=0), 1))
        settled = of.constants.copy()
        for issue, live in enumerate(of.live):
            if len(live) == 1:
                settled += of.values[:, issue, live[0]]
        self._settled = settled / self.unit
        self._value = of.values[:, self._at[:, 0], self._at[:, 1]] / self.unit
        self._amount = of.amounts / self.unit
        self._cost = np.zeros(columns)
        self._lower, self._upper = np.full(columns, -INFINITY), np.full(columns, INFINITY)
        self._lower[: self.first_extra], self._upper[: self.first_extra] = 0.0, 1.0
        self._start, self._index, self._coefficient = [0], list[int](), list[float]()
        self._least, self._most = list[float](), list[float]()
        self._solver: _Highs | None = None
        first = 0
        for live in of.live:
            if len(live) > 1:
                self._row(range(first, first + len(live)), [1.0] * len(live), 1.0, 1.0)
                first += len(live)
        self._links: list[list[int]] = []
        for number, literals in enumerate(of.held):
            places = [column[one] for one in literals]
            ones, most = [1.0] * len(places), len(places) - 1.0
            if number < of.terms:
                here = self._terms + number
                rows = [self._row([here, p], [1.0, -1.0], -INFINITY, 0.0) for p in places]
                rows.append(self._row([*places, here], [*ones, -1.0], -INFINITY, most))
            else:
                rows = [self._row(places, ones, -INFINITY, most)]
            self._links.append(rows)

    def sum_row(self, number: int, column: int, factor: float, least: float) -> int:
        """Add: sum `number` + factor x column is `least` or more, all in units."""
        index = [*range(self.first_extra), column]
        values = [*self._value[number], *self._amount[:, number], factor]
        return self._row(index, values, least - float(self._settled[number]), INFINITY)

    def highest(self, number: int) -> float:
        """What options alone could make of the sum, in units."""
        return float(self._of.values[number].max(axis=1).sum()) / self.unit

    def bound(self, column: int, *, free: bool) -> None:
        if not free:
            self._lower[column] = self._upper[column] = 0.0

    def aim_at(self, columns: Iterable[int]) -> None:
        self._cost[list(columns)] = -1.0

    def aim_at_sum(self, number: int) -> None:
        self._cost[: self._terms] = -self._value[number]
        self._cost[self._terms : self.first_extra] = -self._amount[:, number]

    def solve(self, time_limit_s: float) -> Solved | None:
        """The best point; None where there is none, or none was found."""
        if self._solver is None:
            self._solver = self._passed()
        else:
            known = self._solver.getNumRow()
            for row in range(known, len(self._least)):
                begin, end = self._start[row], self._start[row + 1]
                self._solver.addRow(
                    self._least[row],
                    self._most[row],
                    end - begin,
                    np.array(self._index[begin:end], dtype=np.int32),
                    np.array(self._coefficient[begin:end]),
                )
        if time_limit_s < float("inf"):
            self._solver.setOptionValue("time_limit", self._solver.getRunTime() + time_limit_s)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._solver.getSolution()
        return Solved(np.array(solution.col_value), np.array(solution.row_dual))

    def worth(self, number: int, solved: Solved) -> float:
        """The sum `number` at the solution, in units."""
        worth = self._value[number] @ solved.columns[: self._terms]
        worth += self._amount[:, number] @ solved.columns[self._terms : self.first_extra]
        return float(worth + self._settled[number])

    def chosen(self, solved: Solved) -> Floats:
        chosen = np.zeros(self._of.values.shape[1:])
        chosen[self._at[:, 0], self._at[:, 1]] = solved.columns[: self._terms]
        return chosen

    def link_duals(self, solved: Solved) -> list[list[float]]:
        """For each term and bar: what its rows are worth, 0 or more."""
        return [[max(0.0, -float(solved.duals[row])) for row in rows] for rows in self._links]

    def _row(self, index: Iterable[int], values: Sequence[float], least: float, most: float) -> int:
        self._index.extend(index)
        self._coefficient.extend(values)
        self._start.append(len(self._index))
        self._least.append(least)
        self._most.append(most)
        return len(self._least) - 1

    def _passed(self) -> _Highs:
        solver = _Highs()
        for option, value in (("output_flag", False), ("presolve", "off")):
            solver.setOptionValue(option, value)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self._cost), len(self._least)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = self._cost, self._lower, self._upper
        lp.row_lower_, lp.row_upper_ = np.array(self._least), np.array(self._most)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self._start, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self._index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self._coefficient)
        solver.passModel(lp)
        return solver
