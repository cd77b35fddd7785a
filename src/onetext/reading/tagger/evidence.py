"""What the confidence of an attribution rests on: how sure the labels and the links are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from onetext.reading.tagger.windows import Window

if TYPE_CHECKING:
    from onetext.reading.tagger.likely import Likely

EVIDENCE = (
    "bias", "first", "last", "mean", "least", "cue", "source", "to cue", "to source",
    "has cue", "has source", "quoted", "length", "parts",
    "match", "least match", "exact", "match and source", "source match", "cue match", "many",
)  # fmt: skip


def evidence(
    window: Window,
    contents: Sequence[Likely],
    cue: Likely | None,
    source: Likely | None,
    chance: Any,
    links: Sequence[float],
) -> tuple[float, ...]:
    """The numbers named in `EVIDENCE`; chances as log odds, for a linear model.

    Args:
        window: that all of it stands in.
        contents, cue, source: spans of pieces with their own chances.
        chance: of each label at each piece of the window.
        links: the chances of the links to the cue and to the source.
    """
    import numpy as np

    first = min(float(chance[one.first, 1]) for one in contents)
    last = min(
        1.0 - float(chance[one.last + 1, 2]) if one.last + 1 < len(chance) else 1.0
        for one in contents
    )
    inside = np.concatenate([chance[one.first : one.last + 1, 1:3].sum(1) for one in contents])
    quoted = [window.quotes[at] > 0 for one in contents for at in range(one.first, one.last + 1)]
    sizes = [one.last - one.first + 1 for one in contents]
    match = sum(n * one.match for n, one in zip(sizes, contents, strict=True)) / sum(sizes)
    exact = sum(n * one.chance for n, one in zip(sizes, contents, strict=True)) / sum(sizes)

    def mean(span: Likely | None, begins: int) -> float:
        if span is None:
            return 0.5
        return float(chance[span.first : span.last + 1, begins : begins + 2].sum(1).mean())

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
        _log_odds(match),
        _log_odds(min(one.match for one in contents)),
        _log_odds(exact),
        _log_odds(match * links[1] * (source.match if source else 1.0)),
        _log_odds(source.match if source else 0.5),
        _log_odds(cue.match if cue else 0.5),
        float(len(contents) > 2),
    )


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-3), 1 - 1e-3)
    return math.log(bounded / (1 - bounded))
