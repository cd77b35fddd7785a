"""How fast the best packages are proved where the packages are too many to look at.

    python benchmarks/settlement_choosing.py

Values are drawn from 0 to 100 for every option, several seeds each; the worst seed is shown.
An open problem is given a time limit, and what was proved by then is shown.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from onetext.settlement.rules import Rule
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.feasibility import Feasibility
from onetext.settlement.space import Literals, Space, Term

SEEDS = range(5)
OPEN_LIMIT_S = 60.0
EVERY = (Rule.UTILITARIAN, Rule.EGALITARIAN, Rule.KALAI_SMORODINSKY, Rule.NASH)


def drawn(parties: int, issues: int, options: int, *, own: int, red_lines: int, seed: int) -> Space:
    """A space with `own` interactions of two options, and so many red lines, for each party.

    Every fourth red line is on a single option; reservation values are 45 in 100 of what a
    party could have from the issues alone.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    values = generator.integers(0, 101, size=(parties, issues, options)).astype(np.int64)

    def combination(size: int) -> Literals:
        held = sorted(generator.choice(issues, size, replace=False))
        return tuple((int(issue), int(generator.integers(options))) for issue in held)

    def amounts(party: int) -> tuple[int, ...]:
        return tuple(
            int(generator.integers(-30, 31)) if other == party else 0 for other in range(parties)
        )

    terms = [Term(combination(2), amounts(party)) for party in range(parties) for _ in range(own)]
    barred = [
        combination(1 if number % 4 == 3 else 2)
        for _ in range(parties)
        for number in range(red_lines)
    ]
    least = tuple(int(total) for total in values.max(axis=2).sum(axis=1) * 45 // 100)
    sizes = (options,) * issues
    return Space(sizes, values, tuple(terms), tuple(barred), least, least, 1)


def seconds(space: Space, rules: Sequence[Rule]) -> float:
    """Wall-clock seconds until every rule's best package is proved, the better of two runs."""
    best = float("inf")
    for _ in range(2):
        begun = time.perf_counter()
        for rule in rules:
            if not LossSearch().best(space, rule, Deadline(OPEN_LIMIT_S)).proven:
                return float("inf")
        best = min(best, time.perf_counter() - begun)
    return best


def worst(rules: Sequence[Rule], *shape: int, own: int, red_lines: int) -> str:
    parties, issues, options = shape
    times = [
        seconds(drawn(parties, issues, options, own=own, red_lines=red_lines, seed=seed), rules)
        for seed in SEEDS
    ]
    if max(times) == float("inf"):
        return f"{times.count(float('inf'))} of {len(times)} seeds not proved"
    return f"{max(times):.3f} s (worst of {len(times)})"


def open_problem() -> str:
    """The smallest gain at 100 issues x 6 options x 8 parties, where the limit allows."""
    space = drawn(8, 100, 6, own=8, red_lines=4, seed=0)
    begun = time.perf_counter()
    found = LossSearch().best(space, Rule.EGALITARIAN, Deadline(OPEN_LIMIT_S))
    took = time.perf_counter() - begun
    if not found.packages or found.bound is None:
        return f"nothing within {took:.0f} s"
    utilities = space.utilities(found.packages[0])
    smallest = min(u - r for u, r in zip(utilities, space.reservations, strict=True))
    state = "proved" if found.proven else f"at most {float(found.bound):.1f}, not proved"
    return f"{smallest} ({state}) in {took:.1f} s"


def feasibility() -> str:
    """Milliseconds for each of 100 questions about a random part of the demands."""
    space = drawn(4, 28, 4, own=8, red_lines=14, seed=0)
    tops = space.values.max(axis=2).sum(axis=1)
    feasibility = Feasibility(space.with_lowest(tuple(int(top) * 83 // 100 for top in tops)))
    generator = np.random.Generator(np.random.PCG64(1))
    times = []
    for _ in range(100):
        limits = [bool(one) for one in generator.random(4) < 0.8]
        bars = [bool(one) for one in generator.random(len(space.barred)) < 0.8]
        begun = time.perf_counter()
        feasibility.package(limits, bars, Deadline(10.0))
        times.append(time.perf_counter() - begun)
    times.sort()
    median, slow = 1000 * times[len(times) // 2], 1000 * times[len(times) * 9 // 10]
    return f"{median:.2f} ms (median), {slow:.2f} ms (one in ten is slower)"


def section() -> list[tuple[str, str, str, str]]:
    """Rows of (measure, must, aim, measured)."""
    seconds(drawn(2, 6, 3, own=1, red_lines=1, seed=0), tuple(Rule))  # compiled before measuring
    return [
        (
            "4 parties, 28x4, red lines, 8 interactions: four rules proved",
            "< 2 s",
            "< 0.7 s",
            worst(EVERY, 4, 28, 4, own=8, red_lines=4),
        ),
        (
            "leximin, 8 parties, 28x4",
            "< 30 s",
            "< 5 s",
            worst((Rule.LEXIMIN,), 8, 28, 4, own=0, red_lines=0),
        ),
        (
            "leximin, 8 parties, 28x4, red lines, 8 interactions",
            "-",
            "-",
            worst((Rule.LEXIMIN,), 8, 28, 4, own=8, red_lines=4),
        ),
        (
            "6 parties, 50x5, red lines, 8 interactions: four rules proved",
            "-",
            "-",
            worst(EVERY, 6, 50, 5, own=8, red_lines=4),
        ),
        ("egalitarian, 8 parties, 100x6 (open)", "-", "< 60 s", open_problem()),
        ("feasibility of some demands, 4 parties, 28x4", "-", "< 2 ms", feasibility()),
    ]


if __name__ == "__main__":
    for row in section():
        print(" | ".join(row))
