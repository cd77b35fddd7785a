"""Copies of one text among sources: which pairs are copies, and the groups that they make.

Two sources are copies where they share at least half of the runs of words of the shorter one
(`COPIED_SHARE`), and no fewer than `LEAST_SHARED`: a text that was shortened, or that stands
inside a longer report, is a copy, too. A person's word on a pair stands above that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from onetext.record.shingles import Likeness, Shingles, likeness

COPIED_SHARE = 0.5
LEAST_SHARED = 20

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SourceLikeness:
    """That two sources are alike enough to be copies; `one_id` is the smaller of the two ids.

    `recorded_at` is when the later of the two was recorded.
    """

    one_id: str
    other_id: str
    likeness: Likeness
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CopyWord:
    """A person's word that two sources are, or are not, copies of one text."""

    id: str
    one_id: str
    other_id: str
    copies: bool
    reason: str | None
    author: str
    recorded_at: datetime

    def of_ones(self, ones: Mapping[str, str]) -> CopyWord:
        """The same word on the sources that stand for these, where they are doubles."""
        one_id, other_id = pair(*(ones.get(one, one) for one in (self.one_id, self.other_id)))
        return replace(self, one_id=one_id, other_id=other_id)


def latest_words(words: Iterable[CopyWord]) -> list[CopyWord]:
    """Of words in the order of recording, the latest on each pair of two sources."""
    latest = {(one.one_id, one.other_id): one for one in words if one.one_id != one.other_id}
    return sorted(latest.values(), key=lambda one: (one.recorded_at, one.id))


def alike(one: Shingles, other: Shingles) -> Likeness | None:
    """What two documents share, where they are copies; None where they are not."""
    found = likeness(one, other)
    if found.shared < LEAST_SHARED or found.containment < COPIED_SHARE:
        return None
    return found


def pair(one_id: str, other_id: str) -> Pair:
    """Two ids, the smaller first."""
    return (one_id, other_id) if one_id < other_id else (other_id, one_id)


class CopyGroups:
    """Sources in groups of copies of one text.

    What is a copy of a copy belongs to the same group, unless a person said that two of the
    group are no copies. Pairs join in this order: those that a person named, then by how much
    they share, then by id; a pair that would bring two together that are no copies is left out.
    """

    def __init__(
        self, likenesses: Iterable[SourceLikeness] = (), words: Iterable[CopyWord] = ()
    ) -> None:
        self._pairs = {(one.one_id, one.other_id): one for one in likenesses}
        self._words = {(one.one_id, one.other_id): one for one in words}
        members: dict[str, list[str]] = {}
        apart: dict[str, set[str]] = {}
        for (one_id, other_id), word in self._words.items():
            if not word.copies:
                apart.setdefault(one_id, set()).add(other_id)
                apart.setdefault(other_id, set()).add(one_id)
        joined = [key for key, word in sorted(self._words.items()) if word.copies]
        found = sorted(self._pairs, key=lambda key: (-self._pairs[key].likeness.containment, key))
        for one_id, other_id in (*joined, *found):
            _join(members, one_id, other_id, apart)
        self._groups = sorted({tuple(sorted(group)) for group in members.values()})
        self._group = {member: group for group in self._groups for member in group}

    def of(self, source_id: str) -> tuple[str, ...]:
        """The ids of the group of a source, in ascending order; itself alone where it has none."""
        return self._group.get(source_id, (source_id,))

    def group(self, source_id: str) -> str:
        """What names the group of a source: the smallest id in it."""
        return self.of(source_id)[0]

    def together(self, one_id: str, other_id: str) -> bool:
        """Whether two sources are in one group, or the same."""
        return self.group(one_id) == self.group(other_id)

    def all(self) -> list[tuple[str, ...]]:
        """Every group of two or more, by its smallest id."""
        return list(self._groups)

    def likeness(self, one_id: str, other_id: str) -> Likeness | None:
        """What two sources share, where that makes them copies."""
        found = self._pairs.get(pair(one_id, other_id))
        return found.likeness if found else None

    def word(self, one_id: str, other_id: str) -> CopyWord | None:
        """What a person said of two sources."""
        return self._words.get(pair(one_id, other_id))


def _join(
    members: dict[str, list[str]], one_id: str, other_id: str, apart: Mapping[str, set[str]]
) -> None:
    ours = members.get(one_id, [one_id])
    theirs = members.get(other_id, [other_id])
    if ours is theirs or _kept_apart(ours, theirs, apart):
        return
    group = ours + theirs
    for member in group:
        members[member] = group


def _kept_apart(ours: Sequence[str], theirs: Sequence[str], apart: Mapping[str, set[str]]) -> bool:
    return any(not apart.get(one, set()).isdisjoint(theirs) for one in ours)
