"""Is an attribution right? As this corpus is measured: half of its content, and its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polnear import Article

from onetext.reading.attributions import Attribution
from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Judged:
    """An attribution, whether its content is right, and whether its source is too."""

    attribution: Attribution
    content_right: bool
    right: bool


def judged(article: Article, found: Sequence[Attribution]) -> list[Judged]:
    """Each of `found` against the first annotator, matched one to one, best overlap first."""
    gold = [(_chars(e.content), _chars(e.source)) for e in article.annotations[0]]
    ours = [(_chars(a.content), _chars([a.source] if a.source else [])) for a in found]
    options = sorted(
        (
            (
                len(content & g_content) / len(content | g_content),
                bool(source & g_source) or not (source or g_source),
                -i,
                -j,
            )
            for i, (g_content, g_source) in enumerate(gold)
            for j, (content, source) in enumerate(ours)
            if content & g_content
        ),
        reverse=True,
    )
    taken: set[int] = set()
    rulings: dict[int, bool] = {}
    for overlap, source_right, i, j in options:
        if overlap < 0.5:
            break
        if i not in taken and j not in rulings:
            taken.add(i)
            rulings[j] = source_right
    return [Judged(one, -j in rulings, rulings.get(-j, False)) for j, one in enumerate(found)]


def _chars(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}
