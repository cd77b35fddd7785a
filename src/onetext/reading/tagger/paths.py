"""The sequences of labels that are possible, and how sure of each label: forward-backward.

Labels: 0 outside; 1, 2 content begins, goes on; 3, 4 cue; 5, 6 source. A label that goes on
may only follow its own kind. All windows of a batch are worked out side by side.

Source:
    Rabiner (1989), Proceedings of the IEEE 77, 257-286.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Lattice:
    """All paths through some windows, summed up; logarithms, in nats.

    Attributes:
        scores: of each label at each piece (B, T, LABELS).
        step: of each label after each other (LABELS, LABELS); `FORBIDDEN` where it may not be.
        forward: of all paths that end at a piece with a label, that piece included.
        backward: of all that goes on from there, that piece left out.
        total: of all paths of a window (B,).
    """

    scores: Any
    step: Any
    forward: Any
    backward: Any
    total: Any

    def marginals(self) -> Any:
        """The probability of each label at each piece (B, T, LABELS)."""
        return np.exp(self.forward + self.backward - self.total[:, None, None])


def lattice(scores: Any, transitions: Any) -> Lattice:
    """Sum up all paths for `scores` (B, T, LABELS); `transitions` lead from row to column."""
    scores = scores.astype(np.float64)
    step = np.where(ALLOWED, transitions, FORBIDDEN).astype(np.float64)
    ahead, back = np.exp(step), np.exp(step).T
    length = scores.shape[1]
    forward, backward = np.empty_like(scores), np.zeros_like(scores)
    forward[:, 0] = scores[:, 0] + np.where(FIRST_ALLOWED, 0.0, FORBIDDEN)
    for at in range(1, length):
        forward[:, at] = _summed(forward[:, at - 1], ahead) + scores[:, at]
    for at in range(length - 1, 0, -1):
        backward[:, at - 1] = _summed(backward[:, at] + scores[:, at], back)
    peak = forward[:, -1].max(-1)
    total = peak + np.log(np.exp(forward[:, -1] - peak[:, None]).sum(-1))
    return Lattice(scores, step, forward, backward, total)


def _summed(row: Any, step: Any) -> Any:
    """log(exp(row) @ step), without overflow; what cannot be reached stays `FORBIDDEN` low."""
    peak = row.max(-1, keepdims=True)
    return peak + np.log(np.maximum(np.exp(row - peak) @ step, 1e-300))
