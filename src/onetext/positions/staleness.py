"""Whether a position is older than the wording it is held against, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import Indel

from onetext.positions.terms import plain_words
from onetext.positions.values import Staleness
from onetext.positions.wordings import Wording


def staleness(since: date, as_of: date, wordings: Sequence[Wording]) -> Staleness | None:
    """How the wording in force on `as_of` differs from that in force on `since`.

    Args:
        since: the date on which the position rests.
        as_of: the last date whose drafts count.
        wordings: of one issue, oldest draft first; undated drafts are never in force.

    Returns:
        None where the words are the same, or where no draft worded the issue by `since`. A
        draft that does not deal with the issue leaves its wording in force.
    """
    before = in_force(since, wordings)
    after = in_force(as_of, wordings)
    if before is None or after is None or before.draft.id == after.draft.id:
        return None
    share = changed_share_pct(before.text, after.text)
    return Staleness(after.draft, share) if share else None


def in_force(day: date, wordings: Sequence[Wording]) -> Wording | None:
    """The newest wording that is dated `day` or before."""
    dated = [w for w in wordings if w.draft.draft.dated is not None and w.draft.draft.dated <= day]
    return dated[-1] if dated else None


def changed_share_pct(before: str, after: str) -> float:
    """Words taken out and put in, in percent of the words of both texts (0 to 100).

    Source: the insertion-deletion distance over words, normalised, as rapidfuzz computes it.
    """
    return 100 * Indel.normalized_distance(plain_words(before), plain_words(after))
