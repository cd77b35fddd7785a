"""How each draft words each issue: the text of the points that are linked to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.text.drafts import Point


@dataclass(frozen=True, slots=True)
class Wording:
    """What a draft says on an issue; `rank` is the issue's place among the draft's points.

    `paths` are those of the points that deal with it, without points below these.
    """

    draft: RecordedDraft
    issue_id: str
    text: str
    rank: int
    paths: tuple[str, ...] = ()


def wordings(drafts: Iterable[RecordedDraft], links: Iterable[PointLink]) -> list[Wording]:
    """One wording for each draft and issue that it deals with, drafts in the order given.

    A point brings its sub-points with it, save those that are linked to another issue.
    """
    by_draft: dict[str, dict[str, str]] = {}
    for link in links:
        by_draft.setdefault(link.draft_id, {})[link.path] = link.issue_id
    found = []
    for recorded in drafts:
        linked = by_draft.get(recorded.id, {})
        parts: dict[str, _Parts] = {}
        _gather(recorded.draft.points, linked, None, parts)
        for rank, (issue_id, own) in enumerate(parts.items()):
            wording = Wording(recorded, issue_id, "\n".join(own.texts), rank, tuple(own.paths))
            found.append(wording)
    return found


@dataclass(slots=True)
class _Parts:
    texts: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


def _gather(
    points: Sequence[Point],
    linked: dict[str, str],
    above: str | None,
    parts: dict[str, _Parts],
) -> None:
    """Add the text of `points` to the issue that each is linked to, else to that `above`."""
    for point in points:
        issue_id = linked.get(point.path, above)
        if issue_id is not None and point.text.strip():
            own = parts.setdefault(issue_id, _Parts())
            own.texts.append(point.text)
            if issue_id != above:
                own.paths.append(point.path)
        _gather(point.points, linked, issue_id, parts)


def in_draft_order(issues: Sequence[Issue], found: Sequence[Wording]) -> list[Issue]:
    """Issues as the newest draft orders them, then those of the draft before it, and so on.

    `found` comes oldest draft first. Issues that no draft words come last, as recorded.
    """
    place: dict[str, tuple[int, int]] = {}
    drafts = list(dict.fromkeys(wording.draft.id for wording in found))
    for wording in found:
        age = len(drafts) - drafts.index(wording.draft.id)
        place[wording.issue_id] = min(
            place.get(wording.issue_id, (age, wording.rank)), (age, wording.rank)
        )
    last = (len(drafts) + 1, 0)
    return sorted(issues, key=lambda issue: place.get(issue.id, last))
