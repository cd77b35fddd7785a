"""What became of every bracket.

1. Every word of the draft before is followed to the draft after (`word_places`).
2. A bracket stands on where one of the draft after holds most of its words; brackets without
   words, where their neighbours are the same. The pairs that share most are taken first.
3. What is left and holds the same words in another point was moved.
4. Of the rest, alternatives are settled and other brackets closed: by how many of their words
   stand in the draft after, without that bracket. What took their place is what stands between
   the words that were before and after it.
5. What is left of the draft after was opened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from rapidfuzz.distance import Indel

from onetext.text.comparing.bracket_units import Alternative, Unit, units_of
from onetext.text.comparing.shapes import BracketChange, BracketFate, Outcome, PointChange
from onetext.text.comparing.sides import Side
from onetext.text.comparing.word_places import OUTSIDE, Words, alignment, words_in
from onetext.text.spans import Span

STANDS_ON = 0.5
"""The share of their words (Dice) that two brackets have in common where one is the other."""
SAMPLES = 5
"""A bracket is looked for around so many of its words."""
LIKE = 12
MOVED_WORDS = 3
MOVED_ALIKE = 0.8
SURVIVED = 0.85
"""An alternative of which this share of words stands was accepted; of which"""
VANISHED = 0.4
"""no more than this share stands was dropped."""
OTHER_WORDS = 6
"""Words of which no alternative has any stand for the choice if they are not much longer."""
PLACE_WORDS = 12
"""What took a bracket's place has at most its words twice and so many more."""


def bracket_fates(old: Side, new: Side, told: Sequence[PointChange]) -> tuple[BracketChange, ...]:
    """What became of the brackets of both drafts, in the order of the draft before; those that
    were opened come last, in the order of the draft after."""
    if not old.draft.brackets and not new.draft.brackets:
        return ()
    return tuple(_Fates.of(old, new, told).all())


