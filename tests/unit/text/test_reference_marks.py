"""Numbers in brackets: marks of footnotes are none of the brackets that are negotiated."""

from __future__ import annotations

import pytest

from onetext.text.parse import parse_draft

NOTES = "\n[1] As listed in Annex I.\n[2] Note by the secretariat.\n"


def open_words(text: str) -> list[str]:
    draft = parse_draft(text)
    return [bracket.span.of(draft.text) for bracket in draft.brackets]


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        (f"1. The ports [1] are open.[2] Ships pay.\n{NOTES}", []),
        (f"1. The ports [1] are open for [30] days; ships pay [a fee][2].\n{NOTES}",
         ["[30]", "[a fee]"]),
        ("1. The ports are open as listed[3]. Ships pay.\n", []),
        ("1. The ports are open for [30] days.\n", ["[30]"]),
        ("1. The ports are open for [20][30] days.\n", ["[20]", "[30]"]),
        ("1. See paragraphs 3[4] and 5.\n", ["[4]"]),
        ("1. The ports are open.\n[1] This line calls itself.\n", ["[1]"]),
    ],
)  # fmt: skip
def test_marks_are_no_brackets(text: str, brackets: list[str]) -> None:
    """A number is a mark where a note below has it, or where it stands right behind a word and
    nothing goes on from it; [30] days is open."""
    assert open_words(text) == brackets
    assert parse_draft(text).text == text


def test_the_notes_are_notes() -> None:
    """The lines that the marks call stand among the draft's notes."""
    draft = parse_draft(f"1. The ports [1] are open.[2]\n{NOTES}")
    assert [span.of(draft.text) for span in draft.notes] == NOTES.strip().split("\n")
