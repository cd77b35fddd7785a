"""Which of the spans that may be there are given."""

from __future__ import annotations

import numpy as np
import pytest

from onetext.reading.tagger.likely import Likely, likeliest

STARTS = list(range(0, 200, 10))
ENDS = [start + 9 for start in STARTS]


def _given(
    spans: list[tuple[int, int, float]], *, overlap: float = 0.5, least: float = 0.2
) -> list[Likely]:
    first, last, chance = (np.array(column) for column in zip(*spans, strict=True))
    return likeliest((first, last, chance), STARTS, ENDS, overlap=overlap, least=least)


def test_a_span_that_matches_most_is_given_before_the_likeliest() -> None:
    """One exact guess loses to a span that is half right whichever of the others is true."""
    found = _given([(0, 2, 0.3), (0, 9, 0.25), (0, 11, 0.2), (0, 14, 0.2)])
    assert [(one.first, one.last) for one in found] == [(0, 9)]
    assert found[0].match == pytest.approx(0.65)
    assert found[0].chance == pytest.approx(0.25)


def test_of_spans_that_are_as_good_the_likeliest_is_given() -> None:
    """Where several spans match the same others, the one that the labels favour is taken."""
    found = _given([(0, 8, 0.1), (0, 9, 0.6), (0, 10, 0.2)])
    assert [(one.first, one.last) for one in found] == [(0, 9)]
    assert found[0].match == pytest.approx(0.9)


def test_spans_that_are_given_stand_apart_and_in_order() -> None:
    """No two share a piece; they come in the order of the text."""
    found = _given([(12, 15, 0.9), (0, 5, 0.5), (1, 5, 0.3), (4, 11, 0.4)])
    assert [(one.first, one.last) for one in found] == [(0, 5), (12, 15)]


def test_what_is_unlikely_is_not_given() -> None:
    """Below the least chance of a match there is nothing, and of nothing comes nothing."""
    assert _given([(0, 5, 0.1), (8, 9, 0.15)]) == []
    empty = np.array([], dtype=int)
    assert likeliest((empty, empty, empty), STARTS, ENDS, overlap=0.5, least=0.2) == []


def test_a_chance_of_a_match_is_never_above_one() -> None:
    """A long span that touches two others for sure is sure, not twice sure."""
    found = _given([(0, 2, 0.9), (4, 6, 0.9), (0, 6, 0.05)], overlap=0.05)
    assert all(one.match <= 1 for one in found)
