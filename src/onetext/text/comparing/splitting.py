"""Points that were split in several, and points that several were merged into.

A piece stands for the most part in the whole, and says what no other piece of it says: so a
whole that goes on holding all its words was not split. A merger is a split seen from the other
side. No point is a piece of two wholes, nor a piece and a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from onetext.text.comparing.joining import Outlook, join
from onetext.text.comparing.ties import Group, Pair, Ties


def groups(taken: Sequence[Pair], outlook: Outlook) -> list[Group]:
    """The pairs `taken`, grown to splits and mergers where they are part of one; a person's
    splits and mergers come in several pairs."""
    ties = Ties.of(taken)
    join(ties, outlook)
    turned, back = ties.turned(), outlook.turned()
    join(turned, back)
    for seen, side in ((ties, outlook), (turned, back)):
        _adopt(seen, side)
        _leave_headings(seen, side)
    return list(turned.turned().grouped())


def _adopt(ties: Ties, outlook: Outlook) -> None:
    """Where all pieces of a whole stand right below a point that is nothing else, as in "It is
    agreed that: (a) ... (b) ...", that point is one of them; a heading without words is not."""
    above, lengths, held = outlook.above[1], outlook.lengths[1], outlook.held[1]
    for whole, pieces in list(ties.pieces.items()):
        heads = {above[piece] for piece in pieces}
        if len(pieces) < 2 or len(heads) > 1:
            continue
        (head,) = heads
        if head >= 0 and lengths[head] and head not in held and not ties.wholes.get(head):
            ties.tie(whole, head)


def _leave_headings(ties: Ties, outlook: Outlook) -> None:
    """A heading without words is no piece of what has others."""
    for whole, pieces in list(ties.pieces.items()):
        wordless = {each for each in pieces - outlook.held[1] if not outlook.lengths[1][each]}
        if wordless and wordless < pieces:
            for each in wordless:
                ties.untie(whole, each)
