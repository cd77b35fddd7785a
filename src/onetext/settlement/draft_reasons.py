"""Why a formulation stands in the next draft: where it comes from, and who said what of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onetext.settlement.formulations import Formulation, WordedIssue
from onetext.settlement.problem import Preferences

FAVOURABLE_FROM = 50


def reason(
    issue: WordedIssue,
    formulation: Formulation,
    preferences: Sequence[Preferences],
    *,
    is_new: bool,
) -> str:
    """A few sentences.

    Args:
        is_new: whether the draft that it is put into does not deal with the issue.
    """
    draft = formulation.drafts[-1].draft
    by = f", put forward by {draft.by}" if draft.by else ""
    dated = f" of {draft.dated.isoformat()}" if draft.dated else ""
    told = [f"The wording on {issue.name} is that of {draft.title}{dated}{by}."]
    if is_new:
        told.append("The draft that it is put into does not deal with this issue.")
    told += _where_parties_stand(preferences, issue, formulation)
    return " ".join(told)


def _where_parties_stand(
    preferences: Sequence[Preferences], issue: WordedIssue, formulation: Formulation
) -> Iterator[str]:
    cell = (issue.name, formulation.option)
    spoke = [one for one in preferences if one.quotes.get(cell)]
    favour = [one.party for one in spoke if one.values[cell[0]][cell[1]].middle >= FAVOURABLE_FROM]
    against = [one.party for one in spoke if one.party not in favour]
    silent = [
        one.party
        for one in preferences
        if one not in spoke and not formulation.put_forward_by(one.party)
    ]
    if favour:
        yield f"Words on record, on it or on its draft, leave room for it: {', '.join(favour)}."
    if against:
        yield f"Words on record, on it or on its draft, stand against it: {', '.join(against)}."
    if silent:
        yield f"No words on record about it from {', '.join(silent)}."
