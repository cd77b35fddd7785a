"""The clean edition: nothing is chosen that was not asked for, and what is open is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.briefing.exchange_drafts import DRAFTS, lines_of, read_lines

from onetext.briefing.exchange.clean import MAX_DEPTH, Choices, UnknownChoice, clean, told
from onetext.briefing.exchange.editions import bracketed_docx, clean_docx
from onetext.briefing.exchange.open_places import open_places
from onetext.text.drafts import Draft, Status
from onetext.text.parse import parse_draft

TEXT = """# Plan

1. The ports [shall] [should] be open[, and free of [all] fees].
2. [Ships of Lune pay nothing.]
3. The fee is [X].
4. Roads [delete: and bridges] are open.
"""
DRAFT = parse_draft(TEXT)


def points(*choices: str) -> list[str]:
    return [point.text for point in clean(DRAFT, Choices.parse(choices)).draft.points]


def test_what_is_open_is_marked_and_listed() -> None:
    """Each place once, with every wording; those inside another come with it."""
    text = clean(DRAFT)
    assert [point.text for point in text.draft.points] == [
        "The ports [...][^open-1] be open[...][^open-2].",
        "[...][^open-4]",
        "The fee is [...][^open-5].",
        "Roads [...][^open-6] are open.",
    ]
    assert [told(place, DRAFT) for place in text.left] == [
        "1, alternatives: “shall” or “should”",
        "1, proposed text: “, and free of [all] fees”",
        "2, proposed text: “Ships of Lune pay nothing.”",
        "3, to be filled in: “X”",
        "4, proposed deletion: “and bridges”",
    ]


def test_choices_by_number() -> None:
    """A wording, a bracket kept with what is open inside it, one dropped."""
    assert points("1=2", "2=keep", "4=drop", "6=drop") == [
        "The ports should be open, and free of [...][^open-3] fees.",
        "(no text)",
        "The fee is [...][^open-5].",
        "Roads are open.",
    ]


def test_one_choice_for_all() -> None:
    """The first wording everywhere: what is proposed is put in, what is proposed to go, goes."""
    assert points("all=first") == [
        "The ports shall be open, and free of all fees.",
        "Ships of Lune pay nothing.",
        "The fee is [...][^open-5].",
        "Roads are open.",
    ]
    assert points("all=drop")[0] == "The ports be open."
    assert points("all=keep", "1=1")[3] == "Roads and bridges are open."


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("9=1", "the draft has open places 1 to 6"),
        ("1=3", "Name one from 1 to 2"),
        ("1=keep", "has 2 wordings"),
        ("ports", "as in 4=2"),
        ("all=2", "as in 4=2"),
    ],
)
def test_choices_that_are_not_there(choice: str, sentence: str) -> None:
    """One sentence that says what could have been chosen."""
    with pytest.raises(UnknownChoice, match=sentence):
        points(choice)


def test_places_nested_by_the_thousand() -> None:
    """What lies too deep stays open and is listed."""
    draft = parse_draft(f"1. {'[' * 3_000}x{']' * 3_000}\n")
    text = clean(draft, Choices.parse(["all=keep"]))
    assert text.chosen == MAX_DEPTH
    assert len(text.left) == 1


def test_options_are_one_place() -> None:
    """Whole options of an article are alternatives; the one that is chosen loses its label."""
    draft = parse_draft("# P\n\n## Article 1\n\nOption 1: Ports are open.\n\nOption 2: No text\n")
    assert len(open_places(draft)) == 1
    chosen = clean(draft, Choices.parse(["1=1"])).draft
    assert "Ports are open." in chosen.text
    assert "Option" not in chosen.text


NAMED = """# Plan

1. Ports [EU: shall] [should - Russia] be open. [agreed ad referendum]
2. [EU: delete: Roads] are free (supported by Lune; opposed by Northland).
3. Ships pay [Note by the secretariat: in crowns.] a fee.

Option 1: Of ten crowns.

Option 2: No text
"""


def test_names_statuses_and_notes_are_no_part_of_the_text() -> None:
    """Who said what is told in the list; the clean text has the words only."""
    draft = parse_draft(NAMED)
    text = clean(draft)
    listed = [told(place, draft).split(", ", 1)[1] for place in text.left]
    assert listed[0] == "alternatives: “shall” (EU) or “should” (Russia)"
    assert listed[1] == "proposed deletion: “Roads” (EU)"
    chosen = clean(draft, Choices.parse(["1=2", "2=keep", "3=2"])).draft
    assert [point.text for point in chosen.points] == [
        "Ports should be open.",
        "Roads are free.",
        "Ships pay a fee.",
    ]


def test_a_status_that_only_a_colour_told_stands_in_words() -> None:
    """In the bracketed edition, behind its point; where the text says it, it is not repeated."""
    point = replace(DRAFT.points[2], status=Status.AGREED_IN_GROUP)
    coloured = replace(DRAFT, points=(*DRAFT.points[:2], point, *DRAFT.points[3:]))
    lines = read_lines(bracketed_docx(coloured, author="x"))
    assert "3. The fee is [X]. (agreed in group)" in lines
    said = parse_draft("# Plan\n\n1. Ports are open. [agreed in group]\n")
    assert read_lines(bracketed_docx(said, author="x"))[1] == "1. Ports are open. [agreed in group]"


@given(DRAFTS)
@settings(max_examples=25, deadline=None)
def test_documents_hold_the_text(draft: Draft) -> None:
    """Both editions as DOCX read again paragraph for paragraph."""
    assert read_lines(bracketed_docx(draft, author="x")) == lines_of(draft)
    text = clean(draft)
    lines = read_lines(clean_docx(text, author="x"))
    shown = [line.replace("[^open-", "").replace("]]", "]") for line in lines_of(text.draft)]
    assert len(lines) == len(shown) + (len(text.left) + 1 if text.left else 0)


@given(DRAFTS, st.sampled_from(["first", "keep", "drop"]))
@settings(max_examples=60, deadline=None)
def test_every_place_is_either_chosen_or_left(draft: Draft, choice: str) -> None:
    """No bracket that was open disappears without being counted."""
    text = clean(draft, Choices.parse([f"all={choice}"]))
    assert text.chosen + len(text.left) <= len(open_places(draft))
    untouched = clean(draft)
    assert untouched.chosen == 0
    places = open_places(draft)
    outer = [
        place
        for place in places
        if not any(other.span.contains(place.span) for other in places if other is not place)
    ]
    assert untouched.left == tuple(outer)
