"""Parties and issues found by what a person types."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onetext.errors import NotInRecord
from onetext.positions.fold import matrix
from onetext.positions.lookup import find_issue, find_party
from onetext.positions.values import Matrix
from onetext.testing import sample_record


@pytest.fixture
def state() -> Matrix:
    return matrix(sample_record().store, as_of=date(2030, 3, 12))


@pytest.mark.parametrize("typed", ["Northland", "northland", " NORTHLAND ", "north"])
def test_a_party_by_its_name_or_a_part_of_it(state: Matrix, typed: str) -> None:
    """Capitals and blanks do not matter; a part suffices where only one name has it."""
    assert find_party(state, typed) == "Northland"


def test_an_issue_by_label_part_or_id(state: Matrix) -> None:
    """An issue is found by its label, a part that no other label has, or its id."""
    border = find_issue(state, "Border")
    assert border == find_issue(state, "bord") == find_issue(state, border.id)


def test_an_exact_name_wins_over_longer_ones(desk: Any) -> None:
    """ "ports" is the issue of that label even beside "ports of call"."""
    desk.issue("ports of call")
    state = desk.state(date(2030, 3, 1))
    assert find_issue(state, "ports").label == "ports"


def test_a_part_that_several_have_is_refused_with_their_names(state: Matrix) -> None:
    """Nothing is guessed between two that match."""
    with pytest.raises(NotInRecord, match=r'2 match: "Southland", "Northland"'):
        find_party(state, "land")


def test_a_misspelling_lists_the_nearest(state: Matrix) -> None:
    """The sentence says what was asked, what is near and what to do."""
    with pytest.raises(NotInRecord, match=r'"prisners" was asked for.*nearest.*"prisoners"'):
        find_issue(state, "prisners")


def test_nothing_near_lists_what_there_is(state: Matrix) -> None:
    """Where no name is near, all are listed."""
    with pytest.raises(NotInRecord, match=r'"xyzzy".*are "Southland", "Northland"'):
        find_party(state, "xyzzy")


def test_an_empty_record_says_so(new_desk: Any) -> None:
    """Where there is no party at all, the sentence tells how to get one."""
    with pytest.raises(NotInRecord, match="onetext review"):
        find_party(new_desk().state(date(2030, 3, 1)), "Northland")
