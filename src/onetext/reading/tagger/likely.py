"""Spans that are likely to be there, and of those the ones that are likeliest to be half right.

The labels at one edge of a reported clause are often unsure while most of it is sure. So not
the best path of labels is taken, but the spans that share at least half of their characters
with as much of the probability of all spans as can be: what a reader counts as the same words;
and among those that are as good in this, the likeliest one, which is cut where clauses are.

Source:
    Goodman (1996), ACL 34, 177-183: choose what maximises the measure, not the likeliest whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from onetext.reading.tagger.paths import Lattice

FLOOR = 0.002  # spans that are less likely are left out
MOST = 1500  # spans of one kind that are weighed in one window
EXACT = 0.02  # what the chance of exactly a span adds to its rank
NEARLY = 0.9  # of the best chance of a match: so good is as good, and the likeliest span is given


class Likely(NamedTuple):
    """A span of pieces; the chance of exactly it, and of one that is much the same."""

    first: int
    last: int
    chance: float
    match: float


def spans_with_chances(paths: Lattice, row: int, size: int, role: int) -> tuple[Any, Any, Any]:
    """First piece, last piece and chance of every span of `role` in one window.

    Args:
        paths: of a batch.
        row: which window.
        size: pieces of it that are no padding.
        role: as in `paths`.
    """
    begins, goes_on = 2 * role + 1, 2 * role + 2
    scores, step = paths.scores[row, :size], paths.step
    forward, backward = paths.forward[row, :size], paths.backward[row, :size]
    total = paths.total[row]
    rows = np.flatnonzero(forward[:, begins] + backward[:, begins] - total > np.log(FLOOR))
    after = np.zeros((size, 2))  # log sum of what may follow a span whose last label is this
    after[-1] = backward[-1, [begins, goes_on]]
    others = [label for label in range(scores.shape[1]) if label != goes_on]
    ahead = (scores[1:] + backward[1:])[:, others]
    for column, label in enumerate((begins, goes_on)):
        after[:-1, column] = _log_sum(ahead + step[label, others])
    inside = np.cumsum(scores[:, goes_on] + step[goes_on, goes_on])
    table = (
        (forward[rows, begins] + step[begins, goes_on] - step[goes_on, goes_on] - inside[rows])[
            :, None
        ]
        + (inside + after[:, 1])[None]
        - total
    )
    table[np.arange(size)[None] < rows[:, None]] = -np.inf
    table[np.arange(len(rows)), rows] = forward[rows, begins] + after[rows, 0] - total
    which, last = np.nonzero(table > np.log(FLOOR))
    chance = np.exp(table[which, last])
    kept = np.sort(np.argsort(-chance, kind="stable")[:MOST])
    return rows[which][kept], last[kept], chance[kept]


def likeliest(
    found: tuple[Any, Any, Any],
    starts: Sequence[int],
    ends: Sequence[int],
    *,
    overlap: float,
    least: float,
) -> list[Likely]:
    """Spans apart from one another, those with the best chance of a match first chosen.

    Args:
        found: as `spans_with_chances` gives them.
        starts, ends: of each piece, as offsets into the text.
        overlap: the share (intersection over union of characters) that makes two spans a match.
        least: the least chance of a match that is worth giving.

    Returns:
        In the order of the text.
    """
    first, last, chance = found
    if not len(first):
        return []
    start, end = np.asarray(starts)[first], np.asarray(ends)[last]
    shared = np.minimum(end[:, None], end) - np.maximum(start[:, None], start)
    whole = np.maximum(end[:, None], end) - np.minimum(start[:, None], start)
    alike = shared >= overlap * np.maximum(whole, 1)
    match = alike @ chance  # above 1: it matches several
    rank = np.where(match >= least, match + EXACT * chance, -1.0)
    chosen: list[Likely] = []
    while (top := int(rank.argmax())) >= 0 and rank[top] >= 0:
        as_good = (rank >= 0) & alike[top] & (match >= NEARLY * match[top])
        best = int(np.where(as_good, chance, -1.0).argmax())
        sure = min(float(match[best]), 1.0)
        chosen.append(Likely(int(first[best]), int(last[best]), float(chance[best]), sure))
        rank[shared[best] > 0] = -1.0
        rank[[best, top]] = -1.0
    return sorted(chosen)


def _log_sum(rows: Any) -> Any:
    peak = rows.max(-1, keepdims=True)
    return peak[:, 0] + np.log(np.exp(rows - peak).sum(-1))
