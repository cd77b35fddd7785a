"""How many packages may be chosen, estimated from packages that are drawn at random."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.compiled import compiled
from onetext.settlement.space import NO_LIMIT, Literals, Space

Ints = NDArray[np.int64]

DRAWS = 200_000
CHUNK = 20_000
"""Drawn between two looks at the clock; the first are always drawn."""


def drawn_share(spaces: Sequence[Space], seed: int, deadline: Deadline) -> tuple[int, int]:
    """Of how many drawn packages how many are in one of `spaces`: (hits, draws)."""
    rng = np.random.default_rng(seed)
    hits = draws = 0
    while draws < DRAWS and not (draws and deadline.passed):
        drawn = np.stack([rng.integers(0, size, CHUNK) for size in spaces[0].sizes], axis=1)
        found = np.zeros(CHUNK, dtype=np.bool_)
        for space in spaces:
            found |= _allowed(space, drawn)
        hits += int(found.sum())
        draws += CHUNK
    return hits, draws


def _allowed(space: Space, drawn: Ints) -> NDArray[np.bool_]:
    """For each of the drawn packages (draws x issues), whether it may be chosen."""
    starts, literals = _listed(space.barred)
    allowed = np.zeros(len(drawn), dtype=np.bool_)
    _unbarred(drawn, starts, literals, allowed)
    if space.wide:
        for row in np.flatnonzero(allowed):
            allowed[row] = space.allows(tuple(map(int, drawn[row])))
        return allowed
    term_starts, term_literals = _listed([term.literals for term in space.terms])
    amounts = np.array([term.amounts for term in space.terms], dtype=np.int64)
    amounts = amounts.reshape(len(space.terms), len(space.lowest))
    lowest = np.array(space.lowest, dtype=np.int64)
    limited = lowest > NO_LIMIT
    _reaching(
        drawn,
        space.values.astype(np.int64),
        lowest,
        limited,
        term_starts,
        term_literals,
        amounts,
        allowed,
    )
    return allowed


def _listed(every: Sequence[Literals]) -> tuple[Ints, Ints]:
    """Literals one after the other, and where those of each begin."""
    starts = np.cumsum([0, *(len(one) for one in every)])
    flat = [literal for one in every for literal in one]
    return starts.astype(np.int64), np.array(flat, dtype=np.int64).reshape(-1, 2)


@compiled
def _holds(package: Ints, literals: Ints, start: int, end: int) -> bool:
    held = True
    for place in range(start, end):
        held = held and package[literals[place, 0]] == literals[place, 1]
    return held


@compiled
def _unbarred(drawn: Ints, starts: Ints, literals: Ints, allowed: NDArray[np.bool_]) -> None:
    for row in range(len(drawn)):
        allowed[row] = True
        for bar in range(len(starts) - 1):
            if _holds(drawn[row], literals, starts[bar], starts[bar + 1]):
                allowed[row] = False
                break


@compiled
def _reaching(
    drawn: Ints,
    values: Ints,
    lowest: Ints,
    limited: NDArray[np.bool_],
    starts: Ints,
    literals: Ints,
    amounts: Ints,
    allowed: NDArray[np.bool_],
) -> None:
    for row in range(len(drawn)):
        if not allowed[row]:
            continue
        for party in range(len(lowest)):
            if not limited[party]:
                continue
            total = 0
            for issue in range(drawn.shape[1]):
                total += values[party, issue, drawn[row, issue]]
            for term in range(len(starts) - 1):
                amount = amounts[term, party]
                if amount and _holds(drawn[row], literals, starts[term], starts[term + 1]):
                    total += amount
            if total < lowest[party]:
                allowed[row] = False
                break
