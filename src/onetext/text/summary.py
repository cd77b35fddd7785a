"""What a draft comes to in numbers: brackets by kind and depth, options, status, who is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onetext.text.drafts import Attribution, AttributionStance, BracketKind, Draft, Mark, Status
from onetext.text.markup import square_marks


@dataclass(frozen=True, slots=True)
class Named:
    """How often one name stands beside a wording, by what it does."""

    name: str
    stances: dict[AttributionStance, int]

    @property
    def times(self) -> int:
        return sum(self.stances.values())


@dataclass(frozen=True, slots=True)
class Summary:
    """A draft in numbers.

    `openings` and `closings` count square brackets as they stand in the text, `markup` those
    openings that belong to links, footnotes and front matter. `statuses` and `marks` count
    points; what has neither is not counted. `named` is in order of how often each is named.
    """

    points: int
    openings: int
    closings: int
    markup: int
    kinds: dict[BracketKind, int]
    depths: dict[int, int]
    options: int
    no_text: int
    statuses: dict[Status, int]
    marks: dict[Mark, int]
    named: tuple[Named, ...]
    notes: int
    problems: int


def summary_of(draft: Draft) -> Summary:
    """The draft in numbers."""
    marks = square_marks(draft.text)
    points = list(draft.walk())
    depths = Counter(bracket.depth for bracket in draft.brackets)
    return Summary(
        points=len(points),
        openings=marks.openings,
        closings=marks.closings,
        markup=sum(draft.text.count("[", span.start, span.end) for span in marks.markup),
        kinds=dict(Counter(bracket.kind for bracket in draft.brackets).most_common()),
        depths=dict(sorted(depths.items())),
        options=len(draft.options),
        no_text=sum(option.is_no_text for option in draft.options),
        statuses=dict(Counter(p.status for p in points if p.status).most_common()),
        marks=dict(Counter(p.mark for p in points if p.mark).most_common()),
        named=_named(attributions_of(draft)),
        notes=len(draft.notes),
        problems=len(draft.problems),
    )


def attributions_of(draft: Draft) -> Iterator[Attribution]:
    """Every attribution of a draft, those of its points and those of its brackets."""
    for point in draft.walk():
        yield from point.attributions
    for bracket in draft.brackets:
        yield from bracket.attributions


def _named(attributions: Iterator[Attribution]) -> tuple[Named, ...]:
    counts: dict[str, Counter[AttributionStance]] = {}
    for attribution in attributions:
        for name in attribution.names:
            counts.setdefault(name, Counter())[attribution.stance] += 1
    named = [Named(name, dict(stances.most_common())) for name, stances in counts.items()]
    return tuple(sorted(named, key=lambda each: (-each.times, each.name)))
