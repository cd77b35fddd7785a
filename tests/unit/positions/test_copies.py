"""Syndicated copies are counted once and named."""

from __future__ import annotations

from datetime import date
from typing import Any

from onetext.record.statements import Act, Topic
from onetext.record.views import Verdict
from onetext.testing import make_document, make_reading, make_statement

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


WIRE = (
    "The ministers left the town of Holm at dusk without a word to the reporters who had waited "
    "at the bridge since the morning, and no date was set for another round of the talks."
)
SAID = "Northland accepts the border along the river Lune and all that goes with it"


def report(desk: Any, outlet: str, words: str, on: date, act: Act = Act.ACCEPT) -> str:
    """A report that holds the wire's text and a statement; the id of its source."""
    document = make_document(f"Tomas Hale said that {words}.", WIRE, publisher=outlet, published=on)
    said = make_statement(
        document, words, speaker="Tomas Hale", party="Northland", act=act, topic=Topic.OTHER
    )
    got = desk.record.receive(make_reading(document, said), origin=outlet, reader="by hand")
    pending = desk.store.statements(verdicts=(Verdict.PENDING,))
    desk.record.accept([one.id for one in pending])
    return str(got.source_id)


def test_an_editors_change_in_a_copy_makes_no_second_statement(desk: Any) -> None:
    """The copy came out a day later, with a word less; the position is as old as the first."""
    report(desk, "Courier", SAID, date(2030, 2, 1))
    report(desk, "Herald", SAID.replace("along", "on"), date(2030, 2, 2))
    cell = desk.cell("Northland", "border", END)
    assert outlets(cell) == [["Courier", "Herald"]]
    assert cell.since == date(2030, 2, 1)
    assert len(cell.evidence[0].same_text) == 1
    assert cell.evidence[0].texts == 1


def test_two_reporters_are_two_texts(desk: Any) -> None:
    """The same words of one day count once; that they stand in two reports is told."""
    desk.says("Northland", WORDS, Act.ACCEPT, DAY, outlet="Courier")
    desk.says("Northland", WORDS, Act.ACCEPT, DAY, outlet="Herald")
    [one] = desk.cell("Northland", "border", END).evidence
    assert (one.same_text, one.texts) == ((), 2)


def test_a_person_may_say_that_two_are_no_copies(desk: Any) -> None:
    """Then each is a statement of its own; as known before that word they still are one."""
    ids = [
        report(desk, "Courier", SAID, date(2030, 2, 1)),
        report(desk, "Herald", SAID.replace("along", "on"), date(2030, 2, 2)),
    ]
    before = desk.clock()
    word = desk.record.mark_copies(*ids, copies=False, reason="two reporters at one table")
    assert len(desk.cell("Northland", "border", END).evidence) == 2
    assert len(desk.cell("Northland", "border", END, known_on=before).evidence) == 1
    desk.record.withdraw(word, "it was one")
    assert len(desk.cell("Northland", "border", END).evidence) == 1


def test_what_a_copy_says_otherwise_is_a_statement_of_its_own(desk: Any) -> None:
    """Another act, or other words, in a copy of the same text."""
    report(desk, "Courier", SAID, date(2030, 2, 1))
    report(desk, "Herald", SAID.replace("accepts", "rejects"), date(2030, 2, 1), Act.REJECT)
    assert len(desk.cell("Northland", "border", END).evidence) == 2
