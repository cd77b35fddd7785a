"""Splits and mergers that were reworded, too: the pieces are found, and nothing that is none."""

from __future__ import annotations

import pytest

from onetext.text.comparing import compare
from onetext.text.parse import parse_draft

BORDER = "The border between Northland and Southland follows the river Lune to the sea."
FORCES = "Both sides withdraw their heavy weapons fifteen kilometres from the line in thirty days."
COMMISSION = "A joint commission of six members supervises the withdrawal and reports every month."
PORTS = "The ports of Southland are open to the ships of Northland for a fee of two crowns."
PRISONERS = "All prisoners of war are exchanged within thirty days of the signature."
SCHOOLS = "Schools teach in the language that the parents choose."
WATER = "The waters of the upper Lune are shared in equal parts, and in drought both shares fall."


def draft(*points: str) -> str:
    return "\n".join(f"{at}. {point}" for at, point in enumerate(points, 1)) + "\n"


def links(before: str, after: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """What became of all that was neither kept nor only reworded."""
    told = compare(parse_draft(before), parse_draft(after)).points
    return {
        (one.change.value, one.before, one.after)
        for one in told
        if one.change.value not in ("kept", "reworded")
    }


def test_one_point_becomes_three_that_are_reworded() -> None:
    """Each sentence is a point of its own, in other words, and those below are renumbered."""
    before = draft(BORDER, f"{FORCES} {COMMISSION} {PORTS}", PRISONERS, SCHOOLS)
    after = draft(
        BORDER,
        "Both Parties shall pull back all heavy weapons fifteen kilometres from the line.",
        "To this end, a commission of six shall oversee the withdrawal and report every month.",
        "Southland's ports shall be accessible to the ships of Northland for two crowns.",
        PRISONERS,
        SCHOOLS,
    )
    assert links(before, after) == {("split", ("2",), ("2", "3", "4"))}
    assert links(after, before) == {("merged", ("2", "3", "4"), ("2",))}


@pytest.mark.parametrize("joint", ["; to this end, ", ", while ", ", and in this regard "])
def test_two_points_become_one_with_a_joining_clause(joint: str) -> None:
    """Joined by a clause and lightly reworded, two points are told as merged."""
    before = draft(BORDER, FORCES, COMMISSION, PORTS, SCHOOLS)
    joined = (
        "Both sides withdraw heavy weapons fifteen kilometres from the line within sixty days"
        f"{joint}a joint commission of eight members oversees the withdrawal and reports monthly."
    )
    assert links(before, draft(BORDER, joined, PORTS, SCHOOLS)) == {("merged", ("2", "3"), ("2",))}


def test_one_sentence_is_cut_at_a_clause() -> None:
    """What one sentence said, two points say."""
    before = draft(BORDER, WATER, PRISONERS)
    after = draft(
        BORDER,
        "The waters of the upper Lune are shared in equal parts.",
        "Furthermore, in years of drought both shares fall.",
        PRISONERS,
    )
    assert links(before, after) == {("split", ("2",), ("2", "3"))}


def test_a_sentence_that_goes_to_another_point_makes_no_split() -> None:
    """Both points stay what they were: one lost a sentence, the other took it in."""
    before = draft(BORDER, f"{FORCES} {COMMISSION}", f"{PORTS} {PRISONERS}", SCHOOLS)
    after = draft(BORDER, FORCES, f"{PORTS} {PRISONERS} {COMMISSION}", SCHOOLS)
    assert links(before, after) == set()


def test_a_new_point_beside_is_no_piece() -> None:
    """A new point on a like matter, beside one that was reworded, is new."""
    before = draft(BORDER, PORTS, SCHOOLS)
    after = draft(
        BORDER,
        "The ports of Southland are open to all ships of Northland for a fee of three crowns.",
        "The airfields of Southland are closed to military aircraft of any other State.",
        SCHOOLS,
    )
    assert links(before, after) == {("added", (), ("3",))}


def test_a_heading_without_words_is_no_piece() -> None:
    """A point that goes under a new article was moved; the article is new."""
    before = f"## Article 1\n\n{draft(BORDER, PORTS, SCHOOLS)}"
    after = f"## Article 1\n\n{draft(BORDER, SCHOOLS)}\n## Article 2\n\n{draft(PORTS)}"
    assert {one[0] for one in links(before, after)} == {"added", "moved"}
