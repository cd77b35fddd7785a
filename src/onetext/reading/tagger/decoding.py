"""From label scores and vectors to attributions, with what their confidence rests on.

1. The best path of labels gives the spans. 2. The pointers give each content its cue and its
source: through the cue, and directly, in equal parts. 3. Contents on one cue are one attribution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onetext.reading.sentences import sentences
from onetext.reading.tagger.edges import tight, trimmed
from onetext.reading.tagger.evidence import evidence
from onetext.reading.tagger.model import Model
from onetext.reading.tagger.windows import NOWHERE, Window
from onetext.text.spans import Span

BATCH = 16  # windows whose labels are decoded side by side
DIRECT_SHARE = 0.5


@dataclass(frozen=True)
class Candidate:
    """An attribution with the numbers that its confidence is computed from."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    evidence: tuple[float, ...]


def candidates(
    text: str, readings: Iterator[tuple[Window, Any, Any]], model: Model
) -> Iterator[Candidate]:
    """All attributions of the windows, in their order; memory for `BATCH` windows at a time."""
    held: list[tuple[Window, Any, Any]] = []
    for reading in readings:
        held.append(reading)
        if len(held) == BATCH:
            yield from _decoded(text, held, model)
            held = []
    if held:
        yield from _decoded(text, held, model)


def _decoded(
    text: str, readings: Sequence[tuple[Window, Any, Any]], model: Model
) -> Iterator[Candidate]:
    import numpy as np

    from onetext.reading.tagger.paths import LABELS, best_paths, marginals

    length = max(len(window) for window, _, _ in readings)
    scores = np.zeros((len(readings), length, LABELS), dtype=np.float32)
    scores[:, :, 0] = 20.0  # what pads a window is outside
    for row, (window, found, _) in enumerate(readings):
        scores[row, : len(window)] = found
        nowhere = [at for at, start in enumerate(window.starts) if start == NOWHERE]
        scores[row, nowhere, 0] += 20.0
    paths = best_paths(scores, model.transitions)
    chances = marginals(scores, model.transitions)
    for (window, _, vectors), path, chance in zip(readings, paths, chances, strict=True):
        size = len(window)
        yield from _of_window(text, window, vectors, path[:size], chance[:size], model)


def _of_window(
    text: str, window: Window, vectors: Any, path: Any, chance: Any, model: Model
) -> Iterator[Candidate]:
    import numpy as np

    from onetext.reading.tagger.paths import CONTENT, CUE, SOURCE, spans_of
    from onetext.reading.tagger.pointers import features, log_probabilities, represent

    spans = [spans_of(path, role) for role in (CONTENT, CUE, SOURCE)]
    if not spans[CONTENT]:
        return
    shown = [represent(vectors, of_role) for of_role in spans]
    tables = [
        np.exp(
            log_probabilities(
                weights,
                shown[asking],
                shown[asked],
                features(spans[asking], spans[asked], window.lines, window.quotes),
            )
        )
        for weights, (asking, asked) in zip(
            model.pointers, ((CONTENT, CUE), (CUE, SOURCE), (CONTENT, SOURCE)), strict=True
        )
    ]
    to_cue, cue_to_source, to_source = tables
    through = to_cue[:, 1:] @ cue_to_source + to_cue[:, :1] * to_source
    blend = (1 - DIRECT_SHARE) * through + DIRECT_SHARE * to_source
    groups: dict[tuple[str, int], list[int]] = {}
    for c in range(len(spans[CONTENT])):
        k = int(to_cue[c].argmax()) - 1
        hangs = k >= 0 and _may_hang(text, window, spans[CONTENT][c], spans[CUE][k])
        groups.setdefault(("cue", k) if hangs else ("alone", c), []).append(c)
    for (kind, number), members in groups.items():
        content = [_text_span(window, spans[CONTENT][c]) for c in members]
        kept = [trim for trim in (trimmed(text, span) for span in content) if trim is not None]
        if not kept:
            continue
        cue = tight(text, _text_span(window, spans[CUE][number])) if kind == "cue" else None
        chances_of_source = blend[members].mean(0)
        s = int(chances_of_source.argmax()) - 1
        source = tight(text, _text_span(window, spans[SOURCE][s])) if s >= 0 else None
        yield Candidate(
            tuple(kept),
            cue,
            source,
            evidence(
                window,
                [spans[CONTENT][c] for c in members],
                spans[CUE][number] if kind == "cue" else None,
                spans[SOURCE][s] if s >= 0 else None,
                chance,
                [float(to_cue[members].max(1).mean()), float(chances_of_source.max())],
            ),
        )


def _may_hang(text: str, window: Window, content: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Whether this content can be what the cue reports: only quoted words go on past a sentence."""
    quoted = [window.quotes[at] > 0 for at in range(content[0], content[1] + 1)]
    if sum(quoted) * 2 > len(quoted):
        return True
    first, last = min(content[0], cue[0]), max(content[1], cue[1])
    gap = (content[1], cue[0]) if content[1] < cue[0] else (cue[1], content[0])
    if gap[1] - gap[0] < 2:
        return True
    between = Span(window.starts[first], window.ends[last])
    edge = window.ends[gap[0]], window.starts[gap[1]]
    return not any(edge[0] <= one.start <= edge[1] for one in sentences(text, between)[1:])


def _text_span(window: Window, pieces: tuple[int, int]) -> Span:
    """The characters of whole words from the first piece to the last."""
    first, last = pieces
    while first > 1 and window.starts[first] == window.ends[first - 1] and window.shapes[first] > 6:
        first -= 1
    while (
        last + 2 < len(window)
        and window.ends[last] == window.starts[last + 1]
        and window.shapes[last + 1] > 6
    ):
        last += 1
    return Span(window.starts[first], window.ends[last])
