"""The best sequence of labels and how sure of each: Viterbi, and forward-backward.

Labels: 0 outside; 1, 2 content begins, goes on; 3, 4 cue; 5, 6 source. A label that goes on
may only follow its own kind. All windows of a batch are decoded side by side.

Source:
    Viterbi (1967); Rabiner (1989), Proceedings of the IEEE 77, 257-286.
"""

from __future__ import annotations

from typing import Any

import numpy as np

LABELS = 7
CONTENT, CUE, SOURCE = range(3)
FORBIDDEN = -1e4


def _allowed() -> Any:
    allowed = np.ones((LABELS, LABELS), dtype=bool)
    for inside in (2, 4, 6):
        allowed[:, inside] = False
        allowed[[inside - 1, inside], inside] = True
    return allowed


ALLOWED = _allowed()
FIRST_ALLOWED = np.array([label not in (2, 4, 6) for label in range(LABELS)])


def best_paths(scores: Any, transitions: Any) -> Any:
    """The likeliest labels (B, T) for `scores` (B, T, LABELS); `transitions` from row to column."""
    step = np.where(ALLOWED, transitions, FORBIDDEN)
    size, length, _ = scores.shape
    back = np.zeros((length, size, LABELS), dtype=np.int8)
    best = scores[:, 0] + np.where(FIRST_ALLOWED, 0.0, FORBIDDEN)
    for at in range(1, length):
        options = best[:, :, None] + step
        back[at] = options.argmax(1)
        best = options.max(1) + scores[:, at]
    path = np.zeros((size, length), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(size)
    for at in range(length - 1, 0, -1):
        path[:, at - 1] = back[at, rows, path[:, at]]
    return path


def marginals(scores: Any, transitions: Any) -> Any:
    """The probability of each label at each piece (B, T, LABELS)."""
    step = np.exp(np.where(ALLOWED, transitions, FORBIDDEN))
    length = scores.shape[1]
    peak = np.exp(scores - scores.max(-1, keepdims=True))
    forward = np.empty_like(peak)
    backward = np.empty_like(peak)
    forward[:, 0] = _normal(peak[:, 0] * FIRST_ALLOWED)
    for at in range(1, length):
        forward[:, at] = _normal((forward[:, at - 1] @ step) * peak[:, at])
    backward[:, -1] = 1.0
    for at in range(length - 1, 0, -1):
        backward[:, at - 1] = _normal((backward[:, at] * peak[:, at]) @ step.T)
    together = forward * backward
    return together / np.maximum(together.sum(-1, keepdims=True), 1e-30)


def _normal(row: Any) -> Any:
    return row / np.maximum(row.sum(-1, keepdims=True), 1e-30)


def spans_of(labels: Any, role: int) -> list[tuple[int, int]]:
    """First and last piece of every span of `role` along one path."""
    begins, goes_on = 2 * role + 1, 2 * role + 2
    spans: list[tuple[int, int]] = []
    for at, label in enumerate(labels.tolist()):
        if label == begins:
            spans.append((at, at))
        elif label == goes_on:
            spans[-1] = (spans[-1][0], at)
    return spans
