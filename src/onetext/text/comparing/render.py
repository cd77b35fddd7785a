"""A comparison as JSON (onetext/comparison/1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onetext.text.comparing.shapes import (
    BracketChange,
    BracketFate,
    Comparison,
    PointChange,
)
from onetext.text.comparing.summary import articles, count_brackets, count_points
from onetext.text.drafts import Draft
from onetext.text.spans import Span

SCHEMA = "onetext/comparison/1"


def comparison_json(
    comparison: Comparison, points: Iterable[PointChange] | None = None
) -> dict[str, Any]:
    """The comparison as `onetext compare A B --json` prints it; `points` chooses among them."""
    before, after = comparison.before, comparison.after
    chosen = comparison.points if points is None else points
    brackets = {
        fate.value: [_bracket(one, before, after) for one in comparison.brackets if one.how is fate]
        for fate in BracketFate
    }
    return {
        "schema": SCHEMA,
        "before": _draft(before),
        "after": _draft(after),
        "points": [_point(one) for one in chosen],
        "brackets": brackets,
        "summary": _summary(comparison),
    }


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "by": draft.by,
        "date": draft.dated.isoformat() if draft.dated else None,
        "points": sum(1 for _ in draft.walk()),
        "brackets": len(draft.brackets),
    }


def _point(one: PointChange) -> dict[str, Any]:
    return {
        "change": one.change.value,
        "before": list(one.before),
        "after": list(one.after),
        "partners": [{"path": p.path, "similarity": p.similarity} for p in one.partners],
        "similarity": one.similarity,
        "confidence": one.confidence,
        "renumbered": one.renumbered,
        "moved": one.moved,
        "reworded": one.reworded,
        "corrected": one.corrected,
        "restated": one.restated,
        "words": [{"edit": run.edit.value, "text": run.text} for run in one.words],
    }


def _bracket(one: BracketChange, before: Draft, after: Draft) -> dict[str, Any]:
    return {
        "path": one.path,
        "count": one.count,
        "before": _place(one.before, before),
        "after": _place(one.after, after),
        "outcome": one.outcome.value,
        "settled_as": one.settled_as,
        "whose": list(one.whose),
        "dropped": list(one.dropped),
    }


def _place(span: Span | None, draft: Draft) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": span.of(draft.text)}


def _summary(comparison: Comparison) -> dict[str, Any]:
    before, after = comparison.before, comparison.after
    points = count_points(comparison.points, before.walk(), after.walk())
    name, ours = articles(before)
    units = count_points(comparison.points, ours, articles(after)[1])
    brackets = count_brackets(comparison)
    return {
        "points": {change.value: count for change, count in points.became.items()},
        "units": {
            "called": name,
            "before": units.before,
            "after": units.after,
            **{change.value: count for change, count in units.became.items()},
        },
        "brackets": {
            "before": brackets.before,
            "after": brackets.after,
            **{fate.value: count for fate, count in brackets.fates.items()},
            "ended": [
                {"how": how.value, "outcome": outcome.value, "count": count}
                for (how, outcome), count in sorted(brackets.ended.items())
            ],
            "with_their_point": brackets.with_their_point,
        },
    }
