"""Whole options, placeholders, deletions, editor's notes and the preamble."""

from __future__ import annotations

import pytest

from onetext.text.drafts import BracketKind, Draft
from onetext.text.parse import parse_draft

ALTERNATIVE, ADDITION, DELETION, PLACEHOLDER, WHOLE = BracketKind


def options(draft: Draft) -> list[tuple[str, bool]]:
    return [(option.label, option.is_no_text) for option in draft.options]


@pytest.mark.parametrize(
    ("line", "label", "is_no_text"),
    [
        ("Option 1: Ports open.", "Option 1", False),
        ("Option (a): Ports open.", "Option (a)", False),
        ("Option A. Ports open.", "Option A", False),
        ("OPTION 1", "OPTION 1", False),
        ("**Option 2:** No text", "Option 2", True),
        ("ALT 1: Ports open.", "ALT 1", False),
        ("[ALT 2] Ports open.", "ALT 2", False),
        ("Alternative 2: Ports open.", "Alternative 2", False),
        ("Alt: Ports open.", "Alt", False),
        ("[Option 1: Ports open.]", "Option 1", False),
        ("[Option 3: No text]", "Option 3", True),
        ("Option 3 (No text)", "Option 3", True),
        ("Option 4: No provision on ports", "Option 4", True),
        ("Option 5: No ports shall open.", "Option 5", False),
        ("Option 6: [No text.]", "Option 6", True),
        ("Northland alt: Ports open.", "Northland alt", False),
        ("Opción 1: Sin texto", "Opción 1", True),
        ("Вариант 2: Порты открыты.", "Вариант 2", False),
    ],
)
def test_an_option_by_its_label(line: str, label: str, is_no_text: bool) -> None:
    """Labels of many forms; "No text" is an option too."""
    assert options(parse_draft(line)) == [(label, is_no_text)]


@pytest.mark.parametrize(
    "line", ["Option 1 is better.", "Options abound.", "Alternatives are many."]
)
def test_a_mention_of_an_option_is_none(line: str) -> None:
    """A sentence about an option begins none."""
    assert options(parse_draft(line)) == []


def test_options_inside_a_paragraph() -> None:
    """Each bracket is a whole option and lists them all; none of them is a point."""
    draft = parse_draft("1. Ports [Option 1: shall] [Option 2: should] [Option 3: no text] open.\n")
    assert options(draft) == [("Option 1", False), ("Option 2", False), ("Option 3", True)]
    assert {bracket.kind for bracket in draft.brackets} == {WHOLE}
    assert draft.brackets[0].alternatives == ("shall", "should", "no text")


def test_what_follows_an_options_bare_label_is_inside_it() -> None:
    """Equal numbers in each option; what comes after the last of them is outside again."""
    text = (
        "1. Ports\n\nOption 1:\n\n2. Open.\n\nOption 2:\n\n2. Close.\n\n"
        "Option 3: No text\n\n3. Roads\n"
    )
    assert [point.path for point in parse_draft(text).walk()] == [
        "1", "1/Option 1", "1/Option 1/2", "1/Option 2", "1/Option 2/2", "1/Option 3", "3",
    ]  # fmt: skip


def test_options_inside_options() -> None:
    """An indented option stands inside the one above it."""
    text = "Option 1:\n    Option A: Ports.\n    Option B: Roads.\nOption 2: No text\n"
    draft = parse_draft(text)
    assert [point.path for point in draft.walk()] == [
        "Option 1", "Option 1/Option A", "Option 1/Option B", "Option 2",
    ]  # fmt: skip
    outer, inner, *_ = draft.options
    assert outer.contains(inner)


@pytest.mark.parametrize(
    "inside",
    [
        "...", "…", "X", "xx", "20XX", "xx per cent", "X%", "US$ X million", "TBD", "tbc", "date",
        "___", " ", "insert date", "name of port", "number of ships", "Placeholder for finance",
        "to be determined", "text to come", "reserved", "X/XX/20XX", "Annex X", "by [X]", "●",
    ],
)  # fmt: skip
def test_placeholders(inside: str) -> None:
    """They hold a place and no wording."""
    draft = parse_draft(f"Ports open on [{inside}] and later.")
    assert PLACEHOLDER in {bracket.kind for bracket in draft.brackets}


