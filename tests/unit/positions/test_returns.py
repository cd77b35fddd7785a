"""What comes back after drafts that left it out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.positions.flow import flow
from onetext.positions.flow_shapes import Flow, Return
from onetext.text.comparing import compare
from onetext.text.parse import parse_draft

WORDS = {
    "border": "The border between Northland and Southland follows the river Lune.",
    "ports": "The ports of Southland are open to all merchant ships of Northland.",
    "prisoners": "All prisoners of war are exchanged within thirty days of the signature.",
    "fishing": "The fishing grounds off Holm are shared equally by both fleets.",
}
Columns = list[list[tuple[str, str]]]


def through(columns: Columns) -> Flow:
    """The flow through drafts whose points are given as (issue, wording)."""
    drafts = [
        parse_draft("".join(f"{n}. {words}\n\n" for n, (_, words) in enumerate(column, 1)))
        for column in columns
    ]
    comparisons = [compare(one, other) for one, other in pairwise(drafts)]
    return flow(comparisons, lambda column, path: (columns[column][int(path) - 1][0],))


def of(*issues: str) -> list[tuple[str, str]]:
    return [(issue, WORDS[issue]) for issue in issues]


def test_a_point_is_tied_to_where_it_stood_last() -> None:
    """Over one draft and over two; the ports stand in the second, so not to the first."""
    found = through([of("border", "ports"), of("ports"), of("prisoners"), of("ports", "border")])
    assert found.returns == (Return(1, 0, 3, 0, 1.0), Return(0, 0, 3, 1, 1.0))
    assert [list(one.without) for one in found.returns] == [[2], [1, 2]]


def test_of_several_points_of_one_issue_the_most_alike_are_tied() -> None:
    """And what was left out beside them goes to what it is most like, so that none is left."""
    two = [("trade", WORDS["ports"]), ("trade", WORDS["fishing"])]
    back = [("trade", WORDS["fishing"])]
    found = through([two, of("border"), back])
    assert [(one.before, one.after) for one in found.returns] == [(0, 0), (1, 0)]
    assert found.returns[1].similarity == 1.0
    assert found.returns[0].similarity < 0.5


def test_without_issues_nothing_is_seen_to_come_back() -> None:
    """Words of drafts that are not next to each other are not compared."""
    drafts = [parse_draft(f"1. {WORDS[name]}\n") for name in ("border", "ports", "border")]
    assert flow([compare(one, other) for one, other in pairwise(drafts)]).returns == ()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(sorted(WORDS)), min_size=1, unique=True), min_size=3, max_size=5
    )
)
def test_every_sign_of_a_return_has_its_return(issues: list[list[str]]) -> None:
    """What is left out for a while and what is back are ends of returns, and no draft between
    deals with their issue."""
    found = through([of(*column) for column in issues])
    starts = {(one.last, one.before) for one in found.returns}
    ends = {(one.back, one.after) for one in found.returns}
    for column in range(len(issues)):
        assert {(column, at) for at, back in found.gone(column).items() if back} <= starts
        assert {(column, at) for at, back in found.new(column).items() if back} <= ends
    for one in found.returns:
        issue = issues[one.last][one.before]
        assert issue == issues[one.back][one.after]
        assert all(issue not in issues[column] for column in one.without)
        assert len(one.without) > 0
