"""Where sentences end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.sentences import sentence_at, sentences
from onetext.text.spans import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The talks ended.", "No date was set."],
        ["Gen. Ada Berg met Mr. Lund on Jan. 5 in St. Brin.", "He left."],
        ["A U.S. envoy came.", "He spoke for the U.S.", "The talks go on."],
        ["“We wait.”", "She left.", "“Do they?”", "He did not know."],
        ["“Will they come?” she asked.", "Nobody knew."],
        ["J. B. Lund wrote the draft.", "It is long."],
        ["It costs 3.5 million.", "That is much."],
        ["They waited … and waited.", "Then they left."],
        ["He came at 5 p.m. on Monday.", "She came later."],
        ["He said no.", "She said yes."],
        ["One point (No. 5) is open.", "Others are not."],
    ],
)
def test_a_text_is_split_where_a_reader_would(parts: list[str]) -> None:
    """Abbreviations, initials, numbers and questions inside a sentence do not end it."""
    assert split(" ".join(parts)) == parts


def test_an_empty_line_ends_a_sentence() -> None:
    """A headline without a full stop is a sentence of its own."""
    assert split("Talks fail\n\nThe envoys left.") == ["Talks fail", "The envoys left."]


def test_the_sentence_of_a_place() -> None:
    """A place that crosses a full stop gets both sentences."""
    text = "One came. Two left. Three stayed."
    assert sentence_at(text, Span(0, len(text)), Span(10, 13)).of(text) == "Two left."
    assert sentence_at(text, Span(0, len(text)), Span(4, 14)).of(text) == "One came. Two left."


@given(st.text(alphabet='aA .!?"”\n1U.S', max_size=80))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    """Sentences never overlap, have no white space at their ends, and hold all other signs."""
    spans = sentences(text, Span(0, len(text)))
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_a_line_of_a_megabyte_takes_linear_time() -> None:
    """No input makes the splitter slow."""
    started = time.perf_counter()
    for text in ("a. " * 300_000, "." * 300_000, "A" * 1_000_000, "\n" * 300_000):
        sentences(text, Span(0, len(text)))
    assert time.perf_counter() - started < 10
