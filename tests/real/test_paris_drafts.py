"""The drafts of the Paris Agreement, as they were negotiated in 2015."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.briefing.akn_schema import again, invalid, told
from tests.unit.briefing.exchange_drafts import lines_of, read_lines

from onetext.briefing.exchange.akn import render_akn
from onetext.briefing.exchange.tracked import render_tracked
from onetext.text.comparing import compare
from onetext.text.parse import parse_draft
from onetext.text.render import draft_json, pieces

PARIS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "paris"

pytestmark = pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")


@pytest.mark.parametrize(
    ("name", "openings", "articles", "unbalanced"),
    [
        ("23-oct", 1052, 30, 23), ("4-dec", 1055, 30, 19),
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


@pytest.mark.parametrize("name", ["23-oct", "4-dec", "9-dec", "12-dec"])
def test_akoma_ntoso_and_back(name: str) -> None:
    """Valid against the schema, and every point, bracket and name comes back."""
    draft = parse_draft((PARIS / f"paris-agreement-{name}-2015.md").read_bytes().decode())
    assert invalid(render_akn(draft, author="Secretariat")) == []
    assert told(again(draft)) == told(draft)


@pytest.mark.parametrize(("old", "new"), [("4-dec", "9-dec"), ("9-dec", "12-dec")])
def test_tracked_edition(old: str, new: str) -> None:
    """Accepted, the tracked edition is the later draft; rejected, the earlier one."""
    before, after = (
        parse_draft((PARIS / f"paris-agreement-{name}-2015.md").read_bytes().decode())
        for name in (old, new)
    )
    document = render_tracked(compare(before, after), author="Secretariat")
    assert read_lines(document, "accepted") == lines_of(after)
    assert read_lines(document, "rejected") == lines_of(before)
