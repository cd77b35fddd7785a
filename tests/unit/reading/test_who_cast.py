"""Who is who in a report: people, their roles, parties and mentions."""

from __future__ import annotations

import pytest

from onetext.reading.documents import document_from_text
from onetext.reading.quotation import quotations
from onetext.reading.stage import set_stage
from onetext.reading.who.affiliation import party_mentions, with_parties
from onetext.reading.who.cast import Character, people_of
from onetext.reading.who.nearness import Company
from onetext.reading.who.personhood import Gender


def cast(text: str, known_parties: tuple[str, ...] = ()) -> dict[str, Character]:
    """The people of a text by name."""
    stage = set_stage(document_from_text(text, "0" * 64))
    quoted = tuple(q for scene in stage.scenes for q in quotations(text, scene.block.span))
    company = Company(stage, party_mentions(stage, known_parties), quoted)
    people = with_parties(company, people_of(stage), known_parties=known_parties)
    return {person.name: person for person in people}


OPENING = (
    "Delegates from Norway and Peru met in Vienna on Monday for a second round of talks on the "
    "fishing accord, and both sides said that they would return.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "name", "party", "role"),
    [
        (
            "Norwegian Foreign Minister Ada Berg said the round was useful.",
            "Ada Berg",
            "Norway",
            "Norwegian Foreign Minister",
        ),
        (
            "Peru’s fisheries minister, Luis Quispe, said the round was useful.",
            "Luis Quispe",
            "Peru",
            "Peru’s fisheries minister",
        ),
        (
            "Ada Berg, the top legal adviser to the Norwegian delegation, told reporters so.",
            "Ada Berg",
            "Norway",
            "top legal adviser to the Norwegian delegation",
        ),
        (
            "Norway sent its special envoy, Ada Berg, to the round.",
            "Ada Berg",
            "Norway",
            "special envoy",
        ),
        (
            "The paper was read by the Peruvian minister of foreign affairs, Luis Quispe.",
            "Luis Quispe",
            "Peru",
            "Peruvian minister of foreign affairs",
        ),
        (
            "Norway chose Ada Berg as its chief negotiator.",
            "Ada Berg",
            "Norway",
            "chief negotiator",
        ),
    ],
)
def test_roles_stand_before_and_after_names(
    sentence: str, name: str, party: str, role: str
) -> None:
    """Titles, appositions, "its envoy" and "as its negotiator" give a role and a party."""
    person = cast(OPENING + sentence)[name]
    assert person.party == party
    assert person.roles == (role,)


def test_names_after_a_plural_role_share_it() -> None:
    """ "Ministers A and B" are both ministers; "of X and Y, A and B" are one of each."""
    people = cast(
        OPENING
        + "Norwegian ministers Ada Berg and Olav Lie were there. Later the foreign ministers of "
        "Norway and Peru, Kari Dahl and Luis Quispe, met alone."
    )
    assert {name: person.party for name, person in people.items()} == {
        "Ada Berg": "Norway",
        "Olav Lie": "Norway",
        "Kari Dahl": "Norway",
        "Luis Quispe": "Peru",
    }


def test_spellings_and_surnames_are_one_person() -> None:
    """A surname, another spelling and a courtesy title all mean the person named in full."""
    people = cast(
        OPENING + "Norwegian envoy Andriy Kovalskyy said the text was long. Kovalsky left early. "
        "“It can be cut,” said Mr Kovalskiy."
    )
    assert list(people) == ["Andriy Kovalskyy"]
    assert len(people["Andriy Kovalskyy"].mentions) == 3


def test_different_given_names_are_different_people() -> None:
    """Two people of one surname stay two."""
    people = cast(OPENING + "Envoy Ada Berg came with adviser Olav Berg, an old friend.")
    assert list(people) == ["Ada Berg", "Olav Berg"]


def test_an_aide_belongs_to_whom_he_aids() -> None:
    """A role that names another person gives that person's party."""
    people = cast(
        OPENING + "Peruvian President Luis Quispe stayed at home. An aide to Quispe, Ana Rojas, "
        "said so. Quispe’s envoy Pedro Inca agreed."
    )
    assert people["Pedro Inca"].party == "Peru"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian military analyst Ada Berg said the text was long.",
        "Ada Berg, a professor of law at a college in Norway, said the text was long.",
        "“It is long,” said Ada Berg, a farmer.",
    ],
)
def test_those_who_speak_for_themselves_have_no_party(sentence: str) -> None:
    """Analysts, professors and passers-by speak for no side, whatever their country."""
    assert cast(OPENING + sentence)["Ada Berg"].party is None


def test_bodies_places_and_starts_of_sentences_are_no_people() -> None:
    """Ministries, institutes, towns and the first words of sentences are not taken for people."""
    people = cast(
        OPENING
        + "Talks went on. The Northern Affairs Institute said so. The Foreign Ministry agreed. "
        "Delegates slept in Bad Ischl. Nothing was signed. Negotiators return in May."
    )
    assert people == {}


def test_gender_is_what_the_report_tells() -> None:
    """Titles and the next pronouns tell it; else it stays unknown."""
    people = cast(
        OPENING
        + "Spokeswoman Ada Berg came. Envoy Olav Lie said that he would stay. Envoy Kim Ek slept."
    )
    assert people["Ada Berg"].gender is Gender.FEMALE
    assert people["Olav Lie"].gender is Gender.MALE
    assert people["Kim Ek"].gender is Gender.UNKNOWN


def test_a_party_of_the_record_is_found_in_the_text() -> None:
    """A party that is no country is one where the caller names it."""
    text = OPENING + "Dockers’ Union negotiator Ada Berg said no."
    assert cast(text)["Ada Berg"].party != "Dockers’ Union"
    assert cast(text, ("Dockers’ Union",))["Ada Berg"].party == "Dockers’ Union"
