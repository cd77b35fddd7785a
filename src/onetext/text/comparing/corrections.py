"""A person's word on matches, as the comparison needs it: pairs that are fixed, points that are
decided on. It stands above what any words tell."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onetext.errors import OnetextError
from onetext.text.comparing.shapes import Correction
from onetext.text.comparing.sides import Side


@dataclass(frozen=True, slots=True)
class Decided:
    """`pairs` are fixed; `old` and `new` are the points that take no other partner."""

    pairs: tuple[tuple[int, int], ...]
    old: frozenset[int]
    new: frozenset[int]


def decided(corrections: Collection[Correction], old: Side, new: Side) -> Decided:
    """The corrections as places in the two drafts.

    Raises:
        OnetextError: a correction names no point, or one that its draft does not have, or
            several that contradict each other or tangle a split with a merger.
    """
    pairs: list[tuple[int, int]] = []
    gone: set[int] = set()
    come: set[int] = set()
    for one in sorted(set(corrections), key=lambda c: (c.before_path or "", c.after_path or "")):
        if one.before_path is None and one.after_path is None:
            raise OnetextError(
                "A correction names no point. Name the point before, the point after, or both."
            )
        i = None if one.before_path is None else _place(old, one.before_path)
        j = None if one.after_path is None else _place(new, one.after_path)
        if i is not None and j is not None:
            pairs.append((i, j))
        elif i is not None:
            gone.add(i)
        elif j is not None:
            come.add(j)
    _check(pairs, gone, come, old, new)
    return Decided(
        tuple(pairs),
        frozenset(gone | {i for i, _ in pairs}),
        frozenset(come | {j for _, j in pairs}),
    )


def _place(side: Side, path: str) -> int:
    if path not in side.places:
        raise OnetextError(
            f'A correction names point {path}, which "{side.draft.title}" does not have. '
            "Its points are listed by: onetext text FILE"
        )
    return side.places[path]


def _check(
    pairs: Collection[tuple[int, int]], gone: set[int], come: set[int], old: Side, new: Side
) -> None:
    for i, j in pairs:
        if i in gone or j in come:
            path = old.points[i].path if i in gone else new.points[j].path
            raise OnetextError(
                f"Corrections say that point {path} was matched, and that it has no partner. "
                "Withdraw one of them."
            )
        ours = sum(other == j for _, other in pairs)
        theirs = sum(other == i for other, _ in pairs)
        if ours > 1 and theirs > 1:
            raise OnetextError(
                f"Corrections split point {old.points[i].path} and merge a piece of it with "
                "another point. Say which of the two it was."
            )
