"""Where contents, cues and sources begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.tagger.edges import tight, trimmed
from onetext.text.spans import Span


@pytest.mark.parametrize(
    ("found", "given"),
    [
        ("“The talks go on,”", "The talks go on"),
        ('"The talks go on."', "The talks go on"),
        ("''The talks go on,''", "The talks go on"),
        ("«The talks go on».", "The talks go on"),
        ("that the talks would go on", "the talks would go on"),
        ("that “the talks go on”", "the talks go on"),
        ("that is the question", "that is the question"),
        ("the plan was “absurd”", "the plan was “absurd”"),
        ('"absurd" plans fail', '"absurd" plans fail'),
        ("Will the talks go on?", "Will the talks go on?"),
        ("“One,” and later “two”", "“One,” and later “two”"),
        ("the envoys’", "the envoys"),
        ("with the U.S.", "with the U.S."),
        ("the talks, —", "the talks"),
        ("cafe\u0301", "cafe\u0301"),
    ],
)
def test_contents_are_given_without_what_encloses_them(found: str, given: str) -> None:
    """No enclosing marks, no "that", no comma or full stop at the end."""
    span = trimmed(found, Span(0, len(found)))
    assert span is not None
    assert span.of(found) == given


@pytest.mark.parametrize("found", ["", "”", "“ ”", " ,. ", "that", "—"])
def test_a_content_without_words_is_none(found: str) -> None:
    """Only marks and signs: nothing was said. A lone "that" is kept, as it is a word."""
    assert (trimmed(found, Span(0, len(found))) is None) == (found != "that")


def test_why_a_source_is_not_named_is_no_content() -> None:
    """The formula for unnamed sources is about them, not by them."""
    text = "speaking on condition of anonymity because the talks are private"
    assert trimmed(text, Span(0, len(text))) is None


def test_a_combining_sign_belongs_to_its_letter() -> None:
    """A span that ends between a letter and its accent is widened by the accent."""
    text = "cafe\u0301 talks"
    assert trimmed(text, Span(0, 4)) == Span(0, 5)
    assert tight(text, Span(0, 4)) == Span(0, 5)


def test_a_source_is_given_without_commas() -> None:
    """Spaces, commas and marks around a source are not part of its name."""
    text = ", Ada Berg, "
    span = tight(text, Span(0, len(text)))
    assert span is not None
    assert span.of(text) == "Ada Berg"


@given(st.text(alphabet="ab ’‘'\"“”„«»`.,U\nthat", max_size=40))
def test_trimming_twice_is_trimming_once(text: str) -> None:
    """What was trimmed has nothing left to trim, and lies within what was found."""
    span = trimmed(text, Span(0, len(text)))
    if span is not None:
        assert len(span) > 0
        assert any(sign.isalnum() for sign in span.of(text))
        assert span.end <= len(text)
