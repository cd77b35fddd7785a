"""Which bracket of the draft after goes on with which of the draft before.

A bracket stands on where one of the draft after holds most of its words, followed there; brackets
without words, where their neighbours are the same. The pairs that share most are taken first.
What is left and holds the same words in another point was moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from heapq import nsmallest

from rapidfuzz.distance import Indel

from onetext.text.comparing.followed import Followed
from onetext.text.comparing.nests import LIKE, Nest

STANDS_ON = 0.5
"""The share of their words (Dice) that two brackets have in common where one is the other."""
MOVED_WORDS = 3
MOVED_ALIKE = 0.8


def standing(followed: Followed) -> dict[int, int]:
    """Brackets that one of the draft after goes on with."""
    ours, became, theirs = followed.ours, followed.became, followed.new.draft.brackets
    inside = [followed.theirs.inside(bracket.span) for bracket in theirs]
    nest = Nest.of(inside, len(followed.theirs.words))
    empty = {(held.start - 1, held.stop): k for k, held in enumerate(inside) if not held}
    scored: list[tuple[float, int, int, int]] = []
    for n, bracket in enumerate(followed.old.draft.brackets):
        words = ours.inside(bracket.span)
        if not words:
            before, after = followed.around(bracket.span)
            place = (followed.image(before), followed.image(after))
            if place in empty:
                scored.append((-1.0, 0, n, empty[place]))
            continue
        images = sorted(became[i] for i in words if became[i] >= 0)
        for k in nest.like(images, len(words)):
            there = inside[k]
            shared = bisect_left(images, there.stop) - bisect_left(images, there.start)
            alike = 2 * shared / (len(words) + len(there))
            if alike >= STANDS_ON:
                depth = abs(bracket.depth - theirs[k].depth)
                scored.append((-alike, depth, n, k))
    return _one_to_one(scored)


def carried_away(followed: Followed, partner: dict[int, int]) -> dict[int, int]:
    """Brackets without `partner` whose words stand in a bracket at another place. Of those with
    the same rarest word, the nearest in length are compared."""
    ours, theirs = followed.ours, followed.theirs
    known: Collection[int] = set(partner.values())
    there: dict[str, list[int]] = defaultdict(list)
    said: dict[int, tuple[str, ...]] = {}
    for k, bracket in enumerate(followed.new.draft.brackets):
        words = tuple(theirs.words[j] for j in theirs.inside(bracket.span))
        if k not in known and len(words) >= MOVED_WORDS:
            said[k] = words
            for word in set(words):
                there[word].append(k)
    scored: list[tuple[float, int, int, int]] = []
    for n, bracket in enumerate(followed.old.draft.brackets):
        words = tuple(ours.words[i] for i in ours.inside(bracket.span))
        if n in partner or len(words) < MOVED_WORDS:
            continue
        rarest = min(set(words), key=lambda word: (len(there.get(word, ())) or 10**9, word))

        def unlike(k: int, words: tuple[str, ...] = words) -> tuple[int, bool, int]:
            return abs(len(said[k]) - len(words)), said[k] != words, k

        for k in nsmallest(LIKE, there.get(rarest, ()), key=unlike):
            alike = Indel.normalized_similarity(words, said[k], score_cutoff=MOVED_ALIKE - 0.01)
            if alike >= MOVED_ALIKE:
                scored.append((-alike, 0, n, k))
    return _one_to_one(scored)


def _one_to_one(scored: list[tuple[float, int, int, int]]) -> dict[int, int]:
    """The best pairs first, no bracket twice."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, n, k in sorted(scored):
        if n not in taken and k not in used:
            taken[n] = k
            used.add(k)
    return taken
