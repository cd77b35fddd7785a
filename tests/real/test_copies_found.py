"""Copies among real reports: PolNeAR's news articles, and reports on one negotiation.

Among the 940, every pair that shares half of the shorter text's runs is one text: read by a
person, they are an article and its update of the same or the next day. Two reports by different
authors on one event share a quarter at most.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from onetext.reading.documents.load import load_document
from onetext.record.copies import alike
from onetext.record.shingles import likeness, own_words, shingles
from onetext.record.sketches import keys

SHARED = Path(__file__).resolve().parents[3] / "shared"
ARTICLES = SHARED / "corpora" / "polnear" / "data"
REPORTS = SHARED / "gold" / "reports"

pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="../shared is not here")


def test_copies_among_real_reports_are_copies_and_none_is_missed() -> None:
    """The keys lead to the same pairs as holding everything against everything."""
    files = [*sorted(ARTICLES.glob("*/text/*.txt")), *sorted(REPORTS.rglob("*.txt"))]
    blocks = {file.stem: own_words(load_document(file)) for file in files}
    runs = {name: shingles(own) for name, own in blocks.items()}
    found_by = {name: keys(own) for name, own in blocks.items()}
    copies: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    candidates = 0
    for one, other in combinations(blocks, 2):
        candidate = not found_by[one].isdisjoint(found_by[other])
        candidates += candidate
        if alike(runs[one], runs[other]) is not None:
            (copies if candidate else missed).append((one, other))
    assert missed == []
    assert len(copies) == 7
    assert candidates <= 40
    assert all(_outlet(one) == _outlet(other) for one, other in copies)


def test_reports_on_one_event_by_different_authors_are_no_copies() -> None:
    """Reports of the same days on the same talks."""
    if not REPORTS.is_dir():
        pytest.skip("../shared/gold is not here")
    runs = [shingles(own_words(load_document(file))) for file in sorted(REPORTS.rglob("*.txt"))]
    most = max(likeness(one, other).containment for one, other in combinations(runs, 2))
    assert most < 0.3


def _outlet(name: str) -> str:
    return name.split("_")[0]
