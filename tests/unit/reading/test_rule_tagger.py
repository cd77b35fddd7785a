"""The tagger that needs no model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.rules import RuleTagger
from onetext.text.spans import Span


def tagged(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, cue and contents of every attribution, as words."""
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            [span.of(text) for span in one.content],
        )
        for one in RuleTagger().tag(text, [Span(0, len(text))])
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Berg said that it was long.", "Ada Berg", "said", ["it was long"]),
        (
            "Ada Berg told reporters on Monday it was long.",
            "Ada Berg",
            "told reporters",
            ["it was long"],
        ),
        (
            "The text of the accord was long, Ada Berg said.",
            "Ada Berg",
            "said",
            ["The text of the accord was long"],
        ),
        (
            "According to the ministry, it was long.",
            "the ministry",
            "According to",
            ["it was long"],
        ),
        (
            "The text was long, according to the ministry.",
            "the ministry",
            "according to",
            ["The text was long"],
        ),
        (
            "“The text of it is long,” said Ada Berg.",
            "Ada Berg",
            "said",
            ["The text of it is long"],
        ),
        (
            "“The text of it is long,” she said, “and dull.”",
            "she",
            "said",
            ["The text of it is long", "and dull."],
        ),
        (
            "Ada Berg, the top adviser to the king, told reporters that it was long.",
            "Ada Berg, the top adviser to the king",
            "told reporters",
            ["it was long"],
        ),
    ],
)
def test_the_shapes_of_reported_speech(
    text: str, source: str, cue: str, content: list[str]
) -> None:
    """Before and after the words, inverted, broken, by "according to"."""
    ((found_source, found_cue, found_content),) = tagged(text)
    assert (found_source, found_cue) == (source, cue)
    assert [words.rstrip(".") for words in found_content] == [one.rstrip(".") for one in content]


def test_a_long_quotation_alone_is_somebody_s_words() -> None:
    """A sentence that is all quotation is a statement without a source."""
    assert tagged("“The whole of the text is far too long.”") == [
        (None, None, ["The whole of the text is far too long."])
    ]


def test_what_nobody_says_is_no_statement() -> None:
    assert tagged("The delegates met in the hall on Monday. The text has nine points.") == []


@given(st.text(alphabet="Ada said that. “”,\n:", max_size=120))
def test_spans_lie_in_the_block_and_no_content_is_empty(text: str) -> None:
    """Whatever the text, every attribution holds."""
    for one in RuleTagger().tag(text, [Span(0, len(text))]):
        assert one.content
        assert all(len(span) > 0 and span.end <= len(text) for span in one.content)
