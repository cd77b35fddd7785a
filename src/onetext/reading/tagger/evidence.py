"""What the confidence of an attribution rests on: how sure the labels and the links are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from onetext.reading.tagger.windows import Window

EVIDENCE = (
    "bias", "first", "last", "mean", "least", "cue", "source", "to cue", "to source",
    "has cue", "has source", "quoted", "length", "parts",
)  # fmt: skip


def evidence(
    window: Window,
    contents: Sequence[tuple[int, int]],
    cue: tuple[int, int] | None,
    source: tuple[int, int] | None,
    chance: Any,
    links: Sequence[float],
) -> tuple[float, ...]:
    """The numbers named in `EVIDENCE`; chances as log odds, for a linear model."""
    import numpy as np

    first = min(float(chance[a, 1]) for a, _ in contents)
    last = min(1.0 - float(chance[b + 1, 2]) if b + 1 < len(chance) else 1.0 for _, b in contents)
    inside = np.concatenate([chance[a : b + 1, 1:3].sum(1) for a, b in contents])
    quoted = [window.quotes[at] > 0 for a, b in contents for at in range(a, b + 1)]

    def mean(span: tuple[int, int] | None, begins: int) -> float:
        if span is None:
            return 0.5
        return float(chance[span[0] : span[1] + 1, begins : begins + 2].sum(1).mean())

    return (
        1.0,
        _log_odds(first),
        _log_odds(last),
        _log_odds(float(inside.mean())),
        _log_odds(float(inside.min())),
        _log_odds(mean(cue, 3)),
        _log_odds(mean(source, 5)),
        _log_odds(links[0]),
        _log_odds(links[1]),
        float(cue is not None),
        float(source is not None),
        sum(quoted) / len(quoted),
        float(np.log(len(inside))),
        float(len(contents) > 1),
    )


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-3), 1 - 1e-3)
    return math.log(bounded / (1 - bounded))
