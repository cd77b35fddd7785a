"""What to find out next: the unknown value that would help the most, once it is known."""

from __future__ import annotations

import numpy as np

from onetext.settlement.drawing import pool
from onetext.settlement.odds import (
    Numbers,
    Odds,
    Packages,
    Standings,
    accepting,
    agreeing,
    odds_of,
    standings,
    summary,
    tail,
)
from onetext.settlement.problem import Problem
from onetext.settlement.result import Question
from onetext.settlement.solver import Deadline

POOL = 1000
"""The most packages that an answer may point to."""

ANSWERS = 128
"""Answers that are drawn for each question."""

LEAST_GAIN = 1e-9

FOR_POOL = 0.5
"""Of the time that is left."""


def next_questions(
    problem: Problem, *, seed: int, deadline: Deadline, most: int = 5, answers: int = ANSWERS
) -> tuple[Question, ...]:
    """The cells (party, issue) whose values are most worth knowing, the best first.

    1. A pool of packages is found: see `drawing.pool`.
    2. For each cell with an unknown value, answers are drawn: a value for each option, spread
       evenly over its interval (Latin hypercube).
    3. For each answer and each package of the pool, the probability that it is accepted.
    4. The gain of a cell is the mean over the answers of the best package's probability, less
       the best package's mean probability.

    Limits: where there are more packages than `drawing.MOST_LISTED`, or than `POOL` that matter,
    both the probability now and after an answer are those of the best package in the pool, not
    of all packages, so a gain may be too small or too large; gains carry the error of the draws
    and of `odds`. One question is weighed at a time: two that help only together show no gain.
    Unknown interactions are never asked about; they stay unknown. Cells whose gain is 0 are left
    out. Equal seeds give equal results, unless the deadline passes: then the cells that are not
    yet computed are left out; those with the widest intervals are computed first.

    Source:
        The expected value of sample information: Raiffa and Schlaifer (1961), Applied
        Statistical Decision Theory; for preferences: Boutilier (2002), A POMDP formulation of
        preference elicitation problems, AAAI-02, 239-246.
    """
    if problem.certain:
        return ()
    odds = odds_of(problem)
    packages, _ = pool(odds, seed=seed, deadline=deadline.part(FOR_POOL), most=POOL)
    found = standings(odds, packages)
    each = accepting(odds, found)
    now = float(agreeing(odds, each).max())
    generator = np.random.default_rng(seed)
    places = generator.permuted(
        np.tile((np.arange(answers) + 0.5) / answers, (odds.lows.shape[2], 1)), axis=1
    ).T
    gains: list[tuple[float, int, int]] = []
    cells = np.argwhere(odds.widths.any(axis=2))
    widest = np.argsort(-odds.widths.max(axis=2)[tuple(cells.T)], kind="stable")
    about = {party: _if_sure(odds, each, party) for party in np.unique(cells[:, 0])}
    for party, issue in cells[widest]:
        if deadline.passed:
            break
        refused, rise = about[party]
        after = refused + rise * _told(odds, packages, found, party, issue, places)
        gain = float(after.max(axis=1).mean() - after.mean(axis=0).max())
        gain = min(gain, 1 - now)
        if gain > LEAST_GAIN:
            gains.append((-gain, int(party), int(issue)))
    return tuple(
        Question(problem.parties[party], problem.issues[issue].name, -less, now)
        for less, party, issue in sorted(gains)[:most]
    )


def _if_sure(odds: Odds, each: Numbers, party: int) -> tuple[Numbers, Numbers]:
    """The probability of each package if `party` refuses, and the rise if it accepts."""
    accepted, refused = each.copy(), each.copy()
    accepted[:, party], refused[:, party] = 1, 0
    least = agreeing(odds, refused)
    return least, agreeing(odds, accepted) - least


def _told(
    odds: Odds, packages: Packages, found: Standings, party: int, issue: int, places: Numbers
) -> Numbers:
    """The probability that `party` accepts each package once it told its values of `issue`.

    Answers x packages; `places` (answers x options) says where in its interval each value is.
    """
    rest = found.widths[:, party].copy()
    rest[:, issue] = 0
    values = odds.widths[party, issue] * places
    need = odds.reservations[party] - found.low[:, party] - values[:, packages[:, issue]]
    enough = tail(need, *summary(rest), odds.rounding[party])
    return np.where(found.refused[:, party], 0.0, enough)
