"""From evidence to a confidence that can be taken at its word.

A logistic score over the evidence, then a curve from score to the share that was right among
attributions of articles that the network had not seen: isotonic regression, straight lines
between the middles of its steps.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from typing import Any


def confidence(evidence: Sequence[float], calibration: Mapping[str, Any]) -> float:
    """The chance (0 to 1) that an attribution is right: half its content and its source.

    Args:
        evidence: the numbers named by `evidence.EVIDENCE`.
        calibration: "weights", one for each; "scores" ascending and "chances", the curve.
    """
    score = sum(a * b for a, b in zip(evidence, calibration["weights"], strict=True))
    scores, chances = calibration["scores"], calibration["chances"]
    place = bisect.bisect_right(scores, score)
    if place == 0 or place == len(scores):
        return float(chances[max(place - 1, 0)])
    share = (score - scores[place - 1]) / (scores[place] - scores[place - 1])
    return float(chances[place - 1] + share * (chances[place] - chances[place - 1]))