@dataclass(slots=True)
class _Fates:
    old: Side
    new: Side
    ours: Words
    theirs: Words
    became: list[int]
    units: list[Unit]
    goes_to: dict[str, frozenset[str]]
    partner: dict[int, int] = field(default_factory=dict)
    elsewhere: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, old: Side, new: Side, told: Sequence[PointChange]) -> _Fates:
        ours, theirs = words_in(old), words_in(new)
        became = alignment(ours, theirs, told)
        units = units_of(old.draft.brackets, ours, old.draft.text)
        goes_to = {path: frozenset(one.after) for one in told for path in one.before}
        fates = cls(
            old, new, ours, theirs, became, units, {OUTSIDE: frozenset([OUTSIDE]), **goes_to}
        )
        fates.partner = fates.standing()
        fates.elsewhere = fates.carried_away()
        return fates

    def all(self) -> Iterator[BracketChange]:
        for unit in self.units:
            standing = [at for at in unit.members if at in self.partner or at in self.elsewhere]
            if unit.is_choice and not standing:
                yield self.settled(unit)
                continue
            for at in unit.members:
                yield self.one(unit, at)
        known = {*self.partner.values(), *self.elsewhere.values()}
        for at, bracket in enumerate(self.new.draft.brackets):
            if at not in known:
                yield BracketChange(
                    BracketFate.OPENED, None, bracket.span, _path(self.new, bracket.span)
                )

    def standing(self) -> dict[int, int]:
        """Brackets that one of the draft after goes on with."""
        theirs = self.new.draft.brackets
        inside = [self.theirs.inside(bracket.span) for bracket in theirs]
        nest = _Nest.of(inside, len(self.theirs.words))
        empty = {
            self.around(self.theirs, bracket.span): k
            for k, bracket in enumerate(theirs)
            if not inside[k]
        }
        scored: list[tuple[float, int, int, int]] = []
        for n, bracket in enumerate(self.old.draft.brackets):
            words = self.ours.inside(bracket.span)
            if not words:
                before, after = self.around(self.ours, bracket.span)
                place = (self.image(before), self.image(after))
                if place in empty:
                    scored.append((-1.0, 0, n, empty[place]))
                continue
            images = sorted(self.became[i] for i in words if self.became[i] >= 0)
            for k in nest.like(images, len(words)):
                there = inside[k]
                shared = bisect_left(images, there.stop) - bisect_left(images, there.start)
                alike = 2 * shared / (len(words) + len(there))
                if alike >= STANDS_ON:
                    depth = abs(bracket.depth - theirs[k].depth)
                    scored.append((-alike, depth, n, k))
        return _one_to_one(scored)

    def carried_away(self) -> dict[int, int]:
        """Brackets whose words stand in a bracket at another place."""
        known = set(self.partner.values())
        there: dict[str, list[int]] = defaultdict(list)
        said: dict[int, tuple[str, ...]] = {}
        for k, bracket in enumerate(self.new.draft.brackets):
            words = tuple(self.theirs.words[j] for j in self.theirs.inside(bracket.span))
            if k not in known and len(words) >= MOVED_WORDS:
                said[k] = words
                for word in set(words):
                    there[word].append(k)
        scored: list[tuple[float, int, int, int]] = []
        for n, bracket in enumerate(self.old.draft.brackets):
            if n in self.partner:
                continue
            words = tuple(self.ours.words[i] for i in self.ours.inside(bracket.span))
            if len(words) < MOVED_WORDS:
                continue
            rarest = min(set(words), key=lambda word: (len(there.get(word, ())) or 10**9, word))
            for k in there.get(rarest, ()):
                alike = Indel.normalized_similarity(words, said[k])
                if alike >= MOVED_ALIKE:
                    scored.append((-alike, 0, n, k))
        return _one_to_one(scored)

    def one(self, unit: Unit, at: int) -> BracketChange:
        """What became of a bracket that no choice was made of."""
        bracket = self.old.draft.brackets[at]
        path = _path(self.old, bracket.span)
        if at in self.partner:
            after = self.new.draft.brackets[self.partner[at]].span
            return BracketChange(BracketFate.KEPT, bracket.span, after, path)
        if at in self.elsewhere:
            after = self.new.draft.brackets[self.elsewhere[at]].span
            return BracketChange(BracketFate.MOVED, bracket.span, after, path)
        alone = tuple(each for each in unit.alternatives if bracket.span.contains(each.span))
        alone = alone or (Alternative(bracket.span, tuple(self.ours.inside(bracket.span))),)
        return self.ended(BracketFate.CLOSED, Unit((at,), bracket.span, alone), path)

    def settled(self, unit: Unit) -> BracketChange:
        return self.ended(BracketFate.SETTLED, unit, _path(self.old, unit.span))

    def ended(self, how: BracketFate, unit: Unit, path: str) -> BracketChange:
        """How a bracket ended, by the words of it that stand in the draft after."""
        if self.is_label(unit.span) and self.goes_to.get(path):
            return BracketChange(how, unit.span, None, path, Outcome.ACCEPTED)
        place = self.place(unit.span)
        shares = [self.share(each, place) for each in unit.alternatives]
        alive = [each for each, share in zip(unit.alternatives, shares, strict=True)
                 if share > VANISHED]  # fmt: skip
        best = max(shares, default=0.0)
        if best >= SURVIVED:
            outcome = Outcome.ACCEPTED
            alive = [unit.alternatives[shares.index(best)]] if best == 1.0 else alive
            place = self.words_of(alive[0], place) or place
        elif not alive and (how is BracketFate.CLOSED or not self.is_small(place, unit)):
            outcome, place = Outcome.DROPPED, range(0)
        else:
            outcome = Outcome.REWORDED
        after = self.span(place)
        lost = [each for each in unit.alternatives if each not in alive]
        return BracketChange(
            how,
            unit.span,
            after,
            path,
            outcome,
            after.of(self.new.draft.text) if after else None,
            tuple(dict.fromkeys(name for each in alive for name in each.names)),
            tuple(each.span.of(self.old.draft.text).strip() for each in lost),
            len(unit.members),
        )

    def is_label(self, span: Span) -> bool:
        """Whether a bracket holds the label of a point and no other words."""
        said = span.of(self.old.draft.text)
        return not self.ours.inside(span) and any(sign.isalnum() for sign in said)

    def is_small(self, place: range, unit: Unit) -> bool:
        """Whether so few words as stand here could stand for the alternatives."""
        longest = max((len(each.words) for each in unit.alternatives), default=0)
        return 0 < len(place) <= longest + OTHER_WORDS

    def share(self, alternative: Alternative, place: range) -> float:
        """How many of the words stand on: where they were followed to, or in the place that the
        bracket had."""
        words = alternative.words
        if not words:
            return 0.0
        there = Counter(self.theirs.words[j] for j in place)
        said = Counter(self.ours.words[i] for i in words)
        followed = sum(self.became[i] >= 0 for i in words)
        return max(followed, (said & there).total()) / len(words)

    def words_of(self, alternative: Alternative, place: range) -> range:
        """Where an alternative that survived stands: its very words, else from the first of
        those that were followed to the last."""
        said = tuple(self.ours.words[i] for i in alternative.words)
        for at in range(place.start, place.stop - len(said) + 1):
            if self.theirs.words[at : at + len(said)] == said:
                return range(at, at + len(said))
        images = [self.became[i] for i in alternative.words if self.became[i] >= 0]
        if not images or max(images) - min(images) > 2 * len(said) + PLACE_WORDS:
            return range(0)
        return range(min(images), max(images) + 1)

    def place(self, span: Span) -> range:
        """What stands where a bracket stood: between the words before and after it, or, where
        these went apart, from the first of its words to the last."""
        words = self.ours.inside(span)
        images = [self.became[i] for i in words if self.became[i] >= 0]
        before, after = self.around(self.ours, span)
        low, high = self.image(before) + 1, self.image(after) - 1
        most = 2 * len(words) + PLACE_WORDS
        fits = all(low <= j <= high for j in images)
        if not (fits and 0 <= high - low + 1 <= most):
            if not images or max(images) - min(images) > most:
                return range(0)
            low, high = min(images), max(images)
        homes = {self.ours.owners[i] for i in words} or {_path(self.old, span) or OUTSIDE}
        there = frozenset().union(*(self.goes_to.get(home, ()) for home in homes))
        while low <= high and self.theirs.owners[low] not in there:
            low += 1
        while high >= low and self.theirs.owners[high] not in there:
            high -= 1
        return range(low, high + 1)

    def span(self, place: range) -> Span | None:
        """From the first word of `place` to its last, with the signs that cling to them."""
        if not place:
            return None
        first, last = self.theirs.spans[place[0]], self.theirs.spans[place[-1]]
        text = self.new.draft.text
        end = last.end + 1 if text[last.end : last.end + 1] in "%)" else last.end
        return Span(first.start, max(end, first.end))

    def around(self, words: Words, span: Span) -> tuple[int, int]:
        """The nearest words before and after `span`; for the draft before, such as went on."""
        inside = words.inside(span)
        before, after = inside.start - 1, inside.stop
        if words is self.ours:
            while before >= 0 and self.became[before] < 0:
                before -= 1
            while after < len(words.words) and self.became[after] < 0:
                after += 1
        return before, after

    def image(self, at: int) -> int:
        """Where a word of the draft before went; the ends of the text stay ends."""
        if at < 0:
            return -1
        return len(self.theirs.words) if at >= len(self.became) else self.became[at]


