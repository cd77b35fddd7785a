"""How drafts and formulations are named."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onetext.record.views import RecordedDraft
from onetext.settlement.formulations import put_forward, short_title, short_titles
from onetext.testing.made_up import make_draft


def draft(title: str, *, by: str = "Ada Berg", number: int = 0) -> RecordedDraft:
    return RecordedDraft(
        id=f"draft {number}",
        draft=make_draft(title, (("1", "A word."),), by=by, dated=date(2030, 4, 1)),
        visibility="public",
        origin="",
        recorded_at=datetime(2030, 4, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Version of 19 points after the talks in Holm", "Version of 19 points"),
        ("The 24-point text that a newspaper printed", "The 24-point"),
        ("Blue draft", "Blue draft"),
        ("A draft whose title is so long that it fills a line", "A draft whose title is so long"),
        ("Unbreakable" * 9, "Unbreakable" * 9),
    ],
)
def test_a_title_in_short(title: str, short: str) -> None:
    """To the number of its points, else as many whole words as fit."""
    assert short_title(title) == short


def test_no_two_drafts_have_one_name() -> None:
    """Where short titles are alike, whole ones stand; where those are alike, a number."""
    titles = ("Plan of 9 points, blue", "Plan of 9 points, green", "Red", "Red")
    drafts = [draft(title, number=number) for number, title in enumerate(titles)]
    assert list(short_titles(drafts).values()) == [
        "Plan of 9 points, blue",
        "Plan of 9 points, green",
        "Red",
        "Red (2)",
    ]


@pytest.mark.parametrize(
    ("title", "by", "party", "whether"),
    [
        ("Draft", "Northland and Lune", "Lune", True),
        ("Draft", "Northland and Lune", "North", False),
        ("Northlandan counter-proposal", "Ada Berg", "Northland", True),
        ("Northland's draft", "Ada Berg", "Northland", True),
        ("Plan for Northland", "Ada Berg", "Northland", False),
    ],
)
def test_who_put_a_draft_forward(title: str, by: str, party: str, whether: bool) -> None:
    """Whom `by` names as a whole word, or with whose name the title begins; not whom it is for."""
    assert put_forward(draft(title, by=by), party) is whether
