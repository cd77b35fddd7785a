"""The chance of each label and of each span, against enumeration of all paths of labels."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from onetext.reading.tagger.likely import FLOOR, spans_with_chances
from onetext.reading.tagger.paths import ALLOWED, FIRST_ALLOWED, LABELS, lattice

LENGTH = 4


def _lawful(path: tuple[int, ...]) -> bool:
    return bool(FIRST_ALLOWED[path[0]]) and all(ALLOWED[a, b] for a, b in itertools.pairwise(path))


def _worth(path: tuple[int, ...], scores: Any, transitions: Any) -> float:
    own = sum(float(scores[at, label]) for at, label in enumerate(path))
    return own + sum(float(transitions[a, b]) for a, b in itertools.pairwise(path))


def _shares(scores: Any, transitions: Any) -> dict[tuple[int, ...], float]:
    """Every lawful path with its share of the probability."""
    paths = [p for p in itertools.product(range(LABELS), repeat=LENGTH) if _lawful(p)]
    worth = np.exp([_worth(path, scores, transitions) for path in paths])
    return dict(zip(paths, (worth / worth.sum()).tolist(), strict=True))


def _spans(path: tuple[int, ...], role: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at, label in enumerate(path):
        if label == 2 * role + 1:
            found.append((at, at))
        elif label == 2 * role + 2:
            found[-1] = (found[-1][0], at)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_chances_agree_with_enumeration(seed: int) -> None:
    """The chance of a label, and of a span from here to there, is its share of all lawful paths."""
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(2, LENGTH, LABELS)) * 2
    transitions = chance.normal(size=(LABELS, LABELS))
    paths = lattice(scores, transitions)
    marginals = paths.marginals()
    for row in range(2):
        labels = np.zeros((LENGTH, LABELS))
        spans: dict[tuple[int, int, int], float] = {}
        for path, share in _shares(scores[row], transitions).items():
            labels[np.arange(LENGTH), path] += share
            for role in range(3):
                for first, last in _spans(path, role):
                    spans[role, first, last] = spans.get((role, first, last), 0.0) + share
        assert np.allclose(marginals[row], labels, atol=1e-6)
        for role in range(3):
            first, last, found = spans_with_chances(paths, row, LENGTH, role)
            expected = {key[1:]: share for key, share in spans.items() if key[0] == role}
            given = dict(zip(zip(first.tolist(), last.tolist(), strict=True), found, strict=True))
            assert set(given) == {span for span, share in expected.items() if share > FLOOR}
            assert all(share == pytest.approx(expected[span]) for span, share in given.items())


def test_scores_far_apart_do_not_overflow() -> None:
    """Very sure scores give chances of nought and one, not infinities."""
    scores = np.full((1, 300, LABELS), -400.0)
    scores[0, :, 0] = 400.0
    scores[0, 10, 1] = scores[0, 11:20, 2] = 900.0
    paths = lattice(scores, np.zeros((LABELS, LABELS)))
    first, last, found = spans_with_chances(paths, 0, 300, 0)
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == [(10, 19)]
    assert found.tolist() == [pytest.approx(1.0)]
