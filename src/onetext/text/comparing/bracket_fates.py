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

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onetext.text.comparing.bracket_partners import carried_away, standing
from onetext.text.comparing.bracket_units import Alternative, Unit, units_of
from onetext.text.comparing.followed import PLACE_WORDS, Followed, path_of
from onetext.text.comparing.shapes import BracketChange, BracketFate, Outcome, PointChange
from onetext.text.comparing.sides import Side
from onetext.text.spans import Span

SURVIVED = 0.85
"""An alternative of which this share of words stands was accepted; of which"""
VANISHED = 0.4
"""no more than this share stands was dropped."""
OTHER_WORDS = 6
"""Words of which no alternative has any stand for the choice if they are not much longer."""


def bracket_fates(old: Side, new: Side, told: Sequence[PointChange]) -> tuple[BracketChange, ...]:
    """What became of the brackets of both drafts, in the order of the draft before; those that
    were opened come last, in the order of the draft after."""
    if not old.draft.brackets and not new.draft.brackets:
        return ()
    return tuple(_Fates.of(old, new, told).all())


@dataclass(slots=True)
class _Fates:
    followed: Followed
    units: list[Unit]
    partner: dict[int, int]
    elsewhere: dict[int, int]

    @classmethod
    def of(cls, old: Side, new: Side, told: Sequence[PointChange]) -> _Fates:
        followed = Followed.of(old, new, told)
        units = units_of(old.draft.brackets, followed.ours, old.draft.text)
        partner = standing(followed)
        return cls(followed, units, partner, carried_away(followed, partner))

    def all(self) -> Iterator[BracketChange]:
        for unit in self.units:
            going_on = [at for at in unit.members if at in self.partner or at in self.elsewhere]
            if unit.is_choice and not going_on:
                yield self.settled(unit)
                continue
            for at in unit.members:
                yield self.one(unit, at)
        known = {*self.partner.values(), *self.elsewhere.values()}
        for at, bracket in enumerate(self.followed.new.draft.brackets):
            if at not in known:
                yield BracketChange(
                    BracketFate.OPENED, None, bracket.span, path_of(self.followed.new, bracket.span)
                )

    def one(self, unit: Unit, at: int) -> BracketChange:
        """What became of a bracket that no choice was made of."""
        bracket = self.followed.old.draft.brackets[at]
        path = path_of(self.followed.old, bracket.span)
        if at in self.partner:
            after = self.followed.new.draft.brackets[self.partner[at]].span
            return BracketChange(BracketFate.KEPT, bracket.span, after, path)
        if at in self.elsewhere:
            after = self.followed.new.draft.brackets[self.elsewhere[at]].span
            return BracketChange(BracketFate.MOVED, bracket.span, after, path)
        alone = tuple(each for each in unit.alternatives if bracket.span.contains(each.span))
        alone = alone or (
            Alternative(bracket.span, tuple(self.followed.ours.inside(bracket.span))),
        )
        return self.ended(BracketFate.CLOSED, Unit((at,), bracket.span, alone), path)

    def settled(self, unit: Unit) -> BracketChange:
        return self.ended(BracketFate.SETTLED, unit, path_of(self.followed.old, unit.span))

    def ended(self, how: BracketFate, unit: Unit, path: str) -> BracketChange:
        """How a bracket ended, by the words of it that stand in the draft after."""
        if self.is_label(unit.span) and self.followed.goes_to.get(path):
            return BracketChange(how, unit.span, None, path, Outcome.ACCEPTED)
        place = self.followed.place(unit.span)
        shares = [self.share(each, place) for each in unit.alternatives]
        alive = [each for each, share in zip(unit.alternatives, shares, strict=True)
                 if share > VANISHED]  # fmt: skip
        best = max(shares, default=0.0)
        if best >= SURVIVED:
            outcome = Outcome.ACCEPTED
            alive = [unit.alternatives[shares.index(best)]] if best == 1.0 else alive
            place = self.words_of(alive[0], place) or place
        elif not alive and self.is_number(unit, place):
            outcome = Outcome.REWORDED
        elif not alive and (how is BracketFate.CLOSED or not self.is_small(place, unit)):
            outcome, place = Outcome.DROPPED, range(0)
        else:
            outcome = Outcome.REWORDED
        after = self.followed.span(place)
        lost = [each for each in unit.alternatives if each not in alive]
        return BracketChange(
            how,
            unit.span,
            after,
            path,
            outcome,
            after.of(self.followed.new.draft.text) if after else None,
            tuple(dict.fromkeys(name for each in alive for name in each.names)),
            tuple(each.span.of(self.followed.old.draft.text).strip() for each in lost),
            len(unit.members),
        )

    def is_label(self, span: Span) -> bool:
        """Whether a bracket holds the label of a point and no other words."""
        said = span.of(self.followed.old.draft.text)
        return not self.followed.ours.inside(span) and any(sign.isalnum() for sign in said)

    def is_small(self, place: range, unit: Unit) -> bool:
        """Whether so few words as stand here could stand for the alternatives."""
        longest = max((len(each.words) for each in unit.alternatives), default=0)
        return 0 < len(place) <= longest + OTHER_WORDS

    def is_number(self, unit: Unit, place: range) -> bool:
        """Whether numbers were on the table and other numbers stand there
        now: [30] days, then 45 days."""
        said = [self.followed.ours.words[i] for each in unit.alternatives for i in each.words]
        now = [self.followed.theirs.words[j] for j in place]
        return bool(said and now) and all(word.isdigit() for word in (*said, *now))

    def share(self, alternative: Alternative, place: range) -> float:
        """How many of the words stand on: where they were followed to, or in the place that the
        bracket had."""
        words = alternative.words
        if not words:
            return 0.0
        there = Counter(self.followed.theirs.words[j] for j in place)
        said = Counter(self.followed.ours.words[i] for i in words)
        followed = sum(self.followed.became[i] >= 0 for i in words)
        return max(followed, (said & there).total()) / len(words)

    def words_of(self, alternative: Alternative, place: range) -> range:
        """Where an alternative that survived stands: its very words, else from the first of
        those that were followed to the last."""
        said = tuple(self.followed.ours.words[i] for i in alternative.words)
        for at in range(place.start, place.stop - len(said) + 1):
            if self.followed.theirs.words[at : at + len(said)] == said:
                return range(at, at + len(said))
        images = [
            self.followed.became[i] for i in alternative.words if self.followed.became[i] >= 0
        ]
        if not images or max(images) - min(images) > 2 * len(said) + PLACE_WORDS:
            return range(0)
        return range(min(images), max(images) + 1)