@dataclass(frozen=True, slots=True)
class _Nest:
    """How the brackets of a draft nest: the innermost at each word, and the one around each."""

    inside: Sequence[range]
    innermost: Sequence[int]
    around: Sequence[int]

    @classmethod
    def of(cls, inside: Sequence[range], words: int) -> _Nest:
        innermost, around = [-1] * words, [-1] * len(inside)
        open_: list[int] = []
        at = 0
        for k in [*range(len(inside)), -1]:
            start = inside[k].start if k >= 0 else words
            while at < start:
                while open_ and inside[open_[-1]].stop <= at:
                    open_.pop()
                stop = min(start, inside[open_[-1]].stop) if open_ else start
                innermost[at:stop] = [open_[-1] if open_ else -1] * (stop - at)
                at = stop
            while open_ and inside[open_[-1]].stop <= start:
                open_.pop()
            if k >= 0 and inside[k]:
                around[k] = open_[-1] if open_ else -1
                open_.append(k)
        return cls(inside, innermost, around)

    def like(self, images: Sequence[int], size: int) -> list[int]:
        """The brackets around some of these words that could share half of so many: those
        that are nearest in length."""
        found: set[int] = set()
        for part in range(SAMPLES if images else 0):
            k = self.innermost[images[(len(images) - 1) * part // (SAMPLES - 1)]]
            while k >= 0 and k not in found and len(self.inside[k]) <= 3 * size:
                if 3 * len(self.inside[k]) >= size:
                    found.add(k)
                k = self.around[k]
        return nsmallest(LIKE, found, key=lambda k: (abs(len(self.inside[k]) - size), k))


def _one_to_one(scored: list[tuple[float, int, int, int]]) -> dict[int, int]:
    """The best pairs first, no bracket twice."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, n, k in sorted(scored):
        if n not in taken and k not in used:
            taken[n] = k
            used.add(k)
    return taken


def _path(side: Side, span: Span) -> str:
    """The innermost point that holds `span`; "" outside of all."""
    found, points = "", side.draft.points
    while points:
        at = bisect_right(points, span.start, key=lambda point: point.span.start) - 1
        if at < 0 or not points[at].span.contains(span):
            break
        found, points = points[at].path, points[at].points
    return found
