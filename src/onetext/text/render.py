"""A draft as JSON (onetext/draft/1), and its text in pieces that join up to the whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onetext.text.drafts import Attribution, Bracket, Draft, Option, Point
from onetext.text.markup import square_marks
from onetext.text.spans import Span

SCHEMA = "onetext/draft/1"


def draft_json(draft: Draft) -> dict[str, Any]:
    """The draft as `onetext text FILE --json` prints it.

    `openings` counts the square brackets as they stand in the text: all of them, and how many
    of them belong to links, footnotes and front matter rather than to what is negotiated.
    """
    marks = square_marks(draft.text)
    markup = sum(span.of(draft.text).count("[") for span in marks.markup)
    return {
        "schema": SCHEMA,
        "title": draft.title,
        "by": draft.by,
        "date": draft.dated.isoformat() if draft.dated else None,
        "language": draft.language,
        "sources": list(draft.sources),
        "issues": dict(draft.issues),
        "points": [_point(point) for point in draft.points],
        "brackets": [_bracket(bracket) for bracket in draft.brackets],
        "openings": {"all": marks.openings, "closings": marks.closings, "markup": markup},
        "options": [_option(option) for option in draft.options],
        "notes": [_span(span) for span in draft.notes],
        "preamble": _span(draft.preamble) if draft.preamble else None,
        "problems": _problems(draft),
        "text": draft.text,
    }


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft's text. `path` is None for what stands outside every point."""

    span: Span
    path: str | None


def pieces(draft: Draft) -> Iterator[Piece]:
    """The whole text in order, each stretch with the innermost point that holds it.

    Joined, the pieces are `draft.text`, character for character.
    """
    yield from _pieces(draft.points, Span(0, len(draft.text)), None)


def _pieces(points: tuple[Point, ...], within: Span, path: str | None) -> Iterator[Piece]:
    at = within.start
    for point in points:
        if at < point.span.start:
            yield Piece(Span(at, point.span.start), path)
        yield from _pieces(point.points, point.span, point.path)
        at = point.span.end
    if at < within.end:
        yield Piece(Span(at, within.end), path)


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


def _problems(draft: Draft) -> list[dict[str, Any]]:
    line_ends = [found.start() for found in re.finditer("\n", draft.text)]
    return [
        {
            "message": problem.message,
            "span": _span(problem.place),
            "line": bisect_left(line_ends, problem.place.start) + 1,
        }
        for problem in draft.problems
    ]


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
