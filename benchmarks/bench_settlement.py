"""Settlement on generated problems: what is asked, and what is measured here, side by side.

Values are drawn from 0 to 100 points with a fixed seed. Every kernel is compiled before it is
timed; the best of three runs counts, over several seeds the worst of them.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import numpy as np

from onetext.settlement.conflicts import findings
from onetext.settlement.demands import demands
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    RedLine,
    Reservation,
)
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Deadline
from onetext.settlement.solvers.choosing import LossSearch
from onetext.settlement.solvers.conflict_search import ConflictSearch
from onetext.settlement.solvers.front_choosing import Fronts
from onetext.settlement.solvers.merged_front import merged_front
from onetext.settlement.solvers.survey import Survey
from onetext.settlement.space import NO_LIMIT, Literals, Space, Term

Row = tuple[str, str, str, str]

RUNS = 3
FRONT_RUNS, FRONT_SEEDS = 20, range(6)
SEEDS = range(3)
POINTS = 28
OPTIONS = 4


def space(parties: int, seed: int, *, interactions: int = 0, red_lines: int = 0) -> Space:
    """Points 0 to 100 for every option; interactions and red lines for each party."""
    rng = np.random.default_rng(seed)

    def pair() -> Literals:
        issues = sorted(int(one) for one in rng.choice(POINTS, 2, replace=False))
        return tuple((issue, int(rng.integers(OPTIONS))) for issue in issues)

    def amounts(party: int) -> tuple[int, ...]:
        worth = int(rng.integers(-20, 21))
        return tuple(worth if one == party else 0 for one in range(parties))

    terms = [Term(pair(), amounts(p)) for p in range(parties) for _ in range(interactions)]
    return Space(
        sizes=(OPTIONS,) * POINTS,
        values=rng.integers(0, 101, (parties, POINTS, OPTIONS)).astype(np.int64),
        terms=tuple(terms),
        barred=tuple(pair() for _ in range(parties * red_lines)),
        reservations=(1200,) * parties if interactions else (0,) * parties,
        lowest=(1200,) * parties if interactions else (NO_LIMIT,) * parties,
        scale=1,
    )


def infeasible(seed: int, parties: int = 4, made: int = 60) -> Problem:
    """Red lines and reservation values, `made` in all, which ask for more than there is."""
    rng = np.random.default_rng(seed)
    issues = tuple(
        Issue(f"point {one}", tuple(f"option {each}" for each in range(OPTIONS)))
        for one in range(POINTS)
    )
    lines = (made - parties) // parties
    preferences = []
    for party in range(parties):
        values = {
            issue.name: {
                option: Points.exactly(int(rng.integers(0, 101))) for option in issue.options
            }
            for issue in issues
        }
        red_lines = []
        for _ in range(lines):
            first, second = sorted(int(one) for one in rng.choice(POINTS, 2, replace=False))
            red_lines.append(
                RedLine(
                    tuple(
                        (issues[one].name, issues[one].options[int(rng.integers(OPTIONS))])
                        for one in (first, second)
                    ),
                    Fraction(int(rng.integers(1, 6))),
                )
            )
        preferences.append(
            Preferences(
                f"party {party}",
                {issue.name: Fraction(1) for issue in issues},
                values,
                Reservation(Fraction(1950), Fraction(int(rng.integers(5, 11)))),
                tuple(red_lines),
            )
        )
    return Problem("generated", issues, tuple(preferences), Agreement(parties))


def best_of(question: Callable[[], object]) -> float:
    """Seconds of the quickest of `RUNS`, after one that compiles."""
    question()
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        question()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def worst(question: Callable[[int], object]) -> float:
    return max(best_of(lambda seed=seed: question(seed)) for seed in SEEDS)  # type: ignore[misc] # default of a lambda


def few_party_spaces(parties: int) -> dict[str, list[Space]]:
    """For each case a space for each seed."""
    plain = [space(parties, seed) for seed in FRONT_SEEDS]
    barred = [
        replace(one, barred=tuple(((issue, seed % OPTIONS),) for issue in range(0, POINTS, 3)))
        for seed, one in enumerate(plain)
    ]
    ties = [replace(one, values=one.values // 10) for one in plain]
    long = [replace(one, values=one.values.astype(object) * 10**30 + 7) for one in plain]
    return {
        "": plain,
        ", red lines on options": barred,
        ", points 0-10, many ties": ties,
        **({", numbers of 100 bits": long} if parties == 2 else {}),
    }


def few_party_rows(parties: int, must: str, aim: str) -> list[Row]:
    """From a space to its front with a package for each point; each equal to another method's."""
    rows = []
    for case, spaces in few_party_spaces(parties).items():
        sizes, seconds = [], []
        for one in spaces:
            fronts = Fronts()
            found = fronts.front(one, Deadline())
            assert found is not None
            if not one.wide:
                assert found.utilities.tolist() == merged_front(one, Deadline()).utilities.tolist()
            for package, point in zip(found.packages.tolist(), found.utilities, strict=True):
                assert one.utilities(tuple(package)) == tuple(point)
            sizes.append(len(found.packages))
            seconds.append(min(_front_s(one) for _ in range(FRONT_RUNS)))
        name = {2: "two", 3: "three"}[parties]
        rows.append(
            (
                f"{name} parties, 28x4, exact front{case} ({min(sizes)} to {max(sizes)} points)",
                must,
                aim,
                f"{1000 * max(seconds):.2f} ms",
            )
        )
    return rows


