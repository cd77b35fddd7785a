"""Where a text comes from: its likeliest sources among many, each with how sure it is.

A source is a matter with the versions that it went through. It is as like the text as the most
like of its versions (Dice over words and pairs of words, `likeness`); how like its versions are
on the whole decides between sources that come out nearly the same. How sure a match is follows
from its likeness, and from whether another source comes as near: of two equals each has half.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.text.comparing.chances import chance
from onetext.text.comparing.likeness import dice, grams_of
from onetext.text.comparing.sides import words_of

WHOLE_HISTORY = 0.1
"""The share of a source's rank that all of its versions have, and not the most like alone."""
CONSTANT, BY_SIMILARITY = -3.8, 8.4
"""The chance that a source is the right one where no other comes near, as a logistic model of its
similarity: fitted to the tracing by hand of 295 articles of the Chilean draft of 2022
(commissions 1 to 4), and rounded."""
BY_LEAD = 60.0
"""How fast a rival loses its half: by 0.05 behind it has a twentieth left."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was found.

    Attributes:
        name: as the candidates call it.
        version: which of its versions is most like the text, counted from 0.
        similarity: of that version, 0 to 1.
        confidence: the chance, 0 to 1, that a person would name it.
    """

    name: str
    version: int
    similarity: float
    confidence: float


def trace(text: str, candidates: Mapping[str, Sequence[str]], *, count: int = 5) -> list[Source]:
    """The likeliest sources of `text`, the likeliest first. See `trace_all`."""
    return trace_all([text], candidates, count=count)[0]


def trace_all(
    texts: Sequence[str], candidates: Mapping[str, Sequence[str]], *, count: int = 5
) -> list[list[Source]]:
    """The likeliest sources of each of `texts`, the likeliest first.

    Args:
        texts: what is to be traced.
        candidates: the versions of each source, by its name; a source without words is none.
        count: how many sources to tell for each text.

    Returns:
        For each text up to `count` sources that share a word with it.
    """
    names = list(candidates)
    versions = [(at, n, words_of(version)) for at, name in enumerate(names)
                for n, version in enumerate(candidates[name]) if version.strip()]  # fmt: skip
    grams = grams_of([words_of(text) for text in texts], [words for _, _, words in versions])
    if not versions:
        return [[] for _ in texts]
    owners = np.array([at for at, _, _ in versions])
    number = np.maximum(np.bincount(owners, minlength=len(names)), 1)
    weighted = grams.old.multiply(grams.weights).tocsr()
    found = []
    for row in range(len(texts)):
        shared = np.asarray((weighted[row] @ grams.new.T).todense()).ravel()
        alike = dice(shared, grams.old_mass[row], grams.new_mass)
        best = np.zeros(len(names))
        np.maximum.at(best, owners, alike)
        whole = np.bincount(owners, weights=alike, minlength=len(names)) / number
        rank = best + WHOLE_HISTORY * whole
        order = np.argsort(-rank, kind="stable")[: max(count, 2)]
        found.append(_ranked(order, rank, best, alike, owners, versions, names)[:count])
    return found


def _ranked(
    order: Any,
    rank: Any,
    best: Any,
    alike: Any,
    owners: Any,
    versions: Sequence[tuple[int, int, tuple[str, ...]]],
    names: Sequence[str],
) -> list[Source]:
    ranked = []
    for place, at in enumerate(order):
        if best[at] <= 0:
            break
        rival = order[1] if place == 0 and len(order) > 1 else order[0]
        lead = float(rank[at] - rank[rival]) if rival != at else 1.0
        own = np.flatnonzero(owners == at)
        version = versions[own[np.argmax(alike[own])]][1]
        sure = float(chance(CONSTANT + BY_SIMILARITY * best[at]) * chance(BY_LEAD * lead))
        ranked.append(Source(names[at], version, round(float(best[at]), 4), round(sure, 4)))
    return ranked
