"""Comparing drafts: every point of both is told once, and matched where it should be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from onetext.errors import OnetextError
from onetext.text.comparing import Change, Correction, compare
from onetext.text.parse import parse_draft

DRAFT = "1. The border follows the river Lune.\n2. The ports are open to all ships.\n"


def test_a_draft_compared_with_itself_is_kept() -> None:
    """Nothing changed: every point is kept, as surely as can be."""
    draft = parse_draft(DRAFT)
    told = compare(draft, draft).points
    assert [(one.change, one.before, one.after) for one in told] == [
        (Change.KEPT, ("1",), ("1",)),
        (Change.KEPT, ("2",), ("2",)),
    ]


def told(before: str, after: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    points = compare(parse_draft(before), parse_draft(after)).points
    return [(one.change.value, one.before, one.after) for one in points]


BORDER = "1. The border between Northland and Southland follows the river Lune to the sea.\n"
PORTS = "2. The ports of Southland are open to the ships of Northland for a fee of two crowns.\n"
PRISONERS = "3. All prisoners of war are exchanged within thirty days of the signature.\n"


def test_renumbering_is_no_change_of_words() -> None:
    """A point that only moves up with its neighbours is kept, and renumbered."""
    after = PORTS.replace("2.", "1.") + PRISONERS.replace("3.", "2.")
    points = compare(parse_draft(BORDER + PORTS + PRISONERS), parse_draft(after)).points
    assert [(one.change.value, one.before, one.renumbered) for one in points] == [
        ("dropped", ("1",), False),
        ("kept", ("2",), True),
        ("kept", ("3",), True),
    ]


def test_one_that_passes_its_neighbours_was_moved() -> None:
    """Carried to the end, a point was moved; those that it passed were not."""
    after = PORTS.replace("2.", "1.") + PRISONERS.replace("3.", "2.") + BORDER.replace("1.", "3.")
    assert told(BORDER + PORTS + PRISONERS, after) == [
        ("kept", ("2",), ("1",)),
        ("kept", ("3",), ("2",)),
        ("moved", ("1",), ("3",)),
    ]


def test_a_split_and_its_mirror() -> None:
    """A point cut in two is split; seen from the other side, the two were merged."""
    whole = BORDER + PORTS.strip() + " All prisoners of war are exchanged within thirty days.\n"
    parts = BORDER + PORTS + "3. All prisoners of war are exchanged within thirty days.\n"
    assert told(whole, parts)[1] == ("split", ("2",), ("2", "3"))
    assert told(parts, whole)[1] == ("merged", ("2", "3"), ("2",))


def test_sub_points_are_split_off() -> None:
    """What a point said in one sentence may go on in its sub-points."""
    whole = BORDER + "2. Northland opens its harbours and Southland withdraws its customs ships.\n"
    parts = BORDER + (
        "2. It is agreed that:\n"
        "   (a) Northland opens its harbours;\n"
        "   (b) Southland withdraws its customs ships.\n"
    )
    assert told(whole, parts)[1] == ("split", ("2",), ("2", "2/a", "2/b"))
    assert told(parts, whole)[1] == ("merged", ("2", "2/a", "2/b"), ("2",))


def test_a_person_decides() -> None:
    """A correction binds, whatever the words say; and one that names no point is told."""
    before, after = parse_draft(BORDER + PORTS), parse_draft(BORDER + PORTS)
    points = compare(
        before, after, corrections=[Correction("1", "2"), Correction("2", None)]
    ).points
    assert {(one.change.value, one.before, one.after, one.corrected) for one in points} == {
        ("added", (), ("1",), False),
        ("reworded", ("1",), ("2",), True),
        ("dropped", ("2",), (), True),
    }
    with pytest.raises(OnetextError, match="names point 9, which"):
        compare(before, after, corrections=[Correction("9", None)])


class Matters:
    """Texts as the matters that they name."""

    def __init__(self, before: Sequence[set[str]], after: Sequence[set[str]]) -> None:
        self.before, self.after = before, after

    def alike(self, rows: Sequence[int], columns: Sequence[int]) -> Any:
        table = [[bool(self.before[i] & self.after[j]) for j in columns] for i in rows]
        return np.array(table, dtype=np.float32)


class Dictionary:
    """A reader of meanings that knows two languages by heart."""

    MATTERS = ("border grenze", "ports häfen", "prisoners gefangenen")

    def between(self, before: Sequence[str], after: Sequence[str]) -> Matters:
        return Matters([self.named(text) for text in before], [self.named(text) for text in after])

    def named(self, text: str) -> set[str]:
        return {one for one in self.MATTERS if any(word in text for word in one.split())}


def test_a_reader_of_meanings_finds_what_shares_no_word() -> None:
    """Points that have no word in common are matched where they mean the same, and told so."""
    before = parse_draft(BORDER + PORTS + PRISONERS)
    after = parse_draft("1. Die häfen sind offen.\n2. Alle gefangenen kehren heim.\n")
    plain = compare(before, after).points
    assert {one.change for one in plain} == {Change.DROPPED, Change.ADDED}
    told = compare(before, after, likeness=Dictionary()).points
    assert {(one.before, one.after, one.restated) for one in told} == {
        (("1",), (), False), (("2",), ("1",), True), (("3",), ("2",), True),
    }  # fmt: skip


def test_meaning_leaves_alone_what_words_have_matched() -> None:
    """Where words match all points, a reader of meanings that sees all alike changes nothing."""

    class AllAlike(Dictionary):
        def named(self, text: str) -> set[str]:
            return {"everything"}

    before, after = parse_draft(BORDER + PORTS + PRISONERS), parse_draft(PORTS + BORDER)
    plain, meant = compare(before, after), compare(before, after, likeness=AllAlike())
    assert meant.points == plain.points


def test_a_person_stands_above_meaning() -> None:
    """A point that a person said was dropped takes no partner by its meaning."""
    before = parse_draft(BORDER + PORTS + PRISONERS)
    after = parse_draft("1. Die häfen sind offen.\n2. Alle gefangenen kehren heim.\n")
    told = compare(before, after, likeness=Dictionary(), corrections=[Correction("2", None)]).points
    assert {(one.before, one.after) for one in told} == {
        (("1",), ()), (("2",), ()), ((), ("1",)), (("3",), ("2",)),
    }  # fmt: skip


def test_one_that_took_the_place_of_another_is_no_rewording() -> None:
    """Between the same neighbours, but about something else: one was dropped, one is new."""
    other = "2. A joint commission keeps the lighthouses of the coast in good repair.\n"
    assert told(BORDER + PORTS + PRISONERS, BORDER + other + PRISONERS)[1:3] == [
        ("dropped", ("2",), ()),
        ("added", (), ("2",)),
    ]


def test_the_parties_shall_is_no_likeness() -> None:
    """Drafts of one point that have only "The Parties shall" in common: dropped and added."""
    assert told(
        "1. The Parties shall recognise the border along the river.\n",
        "1. The Parties shall exchange all prisoners of war.\n",
    ) == [("dropped", ("1",), ()), ("added", (), ("1",))]
