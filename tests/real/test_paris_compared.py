"""The drafts of the Paris Agreement compared: what a person finds who reads both."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from onetext.briefing.comparison_words import summary
from onetext.text.comparing import BracketFate, Change, Comparison, Outcome, PointChange, compare
from onetext.text.parse import parse_draft

ROOT = Path(__file__).resolve().parents[2]
PARIS = ROOT.parent / "shared" / "corpora" / "paris"

pytestmark = pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")


@cache
def compared(before: str, after: str) -> Comparison:
    one, other = (
        parse_draft((PARIS / f"paris-agreement-{day}-2015.md").read_text("utf-8"))
        for day in (before, after)
    )
    return compare(one, other)


def of(comparison: Comparison, path: str) -> PointChange:
    return next(one for one in comparison.points if path in one.before)


def test_from_4_to_9_december() -> None:
    """Article 17 (further requirements) is gone and no other; the flows of finance went from the
    article on finance to that on the purpose; Article 4, paragraph 1, was cut in two."""
    told = compared("4-dec", "9-dec")
    assert summary(told)[0] == "Of 30 articles, 29 stand and 1 was dropped; none is new."
    assert of(told, "Article 17").change is Change.DROPPED
    assert of(told, "Article 4/1").change is Change.SPLIT
    assert of(told, "Article 4/1").after == ("Article 4/1", "Article 4/2")
    (flows,) = [one for one in told.points if one.after == ("Article 2/1/4",)]
    assert flows.change is Change.MOVED
    assert flows.before[0].startswith("Article 6/1")


def test_from_9_to_12_december() -> None:
    """All brackets are gone. Articles move up by one to five; the two paragraphs on annexes
    changed places; 2023 was chosen and 2024 fell, 50 and 60 became 55."""
    told = compared("9-dec", "12-dec")
    assert not told.after.brackets
    ended = sum(
        one.count for one in told.brackets if one.how in (BracketFate.CLOSED, BracketFate.SETTLED)
    )
    assert ended == len(told.before.brackets)
    for before, after in (("3bis", 5), ("3ter", 6), ("6", 9), ("9", 13), ("16", 20), ("26", 29)):
        assert of(told, f"Article {before}").after == (f"Article {after}",)
        assert of(told, f"Article {before}").renumbered
    assert of(told, "Article 2bis").change is Change.DROPPED
    swapped = [of(told, f"Article 20/{n}") for n in (1, 2)]
    assert [one.after for one in swapped] == [("Article 23/2",), ("Article 23/1",)]
    assert {one.change for one in swapped} == {Change.MOVED, Change.KEPT}
    ends = {one.path: one for one in told.brackets if one.how is BracketFate.SETTLED}
    stocktake, force = ends["Article 10/2"], ends["Article 18/1"]
    assert (stocktake.outcome, stocktake.settled_as) == (Outcome.ACCEPTED, "2023")
    assert stocktake.dropped == ("2024",)
    assert (force.outcome, force.settled_as) == (Outcome.REWORDED, "55")
    (compliance,) = [one for one in told.brackets if one.path == "Article 11/1"]
    assert (compliance.how, compliance.outcome) == (BracketFate.CLOSED, Outcome.ACCEPTED)
    assert compliance.settled_as == "and promote compliance with"


def test_links_that_a_person_read() -> None:
    """Of 58 links read by a person, 55 at least are found, and hardly one that is wrong."""
    with (ROOT / "benchmarks" / "paris_links.csv").open(encoding="utf-8") as lines:
        truth = {(row["before"], row["after"]) for row in csv.DictReader(lines)}
    ours, theirs = {one for one, _ in truth}, {other for _, other in truth}
    found = {
        (one, other)
        for point in compared("9-dec", "12-dec").points
        for one in point.before
        for other in point.after
        if one in ours or other in theirs
    }
    assert len(found & truth) >= 55
    assert len(found - truth) <= 2


@pytest.mark.parametrize(
    ("before", "after"), [("23-oct", "4-dec"), ("4-dec", "9-dec"), ("9-dec", "12-dec")]
)
def test_nothing_is_lost(before: str, after: str) -> None:
    """Every point of both drafts is told once, every bracket counted."""
    told = compared(before, after)
    for draft, paths in (
        (told.before, [path for one in told.points for path in one.before]),
        (told.after, [path for one in told.points for path in one.after]),
    ):
        assert sorted(paths) == sorted(point.path for point in draft.walk())
    gone = sum(one.count for one in told.brackets if one.how is not BracketFate.OPENED)
    assert gone == len(told.before.brackets)


def test_a_draft_with_itself() -> None:
    """The draft of 4 December with all its repeated and empty points is kept, each in its place."""
    told = compared("4-dec", "4-dec")
    assert all(one.change is Change.KEPT and one.before == one.after for one in told.points)
    assert all(one.how is BracketFate.KEPT for one in told.brackets)
