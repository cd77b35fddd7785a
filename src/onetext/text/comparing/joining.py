"""Pieces that join the wholes that they stand in, the surest in words first.

1. A point that is left over joins where it is likelier than not a piece (`chances.piece_odds`).
2. A point that has a partner leaves it only for a whole that it stands in far better, and not
   where the partner stands in it: that a sentence went elsewhere makes no other point of it.
3. A whole without a partner waits until there are two pieces of it.
4. Again, since a piece that joined has neighbours of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onetext.text.comparing.chances import piece_odds
from onetext.text.comparing.likeness import Grams
from onetext.text.comparing.pieces import Pieces
from onetext.text.comparing.ties import Pair, Ties

PIECE_WORDS = 4
"""A piece of fewer words tells nothing."""
IN_WHOLE = 0.45
"""How much must stand in the whole of the first of its pieces, and of one that has a partner."""
FAR = 0.25
"""How much more of these, where they stand somewhere else than near the whole."""
WEAK_TIE = 0.5
"""A point whose partner is less alike than this may turn out to be a piece of another."""
STRONGER = 0.2
"""By how much it must stand better in the other."""
NOT_SAID_YET = 0.35
"""How much of it no other piece may say."""
BESIDE = 3
"""So many left over points beside a piece may be pieces, too."""
PASSES = 3


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of both sides' points, seen from the side of the wholes.

    Attributes:
        similarity: of pairs that were looked at.
        grams: of the points' own wordings.
        lengths: words of each point, of the wholes and of the pieces.
        above: the place of the point above each, or -1, likewise.
        held: points that a person has decided on, which take nothing in and join nothing.
    """

    similarity: Mapping[Pair, float]
    grams: Grams
    lengths: tuple[Sequence[int], Sequence[int]]
    above: tuple[Sequence[int], Sequence[int]]
    held: tuple[frozenset[int], frozenset[int]]

    def turned(self) -> Outlook:
        back = {(j, i): value for (i, j), value in self.similarity.items()}
        return Outlook(
            back, self.grams.turned(), self.lengths[::-1], self.above[::-1], self.held[::-1]
        )


def join(ties: Ties, outlook: Outlook) -> None:
    """Let every piece join its whole."""
    _Joining(ties, outlook, Pieces(outlook.grams)).all()


@dataclass(slots=True)
class _Joining:
    """`waiting` are the first pieces of wholes that have no other yet."""

    ties: Ties
    outlook: Outlook
    said: Pieces
    waiting: dict[int, int] = field(default_factory=dict)

    def all(self) -> None:
        contained: dict[Pair, float] = {}
        likely = self.said.likely()
        for _ in range(PASSES):
            for pair in [*likely, *self._left_over_beside()]:
                if pair not in contained and self._may_look(*pair):
                    contained[pair] = round(self.said.contained(*pair), 9)
            order = sorted(contained, key=lambda pair: (-contained[pair], pair))
            joined = [pair for pair in order if self._joins(*pair, contained[pair])]
            if not joined:
                return

    def _may_look(self, whole: int, piece: int) -> bool:
        held = whole in self.outlook.held[0] or piece in self.outlook.held[1]
        return not held and self.outlook.lengths[1][piece] >= PIECE_WORDS

    def _left_over_beside(self) -> Iterator[Pair]:
        """Wholes with the points that are left over beside their pieces."""
        for whole, pieces in self.ties.pieces.items():
            for piece in pieces:
                yield from ((whole, at) for at in self._left_over(piece) if at not in pieces)

    def _left_over(self, place: int) -> Iterator[int]:
        """The points on either side of a place up to the first that is tied, and not it."""
        for step in (-1, 1):
            for at in range(place + step, place + step * (BESIDE + 1), step):
                if not 0 <= at < len(self.outlook.lengths[1]) or self.ties.wholes.get(at):
                    break
                yield at

    def _joins(self, whole: int, piece: int, contained: float) -> bool:
        """Whether a piece joined the whole now."""
        pieces, partners = self.ties.pieces.get(whole, set()), self.ties.wholes.get(piece, set())
        if piece in pieces or self._tangles(pieces, partners):
            return False
        near = self._is_near(whole, piece)
        more = 0.0 if near else FAR
        far_better = contained >= IN_WHOLE + more
        for partner in partners:
            tie = self.outlook.similarity.get((partner, piece), 1.0)
            far_better = far_better and tie < min(WEAK_TIE, contained - STRONGER)
            far_better = far_better and self.said.held_of(partner, piece) < IN_WHOLE
        if partners and not far_better:
            return False
        first = self.waiting.get(whole, piece)
        waits = not pieces and first != piece and not self.ties.wholes.get(first)
        others = {first} if waits else pieces
        if not others:
            if far_better and not partners:
                self.waiting[whole] = piece
            return False
        anew, words = self.said.anew(whole, piece, others)
        odds = piece_odds(anew, words, near=near, beside=self._is_beside(piece, others))
        if odds <= 0 or (partners and anew < NOT_SAID_YET + more):
            return False
        for each in {piece, *others} if waits else (piece,):
            self.ties.join(whole, each, odds)
        return True

    def _tangles(self, pieces: set[int], partners: set[int]) -> bool:
        """Whether one of them is in a split or merger already that this would tangle."""
        return (
            len(partners) > 1
            or any(len(self.ties.wholes[each]) > 1 for each in pieces)
            or any(len(self.ties.pieces[each]) > 1 for each in partners)
        )

    def _is_near(self, whole: int, piece: int) -> bool:
        """Whether a piece stands below the same point as its whole, or below another piece."""
        over, over_piece = self.outlook.above[0][whole], self.outlook.above[1][piece]
        if over_piece < 0:
            return over < 0
        pieces = self.ties.pieces
        return over_piece in pieces.get(over, ()) or over_piece in pieces.get(whole, ())

    def _is_beside(self, piece: int, others: set[int]) -> bool:
        """Whether nothing that has a partner stands between a piece and another one."""
        for step in (-1, 1):
            for at in range(piece + step, piece + step * (BESIDE + 1), step):
                if at in others:
                    return True
                if self.ties.wholes.get(at):
                    break
        return False
