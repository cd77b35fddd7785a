"""Finds a party or an issue of the state of play by what a person types."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from onetext.errors import NotInRecord
from onetext.positions.values import Matrix
from onetext.record.record import SHORT_CHARS
from onetext.record.views import Issue, RecordedDraft
from onetext.text.drafts import Point

NEAR_PCT = 55.0
MOST_SHOWN = 8


def find_party(matrix: Matrix, typed: str) -> str:
    """The party of that name, or the only one whose name holds `typed`; capitals do not matter.

    Raises:
        NotInRecord: no party with evidence is named so, or several are.
    """
    return matrix.parties[_find("party", "parties with statements", matrix.parties, typed)]


def find_issue(matrix: Matrix, typed: str) -> Issue:
    """The issue of that label or id, or the only one whose label holds `typed`.

    Raises:
        NotInRecord: no issue is called so, or several are.
    """
    for issue in matrix.issues:
        if issue.id == typed:
            return issue
    labels = [issue.label for issue in matrix.issues]
    return matrix.issues[_find("issue", "issues", labels, typed)]


def issue_among(issues: Sequence[Issue], typed: str) -> Issue:
    """The issue of that label, the only one whose label holds `typed`, or whose id begins or
    ends with it.

    Raises:
        NotInRecord: no issue is called so, or several are.
    """
    wanted = typed.strip().lower()
    if len(wanted) >= SHORT_CHARS:
        by_id = [one for one in issues if one.id.startswith(wanted) or one.id.endswith(wanted)]
        if len(by_id) == 1:
            return by_id[0]
    if not issues:
        raise NotInRecord(
            f'The issue "{typed}" was asked for, but the record has no issues. '
            "Add a draft with: onetext text add -r RECORD FILE"
        )
    return issues[_find("issue", "issues", [issue.label for issue in issues], typed, when="")]


def draft_among(drafts: Sequence[RecordedDraft], typed: str) -> RecordedDraft:
    """The draft of that title, the only one whose title holds `typed`, or whose id ends with it.

    Raises:
        NotInRecord: no draft is called so, or several are.
    """
    wanted = typed.strip().lower()
    if len(wanted) >= SHORT_CHARS:
        by_id = [one for one in drafts if one.id.endswith(wanted)]
        if len(by_id) == 1:
            return by_id[0]
    if not drafts:
        raise NotInRecord(
            f'The draft "{typed}" was asked for, but the record has no drafts. '
            "Add one with: onetext text add -r RECORD FILE"
        )
    return drafts[_find("draft", "drafts", [one.draft.title for one in drafts], typed, when="")]


def point_among(recorded: RecordedDraft, typed: str) -> Point:
    """The point of a draft at that path.

    Raises:
        NotInRecord: the draft has no such point.
    """
    wanted = typed.strip()
    found = recorded.draft.point(wanted)
    if found is not None:
        return found
    paths = [point.path for point in recorded.draft.walk()]
    near = process.extract(wanted, paths, scorer=fuzz.ratio, limit=MOST_SHOWN)
    like = f"the nearest are {_listed([path for path, _, _ in near])}" if near else "it has none"
    raise NotInRecord(
        f'The point "{typed}" of "{recorded.draft.title}" was asked for, but the draft has no '
        f"such point: {like}. See its points with: onetext text FILE"
    )


def _find(
    what: str, many: str, names: Sequence[str], typed: str, when: str = "as of that date "
) -> int:
    wanted = typed.strip().casefold()
    folded = [name.casefold() for name in names]
    if wanted in folded:
        return folded.index(wanted)
    holding = [place for place, name in enumerate(folded) if wanted and wanted in name]
    if len(holding) == 1:
        return holding[0]
    asked = f'The {what} "{typed}" was asked for'
    if holding:
        raise NotInRecord(
            f"{asked}, but {len(holding)} match: {_listed([names[i] for i in holding])}. "
            "Type more of the one you mean."
        )
    if not names:
        raise NotInRecord(
            f"{asked}, but as of that date the record has no {many}. "
            "Accept statements with: onetext review -r RECORD, or ask for a later date."
        )
    near = [
        name
        for name, _, _ in process.extract(
            typed,
            names,
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            score_cutoff=NEAR_PCT,
            limit=3,
        )
    ]
    found = f"the nearest are {_listed(near)}" if near else f"{when}the {many} are {_listed(names)}"
    raise NotInRecord(f"{asked}, but there is none such: {found}. Use one of these.")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f'"{name}"' for name in names[:MOST_SHOWN])
    more = len(names) - MOST_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
