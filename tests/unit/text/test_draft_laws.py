"""Laws of parsing: no character is lost, spans nest, paths are unique."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.text.drafts import Draft, Point
from onetext.text.front_matter import read_front_matter
from onetext.text.markup import square_marks
from onetext.text.parse import parse_draft
from onetext.text.render import draft_json, pieces
from onetext.text.spans import Span
from onetext.text.summary import attributions_of

PARTS = st.sampled_from(
    [
        "1. ", "2) ", "(a) ", "(b) ", "(i) ", "(ii) ", "h) ", "iv. ", "3 bis ", "3.1 ",
        "Article 5\n",
        "## Article 2bis (x)\n", "# Title\n", "Option 1: ", "- ", "* ", "[", "]", "[shall][should]",
        "[^1]", "[^1]: note", "[a](https://example.org)", " / ", "“open”", '"', "ports open", "; ",
        ". ", "\n", "\n\n", "    ", "\t", "\r\n", "---\n", "title: Plan\n", "date: soon\n",
        "é", "\ufeff", "OP2 ", "PP1bis ", "MOD 4.1 ", "ADD\n", "NOC RUS/12/3\n", "SUP ", "[EU: ",
        "EU del",
        " - Lune]", "(supported by Lune)", "(agreed ad ref)", "[AGREED]", "[Note: ", "[Option A: ",
        "Alt: ", "Alternative", "No text", "[...]", "~~", "<del>", "</del>", "{", "}",
        "<!--", "-->",
        "Northland alt: ", " OR ", "[or]", "[and]", "\\[", "\\]", "［", "］", "（一）", "第三条",
        "а) ",
        "(أ) ", "🟢", " – agreed", "green: agreed\n", "[+EU; -Lune]", "~", "*", "**", "_", "[", "]",
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
    assert all(text[bracket.span.start] in "[［" for bracket in draft.brackets)
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
    assert told["openings"]["all"] == text.count("[") + text.count("［")
    assert told["summary"]["brackets"] == len(draft.brackets)


@settings(max_examples=400, deadline=None)
@given(DRAFTS)
def test_whatever_was_found_stands_in_the_text(text: str) -> None:
    """Every span lies within the text; alternatives are the words at their places, inside or
    beside their bracket; names stand in the words of their attribution."""
    draft = parse_draft(text)
    whole = Span(0, len(text))
    spans = [*draft.notes, *draft.options, *draft.struck, *(b.span for b in draft.brackets)]
    spans += [] if draft.preamble is None else [draft.preamble]
    for bracket in draft.brackets:
        spans += bracket.alternative_spans
        assert [span.of(text) for span in bracket.alternative_spans] == list(bracket.alternatives)
    for attribution in attributions_of(draft):
        spans.append(attribution.span)
        assert attribution.names
    assert all(whole.contains(Span(span.start, span.end)) for span in spans)
    starts = [bracket.span.start for bracket in draft.brackets]
    assert starts == sorted(set(starts))


BALANCED = st.recursive(
    st.sampled_from(["", "a", "b c", " / ", "EU: ", " and ", " - Lune", "Option 1: ", "X", "or"]),
    lambda inner: st.builds("{}[{}{}]".format, inner, inner, inner),
    max_leaves=60,
)


@settings(max_examples=300, deadline=None)
@given(BALANCED)
def test_depth_is_that_of_counting(words: str) -> None:
    """Balanced brackets pair as counting pairs them, to their depth, and nothing is told."""
    text = f"Ports {words} open."
    draft = parse_draft(text)
    counted: list[tuple[int, int, int]] = []
    stack: list[int] = []
    for at, char in enumerate(text):
        if char == "[":
            stack.append(at)
        elif char == "]":
            counted.append((stack.pop(), at + 1, len(stack) + 1))
    found = [(b.span.start, b.span.end, b.depth) for b in draft.brackets]
    assert found == sorted(counted)
    assert not [problem for problem in draft.problems if "bracket" in problem.message]


@settings(max_examples=200, deadline=None)
@given(DRAFTS)
def test_every_square_bracket_is_accounted_for(text: str) -> None:
    """Each is part of a bracket, of the markup, or told as a problem."""
    told = draft_json(parse_draft(text))
    ends = {bracket["span"]["end"] - 1 for bracket in told["brackets"]}
    starts = {bracket["span"]["start"] for bracket in told["brackets"]}
    assert len(starts) + told["openings"]["markup"] == told["openings"]["all"]
    places = {
        at
        for problem in told["problems"]
        if "never opened" in problem["message"]
        for at in range(problem["span"]["start"], problem["span"]["end"])
    }
    markup = square_marks(text, read_front_matter(text).body).markup
    for at, char in enumerate(text):
        if char in "]］" and not any(span.start <= at < span.end for span in markup):
            assert at in ends or at in places
