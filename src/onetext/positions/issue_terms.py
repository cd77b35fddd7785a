"""Whether the words of a point are those of an issue: of its label, or of a wording of it.

1. A word is as telling as it is rare among the points of the drafts: ln((n + 1) / k) for a word
   that k of n points hold.
2. A point is about an issue if, by the weights of their words, the cosine of the angle between
   the point and some wording of the issue is at least `LIKE`; the largest counts.
3. Else it is about the issue whose label it names best: its own words, without those of the
   points below it, hold at least `NAMED_SHARE` of what is telling in the label.

Source: inverse document frequency, Spärck Jones (1972), Journal of Documentation 28; the cosine,
Salton, Wong and Yang (1975), Communications of the ACM 18.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onetext.positions.matters import point_words
from onetext.positions.terms import terms
from onetext.record.views import Issue, RecordedDraft
from onetext.text.drafts import Point
from onetext.text.parse import UNDETERMINED

LIKE = 0.3
NAMED_SHARE = 0.6
NAMED_CONFIDENCE = 0.5

Stems = frozenset[str]


class IssueTerms:
    """The words of issues, weighed by the points of the drafts."""

    def __init__(
        self,
        issues: Sequence[Issue],
        known: Iterable[RecordedDraft],
        points: Sequence[Point],
        language: str,
        of_points: Mapping[str, Mapping[str, Sequence[str]]],
    ) -> None:
        """`points` are those to be placed, in `language`; `of_points` tells the issues of known
        points, by the draft's id and the point's path."""
        self._language = language
        wordings = [
            (
                _stems(point_words(point), recorded.draft.language),
                of_points[recorded.id].get(point.path, ()),
            )
            for recorded in known
            for point in recorded.draft.walk()
        ]
        held = [stems for stems, _ in wordings] + [
            _stems(point_words(one), language) for one in points
        ]
        self._total = len(held) + 1
        self._spread = Counter(stem for stems in held for stem in stems)
        self._wordings = [(stems, ids) for stems, ids in wordings if stems and ids]
        self._labels = [(issue.id, _stems(issue.label, language)) for issue in issues]

    def like(self, point: Point) -> tuple[str, float] | None:
        """The issue of the most alike wording, and how alike it is (0 to 1); None below `LIKE`."""
        said = _stems(point_words(point), self._language)
        best = max(
            ((self._cosine(said, stems), ids[0]) for stems, ids in self._wordings),
            default=(0.0, ""),
        )
        return (best[1], best[0]) if best[0] >= LIKE else None

    def named(self, point: Point) -> str | None:
        """The issue whose label `point` names best; None where it names none, or two equally."""
        said = _stems(point.text, self._language)
        scored = [
            (self._weight(said & label), issue_id)
            for issue_id, label in self._labels
            if label and self._weight(said & label) >= NAMED_SHARE * self._weight(label)
        ]
        best = max((weight for weight, _ in scored), default=0.0)
        named = [issue_id for weight, issue_id in scored if weight == best and best > 0.0]
        return named[0] if len(named) == 1 else None

    def _cosine(self, one: Stems, other: Stems) -> float:
        shared = self._weight(one & other, 2)
        return shared / math.sqrt(self._weight(one, 2) * self._weight(other, 2)) if shared else 0.0

    def _weight(self, stems: Iterable[str], power: int = 1) -> float:
        return math.fsum(
            math.log(self._total / max(1, self._spread[stem])) ** power for stem in stems
        )


def _stems(text: str, language: str) -> Stems:
    """The stems of the telling words of `text`; as English where the language is not known."""
    known = "en" if language == UNDETERMINED else language.split("-")[0].lower()
    return frozenset(terms(text.lower(), known))
