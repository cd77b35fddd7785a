"""From a document to a reading, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from onetext.reading.attributions import Attribution
from onetext.reading.documents import document_from_text
from onetext.reading.json import reading_as_json
from onetext.reading.reader import read_document
from onetext.reading.rules import RuleTagger
from onetext.record.documents import Block, BlockKind, Document
from onetext.record.statements import StatementKind
from onetext.text.spans import Span

REPORT = (
    "Delegates return to Vienna for the fishing accord\n\n"
    "Norwegian envoy Ada Berg told reporters on Tuesday that the text was “far too long”. She "
    "said Norway would read it again.\n\n"
    "Norwegian minister Olav Lie said subscribers can read more of this here.\n"
)


def document() -> Document:
    made = document_from_text(REPORT, "0" * 64, published=date(2031, 5, 7))
    last = REPORT.rindex("Norwegian minister")
    kept = tuple(block for block in made.blocks if block.start < last)
    return replace(made, blocks=(*kept, Block(BlockKind.FURNITURE, last, len(REPORT) - 1)))


def test_statements_people_and_parties_are_found_together() -> None:
    """Speaker, party, kind, day and words of each statement; the people; the parties."""
    reading = read_document(document(), tagger=RuleTagger())
    assert [(one.speaker.name, one.speaker.party, one.kind) for one in reading.statements] == [
        ("Ada Berg", "Norway", StatementKind.MIXED),
        ("Ada Berg", "Norway", StatementKind.INDIRECT),
    ]
    assert reading.statements[0].said_on == date(2031, 5, 6)
    assert reading.statements[0].addressee == "reporters"
    assert [person.name for person in reading.people] == ["Ada Berg"]
    assert reading.parties == ("Norway",)


def test_furniture_says_nothing_and_names_nobody() -> None:
    """Nothing that stands in furniture is a statement, its names are no people."""
    reading = read_document(document(), tagger=RuleTagger())
    furniture = document().blocks[-1].span
    spans = [passage.span for one in reading.statements for passage in one.content]
    assert not any(furniture.overlaps(span) for span in spans)
    assert "Olav Lie" not in {person.name for person in reading.people}


def test_a_pronoun_that_speaks_is_a_mention() -> None:
    """The mentions of a person are the names and the pronouns that are sources."""
    (person,) = read_document(document(), tagger=RuleTagger()).people
    assert [span.of(REPORT) for span in person.mentions] == ["Ada Berg", "She"]


def test_every_passage_stands_where_it_says() -> None:
    """Words and offsets agree, for contents, cues and sources."""
    reading = read_document(document(), tagger=RuleTagger())
    for statement in reading.statements:
        for passage in (*statement.content, statement.cue, statement.source):
            assert passage is None or passage.stands_in(REPORT)


def test_the_json_has_the_keys_of_the_schema_in_their_order() -> None:
    printed = reading_as_json(read_document(document(), tagger=RuleTagger()))
    assert list(printed) == [
        "schema", "document", "statements", "people", "parties", "meetings", "proposals"
    ]  # fmt: skip
    assert list(printed["statements"][0]) == [
        "content", "cue", "source", "speaker", "holder", "kind", "act", "target", "topic",
        "said_on", "venue", "addressee", "via", "confidence",
    ]  # fmt: skip
    assert json.loads(json.dumps(printed)) == printed


def test_a_text_in_which_nobody_speaks_is_read_too() -> None:
    reading = read_document(document_from_text("Nine points.\n", "0" * 64), tagger=RuleTagger())
    assert reading.statements == ()
    assert reading.people == ()


def test_what_the_record_knows_of_people_is_used() -> None:
    """A surname whose party no word tells is that of the record's person."""
    text = "The delegates met. Quispe said the text was long. He left early. Then Quispe slept.\n"
    made = document_from_text(text, "0" * 64)
    known = {"Luis Quispe": "Northland"}
    reading = read_document(made, tagger=RuleTagger(), known_people=known)
    assert reading.people[0].party == "Northland"
    assert Span(19, 25) in reading.people[0].mentions


class _Given:
    """A tagger that gives what it is told, by the words."""

    name = "given/1"

    def __init__(self, content: str, cue: str) -> None:
        self._words = content, cue

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        places = [text.index(words) for words in self._words]
        content, cue = (
            Span(at, at + len(words)) for at, words in zip(places, self._words, strict=True)
        )
        assert any(block.contains(content) for block in blocks)
        return [Attribution((content,), cue, None, 0.8)]


def test_what_nobody_is_known_to_say_is_a_statement_only_if_it_is_quoted() -> None:
    """ "Is expected to" with nobody who expects it is in the air; a quotation has a speaker."""
    said = (
        "Fishing limits\n\nThe accord is expected to be signed in the spring of next year.\n\n"
        "A note on the door read: “Come back in the autumn of this year.”\n"
    )
    made = document_from_text(said, "0" * 64)
    vague = _Given("to be signed in the spring of next year", "is expected")
    assert read_document(made, tagger=vague).statements == ()
    quoted = _Given("Come back in the autumn of this year.", "read")
    assert len(read_document(made, tagger=quoted).statements) == 1


class Given:
    """A tagger that gives one attribution, by its words."""

    name = "given/1"

    def __init__(self, content: str, cue: str, source: str | None) -> None:
        self._told = content, cue, source

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        content, cue, source = (one and _place(text, one) for one in self._told)
        assert content
        return [Attribution((content,), cue or None, source or None, 0.9)]


def _place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("sentence", "told", "kept"),
    [
        ("Asked whether Finland would sign, Ada Berg left.",
         ("whether Finland would sign", "Asked", None), False),
        ("Ada Berg asked whether Finland would sign.",
         ("whether Finland would sign", "asked", "Ada Berg"), True),
        ("Ada Berg did not immediately respond to a request for comment.",
         ("a request for comment", "did not immediately respond to", "Ada Berg"), False),
        ("Ada Berg did not say whether Finland would sign.",
         ("whether Finland would sign", "did not say", "Ada Berg"), True),
        ("Finland would sign. Ada Berg confirmed this.", ("this", "confirmed", "Ada Berg"), False),
    ],
)  # fmt: skip
def test_what_nobody_states_is_no_statement(
    sentence: str, told: tuple[str, str, str | None], kept: bool
) -> None:
    """A question put to somebody, an answer that was not given, words that only point."""
    found = read_document(document_from_text(sentence, "0" * 64), tagger=Given(*told)).statements
    assert len(found) == kept
