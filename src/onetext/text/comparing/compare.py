"""What became of every point and bracket between two drafts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from onetext.text.comparing.bracket_fates import bracket_fates
from onetext.text.comparing.chances import chance
from onetext.text.comparing.corrections import Decided, decided
from onetext.text.comparing.joining import Outlook
from onetext.text.comparing.matching import match
from onetext.text.comparing.moving import moved
from onetext.text.comparing.restating import restated
from onetext.text.comparing.shapes import (
    Change,
    Comparison,
    Correction,
    Likeness,
    Partner,
    PointChange,
)
from onetext.text.comparing.sides import Side, side_of, tokens_of
from onetext.text.comparing.splitting import groups
from onetext.text.comparing.ties import Group, Pair
from onetext.text.drafts import Draft
from onetext.text.word_changes import word_changes


def compare(
    before: Draft,
    after: Draft,
    *,
    likeness: Likeness | None = None,
    corrections: Collection[Correction] = (),
) -> Comparison:
    """Match every point of `before` with `after` and tell what became of it and of the brackets.

    Args:
        before: one draft.
        after: another; that it is the later one is the caller's word.
        likeness: reads meanings; finds what was put in other words among the points that words
            leave alone.
        corrections: what a person says of matches, which binds.

    Returns:
        Every path of both drafts exactly once. To compare the other way round gives the mirror
        image: what was dropped was added, what was split was merged.

    Raises:
        OnetextError: the corrections name points that are not there, or contradict each other.
    """
    old, new = side_of(before), side_of(after)
    person = decided(corrections, old, new)
    if after.text < before.text:  # one way of looking, so that ties fall the same way round
        turned = Decided(tuple((j, i) for i, j in person.pairs), person.new, person.old)
        found = [one.turned() for one in _matched(new, old, turned, likeness)]
    else:
        found = _matched(old, new, person, likeness)
    told = [_told(one, old, new, person) for one in found]
    return Comparison(
        before, after, tuple(_in_order(told, old, new)), bracket_fates(old, new, told)
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A group of points that became each other; one side is empty for a point on its own."""

    group: Group
    similarity: float
    confidence: float
    alike: dict[tuple[int, int], float]
    moved: bool = False
    restated: bool = False

    def turned(self) -> _Found:
        alike = {(j, i): value for (i, j), value in self.alike.items()}
        return replace(self, group=Group(self.group.new, self.group.old), alike=alike)


def _matched(old: Side, new: Side, person: Decided, likeness: Likeness | None) -> list[_Found]:
    held = (person.old, person.new)
    matching = match(old, new, fixed=person.pairs, barred=held)
    outlook = Outlook(
        matching.similarity,
        matching.own,
        ([len(words) for words in old.own], [len(words) for words in new.own]),
        (old.above, new.above),
        held,
    )
    together = groups(matching.taken, outlook)
    weighed = matching.odds
    meant: set[Pair] = set()
    if likeness is not None:
        more = restated(old, new, together, matching.own, likeness, held)
        together += more.groups
        weighed = {**weighed, **more.odds}
        meant = {(group.old[0], group.new[0]) for group in more.groups}
    gone = moved(old, new, together)
    found = []
    for at, group in enumerate(together):
        alike = {(i, j): matching.alike(i, j) for i in group.old for j in group.new}
        if len(alike) == 1:
            ((pair, similarity),) = alike.items()
            confidence = float(chance(weighed.get(pair, 0.0)))
        else:
            similarity = matching.own.together(group.old, group.new)
            confidence = float(chance(group.odds)) if group.odds is not None else 1.0
        found.append(
            _Found(group, similarity, confidence, alike, at in gone, bool(meant & alike.keys()))
        )
    taken_old = {i for group in together for i in group.old}
    taken_new = {j for group in together for j in group.new}
    best_old: dict[int, float] = {}
    best_new: dict[int, float] = {}
    for (i, j), odds in weighed.items():
        best_old[i] = max(odds, best_old.get(i, odds))
        best_new[j] = max(odds, best_new.get(j, odds))
    for i in range(len(old)):
        if i not in taken_old:
            alone = 1 - float(chance(min(0.0, best_old.get(i, -9.0))))
            found.append(_Found(Group((i,), ()), 0.0, alone, {}))
    for j in range(len(new)):
        if j not in taken_new:
            alone = 1 - float(chance(min(0.0, best_new.get(j, -9.0))))
            found.append(_Found(Group((), (j,)), 0.0, alone, {}))
    return found


def _told(found: _Found, old: Side, new: Side, person: Decided) -> PointChange:
    ours = [old.points[i] for i in found.group.old]
    theirs = [new.points[j] for j in found.group.new]
    was = "\n".join(point.text for point in ours)
    now = "\n".join(point.text for point in theirs)
    reworded = tokens_of(was) != tokens_of(now)
    if len(ours) > 1:
        partners = [
            Partner(p.path, round(found.alike[i, found.group.new[0]], 4))
            for i, p in zip(found.group.old, ours, strict=True)
        ]
    else:
        partners = [
            Partner(p.path, round(found.alike[found.group.old[0], j], 4))
            for j, p in zip(found.group.new, theirs, strict=True)
            if ours
        ]
    single = len(ours) == len(theirs) == 1
    corrected = any(i in person.old for i in found.group.old) or any(
        j in person.new for j in found.group.new
    )
    return PointChange(
        _change(found, reworded),
        tuple(point.path for point in ours),
        tuple(point.path for point in theirs),
        tuple(partners),
        1.0 if single and not reworded else round(found.similarity, 4),
        1.0 if corrected else round(found.confidence, 4),
        word_changes(was, now),
        renumbered=single and old.labels[found.group.old[0]] != new.labels[found.group.new[0]],
        moved=found.moved,
        reworded=bool(ours and theirs) and reworded,
        corrected=corrected,
        restated=found.restated,
    )


def _change(found: _Found, reworded: bool) -> Change:
    ours, theirs = found.group.old, found.group.new
    if not theirs:
        return Change.DROPPED
    if not ours:
        return Change.ADDED
    if len(theirs) > 1:
        return Change.SPLIT
    if len(ours) > 1:
        return Change.MERGED
    if found.moved:
        return Change.MOVED
    return Change.REWORDED if reworded else Change.KEPT


def _in_order(told: Sequence[PointChange], old: Side, new: Side) -> list[PointChange]:
    """In the order of the draft after; what was dropped stands below what it stood below."""
    place = {path: new.places[one.after[0]] for one in told if one.after for path in one.before}
    keys: dict[str, int] = {}
    latest = -1
    for point in old.points:
        latest = place.get(point.path, latest)
        keys[point.path] = latest

    def key(one: PointChange) -> tuple[int, int, int]:
        if one.after:
            return new.places[one.after[0]], 0, 0
        return keys[one.before[0]], 1, old.places[one.before[0]]

    return sorted(told, key=key)
