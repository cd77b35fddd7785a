"""Points that were split in several, and points that several were merged into.

A piece stands for the most part in the whole, and says what no other piece of it says: so a
whole that goes on holding all its words was not split. A merger is a split seen from the other
side. Pieces join in the order of how much of them stands in the whole; no point is a piece of
two wholes, nor a piece and a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onetext.text.comparing.likeness import Grams

PIECE_WORDS = 4
"""A piece of fewer words tells nothing."""
IN_WHOLE = 0.45
"""How much of what a piece says must stand in the whole."""
NOT_SAID_YET = 0.35
"""How much of it no other piece may say."""
FAR = 0.25
"""How much more is asked of a piece that stands somewhere else than near its whole."""
WEAK_TIE = 0.5
"""A point whose partner is less alike than this may turn out to be a piece of another."""
STRONGER = 0.2
"""By how much it must stand better in the other."""
NEAREST = 4

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Points `old` of the draft before that together became `new` of the draft after.

    `certainty` is how much of the least certain piece stands in the whole; 1 for a pair.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    certainty: float = 1.0


@dataclass(slots=True)
class _Ties:
    """Who is tied to whom, seen from the side of the wholes; `sure` holds a piece's strength."""

    pieces: dict[int, set[int]] = field(default_factory=dict)
    wholes: dict[int, set[int]] = field(default_factory=dict)
    sure: dict[Pair, float] = field(default_factory=dict)

    def tie(self, whole: int, piece: int) -> None:
        self.pieces.setdefault(whole, set()).add(piece)
        self.wholes.setdefault(piece, set()).add(whole)

    def untie(self, whole: int, piece: int) -> None:
        self.pieces[whole].discard(piece)
        self.wholes[piece].discard(whole)

    def turned(self) -> _Ties:
        return _Ties(self.wholes, self.pieces, {(j, i): s for (i, j), s in self.sure.items()})


def groups(
    taken: Sequence[Pair],
    similarity: Mapping[Pair, float],
    grams: Grams,
    lengths: tuple[Sequence[int], Sequence[int]],
    above: tuple[Sequence[int], Sequence[int]],
    held: tuple[frozenset[int], frozenset[int]],
) -> list[Group]:
    """The pairs `taken`, grown to splits and mergers where they are part of one.

    Args:
        taken: pairs of the assignment; a person's splits and mergers come in several pairs.
        similarity: of pairs that were looked at.
        grams: of the points' own wordings.
        lengths: words of each point, in the drafts before and after.
        above: the place of the point above each, or -1, likewise.
        held: points that a person has decided on, which take nothing in and join nothing.
    """
    ties = _Ties()
    for i, j in taken:
        ties.tie(i, j)
    _join(ties, similarity, grams, lengths[1], above, held)
    turned = ties.turned()
    back = {(j, i): value for (i, j), value in similarity.items()}
    turned_above = above[1], above[0]
    _join(turned, back, grams.turned(), lengths[0], turned_above, (held[1], held[0]))
    _adopt(ties, above[1], held[1])
    _adopt(turned, above[0], held[0])
    return list(_grouped(turned.turned()))


def _adopt(ties: _Ties, above: Sequence[int], held: frozenset[int]) -> None:
    """Where all pieces of a whole stand right below a point that is nothing else, as in "It is
    agreed that: (a) ... (b) ...", that point is one of them."""
    for whole, pieces in list(ties.pieces.items()):
        heads = {above[piece] for piece in pieces}
        if len(pieces) < 2 or len(heads) > 1:
            continue
        (head,) = heads
        if head >= 0 and head not in held and not ties.wholes.get(head):
            ties.tie(whole, head)


