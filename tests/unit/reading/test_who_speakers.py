"""Who is meant by the words that name a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from onetext.reading.attributions import Attribution
from onetext.reading.documents import document_from_text
from onetext.reading.reader import read_document
from onetext.record.statements import Speaker, SpeakerKind, Statement
from onetext.text.spans import Span

OPENING = (
    "Delegates from Norway and Peru met in Vienna on Monday for a second round of talks on the "
    "fishing accord, and they will return.\n\n"
)


@dataclass
class Marked:
    """A tagger that finds what a test marks: (source, cue, content), each as words."""

    marks: Sequence[tuple[str | None, str | None, str]]
    name: str = "marked/1"

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        at, found = 0, []
        for source, cue, content in self.marks:
            places = [text.index(words, at) for words in (source, cue, content) if words]
            at = min(places)
            found.append(
                Attribution(
                    (_span(text, content, at),),
                    _span(text, cue, at) if cue else None,
                    _span(text, source, at) if source else None,
                    0.9,
                )
            )
        assert all(any(block.overlaps(one.content[0]) for block in blocks) for one in found)
        return found


def _span(text: str, words: str, at: int) -> Span:
    start = text.index(words, at)
    return Span(start, start + len(words))


def said(text: str, *marks: tuple[str | None, str | None, str]) -> list[Statement]:
    document = document_from_text(OPENING + text, "0" * 64)
    return list(read_document(document, tagger=Marked(marks)).statements)


def speakers(text: str, *marks: tuple[str | None, str | None, str]) -> list[Speaker]:
    return [statement.speaker for statement in said(text, *marks)]


def test_a_pronoun_is_who_spoke_or_acted_last() -> None:
    """ "She" is the speaker of the sentence before, not whom that speaker spoke of."""
    found = speakers(
        "Norwegian envoy Ada Berg said Peruvian envoy Ana Rojas had read the text. She added that "
        "it was long.",
        ("Norwegian envoy Ada Berg", "said", "Peruvian envoy Ana Rojas had read the text"),
        ("She", "added", "it was long"),
    )
    assert [speaker.name for speaker in found] == ["Ada Berg", "Ada Berg"]
    assert found[1].party == "Norway"


def test_gender_decides_between_two() -> None:
    """ "He" is not a spokeswoman, though she spoke last."""
    found = speakers(
        "Peruvian envoy Luis Quispe read his text. Norwegian spokeswoman Ada Berg said it was "
        "long. He replied that it was not.",
        ("Norwegian spokeswoman Ada Berg", "said", "it was long"),
        ("He", "replied", "it was not"),
    )
    assert found[1].name == "Luis Quispe"


def test_a_pronoun_with_nobody_before_it_is_left_unresolved() -> None:
    """Unresolved is better than wrong."""
    found = speakers("He said the text was long.", ("He", "said", "the text was long"))
    assert found == [Speaker(None, SpeakerKind.PERSON)]


def test_capitals_stand_for_governments_and_seats_keep_their_name() -> None:
    found = speakers(
        "Oslo said the text was long. Downing Street said it was short.",
        ("Oslo", "said", "the text was long"),
        ("Downing Street", "said", "it was short"),
    )
    assert found == [
        Speaker("Norway", SpeakerKind.GOVERNMENT, party="Norway"),
        Speaker("Downing Street", SpeakerKind.GOVERNMENT, party="United Kingdom"),
    ]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        (
            "A senior Norwegian official",
            Speaker("a senior Norwegian official", SpeakerKind.ANONYMOUS, party="Norway"),
        ),
        (
            "A source close to the Peruvian delegation",
            Speaker(
                "a source close to the Peruvian delegation", SpeakerKind.ANONYMOUS, party="Peru"
            ),
        ),
        (
            "Norwegian officials",
            Speaker("Norwegian officials", SpeakerKind.GOVERNMENT, party="Norway"),
        ),
        ("Norwegian analysts", Speaker("Norwegian analysts", SpeakerKind.ANONYMOUS)),
        (
            "Three people familiar with the text",
            Speaker("three people familiar with the text", SpeakerKind.ANONYMOUS),
        ),
        (
            "Peru’s fisheries ministry",
            Speaker("Peru’s fisheries ministry", SpeakerKind.GOVERNMENT, party="Peru"),
        ),
        (
            "The Northern Chess Institute",
            Speaker("Northern Chess Institute", SpeakerKind.ORGANISATION),
        ),
        ("The Morning Herald", Speaker("Morning Herald", SpeakerKind.MEDIA)),
        ("The latest report", Speaker("the latest report", SpeakerKind.DOCUMENT)),
        (
            "Data from the Northern Chess Institute",
            Speaker("Northern Chess Institute", SpeakerKind.ORGANISATION),
        ),
    ],
)
def test_sources_that_are_only_described_keep_their_description(
    source: str, speaker: Speaker
) -> None:
    """Kind and party come from the head of the phrase; the name is the phrase."""
    text = f"{source} said the text was long."
    assert speakers(text, (source, "said", "the text was long")) == [speaker]


def test_a_definite_description_goes_back_to_who_was_described() -> None:
    """ "The official", "the envoy" and "the institute" are those of whom was spoken."""
    found = speakers(
        "A Peruvian official said the text was long. Later the official said it was short. "
        "Norwegian envoy Ada Berg slept. The envoy said it was fair. The Northern Chess Institute "
        "said no. The think tank said yes.",
        ("A Peruvian official", "said", "the text was long"),
        ("the official", "said", "it was short"),
        ("The envoy", "said", "it was fair"),
        ("The Northern Chess Institute", "said", "no"),
        ("The think tank", "said", "yes"),
    )
    assert [speaker.name for speaker in found] == [
        "a Peruvian official",
        "a Peruvian official",
        "Ada Berg",
        "Northern Chess Institute",
        "Northern Chess Institute",
    ]


def test_a_paragraph_goes_on_with_its_speaker() -> None:
    """Words without a source belong to who speaks in the same paragraph."""
    found = speakers(
        "“It is long,” said Norwegian envoy Ada Berg. “It must be cut.”",
        ("Norwegian envoy Ada Berg", "said", "It is long"),
        (None, None, "It must be cut"),
    )
    assert [speaker.name for speaker in found] == ["Ada Berg", "Ada Berg"]


def test_two_sides_that_speak_together_are_two_statements() -> None:
    """ "Norwegian and Peruvian officials" gives each side the same words."""
    found = said(
        "Norwegian and Peruvian officials said the text was long.",
        ("Norwegian and Peruvian officials", "said", "the text was long"),
    )
    assert [one.speaker.party for one in found] == ["Norway", "Peru"]
    assert found[0].content == found[1].content


def test_an_aide_is_not_whom_he_aids() -> None:
    """The person at the head of the phrase speaks, not the one in its middle."""
    found = speakers(
        "Norwegian minister Ada Berg came. Olav Lie, an aide to Ada Berg, said the text was long. "
        "Berg’s spokesman said it was short.",
        ("Olav Lie, an aide to Ada Berg", "said", "the text was long"),
        ("Berg’s spokesman", "said", "it was short"),
    )
    assert found[0].name == "Olav Lie"
    assert found[1].name != "Ada Berg"
    assert [speaker.party for speaker in found] == ["Norway", "Norway"]


def test_the_official_of_the_opening_is_named_in_the_next_paragraph() -> None:
    """ "A Downing Street official" of the first line is its spokeswoman of the second."""
    document = document_from_text(
        "The text is long, a Downing Street official said.\n\n"
        "It must be cut, Downing Street spokeswoman Ada Berg told reporters.\n",
        "0" * 64,
    )
    found = read_document(
        document,
        tagger=Fixed(
            [
                Attribution(
                    (_span(document.text, "The text is long", 0),),
                    _span(document.text, "said", 0),
                    _span(document.text, "a Downing Street official", 0),
                    0.9,
                ),
                Attribution(
                    (_span(document.text, "It must be cut", 0),),
                    _span(document.text, "told reporters", 0),
                    _span(document.text, "Downing Street spokeswoman Ada Berg", 0),
                    0.9,
                ),
            ]
        ),
    ).statements
    assert [one.speaker.name for one in found] == ["Ada Berg", "Ada Berg"]


@dataclass
class Fixed:
    """A tagger that gives what it was given."""

    found: list[Attribution]
    name: str = "fixed/1"

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        assert text
        assert blocks
        return self.found
