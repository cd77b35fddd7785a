"""The lineage of the articles of the Paris Agreement, through four drafts that renumber them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onetext.briefing.charts import to_svg
from onetext.briefing.convergence_chart import convergence_chart
from onetext.briefing.draft_charts import draft_flow
from onetext.briefing.flow_chart import flow_chart
from onetext.positions.convergence import convergence
from onetext.positions.history import history
from onetext.positions.intake import take_in
from onetext.record.record import Record
from onetext.testing import MemoryStore
from onetext.text.parse import parse_draft

PARIS = Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "paris"
DRAFTS = {
    "23-oct": date(2015, 10, 23),
    "4-dec": date(2015, 12, 4),
    "9-dec": date(2015, 12, 9),
    "12-dec": date(2015, 12, 12),
}
# The article of the first draft from which each article of the Agreement comes, by what they
# deal with: 1 definitions, 2 purpose, 3 the general article 2bis, 4 mitigation, and so on.
ORIGINS = "1 2 2bis 3 3bis 3ter 4 5 6 7 8 8_bis 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24 25 26"

pytestmark = pytest.mark.skipif(not PARIS.is_dir(), reason=f"{PARIS} is not here")


@pytest.fixture(scope="module")
def record() -> Record:
    made = Record(MemoryStore(), author="desk")
    made.opened("Paris Agreement")
    for name, dated in DRAFTS.items():
        content = (PARIS / f"paris-agreement-{name}-2015.md").read_bytes()
        draft = replace(parse_draft(content.decode()), dated=dated)
        digest = hashlib.sha256(content).hexdigest()
        take_in(made, draft, sha256=digest, origin=name)
    return made


def test_every_article_of_the_agreement_is_traced_to_its_first_draft(record: Record) -> None:
    """All 29 have the issue that their article of 23 October opened; none opens another."""
    first, *_, last = [one.id for one in record.store.drafts()]
    links = record.store.point_links()
    issues = {link.path: link.issue_id for link in links if link.draft_id == first}
    final = {link.path: link.issue_id for link in links if link.draft_id == last}
    assert len(record.store.issues()) == len(issues) == 30
    origins = [f"Article {name.replace('_', ' ')}" for name in ORIGINS.split()]
    assert [final[f"Article {number}"] for number in range(1, 30)] == [
        issues[origin] for origin in origins
    ]


def test_the_history_of_mitigation(record: Record) -> None:
    """Four wordings, each shorter; the last closes every bracket."""
    issue = next(one for one in record.store.issues() if one.label == "Mitigation")
    found = history(record.store, issue, as_of=date(2016, 1, 1))
    assert [v.wording.paths for v in found.versions if v.wording] == [
        ("Article 3",),
        ("Article 3",),
        ("Article 3",),
        ("Article 4",),
    ]
    brackets = [len(version.brackets) for version in found.versions]
    assert brackets == sorted(brackets, reverse=True)
    assert brackets[0] > 200
    assert brackets[-1] == 0


def test_the_charts_are_small_and_say_what_happened(record: Record) -> None:
    """Thirty articles and a thousand brackets in tens of kilobytes; Article 17 is dropped."""
    drafts = record.store.drafts()
    flow = to_svg(flow_chart(draft_flow(record.store, drafts), "Paris Agreement"))
    open_places = to_svg(convergence_chart(convergence(drafts), "Paris Agreement"))
    assert len(flow) < 100_000
    assert "Article 17 ×" in flow
    assert len(open_places) < 30_000
    assert "Open brackets" in open_places
