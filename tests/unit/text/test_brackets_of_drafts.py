"""Brackets: depth, kind, alternatives, and what is unbalanced."""

from __future__ import annotations

import pytest

from onetext.text.drafts import Bracket, BracketKind
from onetext.text.parse import parse_draft


def brackets(text: str) -> tuple[Bracket, ...]:
    return parse_draft(text).brackets


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ports open [at once] today.", BracketKind.ADDITION),
        ("Ports open [delete: at once] today.", BracketKind.DELETION),
        ("Ports open [~~at once~~] today.", BracketKind.DELETION),
        ("Ports open ~~[at once]~~ today.", BracketKind.DELETION),
        ("Ports open [(DEL) at once] today.", BracketKind.DELETION),
        ("Ports open [STRIKE: at once] today.", BracketKind.DELETION),
        ("Los puertos [eliminar: se abren].", BracketKind.DELETION),
        ("2 bis. [supprimé]", BracketKind.DELETION),
        ("Порты [исключить: немедленно] открыты.", BracketKind.DELETION),
        ("Les ports ouvrent le [à déterminer].", BracketKind.PLACEHOLDER),
        ("Ports open on [...] today.", BracketKind.PLACEHOLDER),
        ("Ports open on [X] today.", BracketKind.PLACEHOLDER),
        ("Ports open on [date] today.", BracketKind.PLACEHOLDER),
        ("Ports open on [  ] today.", BracketKind.PLACEHOLDER),
        ("Ports [shall/should] open.", BracketKind.ALTERNATIVE),
        ("1. [Ports open.]\n", BracketKind.WHOLE_OPTION),
        ("[Ports open.\n\n1. Roads too.]\n", BracketKind.WHOLE_OPTION),
    ],
)
def test_kinds(text: str, kind: BracketKind) -> None:
    """A bracket's kind follows from its words and from what stands around it."""
    (bracket,) = brackets(text)
    assert bracket.kind is kind


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("Ports [shall][should] open.", ("shall", "should")),
        ("Ports [shall] [or] [should] open.", ("shall", "should")),
        ("Ports [shall] / [should] open.", ("shall", "should")),
        ("Ports [shall / should] open.", ("shall", "should")),
        ("Ports [shall [now] / should] open.", ("shall [now]", "should")),
    ],
)
def test_alternatives(text: str, alternatives: tuple[str, ...]) -> None:
    """Alternatives stand side by side or are parted by a stroke; "or" is none of them."""
    assert brackets(text)[0].alternatives == alternatives


def test_one_addition_after_the_other_is_no_choice() -> None:
    """A bracket that carries its neighbour on adds to it."""
    assert {b.kind for b in brackets("Ports [of the north,] [and of the south] open.")} == {
        BracketKind.ADDITION
    }


def test_depth() -> None:
    """The outermost bracket is at depth 1."""
    assert [bracket.depth for bracket in brackets("a [b [c [d] e] f] [g] h")] == [1, 2, 3, 1]


def test_markup_is_no_bracket() -> None:
    """Links, footnotes and their definitions are not negotiated."""
    text = "See [text](https://example.org/a) and [that][ref] and note[^1].\n\n[^1]: Note.\n[ref]: https://example.org\n"
    assert brackets(text) == ()


def test_an_unclosed_bracket_ends_with_its_paragraph() -> None:
    """It is told with its place, and what follows keeps its depth."""
    draft = parse_draft("1. Ports [open\n\n2. Roads [close] at dusk.\n")
    assert [bracket.depth for bracket in draft.brackets] == [1, 1]
    (problem,) = draft.problems
    assert problem.message == "This bracket is opened but never closed."
    assert problem.place.of(draft.text) == "["


def test_a_stray_closing_bracket_is_told() -> None:
    """A bracket that closes nothing is a problem and no refusal."""
    draft = parse_draft("1. Ports open].\n")
    assert draft.brackets == ()
    assert [problem.message for problem in draft.problems] == [
        "This bracket is closed but never opened."
    ]


def test_an_unclosed_bracket_does_not_swallow_the_next_article() -> None:
    """In the middle of a paragraph it reaches no further than a heading."""
    draft = parse_draft("## Article 1\n\nPorts [open.\n\n## Article 2\n\nRoads close].\n")
    assert len(draft.problems) == 2


def test_a_hundred_thousand_brackets_are_no_trouble() -> None:
    """Depth and number are unlimited; a run of unclosed brackets is one problem."""
    draft = parse_draft("[" * 100_000)
    assert (len(draft.brackets), len(draft.problems)) == (100_000, 1)
