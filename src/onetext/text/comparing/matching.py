"""Which point of one draft is which of the other: candidates, what they tell, one assignment.

1. Candidates: the most alike in words on either side, those at the same path, those with the same
   words in the same order.
2. One optimal assignment by the odds of each pair, from their words alone.
3. Again, now knowing which points above and beside are matched; the points below two matched
   ones become candidates, too.
4. Again, knowing also what is matched below; until nothing changes, three times at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onetext.text.comparing.assignment import assign
from onetext.text.comparing.candidates import below, in_place
from onetext.text.comparing.chances import BY_WORDS_ALONE, FROM_ABOVE, WEIGHTS, Evidence, odds
from onetext.text.comparing.context import above, around, sharing
from onetext.text.comparing.likeness import Grams
from onetext.text.comparing.sides import Side
from onetext.text.comparing.ties import Pair
from onetext.text.comparing.wordings import Wordings

NEAREST = 8
ROUNDS = (BY_WORDS_ALONE, FROM_ABOVE, WEIGHTS, WEIGHTS, WEIGHTS)


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


def match(
    old: Side,
    new: Side,
    *,
    fixed: Sequence[Pair] = (),
    barred: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Matching:
    """Match the points of two drafts.

    Args:
        old: the draft before.
        new: the draft after.
        fixed: pairs that a person has decided.
        barred: points of each side that a person has decided on, which take no other partner.
    """
    words = Wordings.of(old, new)
    candidates = words.near(NEAREST) | in_place(old, new)
    taken: list[Pair] = list(fixed)
    known: dict[Pair, float] = {}
    alike: dict[Pair, float] = {}
    for round_, weights in enumerate(ROUNDS):
        if round_:
            candidates |= below(old, new, taken) | above(old, new, taken).keys()
        pairs = sorted(
            pair for pair in candidates if pair[0] not in barred[0] and pair[1] not in barred[1]
        )
        if not pairs:
            break
        rows, columns = np.array(pairs).T
        similarity, contained = words.alike(old, new, rows, columns)
        over, beside = around(old, new, pairs, taken)
        seen = Evidence(
            similarity,
            contained,
            words.alike_in_words(rows, columns),
            np.array([float(old.labels[i] == new.labels[j]) for i, j in pairs]),
            np.array([float(old.points[i].path == new.points[j].path) for i, j in pairs]),
            over,
            beside,
            sharing(old, new, pairs, taken),
        )
        weighed = odds(seen, weights)
        known = dict(zip(pairs, weighed.tolist(), strict=True))
        alike = dict(zip(pairs, similarity.tolist(), strict=True))
        chosen = [*fixed, *assign(pairs, weighed, len(old), len(new))]
        if chosen == taken and round_ > 1:
            break
        taken = chosen
    return Matching(tuple(sorted(taken)), known, alike, words.own)
