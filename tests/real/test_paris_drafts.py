"""The drafts of the Paris Agreement, as they were negotiated in 2015."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.unit.briefing.akn_schema import again, invalid, told
from tests.unit.briefing.exchange_drafts import lines_of, read_lines

from onetext.briefing.exchange.akn import render_akn
from onetext.briefing.exchange.tracked import render_tracked
from onetext.text.comparing import compare
from onetext.text.parse import parse_draft
from onetext.text.render import draft_json, pieces
from onetext.text.summary import summary_of

PARIS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "paris"

pytestmark = pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")


@pytest.mark.parametrize(
    ("name", "openings", "articles", "unbalanced"),
    [
        ("23-oct", 1052, 30, 25), ("4-dec", 1055, 30, 23),
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


DEPTHS = {
    "23-oct": {1: 491, 2: 426, 3: 98, 4: 10},
    "4-dec": {1: 517, 2: 358, 3: 126, 4: 14},
    "9-dec": {1: 145, 2: 62, 3: 10},
    "12-dec": {},
}


@pytest.mark.parametrize(("name", "depths"), DEPTHS.items())
def test_depths(name: str, depths: dict[int, int]) -> None:
    """How deep brackets are nested, as counting finds it where they are balanced."""
    draft = parse_draft(read(name))
    assert summary_of(draft).depths == depths


UNBALANCED = {
    "23-oct": [
        24, 30, 50, 81, 117, 237, 241, 277, 293, 297, 345, 402, 422, 440, 498, 536, 538, 583, 628,
        777, 779, 789, 828, 869, 869,
    ],
    "4-dec": [
        25, 39, 45, 78, 82, 112, 120, 145, 177, 181, 216, 220, 268, 313, 333, 351, 359, 418, 436,
        438, 649, 661, 741,
    ],
    "9-dec": [109, 177, 228, 322, 499],
    "12-dec": [],
}  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), UNBALANCED.items())
def test_the_unbalanced_places(name: str, lines: list[int]) -> None:
    """Each bracket that closes or opens nothing, by its line; all others pair within an article."""
    draft = parse_draft(read(name))
    told = draft_json(draft)["problems"]
    assert [p["line"] for p in told if "bracket" in p["message"]] == lines


@pytest.mark.parametrize("name", DEPTHS)
def test_every_bracket_closes_in_its_text(name: str) -> None:
    """Openings and closings that are left over are those that are told, and no other."""
    text = read(name)
    told = draft_json(parse_draft(text))
    opened = sum(len_of(p) for p in told["problems"] if "never closed" in p["message"])
    closed = sum(len_of(p) for p in told["problems"] if "never opened" in p["message"])
    assert text.count("[") - text.count("]") == opened - closed
    longest = max((b["span"]["end"] - b["span"]["start"] for b in told["brackets"]), default=0)
    assert longest < 5000


@pytest.mark.parametrize(
    ("name", "options", "no_text", "notes"),
    [("23-oct", 152, 26, 41), ("4-dec", 111, 19, 40), ("9-dec", 27, 0, 12), ("12-dec", 0, 0, 0)],
)
def test_options_and_notes(name: str, options: int, no_text: int, notes: int) -> None:
    """Whole options and those without text; notes in braces and at the foot."""
    summary = summary_of(parse_draft(read(name)))
    assert (summary.options, summary.no_text, summary.notes) == (options, no_text, notes)


@pytest.mark.parametrize("name", DEPTHS)
def test_nobody_is_named(name: str) -> None:
    """These drafts name no party beside a wording, and no status: none is made up."""
    summary = summary_of(parse_draft(read(name)))
    assert (summary.named, summary.statuses, summary.marks) == ((), {}, {})


def read(name: str) -> str:
    return (PARIS / f"paris-agreement-{name}-2015.md").read_bytes().decode()


def len_of(problem: dict[str, Any]) -> int:
    return int(problem["span"]["end"] - problem["span"]["start"])
