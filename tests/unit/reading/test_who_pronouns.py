"""Whom "he" and "she" mean, from the beginning of a report to its end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.documents import document_from_text
from onetext.reading.quotation import quotations
from onetext.reading.stage import set_stage
from onetext.reading.who.cast import people_of
from onetext.reading.who.pronouns import pronouns_in
from onetext.text.spans import Span

OPENING = (
    "Ada Brun, the foreign minister of Norway, said on Monday that the draft was fair. "
    "Mr Tomas Hale, the envoy of Finland, said that it was not.\n\n"
)


def meant(text: str, *apart: Span) -> list[tuple[str, str]]:
    """Each pronoun of a text with the surname of whom it means."""
    stage = set_stage(document_from_text(text, "0" * 64))
    people = people_of(stage)
    quoted = [q for scene in stage.scenes for q in quotations(text, scene.block.span)]
    found = pronouns_in(stage, people, [*quoted, *apart])
    return [(place.of(text), character.surname) for place, character in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He left for Lune.", [("He", "Hale")]),
        ("Ms Brun met Mr Hale. She told him that her aides were ready.",
         [("She", "Brun"), ("him", "Hale"), ("her", "Brun")]),
        ("Mr Hale saw the text in Lune. His aides read it to him, and he took it with him.",
         [("His", "Hale"), ("him", "Hale"), ("he", "Hale"), ("him", "Hale")]),
    ],
)  # fmt: skip
def test_gender_nearness_and_the_chain_of_pronouns_decide(
    words: str, expected: list[tuple[str, str]]
) -> None:
    """A pronoun that means somebody keeps that person near."""
    assert meant(OPENING + words) == expected


def test_nobody_is_taken_where_nobody_was_named() -> None:
    """Unresolved is better than wrong."""
    assert meant("She said that the talks in Lune would go on.") == []


def test_who_is_only_named_in_the_words_of_others_is_not_meant() -> None:
    """What is quoted does not change who the report goes on about."""
    text = OPENING + "Mr Hale took a seat. “Mr Tom Lang is wrong,” an aide said. He left."
    assert meant(text)[-1] == ("He", "Hale")


@given(st.lists(st.sampled_from(["Mr Hale left. ", "She wept. ", "His “he” said so. ", "\n\n"])))
def test_every_pronoun_is_told_once_in_its_order(parts: list[str]) -> None:
    """And each means somebody whom the text names."""
    text = "Mr Tomas Hale said no. " + "".join(parts) + "End."
    stage = set_stage(document_from_text(text, "0" * 64))
    people = people_of(stage)
    told = list(pronouns_in(stage, people, ()))
    assert [place for place, _ in told] == sorted({place for place, _ in told})
    assert all(any(character is one for one in people) for _, character in told)
