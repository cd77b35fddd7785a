"""Fronts and solutions of GENIUS scenarios, beside NegMAS in one run.

Both are asked for the front and for the solutions, of the same problem, read once by
`read_genius` and handed to NegMAS as utility functions of its own with the same values. Timed is
all that follows the reading: here from `Problem`, so that making integers of fractions counts;
there from ready utility functions. NegMAS has its best of two cases: additive functions, as its
own loader makes them, and functions that look up every package in a table made beforehand. Its
solutions are those it has: front, utilitarian, egalitarian (Kalai), Nash and its
Kalai-Smorodinsky; ours are these and leximin, each with all ties.

Compiled code is warm. Runs are repeated until `SPENT_S` is spent, or a few times up to `LONG_S`;
the best counts. What takes longer than the limit is left out and told.
"""

from __future__ import annotations

import argparse
import gc
import math
import signal
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from onetext.settlement.genius import read_genius
from onetext.settlement.problem import Problem
from onetext.settlement.rules import Rule
from onetext.settlement.solver import Best, Deadline, Front
from onetext.settlement.solvers.front_choosing import Fronts
from onetext.settlement.solvers.survey import Survey
from onetext.settlement.solvers.whichever import Whichever
from onetext.settlement.space import acceptable_spaces, choice_of, unbarred_space, whole_space
from onetext.settlement.utility import gain, utility

SCENARIOS = Path(__file__).parents[2] / "shared" / "corpora" / "genius"
CLASSES = ((0, 100), (100, 1_000), (1_000, 10_000), (10_000, 100_000), (100_000, 10**30))
SPENT_S = 0.25
MOST_RUNS = 40
LONG_S, FEW_RUNS = 2.0, 5
"""Of what takes longer, so many runs where they end by then."""
MOST_TABULATED = 300_000
NEAR = 1e-9
MOST_READ_AGAIN = 20_000

Point = tuple[Fraction, ...]


class OutOfTime(BaseException):
    """The limit passed. Not an Exception: NegMAS catches those while it evaluates."""


