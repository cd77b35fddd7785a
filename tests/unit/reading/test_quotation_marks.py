"""Quotation marks, and what they make of a content."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.quotation import kind_of, quotations
from onetext.record.statements import StatementKind
from onetext.text.spans import Span


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Yes,” she said.", ["Yes,"]),
        ('"Yes," she said, "and no."', ["Yes,", "and no."]),
        ("«Oui», dit-elle.", ["Oui"]),
        ("„Ja“, sagte sie.", ["Ja"]),
        ("‘It isn’t long,’ she said.", ["It isn’t long,"]),
        ("The delegates’ hall wasn’t full.", []),
        ("“It goes on and is carried over", ["It goes on and is carried over"]),
        ('"Half straight, half curly”, she said.', ["Half straight, half curly"]),
    ],
)
def test_every_kind_of_mark_opens_and_closes(text: str, words: list[str]) -> None:
    """Apostrophes close nothing; a quotation left open runs to the end of its paragraph."""
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“The text is long,” she said.", "The text is long", StatementKind.DIRECT),
        ("She said that the text is long.", "the text is long", StatementKind.INDIRECT),
        ("She said the text is “very long”.", "the text is “very long”", StatementKind.MIXED),
        ("She called it a ‘paper’ text.", "it a ‘paper’ text", StatementKind.INDIRECT),
    ],
)
def test_a_content_is_direct_indirect_or_mixed(
    text: str, content: str, kind: StatementKind
) -> None:
    """All words in marks, none, or some; a word in single marks is not quoted."""
    start = text.index(content)
    span = Span(start, start + len(content))
    assert kind_of([span], quotations(text, Span(0, len(text))), text) is kind


def test_a_broken_quotation_is_direct() -> None:
    """Two quoted parts of one statement are direct together."""
    text = "“It is long,” she said, “and dull.”"
    spans = quotations(text, Span(0, len(text)))
    assert kind_of(spans, spans, text) is StatementKind.DIRECT


@given(st.text(alphabet="ab .\"'“”‘’«»„\n", max_size=60))
def test_quotations_are_inside_their_block_and_in_order(text: str) -> None:
    found = quotations(text, Span(0, len(text)))
    assert all(0 < span.start <= span.end <= len(text) for span in found)
    assert all(a.end < b.start for a, b in pairwise(found))
