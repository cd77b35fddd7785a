"""The best path of labels and the chance of each label, against enumeration of all paths."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from onetext.reading.tagger.paths import (
    ALLOWED,
    FIRST_ALLOWED,
    LABELS,
    best_paths,
    marginals,
    spans_of,
)


def _lawful(path: tuple[int, ...]) -> bool:
    return bool(FIRST_ALLOWED[path[0]]) and all(ALLOWED[a, b] for a, b in itertools.pairwise(path))


def _worth(path: tuple[int, ...], scores: Any, transitions: Any) -> float:
    own = sum(float(scores[at, label]) for at, label in enumerate(path))
    return own + sum(float(transitions[a, b]) for a, b in itertools.pairwise(path))


@pytest.mark.parametrize("seed", range(5))
def test_paths_and_chances_agree_with_enumeration(seed: int) -> None:
    """Of all lawful paths the best is found, and chances are shares of all lawful paths."""
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(2, 4, LABELS)) * 2
    transitions = chance.normal(size=(LABELS, LABELS))
    found, shares = best_paths(scores, transitions), marginals(scores, transitions)
    for row in range(2):
        paths = [p for p in itertools.product(range(LABELS), repeat=4) if _lawful(p)]
        worth = np.array([_worth(path, scores[row], transitions) for path in paths])
        assert tuple(found[row].tolist()) == paths[int(worth.argmax())]
        expected = np.zeros((4, LABELS))
        for path, weight in zip(paths, np.exp(worth - worth.max()), strict=True):
            expected[np.arange(4), path] += weight
        expected /= expected.sum(1, keepdims=True)
        assert np.allclose(shares[row], expected, atol=1e-6)


def test_spans_are_read_off_a_path() -> None:
    """A label that begins starts a new span even next to another."""
    path = np.array([0, 1, 2, 1, 3, 0, 5, 6])
    assert [spans_of(path, role) for role in range(3)] == [[(1, 2), (3, 3)], [(4, 4)], [(6, 7)]]
