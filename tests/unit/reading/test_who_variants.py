"""Spellings of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.who.variants import clean, folded_name, same_given_name, same_surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kovalsky", "Kovalskiy"),
        ("Kovalskyy", "Ковальський"),
        ("Kovalski", "Ковальский"),
        ("Orlov", "Orloff"),
        ("Şahin", "Sahin"),
        ("Łukasik", "Lukasik"),
        ("Khalidov", "Halidov"),
        ("Wojtek", "Voytek"),
    ],
)
def test_transliterations_are_one_surname(one: str, other: str) -> None:
    """Endings, accents and alphabets of one name fold to the same."""
    assert same_surname(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Kovalsky", "Kovalska"), ("Berg", "Bergman"), ("Li", "Lu")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    """A woman's form, a longer name and a short name with another vowel are other names."""
    assert not same_surname(one, other)


def test_given_names_match_by_initial_or_spelling() -> None:
    assert same_given_name("A.", "Ada")
    assert same_given_name("Serhiy", "Sergey")
    assert not same_given_name("Ada", "Olga")


def test_invisible_signs_and_possessives_are_no_part_of_a_name() -> None:
    assert clean("Ada\u200c  Berg’s") == "Ada Berg"


@given(st.text(max_size=20))
def test_folding_what_is_folded_changes_nothing_of_its_case(word: str) -> None:
    """A folded name is lower-case ASCII, whatever came in."""
    folded = folded_name(word)
    assert folded.isascii()
    assert folded == folded.lower()


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=12))
def test_every_name_is_a_spelling_of_itself(word: str) -> None:
    assert same_surname(word, word)
