"""In which order issues are added one at a time so that few need to be remembered.

Issues that a term or a bar names together are tied. While issues are added, an issue stays open
until all those tied to it were added: what is known must be kept apart for each choice of the
open ones. Issues without ties are closed at once.

Source: Kinnersley (1992), Information Processing Letters 42, 345-350: the fewest open issues
are the pathwidth of the ties; the greedy order here comes near it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from onetext.settlement.space import Space

GROWTH = 1.5
"""The size of a front of one more issue, roughly, as a multiple."""

PASSED_OVER = 0.2
"""How often, in an order drawn at random, an issue counts as if it left four times as many."""

MOST_DRAWN, DRAWN_FOR = 96, 3_000_000
"""Orders drawn at random: no more than these, and no more than fit a work that grows with the
third power of the issues."""

MOST_FIRSTS = 32
"""So many issues of a block are tried as its first, those with the fewest ties."""


@dataclass(frozen=True, slots=True)
class Step:
    """Add `issue`; then `open` are still open, in the order of the issues."""

    issue: int
    open: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """`states` is the largest number of choices of the open issues after a step."""

    steps: tuple[Step, ...]
    states: int


def sweep_order(space: Space) -> Order:
    """The order with the fewest points to expect, of greedy orders from a few first issues and of
    orders drawn at random, always the same."""
    ties = _ties(space)
    steps: list[Step] = []

    def cost(order: list[Step]) -> float:
        return _cost(space.sizes, order)

    for block in sorted(_blocks(ties), key=len, reverse=True):
        firsts = sorted(block, key=lambda issue: (len(ties[issue]), issue))[:MOST_FIRSTS]
        orders = [_greedy(space.sizes, ties, block, first) for first in firsts]
        generator = np.random.default_rng(0)
        for _ in range(min(MOST_DRAWN, DRAWN_FOR // len(block) ** 3) if len(block) > 2 else 0):
            first = int(generator.choice(block))
            orders.append(_greedy(space.sizes, ties, block, first, generator))
        best: list[Step] = min(orders, key=cost)
        steps += best
    states = max((prod(space.sizes[one] for one in step.open) for step in steps), default=1)
    return Order(tuple(steps), states)


def _ties(space: Space) -> list[set[int]]:
    ties: list[set[int]] = [set() for _ in space.sizes]
    for literals in (*(term.literals for term in space.terms), *space.barred):
        together = {issue for issue, _ in literals}
        for issue in together:
            ties[issue] |= together - {issue}
    return ties


def _blocks(ties: list[set[int]]) -> list[tuple[int, ...]]:
    """The issues that ties connect, block by block."""
    left, blocks = set(range(len(ties))), []
    while left:
        block, waiting = set[int](), {min(left)}
        while waiting:
            one = waiting.pop()
            block.add(one)
            waiting |= ties[one] - block
        left -= block
        blocks.append(tuple(sorted(block)))
    return blocks


def _greedy(
    sizes: tuple[int, ...],
    ties: list[set[int]],
    block: tuple[int, ...],
    first: int,
    generator: np.random.Generator | None = None,
) -> list[Step]:
    """Next the issue that leaves the fewest states; then that with most ties to what is there.

    With a generator some are passed over now and then, and equals are taken by lot.
    """
    missing = {issue: len(ties[issue]) for issue in block}
    lots = np.zeros((len(block), len(ties)))
    if generator is not None:
        lots = generator.random((len(block), len(ties)))
    left, opened, steps = set(block), set[int](), list[Step]()

    def after(one: int) -> tuple[float, int, float, int]:
        states = sizes[one] if missing[one] else 1
        for each in opened:
            if missing[each] > (each in ties[one]):
                states *= sizes[each]
        lot = float(lots[len(steps), one])
        passed_over = lot > 1 - PASSED_OVER
        return states * (4 if passed_over else 1), -len(ties[one] & opened), lot, one

    while left:
        near = {one for each in opened for one in ties[each]} & left
        issue = first if not steps else min(near or left, key=after)
        left.discard(issue)
        for tied in ties[issue]:
            missing[tied] -= 1
        opened = {one for one in (*opened, issue) if missing[one]}
        steps.append(Step(issue, tuple(sorted(opened))))
    return steps


def _cost(sizes: tuple[int, ...], order: list[Step]) -> float:
    """About how many points there are in all: fronts grow as issues close."""
    total = 0.0
    for added, step in enumerate(order, start=1):
        growth = GROWTH ** (added - len(step.open))
        total += growth * prod(sizes[one] for one in step.open)
    return total
