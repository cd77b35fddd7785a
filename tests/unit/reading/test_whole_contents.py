"""Contents are given the edges that quotation and sentence have."""

from __future__ import annotations

import pytest

from onetext.reading.attributions import Attribution
from onetext.reading.documents import document_from_text
from onetext.reading.quotation import quotations
from onetext.reading.reader import read_document
from onetext.reading.wholes import whole
from onetext.record.statements import StatementKind
from onetext.text.spans import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def made_whole(
    text: str, *told: tuple[tuple[str, ...], str | None, str | None]
) -> list[tuple[str, ...]]:
    """The contents of what is told as (contents, cue, source), after they are made whole."""
    blocks = _blocks(text)
    contents = [one.content for one in whole(text, blocks, _attributions(text, told))]
    return [tuple(part.of(text) for part in content) for content in contents]


def _blocks(text: str) -> list[Span]:
    lines = [line for line in text.split("\n") if line]
    return [span(text, line) for line in lines]


def _attributions(
    text: str, told: tuple[tuple[tuple[str, ...], str | None, str | None], ...]
) -> list[Attribution]:
    return [
        Attribution(
            tuple(span(text, part) for part in content),
            span(text, cue) if cue else None,
            span(text, source) if source else None,
            0.9,
        )
        for content, cue, source in told
    ]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_what_begins_the_sentence_of_a_quotation_is_reported_with_it(marks: str) -> None:
    """ "Whatever comes, "we will stay", said Hale": one clause, partly quoted."""
    text = f"It rained. Whatever Southland does, {marks[0]}we will stay,{marks[1]} said Ada Hale."
    told = (("we will stay",), "said", "Ada Hale")
    assert made_whole(text, told) == [(f"Whatever Southland does, {marks[0]}we will stay",)]


@pytest.mark.parametrize(
    "lead",
    ["Asked about Southland,", "Speaking in Lune,", "In an interview on Monday,", "He added:"],
)
def test_when_and_where_it_was_said_is_no_part_of_it(lead: str) -> None:
    """Circumstances before a quotation are not reported words."""
    text = f'{lead} "we will stay," said Ada Hale.'
    assert made_whole(text, (("we will stay",), "said", "Ada Hale")) == [("we will stay",)]


def test_what_is_attributed_to_another_is_left_to_it() -> None:
    """Words before a quotation that belong to an attribution stay there."""
    text = 'Northland wants ports, but "we will stay," said Ada Hale.'
    found = made_whole(
        text,
        (("ports",), "wants", "Northland"),
        (("we will stay",), "said", "Ada Hale"),
    )
    assert found == [("ports",), ("we will stay",)]


def test_a_quotation_whose_speaker_stands_before_it_has_no_lead() -> None:
    """Where the cue comes first the words before the quotation are the reporter's."""
    text = 'In the end Ada Hale said "we will stay" and left.'
    assert made_whole(text, (("we will stay",), "said", "Ada Hale")) == [("we will stay",)]


def test_a_relative_clause_behind_the_cue_is_not_said() -> None:
    """What an address showed is told of the address; a second quotation is kept."""
    text = "The port is ready, Ada Hale said in an address that showed ships at anchor."
    told = (("The port is ready", "showed ships at anchor"), "said in an address", "Ada Hale")
    assert made_whole(text, told) == [("The port is ready",)]
    text = "The port is ready, Ada Hale said, and ships are at anchor."
    told = (("The port is ready", "ships are at anchor"), "said", "Ada Hale")
    assert made_whole(text, told) == [("The port is ready", "ships are at anchor")]


def test_a_name_in_a_sentence_is_no_cue() -> None:
    """ "Chair of the harbour board Denys Lune inspects ..." reports nothing; a headline may."""
    text = "The chair of the harbour board Denys Lune inspects panels on the roof of a warehouse."
    assert made_whole(text, (("inspects panels on the roof",), "Denys", "The chair")) == []
    headline = "Hale Says Northland Will Open Harbour"
    told = (("Northland Will Open Harbour",), "Says", "Hale")
    assert made_whole(headline, told) == [("Northland Will Open Harbour",)]


@pytest.mark.parametrize("mark", ['"', "“"])
def test_a_quotation_over_paragraphs_is_one(mark: str) -> None:
    """A quotation that is left open goes on in the paragraph that begins with a mark."""
    text = f"Hale said: {mark}The port is open.\n\n{mark}It will stay open.\n\nIt rained.\n"
    found = made_whole(
        text,
        (("The port is open",), "said", "Hale"),
        (("It will stay open",), None, None),
    )
    assert found == [("The port is open", "It will stay open")]


def test_a_closed_quotation_is_not_carried_on() -> None:
    """The next paragraph's quotation may be another's where the first is closed."""
    text = 'Hale said: "The port is open."\n\n"It will stay open."\n'
    told = ((("The port is open",), "said", "Hale"), (("It will stay open",), None, None))
    assert made_whole(text, *told) == [("The port is open",), ("It will stay open",)]


def test_straight_marks_left_open_quote_where_the_next_paragraph_goes_on() -> None:
    """Both paragraphs are quoted; an odd mark elsewhere, as of inches, quotes nothing."""
    text = 'Hale said: "The port is open.\n\n"It will stay open.\n\nA pipe of 6" runs there.\n'
    quoted = [quote.of(text) for block in _blocks(text) for quote in quotations(text, block)]
    assert quoted == ["The port is open.", "It will stay open."]


def test_a_reading_holds_the_whole_quotation_as_direct() -> None:
    """From the document to the statement: one, direct, of both paragraphs."""
    text = 'Ada Hale of Northland said: "The port is open.\n\n"It will stay open.\n\nIt rained.\n'

    class Told:
        name = "told/1"

        def tag(self, text: str, blocks: object) -> list[Attribution]:
            first = (("The port is open",), "said", "Ada Hale of Northland")
            return _attributions(text, (first, (("It will stay open",), None, None)))

    (statement,) = read_document(document_from_text(text, "0" * 64), tagger=Told()).statements
    assert statement.kind is StatementKind.DIRECT
    assert [part.exact for part in statement.content] == ["The port is open", "It will stay open"]
    assert statement.speaker.name == "Ada Hale"
