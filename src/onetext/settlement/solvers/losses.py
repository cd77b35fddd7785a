"""Weighted sums of a system as a peak less losses, exactly, in integers.

For any multipliers L >= 0, sum_q L_q u_q(x) = peak - loss(x) for every package x, where the
loss is a sum of numbers that are never negative: one for each option chosen, and one for each
term or bar that is partly held. A package whose weighted sum must reach W can lose no more
than peak - W, and every need of a rule gives such a budget. Any multipliers and shares are
valid; those of a linear relaxation make the budgets small.

Reparametrisation: a term of weight w > 0 is worth s_l to each of its literals, sum s_l = w,
and what was counted is lost again where not all are held. A term of weight w < 0, and a bar,
is worth -d to each of its literals and d (k - 1) to every package: as many literals as are
missing beyond the first lose d each, and all held lose |w| - d.

Source: Cooper, de Givry, Sanchez, Schiex, Zytnicki and Werner (2010), Soft arc consistency
revisited, Artificial Intelligence 174, 449-478, for costs moved into single options; Dyer,
Riha and Walker (1995), A hybrid dynamic programming/branch-and-bound algorithm for the
multiple-choice knapsack problem, for bounds by multipliers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onetext.settlement.solvers.checks import Checks, checks
from onetext.settlement.solvers.multipliers import Ints, Multiplier
from onetext.settlement.solvers.system import System


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """Losses of several weighted sums (rows), with issues and options in order of search.

    Attributes:
        peaks: rows; what each weighted sum cannot exceed.
        issues: the issue at each depth.
        counts: options at each depth.
        options: depths x options, those with the smallest loss in the first row first.
        loss: depths x options x rows.
        checks: what partly held terms and bars add to the losses.
    """

    peaks: Ints
    issues: Ints
    counts: Ints
    options: Ints
    loss: Ints
    checks: Checks


def peak(of: System, multiplier: Multiplier) -> int:
    """What the weighted sum of no package exceeds."""
    theta, constant, _ = _moved(of, [multiplier])
    top = np.where(of.alive, theta[0], np.iinfo(np.int64).min).max(axis=1)
    return int(constant[0]) + sum(map(int, top))


def losses(of: System, multipliers: Sequence[Multiplier]) -> Losses:
    """The losses of each multiplier's weighted sum; the first decides on the order of search."""
    theta, constant, totals = _moved(of, multipliers)
    rows = len(multipliers)
    open_issues = [issue for issue, options in enumerate(of.live) if len(options) > 1]
    peaks = constant.copy()
    lost: dict[int, Ints] = {}
    for issue, options in enumerate(of.live):
        here = theta[:, issue, list(options)]
        top = here.max(axis=1)
        peaks += top
        lost[issue] = top[:, None] - here
    second = {issue: int(np.partition(lost[issue][0], 1)[1]) for issue in open_issues}
    order = sorted(open_issues, key=lambda issue: -second[issue])
    most = max((len(of.live[issue]) for issue in order), default=1)
    loss = np.zeros((len(order), most, rows), dtype=np.int64)
    options_by_depth = np.zeros((len(order), most), dtype=np.int64)
    for depth, issue in enumerate(order):
        ranks = np.argsort(lost[issue][0], kind="stable")
        options_by_depth[depth, : len(ranks)] = np.array(of.live[issue])[ranks]
        loss[depth, : len(ranks)] = lost[issue][:, ranks].T
    return Losses(
        peaks=peaks,
        issues=np.array(order, dtype=np.int64),
        counts=np.array([len(of.live[issue]) for issue in order], dtype=np.int64),
        options=options_by_depth,
        loss=loss,
        checks=checks(of, order, multipliers, totals),
    )


def _moved(of: System, multipliers: Sequence[Multiplier]) -> tuple[Ints, Ints, Ints]:
    """Rows x issues x options with the shares moved in; constants; terms x rows."""
    weights = np.stack([one.weights for one in multipliers])
    theta = np.tensordot(weights, of.values, axes=1)
    constant = weights @ of.constants
    totals = of.amounts @ weights.T
    for number, literals in enumerate(of.held):
        for row, one in enumerate(multipliers):
            shares = one.shares[number]
            if number < of.terms and totals[number, row] > 0:
                for (issue, option), share in zip(literals, shares, strict=True):
                    theta[row, issue, option] += share
            elif shares[0]:
                constant[row] += shares[0] * (len(literals) - 1)
                for issue, option in literals:
                    theta[row, issue, option] -= shares[0]
    return theta, constant, totals
