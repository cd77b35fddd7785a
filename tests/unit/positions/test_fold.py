"""The state of play of the sample record, and its order, counts and dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from onetext.positions.fold import matrix
from onetext.positions.values import Stance
from onetext.record.statements import Act
from onetext.record.views import Verdict
from onetext.testing import sample_record

LAST = date(2030, 3, 12)


def stances(as_of: date, **asked: Any) -> dict[tuple[str, str], Stance]:
    state = matrix(sample_record().store, as_of=as_of, **asked)
    return {(cell.party, cell.issue.label): cell.stance for cell in state.cells}


def test_the_sample_as_of_its_end() -> None:
    """Every cell of the sample record, with its corrected and hand-linked statements."""
    assert stances(LAST) == {
        ("Northland", "border"): Stance.ACCEPTS,
        ("Southland", "border"): Stance.ACCEPTS,
        ("Northland", "ports"): Stance.DEMANDS_OTHERWISE,
        ("Southland", "ports"): Stance.OPEN,
        ("Northland", "prisoners"): Stance.OPEN,
        ("Southland", "prisoners"): Stance.NO_EVIDENCE,
        ("Northland", "observers"): Stance.NO_EVIDENCE,
        ("Southland", "observers"): Stance.OPEN,
    }


def test_as_of_an_earlier_day() -> None:
    """Before its walk-back Southland rejected the border."""
    assert stances(date(2030, 3, 5))["Southland", "border"] is Stance.REJECTS


def test_known_on_an_earlier_moment() -> None:
    """What was said by 6 March but recorded on 8 March was not known on 7 March."""
    known_on = datetime(2030, 3, 7, tzinfo=UTC)
    assert stances(LAST, known_on=known_on)["Southland", "border"] is Stance.REJECTS


def test_issues_come_in_the_order_of_the_newest_draft() -> None:
    """Rows follow the draft in force, not the order in which issues were opened."""
    store = sample_record().store
    labels = [issue.label for issue in matrix(store, as_of=LAST).issues]
    assert labels == ["prisoners", "border", "ports", "observers"]
    earlier = [issue.label for issue in matrix(store, as_of=date(2030, 3, 5)).issues]
    assert earlier == ["border", "ports", "prisoners", "observers"]


def test_pending_statements_are_counted_but_do_not_count() -> None:
    """Two wait; with include_pending the one about the ports moves Northland."""
    state = matrix(sample_record().store, as_of=LAST)
    assert (state.pending, state.with_pending) == (2, False)
    asked = matrix(sample_record().store, as_of=LAST, include_pending=True)
    assert (asked.pending, asked.with_pending) == (2, True)
    assert stances(LAST, include_pending=True)["Northland", "ports"] is Stance.REJECTS


def test_a_cell_that_is_not_there_is_a_key_error() -> None:
    """Asking for a party or an issue that the matrix lacks is no silent "no evidence"."""
    state = matrix(sample_record().store, as_of=LAST)
    with pytest.raises(KeyError):
        state.cell("Westland", state.issues[0].id)


def test_parties_with_more_statements_come_first(desk: Any) -> None:
    """Columns are ordered by evidence, then by name."""
    day = date(2030, 2, 1)
    desk.says("Westland", "it accepts the border along the river", Act.ACCEPT, day)
    desk.says("Eastland", "it accepts the border along the river", Act.ACCEPT, day)
    desk.says("Southland", "it accepts the border along the river", Act.ACCEPT, day)
    desk.says("Southland", "it refuses the border along the river", Act.REJECT, day)
    assert desk.state(LAST).parties == ("Southland", "Eastland", "Westland")


def test_statements_for_no_party_have_no_column(desk: Any) -> None:
    """An analyst without a party takes no position in the talks."""
    desk.says(None, "it accepts the border along the river", Act.ACCEPT, date(2030, 2, 1))
    assert desk.state(LAST).parties == ()


def test_a_rejected_statement_never_counts(desk: Any) -> None:
    """Not even where pending statements do."""
    desk.says(
        "Northland", "it accepts the border along the river", Act.ACCEPT, date(2030, 2, 1),
        verdict=Verdict.REJECTED,
    )  # fmt: skip
    assert desk.state(LAST, include_pending=True).parties == ()


def test_an_issue_of_a_later_draft_is_no_row_yet(desk: Any) -> None:
    """As of a day before an issue's first draft, it has a row only if there is evidence."""
    desk.draft("Second draft", date(2030, 2, 5), {"fisheries": "Northland fishes in the bay."})
    early = date(2030, 2, 1)
    assert "fisheries" not in [issue.label for issue in desk.state(early).issues]
    assert "fisheries" in [issue.label for issue in desk.state(LAST).issues]
    desk.says("Northland", "fisheries in the bay must be free", Act.DEMAND, early)
    assert desk.cell("Northland", "fisheries", early).stance is Stance.DEMANDS_OTHERWISE


def test_an_empty_record_has_an_empty_matrix(new_desk: Any) -> None:
    """Nothing is made up where nothing is recorded."""
    state = new_desk().state(LAST)
    assert (state.parties, state.issues, state.cells, state.pending) == ((), (), (), 0)
