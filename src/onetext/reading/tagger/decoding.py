"""From label scores and vectors to attributions, with what their confidence rests on.

1. The labels give the spans that are likely to be there. 2. The pointers give each content its
cue and its source: through the cue, and directly, in equal parts. 3. Contents that surely hang on
one cue are one attribution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from onetext.reading.sentences import sentences
from onetext.reading.tagger.edges import tight, trimmed
from onetext.reading.tagger.evidence import evidence
from onetext.reading.tagger.model import Model
from onetext.reading.tagger.windows import NOWHERE, Window
from onetext.text.spans import Span

if TYPE_CHECKING:  # they need numpy, which is loaded with the first text
    from onetext.reading.tagger.likely import Likely
    from onetext.reading.tagger.paths import Lattice

BATCH = 16  # windows whose labels are decoded side by side
DIRECT_SHARE = 0.5
LEAST = (0.15, 0.2, 0.2)  # chance of a match below which no content, cue, source is given
OVERLAP = (0.5, 0.5, 0.05)  # what makes a match; of a source any word will do
JOINED = 0.5  # chances of its link and of its words that a further content on one cue needs


@dataclass(frozen=True)
class Candidate:
    """An attribution with the numbers that its confidence is computed from."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    evidence: tuple[float, ...]


class Links(NamedTuple):
    """Chances of each content (rows) to hang on "none" or a cue, to have "none" or a source."""

    to_cue: Any
    to_source: Any


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

    from onetext.reading.tagger.paths import LABELS, lattice

    length = max(len(window) for window, _, _ in readings)
    scores = np.zeros((len(readings), length, LABELS), dtype=np.float32)
    scores[:, :, 0] = 20.0  # what pads a window is outside
    for row, (window, found, _) in enumerate(readings):
        scores[row, : len(window)] = found
        nowhere = [at for at, start in enumerate(window.starts) if start == NOWHERE]
        scores[row, nowhere, 0] += 20.0
    paths = lattice(scores, model.transitions)
    chances = paths.marginals()
    for row, (window, _, vectors) in enumerate(readings):
        spans = _spans(paths, row, window)
        if spans[0]:
            yield from _of_window(text, window, vectors, spans, chances[row], model)


def _spans(paths: Lattice, row: int, window: Window) -> list[list[Likely]]:
    """The contents, cues and sources of one window."""
    from onetext.reading.tagger.likely import likeliest, spans_with_chances

    return [
        likeliest(
            spans_with_chances(paths, row, len(window), role),
            window.starts,
            window.ends,
            overlap=OVERLAP[role],
            least=LEAST[role],
        )
        for role in range(3)
    ]


def _of_window(
    text: str,
    window: Window,
    vectors: Any,
    spans: Sequence[Sequence[Likely]],
    chance: Any,
    model: Model,
) -> Iterator[Candidate]:
    links = _links(window, vectors, spans, model)
    contents, cues, sources = spans
    for members, k in _grouped(text, window, contents, cues, links.to_cue):
        content = [_text_span(window, contents[c]) for c in members]
        kept = [trim for trim in (trimmed(text, span) for span in content) if trim is not None]
        if not kept:
            continue
        of_source = links.to_source[members].mean(0)
        s = int(of_source.argmax()) - 1
        yield Candidate(
            tuple(kept),
            tight(text, _text_span(window, cues[k])) if k >= 0 else None,
            tight(text, _text_span(window, sources[s])) if s >= 0 else None,
            evidence(
                window,
                [contents[c] for c in members],
                cues[k] if k >= 0 else None,
                sources[s] if s >= 0 else None,
                chance,
                [float(links.to_cue[members].max(1).mean()), float(of_source.max())],
            ),
        )


def _links(window: Window, vectors: Any, spans: Sequence[Sequence[Likely]], model: Model) -> Links:
    """What the pointers say: content to cue, and content to source by both ways."""
    import numpy as np

    from onetext.reading.tagger.paths import CONTENT, CUE, SOURCE
    from onetext.reading.tagger.pointers import features, log_probabilities, represent

    pairs = [[(one.first, one.last) for one in of_role] for of_role in spans]
    shown = [represent(vectors, of_role) for of_role in pairs]
    to_cue, cue_to_source, to_source = (
        np.exp(
            log_probabilities(
                weights,
                shown[asking],
                shown[asked],
                features(pairs[asking], pairs[asked], window.lines, window.quotes),
            )
        )
        for weights, (asking, asked) in zip(
            model.pointers, ((CONTENT, CUE), (CUE, SOURCE), (CONTENT, SOURCE)), strict=True
        )
    )
    through = to_cue[:, 1:] @ cue_to_source + to_cue[:, :1] * to_source
    return Links(to_cue, (1 - DIRECT_SHARE) * through + DIRECT_SHARE * to_source)


def _grouped(
    text: str,
    window: Window,
    contents: Sequence[Likely],
    cues: Sequence[Likely],
    to_cue: Any,
) -> Iterator[tuple[list[int], int]]:
    """Contents that are one attribution, and the cue that they hang on (-1: none).

    On one cue hangs the content with the surest link and words; others join it where theirs are
    sure too, and stand for themselves where they are not, or where an earlier block held them.
    """
    hanging: dict[int, list[int]] = {}
    for c, content in enumerate(contents):
        k = int(to_cue[c].argmax()) - 1
        if k >= 0 and _may_hang(text, window, content, cues[k]):
            hanging.setdefault(k, []).append(c)
        else:
            yield [c], -1
    for k, members in hanging.items():
        sure = {c: float(to_cue[c, k + 1]) * contents[c].match for c in members}
        lead = max(members, key=sure.__getitem__)
        block = window.lines[cues[k].first]
        told_here = window.lines[contents[lead].first] >= block
        joined = [
            c
            for c in members
            if c == lead
            or (
                min(float(to_cue[c, k + 1]), contents[c].match) >= JOINED
                and not (told_here and window.lines[contents[c].first] < block)
            )
        ]
        yield joined, k
        for c in members:
            if c not in joined:
                yield [c], k


def _may_hang(text: str, window: Window, content: Likely, cue: Likely) -> bool:
    """Whether this content can be what the cue reports: only quoted words go on past a sentence."""
    quoted = [window.quotes[at] > 0 for at in range(content.first, content.last + 1)]
    if sum(quoted) * 2 > len(quoted):
        return True
    first, last = min(content.first, cue.first), max(content.last, cue.last)
    gap = (content.last, cue.first) if content.last < cue.first else (cue.last, content.first)
    if gap[1] - gap[0] < 2:
        return True
    between = Span(window.starts[first], window.ends[last])
    edge = window.ends[gap[0]], window.starts[gap[1]]
    return not any(edge[0] <= one.start <= edge[1] for one in sentences(text, between)[1:])


def _text_span(window: Window, pieces: Likely) -> Span:
    """The characters of whole words from the first piece to the last."""
    first, last = pieces.first, pieces.last
    while first > 1 and window.starts[first] == window.ends[first - 1] and window.shapes[first] > 6:
        first -= 1
    while (
        last + 2 < len(window)
        and window.ends[last] == window.starts[last + 1]
        and window.shapes[last + 1] > 6
    ):
        last += 1
    return Span(window.starts[first], window.ends[last])
