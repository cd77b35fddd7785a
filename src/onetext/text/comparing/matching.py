"""Which point of one draft is which of the other: candidates, what they tell, one assignment.

1. Candidates: the most alike in words on either side (and in meaning, where a reader of meanings
   is given), those at the same path, those with the same words in the same order.
2. One optimal assignment by the odds of each pair, from their words alone.
3. Again, now knowing which points above and beside are matched; the points below two matched
   ones become candidates, too.
4. Again, knowing also what is matched below; until nothing changes, three times at most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.text.comparing.assignment import assign
from onetext.text.comparing.chances import BY_WORDS_ALONE, FROM_ABOVE, WEIGHTS, Evidence, odds
from onetext.text.comparing.likeness import Grams, dice, grams_of
from onetext.text.comparing.shapes import Likeness
from onetext.text.comparing.sides import Side

NEAREST = 8
ROUNDS = (BY_WORDS_ALONE, FROM_ABOVE, WEIGHTS, WEIGHTS, WEIGHTS)
BELOW_TOGETHER = 24
"""Below two matched points, all pairs are looked at up to so many points each."""
LEVELS = 6
"""How far up points count for the points above them."""
MEANING_BLOCK = 512

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matching:
    """`odds` of every pair that was looked at, as the last round saw them; `taken` are those
    of the assignment and those that a person fixed."""

    taken: tuple[Pair, ...]
    odds: dict[Pair, float]
    similarity: dict[Pair, float]
    own: Grams

    def alike(self, old: int, new: int) -> float:
        """The similarity of any two points."""
        found = self.similarity.get((old, new))
        return self.own.together((old,), (new,)) if found is None else found


@dataclass(frozen=True, slots=True)
class _Wordings:
    """Both drafts' wordings as grams: of each point alone, and with the points below it."""

    own: Grams
    whole: Grams

    def alike(self, old: Side, new: Side, rows: Any, columns: Any) -> tuple[Any, Any]:
        """Similarity and containment of pairs of points."""
        own = self.own.shared(rows, columns)
        whole = self.whole.shared(rows, columns)
        left, right = self.own.old_mass[rows], self.own.new_mass[columns]
        left_whole, right_whole = self.whole.old_mass[rows], self.whole.new_mass[columns]
        own_dice, whole_dice = dice(own, left, right), dice(whole, left_whole, right_whole)
        both = (left > 0) & (right > 0)
        similarity = np.where(both, (own_dice + whole_dice) / 2, whole_dice)
        least = np.minimum(left_whole, right_whole)
        contained = np.minimum(1.0, whole / np.maximum(least, 1e-9))
        wordless = (left_whole == 0) & (right_whole == 0)
        return np.where(wordless, 1.0, similarity), np.where(wordless, 1.0, contained)

    def alike_in_words(self, rows: Any, columns: Any) -> Any:
        """The same of single words, which outlive a rewording that leaves no two together."""
        words = self.own.alone()
        return dice(words.shared(rows, columns), words.old_mass[rows], words.new_mass[columns])


