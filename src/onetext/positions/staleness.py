"""Whether a position is older than the wording it is held against, by how much, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from rapidfuzz.distance import Indel

from onetext.positions.terms import plain_words
from onetext.positions.values import Rewording, Staleness
from onetext.positions.wordings import Wording, like_with_like


def staleness(before: Wording | None, as_of: date, wordings: Sequence[Wording]) -> Staleness | None:
    """How the wording in force on `as_of` differs from the one that a position is about.

    Args:
        before: the wording that the position is about; None where there was none.
        as_of: the last date whose drafts count.
        wordings: of one issue, oldest draft first; undated drafts are never in force.

    Returns:
        None where the words are the same, whatever their number, brackets, capitals and who
        is named beside them, or where the position is about no wording. A draft that does not
        deal with the issue leaves its wording in force.
    """
    after = in_force(as_of, wordings)
    if before is None or after is None or before.draft.id == after.draft.id:
        return None
    share = reworded_pct(before, after)
    if not share:
        return None
    ids = [wording.draft.id for wording in wordings]
    through = wordings[ids.index(before.draft.id) : ids.index(after.draft.id) + 1]
    return Staleness(before, after, share, rewordings(through))


def in_force(day: date, wordings: Sequence[Wording]) -> Wording | None:
    """The newest wording that is dated `day` or before."""
    dated = [w for w in wordings if w.draft.draft.dated is not None and w.draft.draft.dated <= day]
    return dated[-1] if dated else None


def rewordings(wordings: Sequence[Wording]) -> tuple[Rewording, ...]:
    """The drafts that changed the words of the one before them, and how much of them."""
    shares = [(after.draft, reworded_pct(before, after)) for before, after in pairwise(wordings)]
    return tuple(Rewording(draft, share) for draft, share in shares if share)


def reworded_pct(before: Wording, after: Wording) -> float:
    """How much of the words changed between two wordings of an issue (0 to 100)."""
    one, other = like_with_like(before, after)
    return changed_share_pct(one.bare, other.bare)


def changed_share_pct(before: str, after: str) -> float:
    """Words taken out and put in, in percent of the words of both texts (0 to 100).

    Source: the insertion-deletion distance over words, normalised, as rapidfuzz computes it.
    """
    return 100 * Indel.normalized_distance(plain_words(before), plain_words(after))
