"""How long the next question takes: 28 issues x 4 options, 4 parties, half of the cells unknown.

python benchmarks/settlement_questions.py
"""

from __future__ import annotations

import random
import time
from fractions import Fraction

from onetext.settlement.next_question import next_questions
from onetext.settlement.problem import (
    UNKNOWN,
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)
from onetext.settlement.solver import Deadline


def drawn(seed: int, *, least: int = 55) -> Problem:
    """A random problem in which half of the cells (party, issue) are unknown."""
    generator = random.Random(seed)  # noqa: S311 - not for secrets
    issues = tuple(Issue(f"issue {n}", ("a", "b", "c", "d")) for n in range(28))
    preferences = []
    for party in ("Northland", "Southland", "Eastland", "Westland"):
        raw = [generator.randint(1, 10) for _ in issues]
        values = {}
        for issue in issues:
            unknown = generator.random() < 0.5
            values[issue.name] = {
                option: UNKNOWN if unknown else Points.exactly(generator.randint(0, 100))
                for option in issue.options
            }
        weights = {i.name: Fraction(w, sum(raw)) for i, w in zip(issues, raw, strict=True)}
        preferences.append(Preferences(party, weights, values, Reservation(Fraction(least))))
    return Problem("drawn", issues, tuple(preferences), Agreement(len(preferences)))


def section() -> list[tuple[str, str, str, str]]:
    """(measure, must, aim, measured): the best of three runs."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        next_questions(drawn(1), seed=0, deadline=Deadline())
        times.append(time.perf_counter() - started)
    measure = "next question, 28 x 4, 4 parties, half unknown"
    return [(measure, "< 20 s", "< 3 s", f"{min(times):.2f} s")]


if __name__ == "__main__":
    for row in section():
        print(" | ".join(row))
