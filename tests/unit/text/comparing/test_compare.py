"""Comparing drafts: every point of both is told once, and matched where it should be."""

from __future__ import annotations

from onetext.text.comparing import Change, compare
from onetext.text.parse import parse_draft

DRAFT = "1. The border follows the river Lune.\n2. The ports are open to all ships.\n"


def test_a_draft_compared_with_itself_is_kept() -> None:
    """Nothing changed: every point is kept, as surely as can be."""
    draft = parse_draft(DRAFT)
    told = compare(draft, draft).points
    assert [(one.change, one.before, one.after) for one in told] == [
        (Change.KEPT, ("1",), ("1",)),
        (Change.KEPT, ("2",), ("2",)),
    ]
