"""A draft as JSON (onetext/draft/1)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from onetext.text.drafts import Attribution, Bracket, Draft, Option, Point
from onetext.text.pieces import Paths
from onetext.text.pieces import pieces as pieces
from onetext.text.spans import Span
from onetext.text.summary import Summary, summary_of

SCHEMA = "onetext/draft/1"


def draft_json(draft: Draft) -> dict[str, Any]:
    """The draft as `onetext text FILE --json` prints it.

    `openings` counts the square brackets as they stand in the text: all of them, and how many
    of them belong to links, footnotes and front matter rather than to what is negotiated.
    """
    summary = summary_of(draft)
    paths = Paths(draft)
    lines = _Lines(draft.text)
    notes = set(draft.notes)
    return {
        "schema": SCHEMA,
        "title": draft.title,
        "by": draft.by,
        "date": draft.dated.isoformat() if draft.dated else None,
        "language": draft.language,
        "sources": list(draft.sources),
        "issues": dict(draft.issues),
        "points": [_point(point) for point in draft.points],
        "brackets": [
            {
                **_bracket(bracket),
                "is_note": bracket.span in notes,
                "path": paths.at(bracket.span.start),
                "line": lines.of(bracket.span.start),
            }
            for bracket in draft.brackets
        ],
        "openings": {
            "all": summary.openings,
            "closings": summary.closings,
            "markup": summary.markup,
        },
        "options": [
            {**_option(option), "path": paths.at(option.start), "line": lines.of(option.start)}
            for option in draft.options
        ],
        "notes": [_span(span) for span in draft.notes],
        "preamble": _span(draft.preamble) if draft.preamble else None,
        "struck": [_span(span) for span in draft.struck],
        "summary": _summary(summary),
        "problems": [
            {
                "message": problem.message,
                "span": _span(problem.place),
                "line": lines.of(problem.place.start),
            }
            for problem in draft.problems
        ],
        "text": draft.text,
    }


def line_number(text: str, at: int) -> int:
    """The line, counted from 1, that character `at` of `text` stands in."""
    return text.count("\n", 0, at) + 1


def _point(point: Point) -> dict[str, Any]:
    return {
        "label": point.label,
        "path": point.path,
        "text": point.text,
        "span": _span(point.span),
        "status": point.status.value if point.status else None,
        "mark": point.mark.value if point.mark else None,
        "attributions": [_attribution(attribution) for attribution in point.attributions],
        "points": [_point(inner) for inner in point.points],
    }


def _bracket(bracket: Bracket) -> dict[str, Any]:
    return {
        "span": _span(bracket.span),
        "depth": bracket.depth,
        "kind": bracket.kind.value,
        "alternatives": list(bracket.alternatives),
        "alternative_spans": [_span(span) for span in bracket.alternative_spans],
        "attributions": [_attribution(attribution) for attribution in bracket.attributions],
    }


def _option(option: Option) -> dict[str, Any]:
    return {**_span(option), "label": option.label, "is_no_text": option.is_no_text}


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "names": list(attribution.names),
        "stance": attribution.stance.value,
        "span": _span(attribution.span),
    }


class _Lines:
    """Answers which line, counted from 1, a place of a text stands in."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def of(self, at: int) -> int:
        return bisect_left(self._ends, at) + 1


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "points": summary.points,
        "brackets": sum(summary.depths.values()),
        "kinds": {kind.value: count for kind, count in summary.kinds.items()},
        "depths": {str(depth): count for depth, count in summary.depths.items()},
        "options": summary.options,
        "no_text": summary.no_text,
        "statuses": {status.value: count for status, count in summary.statuses.items()},
        "marks": {mark.value: count for mark, count in summary.marks.items()},
        "attributions": [
            {"name": named.name, **{stance.value: n for stance, n in named.stances.items()}}
            for named in summary.named
        ],
        "notes": summary.notes,
        "problems": summary.problems,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
