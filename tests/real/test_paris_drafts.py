"""The drafts of the Paris Agreement, as they were negotiated in 2015."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.text.parse import parse_draft
from onetext.text.render import draft_json, pieces

PARIS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "paris"

pytestmark = pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")


@pytest.mark.parametrize(
    ("name", "openings", "articles", "unbalanced"),
    [
        ("23-oct", 1052, 30, 15), ("4-dec", 1055, 30, 11),
        ("9-dec", 222, 29, 5), ("12-dec", 6, 29, 0),
    ],
)  # fmt: skip
def test_brackets_and_articles(name: str, openings: int, articles: int, unbalanced: int) -> None:
    """Every opening bracket and article is found, every character kept, the unbalanced told."""
    text = (PARIS / f"paris-agreement-{name}-2015.md").read_bytes().decode()
    draft = parse_draft(text)
    told = draft_json(draft)["openings"]
    assert told["all"] == openings
    assert len(draft.brackets) + told["markup"] == openings
    assert sum(point.label.startswith("Article") for point in draft.walk()) == articles
    assert "".join(piece.span.of(text) for piece in pieces(draft)) == text
    assert sum("bracket" in problem.message for problem in draft.problems) == unbalanced
