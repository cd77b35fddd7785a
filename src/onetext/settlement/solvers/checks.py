"""What partly held terms and bars add to the losses, one literal after another.

A check stands at a literal of a term or bar that is not its first in the order of search.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.multipliers import Ints, Multiplier
from onetext.settlement.solvers.system import System


class Checks(NamedTuple):
    """Checks by depth.

    Attributes:
        starts: depths + 1; where the checks of a depth begin.
        literal: checks; the option that the literal asks for.
        earlier: checks + 1; where the earlier literals of a check begin.
        earlier_depth, earlier_option: those literals.
        change: checks x whether an earlier literal was missed x whether this one is held x
            rows; the loss.
        changes: the same without rows; whether any loss is above 0.
        bars: checks; the number of the bar that is broken where this last literal and all
            before it are held; -1 for none.
    """

    starts: Ints
    literal: Ints
    earlier: Ints
    earlier_depth: Ints
    earlier_option: Ints
    change: Ints
    changes: NDArray[np.bool_]
    bars: Ints


def checks(
    of: System, order: Sequence[int], multipliers: Sequence[Multiplier], totals: Ints
) -> Checks:
    """The checks of a search through the issues in `order`; `totals` are terms x rows."""
    depth_of = {issue: depth for depth, issue in enumerate(order)}
    rows = len(multipliers)
    found: list[tuple[int, int, list[tuple[int, int]], Ints, int]] = []
    for number, literals in enumerate(of.held):
        ranks = sorted(range(len(literals)), key=lambda rank: depth_of[literals[rank][0]])
        shares = np.array([one.shares[number] for one in multipliers], dtype=np.int64)
        is_bar = number >= of.terms
        weight = np.zeros(rows, dtype=np.int64) if is_bar else totals[number]
        positive = weight > 0
        for place in range(1, len(ranks)):
            change = np.zeros((2, 2, rows), dtype=np.int64)
            change[1, 1] = np.where(positive, shares[:, ranks[place]], 0)
            change[0, 0] = np.where(positive, shares[:, ranks[:place]].sum(axis=1), 0)
            change[1, 0] = np.where(positive, 0, shares[:, 0])
            last = place == len(ranks) - 1
            if last and not is_bar:
                change[0, 1] = np.where(positive, 0, -weight - shares[:, 0])
            before = [(depth_of[literals[rank][0]], literals[rank][1]) for rank in ranks[:place]]
            issue, option = literals[ranks[place]]
            bar = number - of.terms if last and is_bar else -1
            found.append((depth_of[issue], option, before, change, bar))
    found.sort(key=lambda check: check[0])
    starts = np.searchsorted([check[0] for check in found], np.arange(len(order) + 1))
    before_all = [one for check in found for one in check[2]]
    change_all = np.array([check[3] for check in found], dtype=np.int64).reshape(-1, 2, 2, rows)
    earlier = np.zeros(len(found) + 1, dtype=np.int64)
    earlier[1:] = np.cumsum([len(check[2]) for check in found])
    return Checks(
        starts=starts.astype(np.int64),
        literal=np.array([check[1] for check in found], dtype=np.int64),
        earlier=earlier,
        earlier_depth=np.array([depth for depth, _ in before_all], dtype=np.int64),
        earlier_option=np.array([option for _, option in before_all], dtype=np.int64),
        change=change_all,
        changes=np.asarray(change_all.any(axis=3), dtype=np.bool_),
        bars=np.array([check[4] for check in found], dtype=np.int64),
    )
