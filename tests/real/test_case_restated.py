"""The drafts of the bundled case, which restate each other: counterparts found by meaning."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from onetext.case.bundle import drafts
from onetext.reading.meaning import PieceLikeness
from onetext.text.comparing import Likeness, compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

PARIS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "paris"


def case() -> list[Draft]:
    return sorted(
        (parse_draft(file.read_text(encoding="utf-8")) for file in drafts()),
        key=lambda draft: str(draft.dated),
    )


def on_one_issue(likeness: Likeness | None) -> list[bool]:
    """Of every link between two drafts, whether both points deal with the same issue."""
    return [
        before.issues[one] == after.issues[other]
        for before, after in combinations(case(), 2)
        for told in compare(before, after, likeness=likeness).points
        for one in told.before
        for other in told.after
        if one in before.issues and other in after.issues
    ]


def test_meaning_finds_what_words_do_not() -> None:
    """Of the 99 points of an earlier draft whose issue a later one has, 55 and more find one on
    it (words alone: 43), and 95 in 100 of what is told is right."""
    meant = on_one_issue(PieceLikeness())
    assert sum(on_one_issue(None)) == 43
    assert sum(meant) >= 55
    assert sum(meant) / len(meant) >= 0.95


@pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")
def test_drafts_on_other_matters_share_nothing() -> None:
    """A peace plan and a climate agreement: no point became one of the other's."""
    climate = parse_draft((PARIS / "paris-agreement-12-dec-2015.md").read_text("utf-8"))
    for draft in case():
        told = compare(draft, climate, likeness=PieceLikeness()).points
        assert not any(one.before and one.after for one in told)


@pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")
def test_points_of_paris_in_other_words() -> None:
    """From 9 to 12 December: found by meaning, read by a person; words alone tell none of them."""
    before, after = (
        parse_draft((PARIS / f"paris-agreement-{day}-dec-2015.md").read_text("utf-8"))
        for day in (9, 12)
    )
    told = compare(before, after, likeness=PieceLikeness()).points
    restated = {(*one.before, *one.after) for one in told if one.restated}
    assert restated >= {
        ("Article 3/3/Option 2", "Article 4/4"),
        ("Article 3/9", "Article 4/10"),
        ("Article 3ter/1~2", "Article 6/8"),
        ("Article 9/6/4", "Article 13/8"),
        ("Article 9/6/5", "Article 13/10"),
        ("Article 9/7/Option 1", "Article 13/11"),
    }
    assert len(restated) <= 15
