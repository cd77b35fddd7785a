"""How each draft words each issue: the text of the points that are linked to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onetext.positions.bare_words import Remarks
from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.text.drafts import Point


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A point's own text, where the point stands in its draft, and the text without remarks."""

    start: int
    text: str
    bare: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What a draft says on an issue.

    Attributes:
        draft: the draft.
        issue_id: the issue.
        text: its points' own texts, one a line.
        rank: the issue's place among the draft's points.
        paths: the points that deal with it, without points below these.
        points: the points whose own texts it is, in the order of the draft.
        bare: the text without remarks: who proposes it, its status, editor's notes.
        shared_with: the ids of other issues that one of these points deals with, too.
        in_draft: by issue, what words each issue of the draft.
    """

    draft: RecordedDraft
    issue_id: str
    text: str
    rank: int
    paths: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    bare: str = ""
    shared_with: tuple[str, ...] = ()
    in_draft: Mapping[str, tuple[Piece, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )


def wordings(drafts: Iterable[RecordedDraft], links: Iterable[PointLink]) -> list[Wording]:
    """One wording for each draft and issue that it deals with, drafts in the order given.

    A point brings its sub-points with it, save those that are linked to another issue. The
    text of a point that deals with several issues is part of the wording of each.
    """
    by_draft: dict[str, dict[str, tuple[str, ...]]] = {}
    for link in links:
        by_draft.setdefault(link.draft_id, {})[link.path] = link.issue_ids
    found = []
    for recorded in drafts:
        parts: dict[str, _Parts] = {}
        _gather(recorded.draft.points, by_draft.get(recorded.id, {}), (), parts)
        remarks = Remarks(recorded.draft)
        pieces = {
            issue_id: tuple(
                Piece(point.span.start, point.text, remarks.left_out(point))
                for point in part.points
            )
            for issue_id, part in parts.items()
        }
        for rank, (issue_id, part) in enumerate(parts.items()):
            found.append(
                Wording(
                    recorded,
                    issue_id,
                    "\n".join(piece.text for piece in pieces[issue_id]),
                    rank,
                    tuple(part.paths),
                    tuple(part.points),
                    "\n".join(piece.bare for piece in pieces[issue_id]),
                    tuple(other for other in part.issues if other != issue_id),
                    pieces,
                )
            )
    return found


def like_with_like(before: Wording, after: Wording) -> tuple[Piece, Piece]:
    """Two wordings of an issue as they can be held against each other.

    Where one of them is in a point that deals with other issues, too, both are told with what
    words these: two points that were merged word for word are then the same as before.
    """
    issues = dict.fromkeys((before.issue_id, *before.shared_with, *after.shared_with))
    return _together(before, issues), _together(after, issues)


def _together(wording: Wording, issues: Iterable[str]) -> Piece:
    pieces = sorted({piece for one in issues for piece in wording.in_draft.get(one, ())})
    return Piece(
        pieces[0].start if pieces else 0,
        "\n".join(piece.text for piece in pieces),
        "\n".join(piece.bare for piece in pieces),
    )


@dataclass(slots=True)
class _Parts:
    """The points that word an issue; `issues` are all that one of them deals with."""

    points: list[Point] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    issues: dict[str, None] = field(default_factory=dict)


def _gather(
    points: Sequence[Point],
    linked: Mapping[str, tuple[str, ...]],
    above: tuple[str, ...],
    parts: dict[str, _Parts],
) -> None:
    """Add `points` to the issues that each is linked to, else to those of the point above."""
    for point in points:
        issues = linked.get(point.path, above)
        said = any(inner.text.strip() for inner in point.walk())
        for issue_id in issues if said else ():
            part = parts.setdefault(issue_id, _Parts())
            part.issues.update(dict.fromkeys(issues))
            if issue_id not in above:
                part.paths.append(point.path)
            if point.text.strip():
                part.points.append(point)
        _gather(point.points, linked, issues, parts)


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
