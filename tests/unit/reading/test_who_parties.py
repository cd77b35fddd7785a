"""Which party a phrase speaks of."""

from __future__ import annotations

import pytest

from onetext.reading.who.parties import parties_of_phrase, party_named, party_of_phrase


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("a senior Norwegian official", "Norway"),
        ("the Danish delegation", "Denmark"),
        ("Brazil’s foreign ministry", "Brazil"),
        ("the president of Kenya", "Kenya"),
        ("US envoys", "United States"),
        ("the U.S.", "United States"),
        ("American negotiators", "United States"),
        ("British ministers", "United Kingdom"),
        ("Dutch diplomats", "Netherlands"),
        ("Downing Street", "United Kingdom"),
        ("the Elysée Palace", "France"),
        ("the Knesset", "Israel"),
        ("Ottawa", "Canada"),
        ("Kiev", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("the European Commission", "Europe"),
        ("EU ambassadors", "Europe"),
        ("the head of the IAEA", "IAEA"),
        ("a source close to the Peruvian delegation", "Peru"),
        ("Türkiye", "Turkey"),
        ("South Korean officials", "South Korea"),
    ],
)
def test_a_phrase_speaks_of_the_party_of_its_head(phrase: str, party: str) -> None:
    """Names, demonyms, capitals, seats and bodies all lead to the common English name."""
    assert party_of_phrase(phrase) == party


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("Canada’s special envoy to Haiti", "Canada"),
        ("the Swiss ambassador in Tokyo", "Switzerland"),
        ("Norway’s European partners", "Europe"),
        ("Kenya’s Somalia envoy", "Kenya"),
    ],
)
def test_what_the_head_deals_with_is_not_its_party(phrase: str, party: str) -> None:
    """An envoy speaks for who sent him; partners of a country are not that country."""
    assert party_of_phrase(phrase) == party


@pytest.mark.parametrize(
    "phrase",
    [
        "talks in Vienna",
        "the envoy",
        "us",
        "Chad Smith",
        "George Washington",
        "the American Chess Institute",
        "the Berlin Morning Post",
        "",
    ],
)
def test_phrases_that_name_no_party(phrase: str) -> None:
    """Places of talks, people called like countries and private bodies are no parties."""
    assert party_of_phrase(phrase) is None


def test_two_sides_are_two_parties_and_not_one() -> None:
    """ "Dutch and Swiss officials" speak for both, so there is no one party."""
    assert parties_of_phrase("Dutch and Swiss officials") == ("Netherlands", "Switzerland")
    assert party_of_phrase("officials from Peru and Chile") is None


def test_parties_of_the_record_are_known_too() -> None:
    """A union, a company or a movement is a party where the caller says so."""
    known = ["Dockers' Union", "Northland"]
    assert party_of_phrase("a spokesman for the mill", known) is None
    assert party_of_phrase("Northland’s chief negotiator", known) == "Northland"
    assert party_of_phrase("the dockers' union", known) == "Dockers' Union"


def test_a_capital_as_an_adverb_of_a_longer_name_is_not_the_government() -> None:
    """A capital that ends or begins a longer name does not stand for its country."""
    assert party_named("Moscow") is not None
    assert party_of_phrase("New Moscow") is None
