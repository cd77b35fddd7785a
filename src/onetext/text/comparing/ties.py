"""Which points are tied to which, while splits and mergers are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Points `old` of the draft before that together became `new` of the draft after.

    `odds` is the logarithm of the odds of the least sure piece; None for a pair, and where a
    person decided.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    odds: float | None = None


@dataclass(slots=True)
class Ties:
    """Who is tied to whom, seen from the side of the wholes; `odds` are those of the pieces
    that joined one."""

    pieces: dict[int, set[int]] = field(default_factory=dict)
    wholes: dict[int, set[int]] = field(default_factory=dict)
    odds: dict[Pair, float] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Ties:
        ties = cls()
        for whole, piece in pairs:
            ties.tie(whole, piece)
        return ties

    def tie(self, whole: int, piece: int) -> None:
        self.pieces.setdefault(whole, set()).add(piece)
        self.wholes.setdefault(piece, set()).add(whole)

    def untie(self, whole: int, piece: int) -> None:
        self.pieces[whole].discard(piece)
        self.wholes[piece].discard(whole)

    def join(self, whole: int, piece: int, odds: float) -> None:
        """Tie a piece to this whole and to no other."""
        for other in list(self.wholes.get(piece, ())):
            self.untie(other, piece)
        self.tie(whole, piece)
        self.odds[whole, piece] = odds

    def turned(self) -> Ties:
        """The same ties, seen from the other side: to tie here is to tie there."""
        return Ties(self.wholes, self.pieces, {(j, i): odds for (i, j), odds in self.odds.items()})

    def grouped(self) -> Iterator[Group]:
        """All that hangs together, in the order of the wholes."""
        seen: set[int] = set()
        for whole, pieces in sorted(self.pieces.items()):
            if not pieces or whole in seen:
                continue
            wholes = set().union(*(self.wholes[piece] for piece in pieces))
            for each in sorted(wholes):
                pieces = pieces | self.pieces[each]
            seen |= wholes
            odds = [self.odds[i, j] for i in wholes for j in pieces if (i, j) in self.odds]
            yield Group(tuple(sorted(wholes)), tuple(sorted(pieces)), min(odds) if odds else None)
