"""The next draft: chosen formulations in the newest text, and why."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.settlement.from_record import NoProblemInRecord, problem_from_record
from onetext.settlement.next_draft import NextDraft, assemble
from onetext.testing import sample_record

LAST = date(2030, 3, 12)


def next_draft(**chosen: int) -> NextDraft:
    store = sample_record().store
    problem = problem_from_record(store, as_of=LAST)
    choice = {one.name: one.options[chosen.get(one.name, -1)] for one in problem.issues}
    return assemble(store, problem, choice, as_of=LAST)


def test_the_newest_formulations_change_nothing() -> None:
    """The package that the newest draft is gives that draft."""
    draft = next_draft()
    assert draft.changes == ()
    assert [point.number for point in draft.points] == [1, 2, 3, 4]
    assert draft.points[1].text == "The border follows the river Lune, save for the town of Holm."


def test_an_older_formulation_takes_the_place_of_the_newest() -> None:
    """The first draft's border comes back, with its draft, its author and who spoke of it."""
    (change,) = next_draft(border=0).changes
    assert change.number == 2
    assert change.text == "The border follows the river Lune."
    assert change.before == "The border follows the river Lune, save for the town of Holm."
    assert change.taken_from == "First draft"
    assert "put forward by Ada Berg" in change.reason
    assert {quote.speaker for quote in change.quotes} == {"Tomas Hale", "Mira Sol"}


def test_an_issue_that_the_newest_draft_lacks_comes_last() -> None:
    """The draft in force leaves out the ports: the older wording is put in at its end."""
    record = sample_record()
    newest = record.store.drafts()[-1]
    issues = {one.label: one.id for one in record.store.issues()}
    record.link_point(newest.id, "3", issues["observers"], rule="person", confidence=1.0)
    problem = problem_from_record(record.store, as_of=LAST)
    choice = {one.name: one.options[-1] for one in problem.issues}
    added = assemble(record.store, problem, choice, as_of=LAST).points[-1]
    assert (added.issue, added.before, added.taken_from) == ("ports", None, "First draft")
    assert "does not deal with this issue" in added.reason


def test_a_formulation_covers_its_issue_once() -> None:
    """Two points of the newest draft deal with the observers: the second is taken out."""
    record = sample_record()
    newest = record.store.drafts()[-1]
    issues = {one.label: one.id for one in record.store.issues()}
    record.link_point(newest.id, "3", issues["observers"], rule="person", confidence=1.0)
    problem = problem_from_record(record.store, as_of=LAST)
    choice = {one.name: one.options[0] for one in problem.issues}
    points = assemble(record.store, problem, choice, as_of=LAST).points
    taken_out = [point for point in points if point.number is None]
    assert [point.issue for point in taken_out] == ["observers"]
    numbers = [point.number for point in points if point.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))


def test_points_outside_the_problem_stay() -> None:
    """A problem of one issue leaves the other points alone."""
    store = sample_record().store
    problem = problem_from_record(store, as_of=LAST, issues=["border"])
    draft = assemble(store, problem, {"border": problem.issues[0].options[0]}, as_of=LAST)
    assert len(draft.points) == 4
    assert [point.issue for point in draft.points] == [None, "border", None, None]


def test_an_option_of_another_problem_is_refused() -> None:
    """The error names the formulation that the record does not hold."""
    store = sample_record().store
    problem = problem_from_record(store, as_of=LAST)
    with pytest.raises(NoProblemInRecord, match="the moon"):
        assemble(store, problem, dict.fromkeys(ISSUES, "the moon"), as_of=LAST)


ISSUES = ("prisoners", "border", "ports", "observers")
