"""Which issue each point of a new draft deals with: the lineage of points through drafts.

1. A point that the draft's front matter names has the issue that is named there.
2. Any other point that stands for a matter of its own is traced to the drafts before: each of
   its words stands for the issue of the point that it came from, as `onetext.text.comparing`
   matches the two drafts, and counts as much as that match is sure. So a point that was split
   gives its issue to all its parts, and a point into which several were merged has several
   issues, the one with most words first. The draft that gives the surest answer counts.
3. A point that no match reaches has the issue that most shares its telling words, or else the
   one whose label it names, as `onetext.positions.issue_terms` weighs them.
4. Else it opens an issue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onetext.positions.issue_terms import NAMED_CONFIDENCE, IssueTerms
from onetext.positions.matters import content_words, heading, issue_label, matters, point_words
from onetext.record.statements import Topic
from onetext.record.topics import topic_of_words
from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.text.comparing import Change, Comparison, Likeness, PointChange, compare
from onetext.text.drafts import Draft, Point

FRONT_MATTER = "front matter"
WORDING = "wording"
SHARED_WORDS = "shared words"
LABEL = "label"
NEW = "new"

SURE = 0.5
"""The confidence (0 to 1) from which on a point has the issue that its words came from."""
ALIKE = 0.1
"""Below this similarity (0 to 1) two points are matched by their place, which tells no issue."""
SETTLED = 0.9
"""Older drafts are looked at only while some point is less sure than this."""
ALSO_SHARE = 0.25
"""The share of what the first issue has from which on a further issue is told."""

Votes = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PointDecision:
    """The issue of a point. `issue_id` is None where an issue of `label` is to be opened.

    `others` are the ids of further issues, where points were merged into this one.
    """

    path: str
    issue_id: str | None
    label: str
    topic: Topic
    rule: str
    confidence: float
    others: tuple[str, ...] = ()


def decide(
    draft: Draft,
    known: Sequence[RecordedDraft],
    issues: Sequence[Issue],
    links: Sequence[PointLink],
    *,
    likeness: Likeness | None = None,
) -> list[PointDecision]:
    """The issue of every point of `draft` that is named in its front matter or is a matter.

    Args:
        draft: the new draft.
        known: the drafts in the record, without the new one.
        issues: the issues in the record.
        links: which points of `known` deal with which of `issues`.
        likeness: a reader of meanings for the comparison; words alone where None.
    """
    named = list(_named(draft, issues))
    settled = {decision.path for decision in named}
    rest = [
        point
        for point in matters(draft)
        if not any(inner.path in settled for inner in point.walk())
    ]
    if not rest:
        return named
    by_id = {issue.id: issue for issue in issues}
    of_points = issues_of_points(known, links, by_id)
    votes = _surest(rest, draft, known, of_points, likeness)
    shared = IssueTerms(issues, known, rest, draft.language, of_points)
    return [*named, *(_decision(point, votes[point.path], shared, by_id) for point in rest)]


def _named(draft: Draft, issues: Sequence[Issue]) -> Iterator[PointDecision]:
    labels = {issue.label.casefold(): issue for issue in issues}
    for path, label in draft.issues.items():
        point = draft.point(path)
        if point is None:
            continue
        issue = labels.get(label.casefold())
        topic = issue.topic if issue else topic_of_words(f"{label} {point_words(point)}")
        issue_id = issue.id if issue else None
        yield PointDecision(path, issue_id, label, topic, FRONT_MATTER, 1.0)


def _decision(
    point: Point, votes: Votes, shared: IssueTerms, issues: Mapping[str, Issue]
) -> PointDecision:
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    if ranked and ranked[0][1] >= SURE:
        first, confidence = ranked[0]
        others = tuple(
            issue_id for issue_id, share in ranked[1:] if share >= ALSO_SHARE * confidence
        )
        return _known(point, issues[first], WORDING, confidence, others)
    like = shared.like(point)
    if like is not None:
        return _known(point, issues[like[0]], SHARED_WORDS, like[1])
    named = shared.named(point)
    if named is not None:
        return _known(point, issues[named], LABEL, NAMED_CONFIDENCE)
    said = point_words(point)
    label = heading(point) or issue_label(said) or f"Point {point.path}"
    return PointDecision(point.path, None, label, topic_of_words(said), NEW, 1.0)


def _known(
    point: Point, issue: Issue, rule: str, confidence: float, others: tuple[str, ...] = ()
) -> PointDecision:
    return PointDecision(
        point.path, issue.id, issue.label, issue.topic, rule, round(confidence, 3), others
    )


def issues_of_points(
    known: Sequence[RecordedDraft], links: Sequence[PointLink], issues: Mapping[str, Issue]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """By draft and path, the issues of every point that has some, its own or those above it."""
    own: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for link in links:
        own[link.draft_id][link.path] = tuple(i for i in link.issue_ids if i in issues)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for recorded in known:
        of_draft = found.setdefault(recorded.id, {})
        for point in recorded.draft.points:
            _inherit(point, own[recorded.id], (), of_draft)
    return found


def _inherit(
    point: Point,
    own: Mapping[str, tuple[str, ...]],
    above: tuple[str, ...],
    found: dict[str, tuple[str, ...]],
) -> None:
    issues = own.get(point.path) or above
    if issues:
        found[point.path] = issues
    for inner in point.points:
        _inherit(inner, own, issues, found)


def _surest(
    points: Sequence[Point],
    draft: Draft,
    known: Sequence[RecordedDraft],
    issues: Mapping[str, Mapping[str, tuple[str, ...]]],
    likeness: Likeness | None,
) -> dict[str, Votes]:
    """For each of `points` the votes of the draft that gives the surest answer, the newest of
    several that are as sure; older drafts are left alone once every point is settled."""
    best: dict[str, Votes] = {point.path: {} for point in points}
    for recorded in reversed(known):
        if all(max(votes.values(), default=0.0) >= SETTLED for votes in best.values()):
            break
        if not issues[recorded.id]:
            continue
        origins = _origins(compare(recorded.draft, draft, likeness=likeness))
        for point in points:
            votes = _votes(point, origins, issues[recorded.id])
            if max(votes.values(), default=0.0) > max(best[point.path].values(), default=0.0):
                best[point.path] = votes
    return best


def _origins(comparison: Comparison) -> dict[str, list[tuple[str, float]]]:
    """For every path of the draft after, the paths that it came from, and how sure that is.

    The sources of a merger share what is sure by how alike they are.
    """
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for change in comparison.points:
        if not (change.corrected or change.restated) and change.similarity < ALIKE:
            continue
        for path in change.after:
            for origin, share in _sources(change):
                found[path].append((origin, share * change.confidence))
    return found


def _sources(change: PointChange) -> list[tuple[str, float]]:
    if change.change is not Change.MERGED:
        return [(path, 1.0) for path in change.before]
    whole = sum(partner.similarity for partner in change.partners) or 1.0
    return [(partner.path, partner.similarity / whole) for partner in change.partners]


def _votes(
    point: Point,
    origins: Mapping[str, Sequence[tuple[str, float]]],
    issues: Mapping[str, tuple[str, ...]],
) -> Votes:
    """The share of the words of a point, with those below it, that came from each issue."""
    votes: dict[str, float] = defaultdict(float)
    sizes = {inner.path: len(content_words(inner.text)) for inner in point.walk()}
    total = sum(sizes.values())
    for path, size in sizes.items():
        for origin, sure in origins.get(path, ()):
            for issue_id in issues.get(origin, ()):
                votes[issue_id] += sure * size / total if total else 0.0
    return votes
