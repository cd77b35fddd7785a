"""A position is stale when the wording has changed since."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.positions.staleness import changed_share_pct
from onetext.record.statements import Act

SAID = date(2030, 2, 1)
REWORDED = date(2030, 2, 5)
END = date(2030, 3, 1)
OLD = "The border follows the river Lune."
NEW = "The border follows the old road."


def accepted(desk: Any) -> Any:
    desk.says("Northland", "it accepts the border along the river", Act.ACCEPT, SAID)
    return desk


def test_a_reworded_issue_makes_a_position_stale(desk: Any) -> None:
    """The cell names the draft and the share of words that changed; the stance stands."""
    accepted(desk).draft("Second draft", REWORDED, {"border": NEW})
    stale = desk.cell("Northland", "border", END).stale
    assert stale.draft.draft.title == "Second draft"
    # of 6 and 6 words "the border follows the" are kept
    assert stale.changed_share_pct == pytest.approx(100 * 4 / 12)


def test_the_same_wording_under_another_number_is_not_stale(desk: Any) -> None:
    """Renumbering, capitals and punctuation change no wording."""
    accepted(desk).draft("Second draft", REWORDED, {"ports": "Open.", "border": OLD.upper()})
    assert desk.cell("Northland", "border", END).stale is None


def test_a_draft_without_the_issue_leaves_its_wording_in_force(desk: Any) -> None:
    """A partial draft makes nothing stale that it does not deal with."""
    accepted(desk).draft("Second draft", REWORDED, {"ports": "Open."})
    assert desk.cell("Northland", "border", END).stale is None


def test_a_draft_of_a_later_day_does_not_count(desk: Any) -> None:
    """As of a day before the new draft the position was not stale."""
    accepted(desk).draft("Second draft", REWORDED, {"border": NEW})
    assert desk.cell("Northland", "border", date(2030, 2, 4)).stale is None


def test_a_draft_that_was_not_known_does_not_count(desk: Any) -> None:
    """Nor does a draft that was recorded after the moment asked for."""
    accepted(desk)
    before = desk.clock.moment
    desk.clock.moment = datetime(2030, 2, 20, tzinfo=UTC)
    desk.draft("Second draft", REWORDED, {"border": NEW})
    assert desk.cell("Northland", "border", END, known_on=before).stale is None
    assert desk.cell("Northland", "border", END).stale is not None


def test_a_position_taken_on_the_new_wording_is_not_stale(desk: Any) -> None:
    """What is said on the day of a draft, or after, is said of that draft."""
    desk.draft("Second draft", REWORDED, {"border": NEW})
    desk.says("Northland", "it accepts the border along the old road", Act.ACCEPT, REWORDED)
    assert desk.cell("Northland", "border", END).stale is None


def test_a_position_older_than_any_wording_is_not_stale(new_desk: Any) -> None:
    """Where no draft worded the issue at the time there is nothing to have changed."""
    desk = new_desk()
    desk.says("Northland", "it accepts the border along the river", Act.ACCEPT, SAID)
    desk.draft("First draft", REWORDED, {"border": OLD})
    assert desk.cell("Northland", "border", END).stale is None


@given(st.text(), st.text())
def test_the_share_is_a_percentage_and_symmetric(one: str, other: str) -> None:
    """0 for the same words, never above 100, the same both ways."""
    share = changed_share_pct(one, other)
    assert 0 <= share <= 100
    assert share == changed_share_pct(other, one)
    assert changed_share_pct(one, one) == 0


def test_no_word_in_common_is_all_changed() -> None:
    """100 percent is a wholly new wording."""
    assert changed_share_pct("the old line", "ports stay shut") == 100
