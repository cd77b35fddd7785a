"""Which demands a proof that no package exists leaned on.

The bound of a region weighs the parties' utilities and moves shares of bars into single
options. Where the bound alone refutes a space, limits without a weight and bars without a share
took no part in it. Bars that were settled before (they strike out options) may have.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.settlement.solvers.regions import Region
from onetext.settlement.solvers.system import left_of
from onetext.settlement.space import Space


@dataclass(frozen=True, slots=True)
class Suspects:
    """Parties whose limits, and places of bars in the space, that a proof may have used.

    `certain`: it used no others, so that these alone refute the space.
    """

    limits: frozenset[int]
    bars: frozenset[int]
    certain: bool


def suspects(space: Space, root: Region | None, *, certain: bool) -> Suspects:
    """What the bound of `root` leans on; where bars alone refute the space, all of them.

    Args:
        certain: whether that bound alone was the proof.
    """
    if root is None:
        return Suspects(frozenset(), frozenset(range(len(space.barred))), certain=True)
    parties = range(len(space.lowest))
    first, of = root.rows[0], root.system
    together = bool(first.weights[len(space.lowest)])
    shared = {
        of.held[number] for number in range(of.terms, len(of.held)) if first.shares[number][0]
    }
    return Suspects(
        frozenset(party for party in parties if together or first.weights[party]),
        frozenset(
            place
            for place, bar in enumerate(space.barred)
            if len(left := left_of(of.live, frozenset(bar)) or ()) < len(bar) or left in shared
        ),
        certain,
    )
