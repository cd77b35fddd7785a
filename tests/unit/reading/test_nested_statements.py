"""Somebody tells of another party's stance: two statements, the inner one with its holder."""

from __future__ import annotations

import pytest

from onetext.reading.documents import document_from_text
from onetext.reading.reader import read_document
from onetext.reading.rules import RuleTagger

OPENING = "Envoys meet in Lune\n\n5 March 2030\n\n"


def held(sentence: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, holder and words of each statement."""
    document = document_from_text(OPENING + sentence, "0" * 64)
    reading = read_document(document, tagger=RuleTagger())
    return [(one.speaker.name, one.holder, one.words) for one in reading.statements]


def test_a_stance_that_is_told_of_another_party_has_that_party_as_holder() -> None:
    told = held("Norwegian envoy Ada Berg said that Finland still wants the ports to open by June.")
    assert told == [
        ("Ada Berg", "Norway", "Finland still wants the ports to open by June"),
        ("Ada Berg", "Finland", "the ports to open by June"),
    ]


def test_the_inner_statement_does_what_its_own_verb_says() -> None:
    document = document_from_text(
        OPENING + "Norwegian envoy Ada Berg said that Finland was demanding a new draft.", "0" * 64
    )
    outer, inner = read_document(document, tagger=RuleTagger()).statements
    assert inner.act == "demand"
    assert inner.cue is not None
    assert inner.cue.exact == "was demanding"
    assert inner.source == outer.source
    assert inner.confidence <= min(0.5, outer.confidence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian envoy Ada Berg said that Norway wants the ports to open.",  # her own party
        "Norwegian envoy Ada Berg said: “Finland wants the ports to open.”",  # her own words
        "Norwegian envoy Ada Berg said that talks with Finland want some patience.",
        "Norwegian envoy Ada Berg said that Finland was far away.",
        "Norwegian envoy Ada Berg said that Finnish ports want repair.",
        "Norwegian envoy Ada Berg said that Finland refused.",
    ],
)
def test_other_clauses_are_one_statement(sentence: str) -> None:
    assert len(held(sentence)) == 1