@contextmanager
def limited(limit_s: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def best_of(question: Callable[[], object]) -> float:
    """Seconds of the quickest run."""
    seconds: list[float] = []
    while not seconds or (
        (sum(seconds) < SPENT_S and len(seconds) < MOST_RUNS)
        or (sum(seconds) < LONG_S and len(seconds) < FEW_RUNS)
    ):
        started = time.perf_counter()
        question()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


@dataclass(frozen=True, slots=True)
class Ours:
    front: Front
    solutions: dict[Rule, Best]
    scale: int


def ours(problem: Problem) -> Ours:
    """Everything from the problem on: integers, front, ideals, five rules."""
    fronts = Fronts()
    chooser, surveyor, deadline = Whichever(fronts), Survey(fronts), Deadline(60)
    base = whole_space(problem)
    [space] = acceptable_spaces(problem, base=base)
    ideals = chooser.ideals(space, deadline)
    solutions = {
        rule: chooser.best(space, rule, deadline, ideals=ideals.gains)
        for rule in Rule
        if ideals.gains
    }
    front = surveyor.front(unbarred_space(problem, base=base), deadline)
    assert front.exact
    assert all(best.proven for best in solutions.values())
    return Ours(front, solutions, base.scale)


@dataclass(frozen=True, slots=True)
class Peer:
    """NegMAS's utility functions with our values, and what it is told beforehand."""

    ufuns: list[Any]
    ranges: list[tuple[float, float]]


def additive(problem: Problem) -> Peer:
    from negmas.outcomes import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.value_fun import TableFun

    issues = [make_issue(list(issue.options), issue.name) for issue in problem.issues]
    space = make_os(issues)
    ufuns, ranges = [], []
    for one in problem.preferences:
        tables = {
            name: TableFun({option: float(points.middle) for option, points in row.items()})
            for name, row in one.values.items()
        }
        ufuns.append(
            LinearAdditiveUtilityFunction(
                tables,
                weights={name: float(weight) for name, weight in one.weights.items()},
                outcome_space=space,
                reserved_value=float(one.reservation.points),
            )
        )
        most = sum(
            max(one.weights[name] * points.middle for points in row.values())
            for name, row in one.values.items()
        )
        ranges.append((float(one.reservation.points), float(most)))
    return Peer(ufuns, ranges)


def tabulated(peer: Peer) -> Peer:
    from negmas.preferences import MappingUtilityFunction

    space = peer.ufuns[0].outcome_space
    outcomes = list(space.enumerate_or_sample())
    return Peer(
        [
            MappingUtilityFunction(
                {outcome: float(one(outcome)) for outcome in outcomes},
                outcome_space=space,
                reserved_value=one.reserved_value,
            )
            for one in peer.ufuns
        ],
        peer.ranges,
    )


@dataclass(frozen=True, slots=True)
class Theirs:
    points: Any
    numbers: Any
    solutions: dict[Rule, Any]


def theirs(peer: Peer) -> Theirs:
    from negmas.preferences.ops import (
        kalai_points,
        ks_points,
        max_welfare_points,
        nash_points,
        pareto_frontier,
    )

    points, numbers = pareto_frontier(peer.ufuns)
    known = {"ufuns": peer.ufuns, "frontier": points, "ranges": peer.ranges}
    solutions = {
        Rule.UTILITARIAN: max_welfare_points(**known),
        Rule.EGALITARIAN: kalai_points(**known),
        Rule.NASH: nash_points(**known),
        Rule.KALAI_SMORODINSKY: ks_points(**known),
    }
    return Theirs(points, numbers, solutions)


@dataclass(frozen=True, slots=True)
class Compared:
    rounded: int
    """Points of its front that are dominated by less than rounding tells, or missing from it."""
    other_ks: bool
    """Its Kalai-Smorodinsky point leaves some party a smaller share."""


def compared(problem: Problem, mine: Ours, other: Theirs) -> Compared:
    """Assert that both say the same where they mean the same."""
    least = [one.reservation.points for one in problem.preferences]
    own = {
        tuple(Fraction(int(amount), mine.scale) for amount in row) for row in mine.front.utilities
    }
    own = {point for point in own if all(map(Fraction.__ge__, point, least))}
    sizes = [len(issue.options) for issue in problem.issues]
    named = {exact(problem, package(int(number), sizes)) for number in other.numbers}
    rounded = named ^ own
    for point in rounded:
        known = own if point in named else named
        assert any(
            all(a >= b - NEAR for a, b in zip(one, point, strict=True)) for one in known
        ) or any(abs(a - b) < NEAR for a, b in zip(point, least, strict=True)), (
            problem.name,
            tuple(map(float, point)),
        )
    if not own:
        return Compared(len(rounded), False)
    gains = {
        rule: [gain(one, choice_of(problem, best.packages[0])) for one in problem.preferences]
        for rule, best in mine.solutions.items()
    }
    peers = {
        rule: [
            [float(a - b) for a, b in zip(map(Fraction, point), least, strict=True)]
            for point, _ in found
        ]
        for rule, found in other.solutions.items()
    }
    same(problem, float(sum(gains[Rule.UTILITARIAN])), map(sum, peers[Rule.UTILITARIAN]))
    same(problem, float(min(gains[Rule.EGALITARIAN])), map(min, peers[Rule.EGALITARIAN]))
    if all(one > 0 for one in gains[Rule.NASH]):
        same(problem, float(math.prod(gains[Rule.NASH])), map(math.prod, peers[Rule.NASH]))
    ideals = [max(column) - low for column, low in zip(zip(*own, strict=True), least, strict=True)]

    def share(amounts: Sequence[Fraction | float]) -> float:
        return min(
            (float(a) / float(b) for a, b in zip(amounts, ideals, strict=True) if b > 0), default=0
        )

    best = share(gains[Rule.KALAI_SMORODINSKY])
    shares = [share(one) for one in peers[Rule.KALAI_SMORODINSKY]]
    assert all(one <= best + NEAR for one in shares), problem.name
    return Compared(len(rounded), any(one < best - NEAR for one in shares))


def same(problem: Problem, mine: float, other: Any) -> None:
    values = list(other)
    assert values, problem.name
    assert all(abs(value - mine) <= NEAR * max(1.0, abs(mine)) for value in values), (
        problem.name,
        mine,
        values,
    )


def package(number: int, sizes: Sequence[int]) -> tuple[int, ...]:
    """Both number packages in mixed radix, the last issue fastest."""
    options = []
    for size in reversed(sizes):
        number, option = divmod(number, size)
        options.append(option)
    return tuple(reversed(options))


def exact(problem: Problem, chosen: tuple[int, ...]) -> Point:
    choice = choice_of(problem, chosen)
    return tuple(utility(one, choice) for one in problem.preferences)


def read_otherwise(folder: Path, problem: Problem) -> str | None:
    """How NegMAS's own loader reads the folder otherwise than GENIUS; None where it does not.

    Values alone do not count, since another scale changes no front: its front of the whole
    folder is held against ours, by what its packages are worth in GENIUS.
    """
    from negmas.inout import Scenario
    from negmas.preferences.ops import pareto_frontier

    try:
        scenario = Scenario.from_genius_folder(folder, ignore_discount=True)
    except Exception as error:  # noqa: BLE001 # whatever it is, the peer did not read it
        return f"does not read it ({type(error).__name__})"
    names = [[str(value) for value in issue.all] for issue in scenario.outcome_space.issues]
    if list(map(sorted, names)) != [sorted(issue.options) for issue in problem.issues]:
        return "has other options"
    by_name = {one.name: one for one in scenario.ufuns}
    if set(by_name) != set(problem.parties):
        return "has other parties"
    kept = all(
        abs(by_name[one.party].reserved_value - float(one.reservation.points)) < NEAR
        for one in problem.preferences
    )
    if problem.packages <= MOST_READ_AGAIN:
        for ufun in scenario.ufuns:
            ufun.reserved_value = float("-inf")
        outcomes = list(scenario.outcome_space.enumerate_or_sample())
        _, numbers = pareto_frontier(scenario.ufuns, outcomes)
        chosen = [dict(zip(problem_names(problem), outcomes[n], strict=True)) for n in numbers]
        named = {
            tuple(
                utility(one, {name: str(value) for name, value in choice.items()})
                for one in problem.preferences
            )
            for choice in chosen
        }
        front = Fronts().front(unbarred_space(problem), Deadline())
        assert front is not None
        own = {exact(problem, tuple(map(int, package))) for package in front.packages}
        if not (covered(named, own) and covered(own, named)):
            return "has another front"
    return None if kept else "loses reservation values"


def problem_names(problem: Problem) -> list[str]:
    return [issue.name for issue in problem.issues]


def covered(points: set[Point], others: set[Point]) -> bool:
    """Whether each of `points` is among `others`, but for rounding."""
    near = {tuple(round(float(one), 9) for one in other) for other in others}
    return all(
        point in others or tuple(round(float(one), 9) for one in point) in near for point in points
    )


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    packages: int
    parties: int
    ours_s: float
    peer_s: float
    finished: bool

    @property
    def ratio(self) -> float:
        return self.peer_s / self.ours_s


def row(problem: Problem, limit_s: float) -> tuple[Row, Compared | None]:
    ours(problem)
    mine = ours(replace(problem))
    seconds = best_of(lambda: ours(replace(problem)))
    size = (problem.name, problem.packages, len(problem.parties))
    peer = additive(problem)
    try:
        with limited(limit_s):
            started = time.perf_counter()
            other = theirs(peer)
            first = time.perf_counter() - started
            peer_s = first
            if first < SPENT_S:
                peer_s = min(first, best_of(lambda: theirs(peer)))
    except OutOfTime:
        return Row(*size, seconds, limit_s, False), None
    told = compared(problem, mine, other)
    if problem.packages <= MOST_TABULATED:
        table = tabulated(peer)
        try:
            with limited(limit_s):
                peer_s = min(peer_s, best_of(lambda: theirs(table)))
        except OutOfTime:
            pass  # the additive case was quicker
    return Row(*size, seconds, peer_s, True), told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit-s", type=float, default=60.0, help="for NegMAS, a file")
    parser.add_argument("--only", help="folders whose name contains this")
    asked = parser.parse_args()
    folders = sorted({path.parent for path in SCENARIOS.glob("**/*.xml")})
    folders = [one for one in folders if asked.only is None or asked.only in one.name]
    if not folders:
        sys.exit(f"No GENIUS scenarios under {SCENARIOS}: nothing to compare.")
    warnings.filterwarnings("ignore")
    import negmas.inout  # noqa: F401 # all of it, before anything is timed

    gc.collect()
    gc.freeze()  # what is loaded is no part of what either collects
    rows, told = [], []
    otherwise: dict[str, list[str]] = {}
    print(f"{'scenario':<28}{'packages':>9}{'parties':>8}{'onetext':>12}{'NegMAS':>12}{'ratio':>9}")
    for folder in folders:
        problem = read_genius(folder)
        found, same_or_not = row(problem, asked.limit_s)
        rows.append(found)
        if same_or_not is not None:
            told.append(same_or_not)
        different = read_otherwise(folder, problem)
        if different is not None:
            otherwise.setdefault(different, []).append(folder.name)
        mark = "" if found.finished else "  NegMAS stopped at the limit"
        print(
            f"{found.name:<28}{found.packages:>9}{found.parties:>8}"
            f"{1000 * found.ours_s:>9.3f} ms{1000 * found.peer_s:>9.1f} ms"
            f"{'' if found.finished else '>':>2}{found.ratio:>7.0f}{mark}",
            flush=True,
        )
    print(f"\n{'packages':<28}{'files':>6}{'must':>6}{'aim':>6}{'worst':>9}{'median':>9}")
    for low, high in CLASSES:
        ratios = [one.ratio for one in rows if low <= one.packages < high]
        if ratios:
            must, aim = ("50", "150") if low >= 100_000 else ("1", "")
            size = f"{low:,} and more" if high > 10**20 else f"{low:,} to {high - 1:,}"
            print(
                f"{size:<28}{len(ratios):>6}{must:>6}{aim:>6}"
                f"{min(ratios):>9.1f}{statistics.median(ratios):>9.1f}"
            )
    rounded, other_ks = (sum(one.rounded > 0 for one in told), sum(one.other_ks for one in told))
    print(
        f"\nSame fronts and solutions in {len(told)} files; in {rounded} of them NegMAS's front "
        "differs by points that only\nrounding sets apart, in "
        f"{other_ks} its Kalai-Smorodinsky point leaves a party less."
    )
    for reason, names in sorted(otherwise.items()):
        print(f"NegMAS's own loader {reason}: {len(names)} of {len(folders)} files.")


if __name__ == "__main__":
    main()
