"""Quotation marks as the encoder is shown them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.tagger.marks import CLOSING, INSIDE, OPENING, OUTSIDE, levelled


def _inside(text: str) -> str:
    _, states = levelled(text)
    return "".join(sign for sign, state in zip(text, states, strict=True) if state == INSIDE)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "no deal" twice.', "no deal"),
        ("She said “no deal” twice.", "no deal"),
        ("She said «no deal» twice.", "no deal"),
        ("She said „no deal“ twice.", "no deal"),
        ("She said ''no deal'' twice.", "no deal"),
        ("Envoy says ‘no deal’ at talks", "no deal"),
        ("Envoy says 'no deal' at talks", "no deal"),
        ("The envoys' plan isn't Ada Berg's.", ""),
        ("The ‘90s plan, the envoys’ plan.", ""),
        ("“We go on. It isn't over", "We go on. It isn't over"),
        ('"One" and "two"', "Onetwo"),
    ],
)
def test_what_stands_between_marks_is_inside(text: str, quoted: str) -> None:
    """All styles of marks are known; apostrophes are none; an open mark holds to the end."""
    assert _inside(text) == quoted


def test_the_marks_themselves_open_and_close() -> None:
    """The marks have states of their own, and all become the straight one."""
    plain, states = levelled("a “b” ‘c’")
    assert plain == 'a "b" "c"'
    assert states.tolist() == [
        OUTSIDE, OUTSIDE, OPENING, INSIDE, CLOSING, OUTSIDE, OPENING, INSIDE, CLOSING,
    ]  # fmt: skip


@given(st.text(alphabet="ab ’‘'\"“”„«»`.\n1é\u0301", max_size=60))
def test_no_character_is_lost_or_moved(text: str) -> None:
    """Level text has the length of the text, and its letters stand where they stood."""
    plain, states = levelled(text)
    assert len(plain) == len(states) == len(text)
    assert all(a == b for a, b in zip(text, plain, strict=True) if a.isalnum())
