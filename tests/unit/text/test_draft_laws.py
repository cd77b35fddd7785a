"""Laws of parsing: no character is lost, spans nest, paths are unique."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.text.drafts import Draft, Point
from onetext.text.parse import parse_draft
from onetext.text.render import draft_json, pieces

PARTS = st.sampled_from(
    [
        "1. ", "2) ", "(a) ", "(b) ", "(i) ", "(ii) ", "h) ", "iv. ", "3 bis ", "3.1 ",
        "Article 5\n",
        "## Article 2bis (x)\n", "# Title\n", "Option 1: ", "- ", "* ", "[", "]", "[shall][should]",
        "[^1]", "[^1]: note", "[a](https://example.org)", " / ", "“open”", '"', "ports open", "; ",
        ". ", "\n", "\n\n", "    ", "\t", "\r\n", "---\n", "title: Plan\n", "date: soon\n",
        "é", "\ufeff",
    ]
)  # fmt: skip
DRAFTS = st.lists(PARTS, max_size=60).map("".join) | st.text(max_size=200)


def nested(points: tuple[Point, ...], start: int, end: int) -> bool:
    at = start
    for point in points:
        if not at <= point.span.start <= point.span.end <= end:
            return False
        if not nested(point.points, point.span.start, point.span.end):
            return False
        at = point.span.end
    return True


@settings(max_examples=400, deadline=None)
@given(DRAFTS)
def test_what_is_parsed_renders_back(text: str) -> None:
    """The pieces of a draft join up to its text, character for character."""
    draft = parse_draft(text)
    assert draft.text == text
    assert "".join(piece.span.of(text) for piece in pieces(draft)) == text


@settings(max_examples=400, deadline=None)
@given(DRAFTS)
def test_spans_nest_and_paths_are_unique(text: str) -> None:
    """Sub-points lie inside their point, in order; no two points share a path."""
    draft = parse_draft(text)
    assert nested(draft.points, 0, len(text))
    found = [point.path for point in draft.walk()]
    assert len(found) == len(set(found))
    assert all(bracket.span.end <= len(text) for bracket in draft.brackets)
    assert all(text[bracket.span.start] == "[" for bracket in draft.brackets)
    assert all(problem.place.end <= len(text) for problem in draft.problems)


@settings(max_examples=200, deadline=None)
@given(DRAFTS)
def test_every_word_of_a_point_is_from_its_place(text: str) -> None:
    """The wording of a point stands inside its span."""
    draft = parse_draft(text)
    for point in draft.walk():
        for line in point.text.split("\n"):
            assert line in point.span.of(text)


@settings(max_examples=100, deadline=None)
@given(DRAFTS)
def test_every_draft_can_be_written_as_json(text: str) -> None:
    """onetext/draft/1 holds every point, bracket and problem."""
    draft: Draft = parse_draft(text)
    told = json.loads(json.dumps(draft_json(draft)))
    assert told["schema"] == "onetext/draft/1"
    assert len(told["brackets"]) == len(draft.brackets)
    assert len(told["problems"]) == len(draft.problems)
    assert told["openings"]["all"] == text.count("[")
