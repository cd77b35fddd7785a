"""The history of an issue: its wordings in order of time, and what each draft did to them.

Every wording is compared with the one before it, in the whole drafts that hold the two, so that
renumbering, splits and mergers are seen, and a person's corrections of matches bind. A draft
that does not deal with the issue is told as a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from onetext.positions.staleness import changed_share_pct
from onetext.positions.statement_counts import statement_counts
from onetext.positions.versions import History, Rephrasing, Version
from onetext.positions.wordings import Wording, like_with_like, wordings
from onetext.record.store import Store
from onetext.record.views import Issue, PointMatch, RecordedDraft
from onetext.text.comparing import BracketFate, Comparison, Correction, Likeness, compare
from onetext.text.drafts import Point
from onetext.text.word_changes import word_changes


def history(
    store: Store,
    issue: Issue,
    *,
    as_of: date,
    known_on: datetime | None = None,
    likeness: Likeness | None = None,
) -> History:
    """How drafts dated up to `as_of`, as known on a moment, word an issue.

    Statements are linked to issues as `onetext.positions.fold.matrix` links them.

    Args:
        store: the record's store.
        issue: an issue of the record.
        as_of: the last day whose drafts and statements count; undated drafts come last.
        known_on: the moment until which entries count; None for all there are.
        likeness: a reader of meanings for the comparisons; words alone where None.
    """
    every = store.drafts(known_on=known_on)
    worded = wordings(every, store.point_links(known_on=known_on))
    drafts = dated_by(every, as_of)
    own = {w.draft.id: w for w in worded if w.issue_id == issue.id}
    matches = store.point_matches(known_on=known_on)
    by_id = {one.id: one for one in store.issues(known_on=known_on)}
    counts = statement_counts(store, issue, every, worded, drafts, as_of, known_on)
    versions: list[Version] = []
    last: Version | None = None
    for recorded in drafts:
        wording = own.get(recorded.id)
        if wording is None:
            if last is not None:
                versions.append(Version(recorded, None))
            continue
        version = _version(wording, by_id, counts[recorded.id])
        if last is not None:
            found = compare(
                last.draft.draft,
                recorded.draft,
                likeness=likeness,
                corrections=corrections(matches, last.draft.id, recorded.id),
            )
            version = _after(last, version, found)
        versions.append(version)
        last = version
    moment = known_on or datetime.now(UTC)
    return History(issue, as_of, moment, tuple(versions), counts[""])


def dated_by(drafts: Sequence[RecordedDraft], as_of: date) -> list[RecordedDraft]:
    """The drafts dated up to `as_of`, and undated ones."""
    return [one for one in drafts if one.draft.dated is None or one.draft.dated <= as_of]


def corrections(
    matches: Sequence[PointMatch], before_id: str | None, after_id: str | None
) -> tuple[Correction, ...]:
    """What people said of the points of two drafts, whichever of them they took first."""
    found = []
    for match in matches:
        pairs = [(match.path, partner) for partner in match.partners or (None,)]
        if (match.before_id, match.after_id) == (before_id, after_id):
            found += [Correction(one, other) for one, other in pairs]
        elif (match.before_id, match.after_id) == (after_id, before_id):
            found += [Correction(other, one) for one, other in pairs]
    return tuple(found)


def _version(wording: Wording, issues: dict[str, Issue], statements: int) -> Version:
    draft = wording.draft.draft
    points = wording.points
    within = _within(points)
    brackets = tuple(one for one in draft.brackets if within(one.span.start))
    named = [one for bracket in brackets for one in bracket.attributions]
    named += [one for point in points for one in point.attributions]
    return Version(
        wording.draft,
        wording,
        points,
        brackets,
        tuple(dict.fromkeys(named)),
        tuple(issues[other] for other in wording.shared_with if other in issues),
        statements=statements,
    )


def _within(points: Sequence[Point]) -> Callable[[int], bool]:
    """Whether a character of the draft stands in one of `points` itself, not in one below it."""
    stretches = []
    for point in points:
        start = point.span.start
        for inner in point.points:
            stretches.append((start, inner.span.start))
            start = inner.span.end
        stretches.append((start, point.span.end))
    return lambda at: any(start <= at < end for start, end in stretches)


def _after(before: Version, after: Version, found: Comparison) -> Version:
    """`after`, with what became of the wording `before` on the way to it."""
    old, new = before.wording, after.wording
    if old is None or new is None:
        return after
    paths = {point.path for point in before.points}, {point.path for point in after.points}
    points = tuple(
        change
        for change in found.points
        if not paths[0].isdisjoint(change.before) or not paths[1].isdisjoint(change.after)
    )
    brackets = tuple(
        change
        for change in found.brackets
        if change.how not in (BracketFate.KEPT, BracketFate.MOVED)
        and change.path in paths[change.how is BracketFate.OPENED]
    )
    was, now = like_with_like(old, new)
    words = word_changes(was.text, now.text)
    since = Rephrasing(changed_share_pct(was.bare, now.bare), words, points, brackets)
    return replace(after, since=since)
