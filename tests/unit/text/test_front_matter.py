"""What a draft's front matter tells, and what is said when it is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.text.parse import parse_draft


def test_all_fields() -> None:
    """Title, by, date, language, sources and issues are read; spans refer to the whole file."""
    text = (
        "---\ntitle: Plan\nauthor: [Northland, Southland]\ndate: 2025-11-20\nlanguage: en\n"
        "sources:\n  - https://example.org/a\nissues:\n  1: ports\n---\n1. Ports open.\n"
    )
    draft = parse_draft(text)
    assert (draft.title, draft.by, draft.dated) == (
        "Plan",
        "Northland, Southland",
        date(2025, 11, 20),
    )
    assert (draft.language, draft.sources) == ("en", ("https://example.org/a",))
    assert draft.issues == {"1": "ports"}
    assert draft.points[0].span.of(text) == "1. Ports open."
    assert draft.problems == ()


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: [", "not valid YAML"),
        ("date: soon", "is no date"),
        ("date: December", "is no date"),
        ("date: 2025-02-31", "not valid YAML"),
        ("just words", "no names with values"),
        ("issues: ports", "does not map points"),
        ("issues: {7: ports}", "no such point"),
        ("sources: {a: b}", "no list of addresses"),
    ],
)
def test_what_is_wrong_is_told_and_never_refused(front: str, told: str) -> None:
    """The draft is read all the same."""
    draft = parse_draft(f"---\n{front}\n---\n1. Ports open.\n")
    assert [point.path for point in draft.points] == ["1"]
    assert [told in problem.message for problem in draft.problems] == [True]


def test_a_date_in_words() -> None:
    """A full date in words is a date."""
    assert parse_draft("---\ndate: 24 December 2025\n---\n").dated == date(2025, 12, 24)


def test_a_given_title_stands_above_the_file_s() -> None:
    """The caller's title wins; a first line that stands alone is a title too."""
    assert parse_draft("---\ntitle: Plan\n---\n", title="Mine").title == "Mine"
    assert parse_draft("The plan\n\n1. Ports open.\n").title == "The plan"
    assert parse_draft("1. Ports open.\n").title == ""
