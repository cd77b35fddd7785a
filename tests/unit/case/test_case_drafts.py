"""The bundled drafts: read without a problem, dated, sourced, and every issue in its place."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable

import pytest

from onetext.case import drafts
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

DRAFTS = drafts()
UNNUMBERED = "unnumbered-points"
SOURCE_TAG = re.compile(r"\[(?:liga|golda|its9ja|unn|censor|straitstimes|glavnoe|lng)\b")


def parsed(file: Traversable) -> Draft:
    return parse_draft(file.read_text(encoding="utf-8"))


@pytest.fixture(params=DRAFTS, ids=lambda file: file.name)
def draft(request: pytest.FixtureRequest) -> Draft:
    return parsed(request.param)


def test_there_are_five_in_the_order_of_their_dates() -> None:
    """28 points, three answers of 23 November, then 20 points."""
    read = [parsed(file) for file in DRAFTS]
    dates = [draft.dated for draft in read if draft.dated]
    assert len(dates) == len(read) == 5
    assert dates == sorted(dates)
    assert [f"{file.name[:10]}" for file in DRAFTS] == [str(day) for day in dates]


def test_reads_without_a_problem(draft: Draft) -> None:
    """No unbalanced bracket, no issue for a point that is not there, all facts known."""
    assert draft.problems == ()
    assert draft.title
    assert draft.by
    assert draft.language == "en"
    assert draft.sources
    assert all(source.startswith("https://") for source in draft.sources)


def test_every_issue_is_linked_to_a_point_that_exists(draft: Draft) -> None:
    """And every point has an issue."""
    paths = {point.path for point in draft.walk()}
    assert set(draft.issues) <= paths
    assert set(draft.issues) == paths - {UNNUMBERED}


def test_no_source_tag_is_left_in_the_wording(draft: Draft) -> None:
    """Sources and notes on completeness stand in the front matter, not in the points."""
    body = draft.text[draft.points[0].span.start :]
    assert not SOURCE_TAG.search(body)
    assert not re.search(r"PARTIAL|DISPUTED|NOT FOUND|cut here", body)
    assert draft.brackets == ()


def test_point_numbers_are_those_of_the_text() -> None:
    """20 points: 1 to 12 and 18; of the 28 points 1 to 12 have numbers; none is made up."""
    numbers = {
        file.name: [point.path for point in parsed(file).points if point.path.isdigit()]
        for file in DRAFTS
    }
    twelve = [str(number) for number in range(1, 13)]
    assert numbers == {
        "2025-11-20-us-28-points.md": twelve,
        "2025-11-23-e3-counter-proposal.md": twelve[:10],
        "2025-11-23-european-24-points.md": twelve,
        "2025-11-23-us-ukraine-19-points.md": [],
        "2025-12-24-us-ukraine-20-points.md": [*twelve, "18"],
    }


def test_the_same_matters_run_through_the_drafts() -> None:
    """One list of labels; the matters at the heart of the talks appear in several drafts."""
    labels = [set(parsed(file).issues.values()) for file in DRAFTS]
    assert 14 <= len(set().union(*labels)) <= 20
    for label in ("Territory", "Security guarantees", "Size of Ukraine's armed forces"):
        assert sum(label in of_one for of_one in labels) >= 3, label