def _join(
    ties: _Ties,
    similarity: Mapping[Pair, float],
    grams: Grams,
    lengths: Sequence[int],
    above: tuple[Sequence[int], Sequence[int]],
    held: tuple[frozenset[int], frozenset[int]],
) -> None:
    """Let pieces join the wholes that they stand in, the surest first."""
    said = _Said(grams)
    alone: dict[int, list[int]] = {}
    for strength, whole, piece in said.candidates():
        if whole in held[0] or piece in held[1] or lengths[piece] < PIECE_WORDS:
            continue
        more = 0.0 if _is_near(ties, above, whole, piece) else FAR
        if strength < IN_WHOLE + more or piece in ties.pieces.get(whole, ()):
            continue
        if not _may_join(ties, whole, piece, strength, similarity):
            continue
        waiting = [each for each in alone.pop(whole, ()) if not ties.wholes.get(each)]
        others = ties.pieces.get(whole) or set(waiting)
        if not others:
            alone[whole] = [] if ties.wholes.get(piece) else [piece]
            continue
        if said.anew(whole, piece, others) < NOT_SAID_YET + more:
            alone[whole] = waiting
            continue
        for other in list(ties.wholes.get(piece, ())):
            ties.untie(other, piece)
        for each in [*waiting, piece]:
            ties.tie(whole, each)
            ties.sure[whole, each] = min(1.0, said.strength(whole, each))


def _is_near(
    ties: _Ties, above: tuple[Sequence[int], Sequence[int]], whole: int, piece: int
) -> bool:
    """Whether a piece stands below the same point as its whole, or below another piece of it."""
    over_whole, over_piece = above[0][whole], above[1][piece]
    if over_piece < 0:
        return over_whole < 0
    return over_piece in ties.pieces.get(over_whole, ()) or over_piece in ties.pieces.get(whole, ())


def _may_join(
    ties: _Ties, whole: int, piece: int, strength: float, similarity: Mapping[Pair, float]
) -> bool:
    """Whether neither is in a split or merger that this would tangle."""
    if any(len(ties.wholes[each]) > 1 for each in ties.pieces.get(whole, ())):
        return False
    wholes = ties.wholes.get(piece, set())
    if not wholes:
        return True
    if len(wholes) > 1:
        return False
    (other,) = wholes
    tie = similarity.get((other, piece), 1.0)
    return len(ties.pieces[other]) == 1 and tie < min(WEAK_TIE, strength - STRONGER)


class _Said:
    """What pieces say of a whole, by the weight of the grams."""

    def __init__(self, grams: Grams) -> None:
        self._grams = grams

    def candidates(self) -> list[tuple[float, int, int]]:
        """Wholes with the pieces that they share most with, the surest first."""
        pairs = self._grams.near(NEAREST, holding=True)
        found = [(round(self.strength(i, j), 9), i, j) for i, j in pairs]
        return sorted(found, key=lambda one: (-one[0], one[1], one[2]))

    def strength(self, whole: int, piece: int) -> float:
        """How much of what the piece says stands in the whole."""
        mass = float(self._grams.new_mass[piece])
        return self._grams.weight(self._shared(whole, piece)) / mass if mass else 0.0

    def anew(self, whole: int, piece: int, others: Iterable[int]) -> float:
        """How much of what the piece says stands in the whole and in no other piece of it."""
        mass = float(self._grams.new_mass[piece])
        shared = self._shared(whole, piece)
        for other in others:
            shared -= self._grams.grams(other, new=True)
        return self._grams.weight(shared) / mass if mass else 0.0

    def _shared(self, whole: int, piece: int) -> set[int]:
        return self._grams.grams(piece, new=True) & self._grams.grams(whole)


def _grouped(ties: _Ties) -> Iterator[Group]:
    seen: set[int] = set()
    for old, pieces in sorted(ties.pieces.items()):
        if not pieces or old in seen:
            continue
        sources = set().union(*(ties.wholes[piece] for piece in pieces))
        for source in sorted(sources):
            pieces = pieces | ties.pieces[source]
        seen |= sources
        sure = [ties.sure[i, j] for i in sources for j in pieces if (i, j) in ties.sure]
        yield Group(tuple(sorted(sources)), tuple(sorted(pieces)), min(sure, default=1.0))
