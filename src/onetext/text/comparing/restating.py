"""Points that words leave alone, matched by what they mean.

What words settle stays settled: only points that have no partner, nor are a piece of one, are
looked at. Candidates are the nearest in meaning, both ways; then, as for words, one optimal
assignment by the odds of each pair, and again with what that matched above and beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onetext.text.comparing.assignment import assign
from onetext.text.comparing.chances import LEAST_MEANING, Restating, restated_odds
from onetext.text.comparing.context import around, under
from onetext.text.comparing.likeness import Grams
from onetext.text.comparing.shapes import Likeness, Meanings
from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Group, Pair

NEAREST = 8
BLOCK = 512
ROUNDS = 3
FEW_WORDS = 0.6
"""Matched wordings that have less in common than this (Dice) were put in other words."""


@dataclass(frozen=True, slots=True)
class Restated:
    """Pairs of points, each with the logarithm of its odds; `odds` has every pair that was looked
    at."""

    groups: tuple[Group, ...]
    odds: dict[Pair, float]


def restated(
    old: Side,
    new: Side,
    together: Sequence[Group],
    words: Grams,
    likeness: Likeness,
    barred: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Restated:
    """Match by meaning what is left alone.

    Args:
        old: the draft before.
        new: the draft after.
        together: what words have matched, and a person.
        words: both drafts' own wordings.
        likeness: reads meanings.
        barred: points of each side that a person has decided on, which take no other partner.
    """
    taken = [(i, j) for group in together for i in group.old for j in group.new]
    ours = _alone(old, {i for i, _ in taken} | barred[0])
    theirs = _alone(new, {j for _, j in taken} | barred[1])
    if not ours or not theirs:
        return Restated((), {})
    meanings = likeness.between([p.text for p in old.points], [p.text for p in new.points])
    alike = _nearest(meanings, ours, theirs)
    if not alike:
        return Restated((), {})
    pairs = sorted(alike)
    single = [
        (group.old[0], group.new[0]) for group in together if len(group.old) == len(group.new) == 1
    ]
    reworded = _reworded(single, words)
    among = (len(ours) * len(theirs)) ** 0.5
    found: list[Pair] = []
    odds: dict[Pair, float] = {}
    for _ in range(ROUNDS):
        weighed = restated_odds(
            Restating(
                np.array([alike[pair] for pair in pairs]),
                under(old, new, pairs, [*taken, *found]),
                around(old, new, pairs, [*single, *found])[1],
                among,
                reworded,
            )
        )
        odds = dict(zip(pairs, weighed.tolist(), strict=True))
        chosen = assign(pairs, weighed, len(old), len(new))
        if chosen == found:
            break
        found = chosen
    return Restated(tuple(Group((i,), (j,), odds[i, j]) for i, j in found), odds)


def _alone(side: Side, taken: set[int] | frozenset[int]) -> list[int]:
    return [at for at in range(len(side)) if at not in taken and side.own[at]]


def _reworded(single: Sequence[Pair], words: Grams) -> float:
    """The share of pairs with few words in common; one half where there are none to judge by."""
    few = sum(words.together((i,), (j,)) < FEW_WORDS for i, j in single)
    return (1 + few) / (2 + len(single))


def _nearest(meanings: Meanings, ours: Sequence[int], theirs: Sequence[int]) -> dict[Pair, float]:
    """The nearest in meaning of every point, up to `NEAREST` each, both ways, block by block."""
    found: dict[Pair, float] = {}
    for begin in range(0, len(ours), BLOCK):
        rows = ours[begin : begin + BLOCK]
        table = meanings.alike(rows, theirs)
        enough = table >= LEAST_MEANING
        for axis in (0, 1):
            ranked = np.argsort(-table, axis=axis, kind="stable")
            most = ranked[:NEAREST] if axis == 0 else ranked[:, :NEAREST]
            near = np.zeros(table.shape, dtype=bool)
            np.put_along_axis(near, most, True, axis=axis)
            for row, column in np.argwhere(near & enough).tolist():
                found[rows[row], theirs[column]] = float(table[row, column])
    return found
