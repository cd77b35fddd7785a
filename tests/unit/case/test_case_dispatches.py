"""The bundled dispatches: sourced, dated, short, and without a word of invented speech."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib.resources.abc import Traversable
from urllib.parse import urlsplit

import pytest

from onetext.case import dispatches
from onetext.reading.documents.front_matter import FrontMatter, front_matter_of

DISPATCHES = dispatches()
QUOTATION_MARKS = re.compile(r"[\"“”„«»‘‚]|(?<!\w)['’]|['’](?!\w)(?<!s['’])")


def told(file: Traversable) -> tuple[FrontMatter, str]:
    text = file.read_text(encoding="utf-8")
    front = front_matter_of(text)
    assert front is not None, file.name
    return front, text[front.span.end :].strip()


@pytest.fixture(params=DISPATCHES, ids=lambda file: file.name)
def dispatch(request: pytest.FixtureRequest) -> tuple[str, FrontMatter, str]:
    file: Traversable = request.param
    return (file.name, *told(file))


def test_names_outlet_title_language_and_address(
    dispatch: tuple[str, FrontMatter, str],
) -> None:
    """Each says which outlet reported it and at which https address."""
    _, front, _ = dispatch
    assert front.told.publisher
    assert front.told.title
    assert front.told.language == "en"
    address = urlsplit(front.url or "")
    assert address.scheme == "https"
    assert address.hostname
    assert "." in address.hostname


def test_is_dated_inside_the_case_and_named_by_its_date(
    dispatch: tuple[str, FrontMatter, str],
) -> None:
    """The date lies between the leak of the plan and the day the talks were on hold."""
    name, front, _ = dispatch
    assert front.told.published is not None
    assert date(2025, 11, 20) <= front.told.published <= date(2026, 3, 6)
    assert name.startswith(f"{front.told.published}-")


def test_puts_no_words_into_a_mouth(dispatch: tuple[str, FrontMatter, str]) -> None:
    """No quotation marks of any kind: all speech is indirect."""
    _, front, body = dispatch
    assert not QUOTATION_MARKS.search(body)
    assert not QUOTATION_MARKS.search(front.told.title or "")


@pytest.mark.parametrize(
    "words", ["He said “no”.", 'He said "no".', "He said 'no'.", "He called it ‘useful’."]
)
def test_quotation_marks_are_noticed(words: str) -> None:
    """The check above sees double, straight, single and curly marks, and no possessive."""
    assert QUOTATION_MARKS.search(words)
    assert not QUOTATION_MARKS.search("Ukraine's armed forces and the parties' envoys")


def test_is_short(dispatch: tuple[str, FrontMatter, str]) -> None:
    """60 to 170 words in paragraphs of a few sentences."""
    _, _, body = dispatch
    assert 60 <= len(body.split()) <= 170
    assert all(len(paragraph.split()) <= 90 for paragraph in body.split("\n\n"))


def test_there_are_enough_from_distinct_addresses() -> None:
    """At least 36 dispatches, no address twice, over at least 25 outlets and all five months."""
    fronts = [told(file)[0] for file in DISPATCHES]
    assert len(fronts) >= 36
    assert max(Counter(front.url for front in fronts).values()) == 1
    assert len({front.told.publisher for front in fronts}) >= 25
    months = {day.strftime("%Y-%m") for front in fronts if (day := front.told.published)}
    assert months == {"2025-11", "2025-12", "2026-01", "2026-02", "2026-03"}


def test_wire_copies_are_there_on_purpose() -> None:
    """Some outlets carry the same agency text, word for word, so that counting once shows."""
    bodies = Counter(told(file)[1] for file in DISPATCHES)
    assert sum(count > 1 for count in bodies.values()) >= 3
