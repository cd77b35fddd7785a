"""Depth-first search for the packages whose losses stay within every budget.

The rows are weighted sums of the parties' utilities (see `losses`): those of the relaxation's
multipliers, which cut most, and each party's own. A branch is cut as soon as one row has lost
more than its budget, or, where the rule has more to say, when not even the utilities that are
still possible could beat the best package so far. All sums are 64-bit integers, so that what
is cut is cut for certain; products that are near to each other are multiplied out.

Source: Ghosh (1984) and Dyer, Kayal and Walker (1984) for the search by multipliers in
multiple-choice problems; the budgets are those of reduced-cost fixing.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from onetext.settlement.solvers.loss_kernel import advance
from onetext.settlement.solvers.losses import Losses
from onetext.settlement.solvers.multipliers import Ints

PLENTY = 2**61
"""A budget that nothing exceeds."""


class Pruning(IntEnum):
    """What is asked of the utilities beyond the budgets."""

    NOTHING = 0
    LEXICAL = 1
    PRODUCT = 2


class Outcome(IntEnum):
    DONE = 0
    FOUND = 1
    PAUSED = 2


class Descent:
    """A search that gives its packages one by one; budgets may shrink between them.

    Attributes:
        budgets: rows; what each may lose. May be changed between calls, downwards only.
        breakable: for each bar of the system, whether it may be broken.
    """

    def __init__(self, losses: Losses, base: tuple[int, ...], bars: int) -> None:
        depths, rows = losses.loss.shape[0], losses.loss.shape[2]
        self.losses = losses
        self.budgets = np.full(rows, PLENTY, dtype=np.int64)
        self.breakable = np.zeros(bars + 1, dtype=np.bool_)
        self.pruning = Pruning.NOTHING
        self.rows = np.zeros(0, dtype=np.int64)
        self.offsets = np.zeros(0, dtype=np.int64)
        self.best = np.zeros(0, dtype=np.int64)
        self.ties_wanted, self.whole = True, False
        self.nodes = 0
        self._base = base
        self._state = np.zeros(2, dtype=np.int64)
        self._position = np.zeros(depths + 1, dtype=np.int64)
        self._chosen = np.zeros(depths + 1, dtype=np.int64)
        self._used = np.zeros((depths + 1, rows), dtype=np.int64)

    def compare(
        self,
        pruning: Pruning,
        rows: Ints,
        offsets: Ints,
        best: Ints,
        *,
        ties_wanted: bool,
        whole: bool,
    ) -> None:
        """Cut what cannot beat `best` (with `ties_wanted`: what cannot be as good).

        Args:
            rows: the row of each party whose utility counts.
            offsets: what to add to the budget left of each row, to have the gain.
            best: gains of the best package; for LEXICAL in ascending order.
            whole: whether these are all parties, so that for PRODUCT their sum decides
                between equal products.
        """
        self.pruning, self.rows, self.offsets = pruning, rows, offsets
        self.best, self.ties_wanted, self.whole = best, ties_wanted, whole

    def advance(self, node_limit: int) -> Outcome:
        """Search on for at most about `node_limit` nodes, up to the next package."""
        found = self.losses
        self._state[1] = 0
        outcome = advance(
            self._state,
            self._position,
            self._chosen,
            self._used,
            found.counts,
            found.options,
            found.loss,
            found.checks,
            self.breakable,
            self.budgets,
            int(self.pruning),
            self.rows,
            self.offsets,
            self.best,
            self.ties_wanted,
            self.whole,
            node_limit,
        )
        self.nodes += int(self._state[1])
        return Outcome(outcome)

    @property
    def package(self) -> tuple[int, ...]:
        """The package that was found last."""
        package = list(self._base)
        for depth, issue in enumerate(self.losses.issues):
            package[issue] = int(self._chosen[depth])
        return tuple(package)
