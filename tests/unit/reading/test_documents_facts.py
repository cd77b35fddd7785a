"""What a report tells of itself: agencies, publisher, authors, date, language."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from onetext.reading.documents import document_from_text
from onetext.reading.documents.agencies import agencies_in
from onetext.reading.documents.language import language_code, language_of
from onetext.record.documents import Document

_BODY = "Southland's envoy said on Tuesday that the ferry plan could not be accepted as it stands."


def _read(text: str, published: date | None = None, publisher: str | None = None) -> Document:
    return document_from_text(text, "0" * 64, published=published, publisher=publisher)


@pytest.mark.parametrize(
    ("words", "agencies"),
    [
        ("An official told AFP, and another told Reuters, that AFP was right.", ("AFP", "Reuters")),
        ("MIDDLEMARK (Reuters) - The envoys met.", ("Reuters",)),
        ("(AP Photo/Bo Lind)", ("AP",)),
        ("She spoke to the Associated Press on Monday.", ("AP",)),
        ("TASS and Interfax-Ukraine reported it first, Interfax later.",
         ("TASS", "Interfax-Ukraine", "Interfax")),
        ("He told RIA Novosti and the news agency PA so.", ("RIA Novosti", "PA")),
        ("The dpa news agency and Agence France-Presse quoted her.", ("dpa", "AFP")),
        ("PA reported that the ports were closed.", ("PA",)),
    ],
)  # fmt: skip
def test_agencies_in_the_order_of_their_first_mention(
    words: str, agencies: tuple[str, ...]
) -> None:
    """Short and long names, datelines and picture credits, each agency once."""
    assert agencies_in([words]) == agencies


@pytest.mark.parametrize(
    "words",
    [
        "The AP-7 road was closed.",
        "MAP and STA are signs on the chart.",
        "The trend towards peace, the beta version and Petra the dog.",
        "Bloomberg the mayor met the envoy.",
        "WAPA, CAFPA and reuterswerk are other words.",
        "The SPA hotel and the PA system failed.",
    ],
)
def test_other_words_are_no_agencies(words: str) -> None:
    """Names count only as words of their own, and doubtful ones only where a source is meant."""
    assert agencies_in([words]) == ()


def test_an_agency_in_a_related_item_is_not_named_by_the_report() -> None:
    """Furniture counts only where it is the report's own: byline and notices."""
    assert _read(f"{_BODY}\n\nRead more: Reuters moves house\n").agencies == ()
    assert _read(f"By Reuters\n\n{_BODY}\n").agencies == ("Reuters",)
    assert _read(f"{_BODY}\n\nCopyright 2025 The Associated Press\n").agencies == ("AP",)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 December 2025", date(2025, 12, 3)),
        ("Published: Dec 3, 2025, 10:15 GMT", date(2025, 12, 3)),
        ("Wednesday, December 3rd, 2025", date(2025, 12, 3)),
        ("2025-12-03", date(2025, 12, 3)),
        ("3.12.2025", date(2025, 12, 3)),
        ("23/12/2025", date(2025, 12, 23)),
        ("Updated: 5 December 2025 | Published: 3 December 2025", date(2025, 12, 3)),
        ("Updated: 5 December 2025", date(2025, 12, 5)),
        ("By Ada Berg | 3 December 2025", date(2025, 12, 3)),
        ("03/12/2025", None),
        ("31 February 2025", None),
        ("Updated 2 hours ago", None),
    ],
)
def test_the_date_that_a_line_tells(line: str, day: date | None) -> None:
    """Full dates only; one that two habits read in two ways is left open."""
    assert _read(f"Envoy rejects plan\n\n{line}\n\n{_BODY}\n").published == day


def test_a_date_in_the_body_is_not_the_date_of_the_report() -> None:
    """ "The plan of 1 May 2024" says nothing about when the report was published."""
    assert _read(f"{_BODY}\n\nThe plan of 1 May 2024 was better, she said.\n").published is None


def test_the_dateline_tells_place_agency_and_day() -> None:
    """ "MIDDLEMARK, 3 December 2025 (Reuters) -" at the head of the first paragraph."""
    document = _read(f"Envoy rejects plan\n\nMIDDLEMARK, 3 December 2025 (Reuters) - {_BODY}\n")
    assert document.published == date(2025, 12, 3)
    assert (document.publisher, document.agencies) == ("Reuters", ("Reuters",))


def test_what_the_reader_knows_goes_first() -> None:
    """The arguments win over what the document tells."""
    text = f"Plan\n\n3 December 2025\n\n{_BODY}\n\n© 2025 Strait Weekly\n"
    document = _read(text, date(2025, 12, 24), "Northland Courier")
    assert (document.published, document.publisher) == (date(2025, 12, 24), "Northland Courier")
    assert _read(text).publisher == "Strait Weekly"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Berg", ("Ada Berg",)),
        ("By Ada Berg, Bo Lind and Cara Holm", ("Ada Berg", "Bo Lind", "Cara Holm")),
        ("By Ada van der Berg in Middlemark", ("Ada van der Berg",)),
        ("By Reuters", ()),
        (
            "(Reporting by Ada Berg and Bo Lind in Middlemark; editing by Cara Holm)",
            ("Ada Berg", "Bo Lind"),
        ),
    ],
)
def test_the_byline_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    """Persons only; an agency is no author."""
    assert _read(f"Envoy rejects plan\n\n{line}\n\n{_BODY}\n").authors == authors


def test_reading_time_is_rounded_up() -> None:
    """238 words are a minute, 239 are two; a hyphen or an apostrophe makes no second word."""
    assert _read("word " * 238).reading_time_min == 1
    assert _read("word " * 239).reading_time_min == 2
    assert _read("The envoy's cease-fire isn’t over.").words == 5


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (_BODY, "en"),
        ("Die Vermittlerin hat den Delegationen am Donnerstag einen neuen Text vorgelegt.", "de"),
        ("Посередниця передала делегаціям новий текст угоди про протоку.", "uk"),
        ("La mediadora presentó el jueves un nuevo texto a las dos delegaciones reunidas.", "es"),
        ("12:30 …", "und"),
    ],
)
def test_the_language_of_the_words(words: str, code: str) -> None:
    """ISO 639-1; without any words the language is undetermined."""
    assert language_of(words) == code


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("UK", "uk"), ("pt_BR", "pt"), ("english", None), (None, None)],
)
def test_declared_languages(tag: str | None, code: str | None) -> None:
    """The language part of a tag; what is no tag declares nothing."""
    assert language_code(tag) == code


def test_an_english_text_loads_no_further_library() -> None:
    """Neither the model of the language identifier nor the libraries of other formats."""
    heavy = ("py3langid", "trafilatura", "pypdfium2", "docx", "numpy")
    program = (
        "import sys; from onetext.reading.documents import document_from_text as read;"
        f"read({_BODY!r}, '0' * 64); print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
