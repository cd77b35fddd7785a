"""A position is stale when the wording has changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.positions.shapes import state_shape
from onetext.positions.staleness import changed_share_pct
from onetext.record.statements import Act
from onetext.testing import make_draft
from onetext.text.parse import parse_draft
from onetext.text.word_changes import Edit

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


def test_it_says_what_changed_and_which_draft_did_it(desk: Any) -> None:
    """The words out and in, the wording that the position is about, and every draft on the way."""
    accepted(desk).draft("Second draft", REWORDED, {"border": NEW})
    desk.draft("Third draft", date(2030, 2, 7), {"border": f"{NEW} It is marked."})
    desk.draft("Fourth draft", date(2030, 2, 8), {"border": f"{NEW} It is marked."})
    stale = desk.cell("Northland", "border", END).stale
    assert stale.before.draft.draft.title == "First draft"
    assert [one.draft.draft.title for one in stale.by] == ["Second draft", "Third draft"]
    assert [one.changed_share_pct > 0 for one in stale.by] == [True, True]
    words = {edit: [run.text for run in stale.words if run.edit is edit] for edit in Edit}
    assert "river Lune" in " ".join(words[Edit.TAKEN_OUT])
    assert "old road" in " ".join(words[Edit.PUT_IN])
    shape = state_shape(desk.state(END))["cells"][0]["stale"]
    assert shape["about"]["title"] == "First draft"
    assert [one["draft"]["title"] for one in shape["by"]] == ["Second draft", "Third draft"]
    assert {run["edit"] for run in shape["words"]} == {"kept", "put in", "taken out"}


def test_changed_and_changed_back_is_not_stale(desk: Any) -> None:
    """Only the wording in force on the day asked for counts."""
    accepted(desk).draft("Second draft", REWORDED, {"border": NEW})
    desk.draft("Third draft", date(2030, 2, 7), {"border": OLD})
    assert desk.cell("Northland", "border", date(2030, 2, 6)).stale is not None
    assert desk.cell("Northland", "border", END).stale is None


@pytest.mark.parametrize("named", ["the first draft", "Ada Berg's First draft", "FIRST DRAFT"])
def test_a_statement_that_names_an_older_draft_is_about_its_wording(desk: Any, named: str) -> None:
    """Said after the second draft came, of the first: it is stale from the first day."""
    desk.draft("Second draft", REWORDED, {"border": NEW})
    desk.says("Northland", f"it accepts the border of {named}", Act.ACCEPT, date(2030, 2, 9))
    stale = desk.cell("Northland", "border", END).stale
    assert stale is not None
    assert stale.before.draft.draft.title == "First draft"


def test_a_statement_cannot_be_about_a_draft_that_is_not_there_yet(desk: Any) -> None:
    """Words that happen to fit the title of a later draft do not tie the statement to it."""
    desk.draft("Second draft", REWORDED, {"border": NEW})
    desk.says("Northland", "it accepts the border of the second draft", Act.ACCEPT, SAID)
    stale = desk.cell("Northland", "border", END).stale
    assert stale is not None
    assert stale.before.draft.draft.title == "First draft"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The border [follows] the river Lune.", "The border follows the river Lune."),
        ("The border [shall follow] the river.", "[The border [shall follow] the river.]"),
        ("The border follows the [river] Lune", "The border follows the river Lune."),
    ],
)
def test_brackets_that_close_around_the_same_words_make_nothing_stale(
    new_desk: Any, before: str, after: str
) -> None:
    """What was said of the words stands."""
    desk = new_desk()
    desk.draft("First draft", date(2030, 1, 1), {"border": before})
    accepted(desk).draft("Second draft", REWORDED, {"border": after})
    assert desk.cell("Northland", "border", END).stale is None


def test_a_settled_alternative_makes_a_position_stale(new_desk: Any) -> None:
    """One of two alternatives fell: that is another wording, and it is told which."""
    desk = new_desk()
    desk.draft("First draft", date(2030, 1, 1), {"border": "The border [shall][should] be open."})
    accepted(desk).draft("Second draft", REWORDED, {"border": "The border shall be open."})
    stale = desk.cell("Northland", "border", END).stale
    assert [run.text for run in stale.words if "should" in run.text and run.edit != "kept"]


@pytest.mark.parametrize(("added", "stale"), [("", False), (" It is marked.", True)])
def test_two_points_that_are_merged_word_for_word_make_nothing_stale(
    desk: Any, added: str, stale: bool
) -> None:
    """What words the other issue does not count; a word that neither had does."""
    ports = "The ports of Southland are open to the ships of Northland."
    merged = make_draft(
        "Second draft", [("1", f"{OLD}{added} {ports}")], by="Ada Berg", dated=REWORDED
    )
    accepted(desk)
    draft_id, _ = desk.record.receive_draft(merged, sha256="1" * 64, origin="d.md")
    issues = [desk.issue("border"), desk.issue("ports")]
    desk.record.assign_point(draft_id, "1", issues, rule="wording", confidence=1)
    found = desk.cell("Northland", "border", END).stale
    assert (found is not None) is stale
    if found:
        assert "".join(run.text for run in found.words if run.edit is Edit.PUT_IN).strip() == (
            added.strip()
        )


@pytest.mark.parametrize(
    "worded",
    [
        "1. [Northland: The border follows the river Lune.]\n",
        "1. The border [of Northland follows - Northland] the river Lune.\n",
        "1. The border follows the river Lune. (agreed ad ref)\n",
        "1. The border follows the river Lune.\n\nNote: moved here from Article 7.\n",
    ],
)
def test_remarks_are_no_part_of_the_wording(new_desk: Any, worded: str) -> None:
    """Who proposes it, its status and an editor's note come and go, and make nothing stale."""
    desk = new_desk()
    draft = replace(parse_draft(worded, title="First draft"), dated=date(2030, 1, 1))
    draft_id, _ = desk.record.receive_draft(draft, sha256="0" * 64, origin="d.md")
    desk.record.link_point(draft_id, "1", desk.issue("border"), rule="person", confidence=1)
    border = "The border follows the river Lune."
    if "of Northland" in worded:
        border = "The border of Northland follows the river Lune."
    accepted(desk).draft("Second draft", REWORDED, {"border": border})
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
