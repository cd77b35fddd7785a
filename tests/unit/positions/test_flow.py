"""The flow of a text's matters from draft to draft, and what is open in each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.positions.convergence import convergence
from onetext.positions.flow import flow
from onetext.positions.flow_shapes import Flow, Way
from onetext.record.views import RecordedDraft
from onetext.text.comparing import compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

POINTS = (
    "The border between Northland and Southland follows the river Lune.",
    "The ports of Southland are open to all merchant ships of Northland.",
    "All prisoners of war are exchanged within thirty days of the signature.",
    "A joint force of six hundred observers watches over the ceasefire.",
    "The fishing grounds off Holm are shared equally by both fleets.",
)


def numbered(points: tuple[str, ...] | list[str]) -> Draft:
    return parse_draft("".join(f"{n}. {words}\n\n" for n, words in enumerate(points, 1)))


def between(before: tuple[str, ...] | list[str], after: tuple[str, ...] | list[str]) -> Flow:
    return flow([compare(numbered(before), numbered(after))])


def test_a_point_that_moved_is_told_from_those_that_make_room() -> None:
    """The last point goes to the top; the others only shift down."""
    found = between(POINTS, [POINTS[4], *POINTS[:4]])
    ways = {(one.before, one.after): one.way for one in found.ribbons[0]}
    assert ways == {
        (4, 0): Way.MOVED,
        **{(at, at + 1): Way.IN_PLACE for at in range(4)},
    }


def test_a_split_and_a_merger_are_seen_as_parts() -> None:
    """Two ribbons leave the point that was split; two reach the one that was merged."""
    both = f"{POINTS[0]} {POINTS[1]}"
    split = between([both, *POINTS[2:]], POINTS)
    assert {(r.before, r.after) for r in split.ribbons[0] if r.way is Way.PARTS} == {(0, 0), (0, 1)}
    merged = between(POINTS, [both, *POINTS[2:]])
    assert {(r.before, r.after) for r in merged.ribbons[0] if r.way is Way.PARTS} == {
        (0, 0),
        (1, 0),
    }


def test_a_paragraph_that_changes_its_article_ties_the_two() -> None:
    """What the comparison says of points below is added up for the articles."""
    before = f"Article 1\n\n1. {POINTS[0]}\n\n2. {POINTS[1]}\n\nArticle 2\n\n1. {POINTS[2]}\n"
    after = f"Article 1\n\n1. {POINTS[0]}\n\nArticle 2\n\n1. {POINTS[1]}\n\n2. {POINTS[2]}\n"
    found = flow([compare(parse_draft(before), parse_draft(after))])
    pairs = {(one.before, one.after): one for one in found.ribbons[0]}
    assert pairs.keys() == {(0, 0), (0, 1), (1, 1)}
    assert pairs[0, 1].share_before == pytest.approx(0.5, abs=0.1)


def test_an_issue_ties_points_that_share_no_words() -> None:
    """And tells of what is left out whether it comes back."""
    drafts = [numbered([POINTS[0]]), numbered([POINTS[2]]), numbered([POINTS[0]])]
    issues = [("border",), ("prisoners",), ("border",)]
    comparisons = [compare(drafts[0], drafts[1]), compare(drafts[1], drafts[2])]
    found = flow(comparisons, lambda column, _: issues[column])
    assert found.gone(0) == {0: True}
    assert found.gone(1) == {0: False}
    assert found.new(1) == {0: False}
    assert found.new(2) == {0: True}
    tied = flow(comparisons[:1], lambda _, __: ("border",))
    assert [one.way for one in tied.ribbons[0]] == [Way.ISSUE]


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(5)), kept=st.integers(0, 5))
def test_no_box_gives_or_takes_more_than_it_has(order: list[int], kept: int) -> None:
    """Whatever is dropped and moved: each share is at most 1, and each point goes on or is gone."""
    found = between(POINTS, [POINTS[at] for at in order[: max(1, kept)]])
    for one in found.ribbons[0]:
        assert 0 <= one.share_before <= 1
        assert 0 <= one.share_after <= 1
        assert 0 <= one.similarity <= 1
    gone_on = {one.before for one in found.ribbons[0]}
    assert gone_on | found.gone(0).keys() == set(range(5))
    assert gone_on.isdisjoint(found.gone(0))


def test_convergence_counts_points_by_what_is_open_in_them() -> None:
    """A bracket in a point, around points, or an option leaves it open; the point above it not."""
    text = (
        "1. The border:\n   (a) the [old] line;\n   (b) a new line.\n\n"
        "2. The ports are open.\n\n"
        "[3. All of this is in brackets.]\n"
    )
    [found] = convergence(
        [RecordedDraft("d", parse_draft(text), "", datetime(2030, 1, 1, tzinfo=UTC), "team")]
    )
    assert (found.brackets, found.options) == (2, 0)
    assert (found.agreed, found.clean, found.bracketed) == (0, 3, 2)