def match(
    old: Side,
    new: Side,
    *,
    likeness: Likeness | None = None,
    fixed: Sequence[Pair] = (),
    barred: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Matching:
    """Match the points of two drafts.

    Args:
        old: the draft before.
        new: the draft after.
        likeness: reads meanings, for candidates that share few words.
        fixed: pairs that a person has decided.
        barred: points of each side that a person has decided on, which take no other partner.
    """
    words = _Wordings(grams_of(old.own, new.own), grams_of(old.whole, new.whole))
    candidates = {*words.own.near(NEAREST), *words.whole.near(NEAREST), *_in_place(old, new)}
    meanings = _Meanings.of(old, new, likeness) if likeness is not None else None
    if meanings is not None:
        candidates |= meanings.near()
    taken: list[Pair] = list(fixed)
    known: dict[Pair, float] = {}
    alike: dict[Pair, float] = {}
    for round_, weights in enumerate(ROUNDS):
        if round_:
            candidates |= _below(old, new, taken) | _above(old, new, taken).keys()
        pairs = sorted(
            pair for pair in candidates if pair[0] not in barred[0] and pair[1] not in barred[1]
        )
        if not pairs:
            break
        rows, columns = np.array(pairs).T
        similarity, contained = words.alike(old, new, rows, columns)
        if meanings is not None:
            similarity = np.maximum(similarity, meanings.alike(rows, columns))
        above, beside = _around(old, new, pairs, taken)
        seen = Evidence(
            similarity,
            contained,
            words.alike_in_words(rows, columns),
            np.array([float(old.labels[i] == new.labels[j]) for i, j in pairs]),
            np.array([float(old.points[i].path == new.points[j].path) for i, j in pairs]),
            above,
            beside,
            _sharing(old, new, pairs, taken),
        )
        weighed = odds(seen, weights)
        known = dict(zip(pairs, weighed.tolist(), strict=True))
        alike = dict(zip(pairs, similarity.tolist(), strict=True))
        chosen = [*fixed, *assign(pairs, weighed, len(old), len(new))]
        if chosen == taken and round_ > 1:
            break
        taken = chosen
    return Matching(tuple(sorted(taken)), known, alike, words.own)


def _in_place(old: Side, new: Side) -> set[Pair]:
    """Points at the same path, and points of the same words, in their order."""
    found = {(i, new.places[p.path]) for i, p in enumerate(old.points) if p.path in new.places}
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, words in enumerate(new.own):
        same[words].append(j)
    count: dict[tuple[str, ...], int] = defaultdict(int)
    for i, words in enumerate(old.own):
        places, rank = same.get(words, ()), count[words]
        found |= {(i, j) for j in places[max(0, rank - 1) : rank + 2]}
        count[words] += 1
    return found


def _below(old: Side, new: Side, taken: Sequence[Pair]) -> set[Pair]:
    """Pairs of the points right below two that are matched."""
    under_old, under_new = _children(old), _children(new)
    found: set[Pair] = set()
    for i, j in [(-1, -1), *taken]:
        ours, theirs = under_old.get(i, []), under_new.get(j, [])
        if max(len(ours), len(theirs)) <= BELOW_TOGETHER:
            found |= {(one, other) for one in ours for other in theirs}
            continue
        by_label: dict[str, list[int]] = defaultdict(list)
        for other in theirs:
            by_label[new.labels[other]].append(other)
        found |= {
            (one, other) for one in ours for other in by_label.get(old.labels[one], ())[:NEAREST]
        }
    return found


def _children(side: Side) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, above in enumerate(side.above):
        found[above].append(at)
    return found


def _around(old: Side, new: Side, pairs: Sequence[Pair], taken: Sequence[Pair]) -> tuple[Any, Any]:
    """Whether the points above are matched, and how near are neighbours that are."""
    partner = {-1: -1, len(old): len(new), **dict(taken)}
    back = {-1: -1, len(new): len(old), **{j: i for i, j in taken}}
    above = [float(partner.get(old.above[i], -2) == new.above[j]) for i, j in pairs]
    before, before_new = _latest(partner, len(old)), _latest(back, len(new))
    after, after_new = _next(partner, len(old)), _next(back, len(new))
    beside = []
    for i, j in pairs:
        near = 0.0
        for ours, theirs in ((before[i], before_new[j]), (after[i], after_new[j])):
            if partner[ours] == theirs:
                near += ((i - ours) * (j - theirs)) ** -0.5 / 2
        beside.append(near)
    return np.array(above), np.array(beside)


def _latest(partner: dict[int, int], length: int) -> list[int]:
    """For each point, the nearest before it that is matched; -1 is the start of the text."""
    found, latest = [], -1
    for at in range(length):
        found.append(latest)
        if at in partner:
            latest = at
    return found


def _next(partner: dict[int, int], length: int) -> list[int]:
    """For each point, the nearest after it that is matched; `length` is the end of the text."""
    found, coming = [], length
    for at in range(length - 1, -1, -1):
        found.append(coming)
        if at in partner:
            coming = at
    return found[::-1]


def _above(old: Side, new: Side, taken: Sequence[Pair]) -> Counter[Pair]:
    """How many matched points stand below each two points."""
    count: Counter[Pair] = Counter()
    for i, j in taken:
        theirs = list(_over(new, j))
        count.update((one, other) for one in _over(old, i) for other in theirs)
    return count


def _over(side: Side, at: int) -> Iterator[int]:
    """The points above a point, the nearest first; no more than are worth a look."""
    for _ in range(LEVELS):
        at = side.above[at]
        if at < 0:
            return
        yield at


def _sharing(old: Side, new: Side, pairs: Sequence[Pair], taken: Sequence[Pair]) -> Any:
    """The share of the matched points below two that are matched with each other."""
    both = _above(old, new, taken)
    ours = Counter(one for i, _ in taken for one in _over(old, i))
    theirs = Counter(other for _, j in taken for other in _over(new, j))
    return np.array(
        [2 * both[i, j] / (ours[i] + theirs[j]) if (i, j) in both else 0.0 for i, j in pairs]
    )


@dataclass(frozen=True, slots=True)
class _Meanings:
    """Both drafts' own wordings as vectors of unit length."""

    old: Any
    new: Any

    @classmethod
    def of(cls, old: Side, new: Side, likeness: Likeness) -> _Meanings:
        return cls(
            np.asarray(likeness.vectors([point.text for point in old.points])),
            np.asarray(likeness.vectors([point.text for point in new.points])),
        )

    def alike(self, rows: Any, columns: Any) -> Any:
        return np.clip(np.einsum("ij,ij->i", self.old[rows], self.new[columns]), 0.0, 1.0)

    def near(self) -> set[Pair]:
        """The nearest of every point, both ways."""
        found: set[Pair] = set()
        for here, there, ahead in ((self.old, self.new, True), (self.new, self.old, False)):
            count = min(NEAREST, len(there))
            for begin in range(0, len(here) if count else 0, MEANING_BLOCK):
                near = here[begin : begin + MEANING_BLOCK] @ there.T
                best = np.argpartition(-near, count - 1, axis=1)[:, :count]
                for row, columns in enumerate(best.tolist(), begin):
                    found |= {(row, j) if ahead else (j, row) for j in columns}
        return found
