"""The next draft: a package of formulations put into the newest text, each change with a reason.

The points of the newest draft keep their order. The first place that deals with an issue takes
the chosen formulation where that differs; further places of the same issue are taken out, since
the formulation covers the whole issue. Points outside the issues of the problem stay as they are.
Issues that the newest draft lacks come at the end, in the order of the problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.terms import plain_words
from onetext.record.store import Store
from onetext.settlement.deciding import NoProblemInRecord
from onetext.settlement.draft_places import places
from onetext.settlement.draft_reasons import reason
from onetext.settlement.formulations import Formulation, WordedIssue, drafts_by, worded_issues
from onetext.settlement.problem import Choice, Problem, Quote


@dataclass(frozen=True, slots=True)
class DraftedPoint:
    """A point of the next draft, or one that it takes out.

    Attributes:
        number: its number in the next draft; None where the point is taken out.
        issue: the issue that it deals with; None for a point outside the problem.
        text: its wording; empty where it is taken out.
        taken_from: the title of the draft that the wording comes from.
        before: its wording in the newest draft; None where that lacks the issue.
        reason: why it changed; empty where it did not.
        quotes: the words of the parties on the formulation that is put in.
    """

    number: int | None
    issue: str | None
    text: str
    taken_from: str
    before: str | None
    reason: str = ""
    quotes: tuple[Quote, ...] = ()

    @property
    def changed(self) -> bool:
        return self.text != (self.before or "")


@dataclass(frozen=True, slots=True)
class NextDraft:
    """The next draft; `based_on` is the title of the draft that its changes are against."""

    title: str
    based_on: str
    dated: date
    language: str
    points: tuple[DraftedPoint, ...]

    @property
    def changes(self) -> tuple[DraftedPoint, ...]:
        return tuple(point for point in self.points if point.changed)


def assemble(
    store: Store,
    problem: Problem,
    choice: Choice,
    *,
    as_of: date,
    known_on: datetime | None = None,
) -> NextDraft:
    """The text of the package `choice` of `problem`, which was made from this record.

    Args:
        store: the record's store.
        problem: as `problem_from_record` made it, for the same `as_of` and `known_on`.
        choice: an option for every issue of the problem.
        as_of: the last day whose drafts count; the date of the next draft.
        known_on: the moment until which entries count.

    Raises:
        NoProblemInRecord: there is no draft by that day, or the choice has no option of an
            issue that the record knows.
    """
    drafts = drafts_by(store, as_of=as_of, known_on=known_on)
    if not drafts:
        raise NoProblemInRecord(
            f"Asked for the next draft as of {as_of.isoformat()}, found no draft dated by then. "
            "Add a draft, or ask for a later day."
        )
    newest = drafts[-1]
    worded = {one.name: one for one in worded_issues(store, as_of=as_of, known_on=known_on)}
    chosen = {
        one.issue.id: (one, _formulation(one, choice[name]))
        for name in (issue.name for issue in problem.issues)
        if (one := _known(worded, name, choice))
    }
    linked = {
        link.path: link.issue_id
        for link in store.point_links(known_on=known_on)
        if link.draft_id == newest.id
    }
    made: list[DraftedPoint] = []
    placed: dict[str, int] = {}
    number = 0
    for place in places(newest.draft.points, linked):
        issue, formulation = chosen.get(place.issue_id or "", (None, None))
        if issue is None or formulation is None or _kept(issue, formulation, newest.id):
            number += 1
            name = issue.name if issue else None
            made.append(DraftedPoint(number, name, place.text, newest.draft.title, place.text))
            placed.setdefault(place.issue_id or "", number)
        elif issue.issue.id in placed:
            reason = f"Its matter is dealt with in point {placed[issue.issue.id]}."
            made.append(DraftedPoint(None, issue.name, "", newest.draft.title, place.text, reason))
        else:
            number += 1
            placed[issue.issue.id] = number
            made.append(_put_in(number, issue, formulation, place.text, problem))
    for issue_id, (issue, formulation) in chosen.items():
        if issue_id not in placed:
            number += 1
            made.append(_put_in(number, issue, formulation, None, problem))
    return NextDraft(
        title=f"Next draft, after {newest.draft.title}",
        based_on=newest.draft.title,
        dated=as_of,
        language=newest.draft.language,
        points=tuple(made),
    )


def _known(worded: Mapping[str, WordedIssue], name: str, choice: Choice) -> WordedIssue:
    if name not in worded or name not in choice:
        raise NoProblemInRecord(
            f'Asked to put "{name}" into the next draft, found '
            f"{'no option for it' if name in worded else 'no such issue in the record'}. Use a "
            "package of the problem that was made from this record and for this day."
        )
    return worded[name]


def _formulation(issue: WordedIssue, option: str) -> Formulation:
    for one in issue.formulations:
        if one.option == option:
            return one
    raise NoProblemInRecord(
        f'Asked to put "{option}" into the next draft, found no such formulation of '
        f'"{issue.name}". Use a package of the problem that was made for this day.'
    )


def _kept(issue: WordedIssue, formulation: Formulation, newest: str) -> bool:
    current = issue.of_draft(newest)
    return current is not None and plain_words(current.text) == plain_words(formulation.text)


def _put_in(
    number: int,
    issue: WordedIssue,
    formulation: Formulation,
    before: str | None,
    problem: Problem,
) -> DraftedPoint:
    title = formulation.drafts[-1].draft.title
    why = reason(issue, formulation, problem.preferences, is_new=before is None)
    cell = (issue.name, formulation.option)
    quotes = tuple(q for one in problem.preferences for q in one.quotes.get(cell, ()))
    return DraftedPoint(number, issue.name, formulation.text, title, before, why, quotes)
