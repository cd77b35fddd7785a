"""Which stance stands, given dated stances."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onetext.positions.values import Stance
from onetext.record.statements import Act

DAY = date(2030, 2, 1)
LATER = date(2030, 2, 3)
END = date(2030, 3, 1)
WORDS = {
    Act.ACCEPT: "it accepts the border along the river",
    Act.OPEN: "the border along the river may be talked about",
    Act.REJECT: "it refuses the border along the river",
    Act.DEMAND: "the border must leave the river",
    Act.REPORT: "the border along the river is long",
}


def test_the_latest_stance_stands(desk: Any) -> None:
    """A walk-back supersedes what was accepted before, and the date is the walk-back's."""
    desk.says("Northland", WORDS[Act.ACCEPT], Act.ACCEPT, DAY)
    desk.says("Northland", WORDS[Act.REJECT], Act.REJECT, LATER)
    cell = desk.cell("Northland", "border", END)
    assert (cell.stance, cell.since) == (Stance.REJECTS, LATER)
    assert [one.stance for one in cell.evidence] == [Stance.REJECTS, Stance.ACCEPTS]


def test_what_takes_no_stand_moves_nothing(desk: Any) -> None:
    """A later report is listed as evidence; the stance stays where it was."""
    desk.says("Northland", WORDS[Act.ACCEPT], Act.ACCEPT, DAY)
    desk.says("Northland", WORDS[Act.REPORT], Act.REPORT, LATER)
    cell = desk.cell("Northland", "border", END)
    assert (cell.stance, cell.since) == (Stance.ACCEPTS, DAY)
    assert len(cell.evidence) == 2


def test_reports_alone_are_no_evidence_of_a_stance(desk: Any) -> None:
    """Statements that take no stand leave the cell at no evidence, not at silence."""
    desk.says("Northland", WORDS[Act.REPORT], Act.REPORT, DAY)
    cell = desk.cell("Northland", "border", END)
    assert (cell.stance, cell.since, len(cell.evidence)) == (Stance.NO_EVIDENCE, None, 1)


def test_silence_stands_only_where_nothing_else_does(desk: Any) -> None:
    """A party that declines to comment is silent, unless it took a stand at any time."""
    quiet = "the envoy declined to comment on the border along the river"
    desk.says("Southland", quiet, Act.REPORT, LATER)
    assert desk.cell("Southland", "border", END).stance is Stance.SILENT
    desk.says("Southland", WORDS[Act.OPEN], Act.OPEN, DAY)
    cell = desk.cell("Southland", "border", END)
    assert (cell.stance, cell.since) == (Stance.OPEN, DAY)


@pytest.mark.parametrize(
    ("one", "other", "stance"),
    [
        (Act.ACCEPT, Act.REJECT, Stance.CONTRADICTORY),
        (Act.OPEN, Act.REJECT, Stance.CONTRADICTORY),
        (Act.ACCEPT, Act.DEMAND, Stance.CONTRADICTORY),
        (Act.OPEN, Act.DEMAND, Stance.DEMANDS_OTHERWISE),
        (Act.ACCEPT, Act.OPEN, Stance.OPEN),
        (Act.REJECT, Act.DEMAND, Stance.REJECTS),
    ],
)
def test_two_stances_on_one_day(desk: Any, one: Act, other: Act, stance: Stance) -> None:
    """On one day stances that exclude each other contradict; else the more reserved stands."""
    desk.says("Northland", WORDS[one], one, DAY, outlet="The Courier")
    desk.says("Northland", WORDS[other], other, DAY, outlet="The Herald")
    cell = desk.cell("Northland", "border", END)
    assert (cell.stance, cell.since, len(cell.evidence)) == (stance, DAY, 2)


def test_a_later_word_ends_a_contradiction(desk: Any) -> None:
    """What contradicted on one day is settled by what is said on a later day."""
    desk.says("Northland", WORDS[Act.ACCEPT], Act.ACCEPT, DAY)
    desk.says("Northland", WORDS[Act.REJECT], Act.REJECT, DAY)
    desk.says("Northland", WORDS[Act.OPEN], Act.OPEN, LATER)
    assert desk.cell("Northland", "border", END).stance is Stance.OPEN
    assert desk.cell("Northland", "border", DAY).stance is Stance.CONTRADICTORY


def test_the_holder_of_a_stance_has_the_cell(desk: Any) -> None:
    """What one party says of another's stance stands in the other's column."""
    desk.says(
        "Northland", "Southland accepts the border along the river", Act.ACCEPT, DAY,
        holder="Southland",
    )  # fmt: skip
    assert desk.state(END).parties == ("Southland",)
    assert desk.cell("Southland", "border", END).stance is Stance.ACCEPTS