@pytest.mark.parametrize(
    "inside",
    [
        "Note: not yet seen by all", "Editor's note: to be drafted",
        "Note by the secretariat: check",
        "Co-facilitators' note: see above", "Drafting note – align with Article 3",
        "moved to Article 5", "Merged with OP3", "formerly OP4", "agreed language from 12/3",
    ],
)  # fmt: skip
def test_notes_in_brackets_are_no_text(inside: str) -> None:
    """They are among the notes, and of a kind that has no wording."""
    draft = parse_draft(f"1. Ports open. [{inside}]\n")
    (bracket,) = draft.brackets
    assert bracket.kind is PLACEHOLDER
    assert draft.notes == (bracket.span,)


def test_notes_outside_of_brackets() -> None:
    """Footnotes, lines that begin with Note:, comments, and words in braces."""
    text = (
        "1. Ports open.[^1] {to be moved}\n\nNote: seen once.\n\n<!-- check -->\n\n[^1]: By sea.\n"
    )
    draft = parse_draft(text)
    assert [span.of(text).strip() for span in draft.notes] == [
        "{to be moved}", "Note: seen once.", "<!-- check -->", "[^1]: By sea.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ports [delete: soon] open.", "Ports [del. soon] open [deleted].", "Ports [~~soon~~] open.",
        "Ports [-soon-] open.", "Ports [<del>soon</del>] open.", "Ports <del>[soon]</del> open.",
        "Ports [Northland del: soon] open.", "Ports [Northland: delete “soon”] open.",
        "Ports open [Deletion of paragraph proposed by Lune].",
    ],
)  # fmt: skip
def test_proposed_deletions(text: str) -> None:
    """Struck out, or asked to be."""
    assert DELETION in {bracket.kind for bracket in parse_draft(text).brackets}


def test_struck_words_without_brackets() -> None:
    """They are listed by their places."""
    text = "Ports ~~soon~~ <del>later</del> {--never--} open."
    assert [span.of(text) for span in parse_draft(text).struck] == [
        "~~soon~~", "<del>later</del>", "{--never--}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("Ports [shall / should / may] open.", ("shall", "should", "may")),
        ("Ports [open soon OR close later] now.", ("open soon", "close later")),
        ("Ports [shall] OR [should] open.", ("shall", "should")),
        ("Ports [shall] / [should] open.", ("shall", "should")),
        ("[Ports open.]\n\nOR\n\n[Ports close.]\n", ("Ports open.", "Ports close.")),
        ("Ports [shall [and must]][should] open.", ("shall [and must]", "should")),
        ("Ports \\[shall\\]\\[should\\] open.", ("shall", "should")),
        ("港口［应］［宜］开放。", ("应", "宜")),
    ],
)
def test_alternatives_of_many_forms(text: str, alternatives: tuple[str, ...]) -> None:
    """Side by side, with or without a word between, and parted inside one bracket."""
    bracket = parse_draft(text).brackets[0]
    assert (bracket.kind, bracket.alternatives) == (ALTERNATIVE, alternatives)


@pytest.mark.parametrize(
    "inside",
    [
        "and/or",
        "and / or",
        "100 km/h",
        "km/h",
        "1 / 2 / 2025",
        "see https://example.org/a/b",
        "his/her",
    ],
)
def test_strokes_that_part_nothing(inside: str) -> None:
    """Dates, units, addresses and and/or are no choice."""
    assert parse_draft(f"Ports [{inside}] open.").brackets[0].alternatives == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ports open [for small ships] [of any flag].",
        "Ports [, as appropriate,] [open].",
        "Ports [open] [and] [close].",
        "[1. Ports open.]\n[2. Roads open.]\n",
    ],
)
def test_brackets_in_a_row_that_are_no_choice(text: str) -> None:
    """Each may stand or fall by itself."""
    assert all(bracket.alternatives == () for bracket in parse_draft(text).brackets)


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        (
            "# T\n\n## Preamble\n\nThe Parties,\n\n## Article 1\n\nPorts.\n",
            "## Preamble",
            "Parties,",
        ),
        (
            "The Council,\n\nPP1 Recalling a,\n\nPP2 Noting b,\n\nOP1 Decides c.\n",
            "The Council",
            "b,",
        ),
        (
            "The Parties,\n\nRecalling a,\n\nHave agreed as follows:\n\n1. Ports.\n",
            "The Parties",
            "follows:",
        ),
    ],
)
def test_the_preamble(text: str, begins: str, ends: str) -> None:
    """By its heading, its labels, or its verbs before the first point."""
    preamble = parse_draft(text).preamble
    assert preamble is not None
    assert preamble.of(text).startswith(begins)
    assert preamble.of(text).rstrip().endswith(ends)


def test_a_text_without_a_preamble_has_none() -> None:
    """Points alone are no preamble."""
    assert parse_draft("1. Ports open.\n2. Roads open.\n").preamble is None
