"""Sides that no gazetteer knows are found by what only a side has."""

from __future__ import annotations

import pytest

from onetext.reading.documents import document_from_text
from onetext.reading.reader import read_document
from onetext.reading.rules import RuleTagger
from onetext.reading.who.sides import sides_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mira Sol, the foreign minister of Southland, said no.", ("Southland",)),
        ("Northland Prime Minister Tomas Hale said yes.", ("Northland",)),
        ("East Northland Foreign Minister Tomas Hale said yes.", ("East Northland",)),
        ("Westland's foreign ministry said no.", ("Westland",)),
        ("French Foreign Minister Ada Berg met the foreign minister of Norway.", ()),
        ("The Prime Minister said no. His envoy and Berg's officials met.", ()),
        ("Foreign Minister Ada Berg said that Prime Minister Hale agreed.", ()),
    ],
)
def test_who_has_ministers_is_a_side(text: str, found: tuple[str, ...]) -> None:
    """A name with a minister, a ministry or a parliament; never a country known anyway."""
    assert sides_in(text) == found


def test_people_speak_for_a_side_that_only_the_report_knows() -> None:
    """The minister, a senior official and the ministry all speak for the place in the report."""
    text = (
        "Talks go on in Holm\n\nMira Sol, the foreign minister of Southland, said that no "
        "compromise had been found. Northland Foreign Minister Tomas Hale said that the ports "
        "must be open.\n\nA senior Northland official said that the talks were hard.\n"
    )
    reading = read_document(document_from_text(text, "0" * 64), tagger=RuleTagger())
    assert [one.speaker.party for one in reading.statements] == [
        "Southland",
        "Northland",
        "Northland",
    ]
    assert {one.name: one.party for one in reading.people} == {
        "Mira Sol": "Southland",
        "Tomas Hale": "Northland",
    }


def test_who_speaks_for_another_body_is_given_no_party() -> None:
    """A union's negotiator and a company's spokesman are not those of the place named nearby."""
    text = (
        "The strike goes on in Oslo\n\nNorway's government said that the talks had failed. The "
        "union's chief negotiator, Jane Roe, said that the company had offered too little. Acme "
        "spokesman John Doe said that the offer was final.\n"
    )
    reading = read_document(document_from_text(text, "0" * 64), tagger=RuleTagger())
    assert {one.name: one.party for one in reading.people} == {"Jane Roe": None, "John Doe": None}
