"""Syndicated copies are counted once and named."""

from __future__ import annotations

from datetime import date
from typing import Any

from onetext.record.statements import Act
from onetext.record.views import Verdict

DAY = date(2030, 2, 1)
END = date(2030, 3, 1)
WORDS = "it accepts the border along the river"


def outlets(cell: Any) -> list[list[str]]:
    return [
        [one.recorded.source.publisher, *(note.publisher for note in one.copies)]
        for one in cell.evidence
    ]


def test_the_same_words_in_several_outlets_are_one_statement(desk: Any) -> None:
    """The first published carries it, whatever was recorded first; the others are its copies."""
    for outlet, day in (("Herald", 4), ("Courier", 3), ("Gazette", 5)):
        desk.says("Northland", WORDS, Act.ACCEPT, DAY, outlet=outlet, published=date(2030, 2, day))
    assert outlets(desk.cell("Northland", "border", END)) == [["Courier", "Herald", "Gazette"]]


def test_capitals_and_punctuation_do_not_matter(desk: Any) -> None:
    """Copies are edited lightly."""
    desk.says("Northland", WORDS, Act.ACCEPT, DAY, outlet="Courier")
    desk.says("Northland", WORDS.capitalize() + "!", Act.ACCEPT, DAY, outlet="Herald")
    assert len(desk.cell("Northland", "border", END).evidence) == 1


def test_other_speakers_days_words_or_acts_are_other_statements(desk: Any) -> None:
    """Only the same words by the same speaker on the same day, read the same way, are a copy."""
    desk.says("Northland", WORDS, Act.ACCEPT, DAY)
    desk.says("Northland", WORDS, Act.ACCEPT, DAY, speaker="Tomas Hale")
    desk.says("Northland", WORDS, Act.ACCEPT, date(2030, 2, 2))
    desk.says("Northland", WORDS + " for now", Act.ACCEPT, DAY)
    desk.says("Northland", WORDS, Act.OPEN, DAY)
    cell = desk.cell("Northland", "border", END)
    assert len(cell.evidence) == 5
    assert not any(one.copies for one in cell.evidence)


def test_the_reviewed_copy_stands_for_the_others(desk: Any) -> None:
    """Where pending statements count too, the one that somebody reviewed is shown."""
    desk.says(
        "Northland", WORDS, Act.ACCEPT, DAY, outlet="Courier", published=DAY,
        verdict=Verdict.PENDING,
    )  # fmt: skip
    desk.says("Northland", WORDS, Act.ACCEPT, DAY, outlet="Herald", published=END)
    cell = desk.cell("Northland", "border", END, include_pending=True)
    assert outlets(cell) == [["Herald", "Courier"]]
