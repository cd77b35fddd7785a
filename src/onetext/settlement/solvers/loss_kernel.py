"""The compiled loop of the loss search, and what of it is compiled apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solvers.checks import Checks
from onetext.settlement.solvers.compiled import compiled
from onetext.settlement.solvers.multipliers import Ints

MARGIN = 1e-9
"""How near to each other products in floating point are compared again in integers."""

LIMB = 24
"""Bits of a digit of long products: a digit times a gain below 2**37 fits into 64 bits."""


@compiled
def _product(factors: Ints, digits: Ints) -> None:
    """Write the product of `factors` into `digits`, the smallest digit first."""
    digits[:] = 0
    digits[0] = 1
    for factor in factors:
        carry = 0
        for place in range(digits.shape[0]):
            worth = digits[place] * factor + carry
            digits[place] = worth & ((1 << LIMB) - 1)
            carry = worth >> LIMB


@compiled
def _beats_equal(gains: Ints, best: Ints, whole: bool, ties_wanted: bool) -> bool:
    """Whether gains with nearly the same product, exactly looked at, could beat the best.

    With `whole` these are the gains of all parties, and their sum decides between equals.
    """
    length = 2 * gains.shape[0] + 2
    here, there = np.zeros(length, dtype=np.int64), np.zeros(length, dtype=np.int64)
    _product(gains, here)
    _product(best, there)
    for place in range(length - 1, -1, -1):
        if here[place] != there[place]:
            return bool(here[place] > there[place])
    if not whole or gains.sum() > best.sum():
        return True
    return ties_wanted and gains.sum() == best.sum()


@compiled
def _beats(
    pruning: int,
    rows: Ints,
    offsets: Ints,
    best: Ints,
    ties_wanted: bool,
    whole: bool,
    budgets: Ints,
    used: Ints,
    scratch: Ints,
) -> bool:
    """Whether the gains that are still possible could beat the best."""
    k = rows.shape[0]
    if pruning == 2:
        ratio = 1.0
        for i in range(k):
            gain = budgets[rows[i]] - used[rows[i]] + offsets[i]
            if gain <= 0:
                return False
            scratch[i] = gain
            ratio *= gain / best[i]
        if ratio < 1.0 - MARGIN or ratio > 1.0 + MARGIN:
            return ratio > 1.0
        return _beats_equal(scratch, best, whole, ties_wanted)
    for i in range(k):
        gain = budgets[rows[i]] - used[rows[i]] + offsets[i]
        j = i
        while j > 0 and scratch[j - 1] > gain:
            scratch[j] = scratch[j - 1]
            j -= 1
        scratch[j] = gain
    for i in range(k):
        if scratch[i] != best[i]:
            return bool(scratch[i] > best[i])
    return ties_wanted


@compiled
def advance(
    state: Ints,
    position: Ints,
    chosen: Ints,
    used: Ints,
    counts: Ints,
    options: Ints,
    loss: Ints,
    checks: Checks,
    breakable: NDArray[np.bool_],
    budgets: Ints,
    pruning: int,
    compared: Ints,
    offsets: Ints,
    best: Ints,
    ties_wanted: bool,
    whole: bool,
    node_limit: int,
) -> int:
    """Search on from `state` (depth, nodes): 0 all is searched, 1 a package, 2 paused."""
    starts, literal, earlier, earlier_depth, earlier_option, change, changes, bars = checks
    depths = counts.shape[0]
    rows = budgets.shape[0]
    scratch = np.zeros(compared.shape[0], dtype=np.int64)
    nodes = 0
    depth = state[0]
    if depth == 0 and position[0] == 0:
        for row in range(rows):
            if budgets[row] < 0:
                return 0
        if depths == 0:
            position[0] = 1
            state[0] = -1
            if pruning != 0 and not _beats(
                pruning, compared, offsets, best, ties_wanted, whole, budgets, used[0], scratch
            ):
                return 0
            return 1
    while depth >= 0:
        here = position[depth]
        if here >= counts[depth] or used[depth, 0] + loss[depth, here, 0] > budgets[0]:
            position[depth] = 0
            depth -= 1
            continue
        if nodes >= node_limit:
            state[0] = depth
            state[1] = nodes
            return 2
        nodes += 1
        position[depth] = here + 1
        option = options[depth, here]
        kept = True
        for row in range(rows):
            lost = used[depth, row] + loss[depth, here, row]
            used[depth + 1, row] = lost
            if lost > budgets[row]:
                kept = False
                break
        if not kept:
            continue
        for check in range(starts[depth], starts[depth + 1]):
            missed = 0
            for other in range(earlier[check], earlier[check + 1]):
                if chosen[earlier_depth[other]] != earlier_option[other]:
                    missed = 1
                    break
            held = 1 if option == literal[check] else 0
            if held == 1 and missed == 0 and bars[check] >= 0 and not breakable[bars[check]]:
                kept = False
                break
            if changes[check, missed, held]:
                for row in range(rows):
                    lost = used[depth + 1, row] + change[check, missed, held, row]
                    used[depth + 1, row] = lost
                    if lost > budgets[row]:
                        kept = False
                if not kept:
                    break
        if not kept:
            continue
        if pruning != 0 and not _beats(
            pruning, compared, offsets, best, ties_wanted, whole, budgets, used[depth + 1], scratch
        ):
            continue
        chosen[depth] = option
        if depth == depths - 1:
            state[0] = depth
            state[1] = nodes
            return 1
        depth += 1
        position[depth] = 0
    state[0] = -1
    state[1] = nodes
    return 0
