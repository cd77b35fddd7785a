"""The next draft: a package of formulations put into the newest text, each change with a reason.

The points of the newest draft keep their order. The first place that deals with an issue takes
the chosen formulation where that differs; further places of the same issue are taken out, since
the formulation covers the whole issue. Points outside the issues of the problem stay as they are.
Issues that the newest draft lacks come at the end, in the order of the problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.terms import plain_words
from onetext.record.store import Store
from onetext.settlement.formulations import Formulation, WordedIssue, drafts_by, worded_issues
from onetext.settlement.from_record import NoProblemInRecord
from onetext.settlement.problem import Choice, Preferences, Problem, Quote
from onetext.text.drafts import Point

FAVOURABLE_FROM = 50


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Neighbouring wording of one issue inside one top-level point of a draft."""

    issue_id: str | None
    text: str


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
    for place in _places(newest.draft.points, linked):
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


def _places(points: Sequence[Point], linked: Mapping[str, str]) -> Iterator[_Place]:
    """The wording of the draft, sub-points with their points as long as the issue is the same."""
    for point in points:
        parts: list[tuple[str | None, str]] = []
        _flatten(point, linked, None, parts)
        start = 0
        for end in range(1, len(parts) + 1):
            if end == len(parts) or parts[end][0] != parts[start][0]:
                yield _Place(parts[start][0], "\n".join(text for _, text in parts[start:end]))
                start = end


def _flatten(
    point: Point, linked: Mapping[str, str], above: str | None, parts: list[tuple[str | None, str]]
) -> None:
    issue_id = linked.get(point.path, above)
    if point.text.strip():
        parts.append((issue_id, point.text))
    for below in point.points:
        _flatten(below, linked, issue_id, parts)


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
    draft = formulation.drafts[-1].draft
    by = f", put forward by {draft.by}" if draft.by else ""
    dated = f" of {draft.dated.isoformat()}" if draft.dated else ""
    told = [f"The wording on {issue.name} is that of {draft.title}{dated}{by}."]
    if before is None:
        told.append("The draft that it is put into does not deal with this issue.")
    cell = (issue.name, formulation.option)
    told += _where_parties_stand(problem.preferences, cell)
    quotes = tuple(q for one in problem.preferences for q in one.quotes.get(cell, ()))
    return DraftedPoint(
        number, issue.name, formulation.text, draft.title, before, " ".join(told), quotes
    )


def _where_parties_stand(
    preferences: Sequence[Preferences], cell: tuple[str, str]
) -> Iterator[str]:
    spoke = [one for one in preferences if one.quotes.get(cell)]
    favour = [one.party for one in spoke if one.values[cell[0]][cell[1]].middle >= FAVOURABLE_FROM]
    against = [one.party for one in spoke if one.party not in favour]
    silent = [one.party for one in preferences if one not in spoke]
    if favour:
        yield f"Words on record leave room for it: {', '.join(favour)}."
    if against:
        yield f"Words on record stand against it: {', '.join(against)}."
    if silent:
        yield f"No words on record about it from {', '.join(silent)}."
