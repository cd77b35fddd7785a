"""The tracked edition: accepted it is the draft after, rejected the draft before."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.briefing.exchange_drafts import NOTED_DRAFTS, case_drafts, lines_of, read_lines

from onetext.briefing.exchange.readable import readable_changes
from onetext.briefing.exchange.tracked import render_tracked
from onetext.reading.word.changes import ChangeKind
from onetext.reading.word.text import docx_text
from onetext.text.comparing import compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft
from onetext.text.word_changes import Edit

NOW = datetime(2030, 3, 12, 9, 30, tzinfo=UTC)
BEFORE = """# Plan of Lune

## Article 1 (*ports*)

1. The ports of Southland are closed.
2. Ships of Northland pay a fee:
    (a) by day;
    (b) by night.

## Article 2 (*border*)

1. The border follows the river Lune, and nobody moves the stones that mark it.
"""
AFTER = """# Plan of Lune

## Article 1 (*border*)

1. The border follows the river Lune, and nobody moves the stones that mark it.

## Article 2 (*ports*)

1. The ports of Southland are open.
2. Ships of Northland pay no fee:
    (a) by day.
"""


def tracked(before: Draft, after: Draft) -> bytes:
    return render_tracked(compare(before, after), author="Ada Berg", moment=NOW)


@given(NOTED_DRAFTS, NOTED_DRAFTS)
@settings(max_examples=30, deadline=None)
def test_accepted_and_rejected(before: Draft, after: Draft) -> None:
    """Whatever the two drafts are, the document holds both, paragraph for paragraph."""
    document = tracked(before, after)
    assert read_lines(document, "accepted") == lines_of(after)
    assert read_lines(document, "rejected") == lines_of(before)


def test_points_come_back_where_they_stood() -> None:
    """Read again, each of the two texts has the paths that its draft has."""
    before, after = parse_draft(BEFORE), parse_draft(AFTER)
    document = tracked(before, after)
    for changes, draft in (("accepted", after), ("rejected", before)):
        lines = read_lines(document, changes)
        assert lines == lines_of(draft)
    read = parse_draft(docx_text(Path("x.docx"), document).text)
    assert [point.path for point in read.walk()] == [point.path for point in after.walk()]


def test_every_change_has_its_author_and_date() -> None:
    """And a point that moved with its words is a move, not a deletion and an insertion."""
    found = docx_text(Path("x.docx"), tracked(parse_draft(BEFORE), parse_draft(AFTER)))
    assert {change.author for change in found.tracked_changes} == {"Ada Berg"}
    assert {change.when for change in found.tracked_changes} == {"2030-03-12T09:30:00Z"}
    gone = [c for c in found.tracked_changes if c.kind is ChangeKind.MOVED_FROM]
    come = [c for c in found.tracked_changes if c.kind is ChangeKind.MOVED_TO]
    assert len(gone) == len(come) >= 1
    assert [c.moved_to for c in gone] == [c.span for c in come]


def test_drafts_of_the_case_in_turn() -> None:
    """Each draft of the bundled case against the one before it."""
    for before, after in pairwise(case_drafts()):
        document = tracked(before, after)
        assert read_lines(document, "accepted") == lines_of(after)
        assert read_lines(document, "rejected") == lines_of(before)


TEXTS = st.lists(st.sampled_from(("a", "b", "the", "\t", " ", "port", "."))).map("".join)


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_readable_changes_lose_nothing(before: str, after: str) -> None:
    """Kept and taken out join to the text before, kept and put in to the text after."""
    runs = readable_changes(before, after)
    assert "".join(run.text for run in runs if run.edit is not Edit.PUT_IN) == before
    assert "".join(run.text for run in runs if run.edit is not Edit.TAKEN_OUT) == after


def test_no_lone_word_is_kept_between_changes() -> None:
    """One stretch out, one stretch in."""
    runs = readable_changes(
        "Ships use the old port of Holm in winter.", "Ships use a new harbour of Brack in winter."
    )
    assert [run.text for run in runs] == [
        "Ships use ", "the old port of Holm", "a new harbour of Brack", " in winter.",
    ]  # fmt: skip
