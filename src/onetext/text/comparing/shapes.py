"""What became of every point and every bracket of a draft, as values.

A `Comparison` holds each point of both drafts exactly once. What a point's change says is about
its own wording: the points below it have changes of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from onetext.text.drafts import Draft
from onetext.text.spans import Span
from onetext.text.word_changes import Run


class Change(StrEnum):
    """What became of a point. A point that was moved and reworded is MOVED; its words tell."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Partner:
    """A point that was matched: of the draft after, save in a merger, where it is one of those
    of the draft before that went into one. `similarity` is 0 to 1."""

    path: str
    similarity: float


@dataclass(frozen=True, slots=True)
class PointChange:
    """What became of a point, or of the several that were split or merged.

    Attributes:
        change: one of seven; KEPT may be `renumbered`, and MOVED may be `reworded` too.
        before: paths in the draft before, in the order of its text; none for ADDED.
        after: paths in the draft after, in the order of its text; none for DROPPED.
        partners: the point after, the pieces of a split, the sources of a merger.
        similarity: of the wordings, 0 to 1, the pieces of a split or merger taken together;
            0 for DROPPED and ADDED.
        confidence: the chance, 0 to 1, that a person would say the same of these points; 1
            where a person has.
        words: kept and taken out runs join to the wording before, kept and put in ones to that
            after; several points of one side stand below each other.
        renumbered: its label is another one.
        moved: it stands under another point, or in another order among its neighbours.
        reworded: a word, a number or a bracket in it is another one.
        corrected: a person's word decided the match.
        restated: matched by meaning, as their words do not show it; `similarity` is of words.
    """

    change: Change
    before: tuple[str, ...]
    after: tuple[str, ...]
    partners: tuple[Partner, ...] = ()
    similarity: float = 0.0
    confidence: float = 1.0
    words: tuple[Run, ...] = ()
    renumbered: bool = False
    moved: bool = False
    reworded: bool = False
    corrected: bool = False
    restated: bool = False


class BracketFate(StrEnum):
    """What became of a bracket.

    SETTLED: of several alternatives, some or none survived without brackets. CLOSED: a bracket
    without alternatives is gone. MOVED: its text stands in a bracket at another place.
    """

    OPENED = "opened"
    CLOSED = "closed"
    SETTLED = "settled"
    KEPT = "kept"
    MOVED = "moved"


class Outcome(StrEnum):
    """How a bracket ended, by the words of it that stand in the draft after.

    ACCEPTED: all of its words, or one whole alternative. DROPPED: none of them. REWORDED: a
    compromise, some of them with others. OPEN: it has not ended.
    """

    ACCEPTED = "accepted"
    DROPPED = "dropped"
    REWORDED = "reworded"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class BracketChange:
    """What became of a bracket, or of the brackets that stand side by side as alternatives.

    Attributes:
        how: what became of it.
        before: the bracket in the draft before; of alternatives side by side, all of them.
        after: the bracket in the draft after; where it is gone, the words that stand for it
            now, or None where none do.
        path: the innermost point that holds it, in the draft after for OPENED, else in the one
            before; "" outside all points.
        outcome: how it ended.
        settled_as: the words that stand in its place now; None where none do, and for OPENED.
        whose: who proposed the words that survived, where the draft says so.
        dropped: the alternatives, or the words, that did not survive.
        count: how many brackets this tells of: more than one where alternatives side by side
            were settled together.
    """

    how: BracketFate
    before: Span | None
    after: Span | None
    path: str
    outcome: Outcome = Outcome.OPEN
    settled_as: str | None = None
    whose: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on a match, which binds: `before_path` became `after_path`.

    Without `after_path` the point was dropped, without `before_path` it was added. Several for
    one path make a split or a merger. A point that a correction names has no other partner.
    """

    before_path: str | None
    after_path: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every point of both drafts once in `points`, in the order of the draft after; what was
    dropped stands where its neighbours are. `brackets` come in the order of the drafts."""

    before: Draft
    after: Draft
    points: tuple[PointChange, ...]
    brackets: tuple[BracketChange, ...] = ()


class Meanings(Protocol):
    """The texts of two sides, read."""

    def alike(self, rows: Sequence[int], columns: Sequence[int]) -> Any:
        """How alike in meaning each of some texts before is with each of some after.

        Args:
            rows: places of texts before.
            columns: places of texts after.

        Returns:
            rows x columns, float32: 1 where two say the same, 0 where they have nothing to do
            with each other, or where one of them cannot be read.
        """
        ...


class Likeness(Protocol):
    """A reader of meanings, where one is at hand: what words do not show, it may."""

    def between(self, before: Sequence[str], after: Sequence[str]) -> Meanings:
        """Read the texts of two sides; what all of them say counts for little."""
        ...
