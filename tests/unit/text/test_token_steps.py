"""Steps from one text to another, also where the texts are long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onetext.text.token_steps import MOST_PAIRS, Step, token_steps

TEXTS = st.lists(st.sampled_from(["a", "b", "c", " ", ".", "\n"]), max_size=40)


def _holds(old: Sequence[str], new: Sequence[str], found: list[Step]) -> None:
    at, at_new = 0, 0
    for step in found:
        assert (step.old_from, step.new_from) == (at, at_new)
        at, at_new = step.old_to, step.new_to
        if step.kept:
            assert old[step.old_from : at] == new[step.new_from : at_new]
    assert (at, at_new) == (len(old), len(new))
    assert all(one.kept != other.kept for one, other in pairwise(found))


@given(TEXTS, TEXTS, st.sampled_from([0, 1, 9, 60, 400, MOST_PAIRS]))
def test_steps_lead_from_the_one_to_the_other(old: list[str], new: list[str], most: int) -> None:
    """However few pairs may be looked at, the steps cover both texts, and what is kept is equal."""
    _holds(old, new, token_steps(old, new, most_pairs=most))


def test_of_long_texts_the_sentences_are_found_first() -> None:
    """Sentences that stay are kept, and between them single words, though the whole is too long."""
    old = ["one", "two", ".", "three", "four", ".", "five", "six", "."]
    new = ["one", "two", ".", "three", "other", ".", "five", "six", "."]
    found = token_steps(old, new, most_pairs=16)
    _holds(old, new, found)
    assert [(step.old_from, step.old_to) for step in found if not step.kept] == [(4, 5)]


def test_what_is_too_long_between_kept_sentences_is_changed_whole() -> None:
    """No more pairs than allowed are looked at: the middle is one change."""
    old = ["a", ".", "b", "c", "d", "e", ".", "f", "."]
    new = ["a", ".", "b", "x", "d", "e", ".", "f", "."]
    found = token_steps(old, new, most_pairs=9)
    _holds(old, new, found)
    assert [(step.old_from, step.old_to) for step in found if not step.kept] == [(2, 7)]