def _front_s(asked: Space) -> float:
    fronts = Fronts()
    started = time.perf_counter()
    found = fronts.front(asked, Deadline())
    seconds = time.perf_counter() - started
    assert found is not None
    assert found.exact
    return seconds


def four_party_front(seed: int) -> int:
    """The size of the exact front; every point computed again from its package."""
    asked = space(4, seed)
    found = Survey().front(asked, Deadline(120))
    assert found.exact
    places = np.arange(POINTS)
    again = asked.values[:, places, found.packages].sum(axis=2).T
    assert np.array_equal(again, found.utilities)
    return len(found.packages)


def four_party_tied_front(seed: int) -> int:
    """As above with 8 interactions and 3 red lines on pairs a party."""
    asked = space(4, seed, interactions=8, red_lines=3)
    found = Survey().front(asked.with_lowest((NO_LIMIT,) * 4), Deadline(300))
    assert found.exact
    return len(found.packages)


def peak_mb() -> int:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def four_party_solutions(seed: int) -> None:
    """All five rules, interactions and red lines and all; each answer proved."""
    asked = space(4, seed, interactions=8, red_lines=3)
    search = LossSearch()
    for rule in Rule:
        found = search.best(asked, rule, Deadline(60))
        assert found.proven, rule
        assert found.packages, rule


def eight_party_leximin(seed: int) -> None:
    assert LossSearch().best(space(8, seed), Rule.LEXIMIN, Deadline(60)).proven


def first_conflict_and_concession(seed: int) -> None:
    problem = infeasible(seed)
    kinds = set()
    made = demands(problem)
    for finding in findings(made, ConflictSearch().of(problem), Deadline(60)):
        kinds.add(finding.conflict)
        if len(kinds) == 2:
            return
    raise AssertionError("the generated problem is feasible")


def four_party_front_row() -> Row:
    seconds = worst(four_party_front)
    sizes = [four_party_front(seed) for seed in SEEDS]
    return (
        f"four parties, 28x4, 0-100: exact front ({min(sizes)} to {max(sizes)} points)",
        "120 s, 4 GB",
        "30 s",
        f"{seconds:.2f} s, {peak_mb()} MB",
    )


def four_party_tied_row() -> Row:
    started = time.perf_counter()
    size = four_party_tied_front(0)
    return (
        f"the same with red lines and interactions on pairs ({size} points)",
        "-",
        "-",
        f"{time.perf_counter() - started:.1f} s, {peak_mb()} MB",
    )


def rows() -> list[Row]:
    """Measure, must, aim, measured."""
    return [
        *few_party_rows(2, "2 ms", "0.5 ms"),
        *few_party_rows(3, "-", "-"),
        four_party_front_row(),
        four_party_tied_row(),
        (
            "four parties, 28x4, red lines, interactions: five rules proved",
            "2 s",
            "0.7 s",
            f"{worst(four_party_solutions):.3f} s",
        ),
        (
            "eight parties, 28x4: leximin proved",
            "30 s",
            "5 s",
            f"{worst(eight_party_leximin):.3f} s",
        ),
        (
            "60 demands, infeasible: first conflict and cheapest concession",
            "0.5 s",
            "0.1 s",
            f"{worst(first_conflict_and_concession):.3f} s",
        ),
    ]


def main() -> None:
    print(f"{'settlement':<72}{'must':>12}{'aim':>9}{'measured':>18}")
    for measure, must, aim, measured in rows():
        print(f"{measure:<72}{must:>12}{aim:>9}{measured:>18}")


if __name__ == "__main__":
    main()
