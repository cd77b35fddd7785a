"""What the flow of a text consists of: its matters, the ribbons between them, and returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onetext.text.drafts import Draft


class Way(StrEnum):
    """How a matter went on: in its place, in another order, in several parts, or as another
    wording of the same issue, so that no words tie the two."""

    IN_PLACE = "in its place"
    MOVED = "moved"
    PARTS = "split or merged"
    ISSUE = "same issue, other words"


@dataclass(frozen=True, slots=True)
class Matter:
    """A point that stands for a matter: where, how it is called, how many words it has.

    `issues` are the labels of the issues that it deals with, where they are known.
    """

    path: str
    label: str
    title: str
    words: int
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Words that went from a matter of one draft to a matter of the next.

    `before` and `after` are the places of the two in their drafts; `share_before` and
    `share_after` how much of their words it is (0 to 1); `similarity` how alike these are.
    """

    before: int
    after: int
    share_before: float
    share_after: float
    similarity: float
    way: Way


@dataclass(frozen=True, slots=True)
class Return:
    """A matter whose issue the drafts between left out: where it stood last, where it is back.

    `last` and `back` are the columns of the two drafts, at least two apart; `before` and `after`
    the places of the matter in them; `similarity` the share (0 to 1) of telling words in common.
    """

    last: int
    before: int
    back: int
    after: int
    similarity: float

    @property
    def without(self) -> range:
        """The columns of the drafts that left it out."""
        return range(self.last + 1, self.back)


@dataclass(frozen=True, slots=True)
class Flow:
    """The matters of each draft, the ribbons from each draft to the next, and the returns."""

    drafts: tuple[Draft, ...]
    matters: tuple[tuple[Matter, ...], ...]
    ribbons: tuple[tuple[Ribbon, ...], ...]
    returns: tuple[Return, ...] = ()

    def gone(self, column: int) -> dict[int, bool]:
        """The matters of a draft, by place, that do not go on to the next draft, and whether
        their issue comes back in a later one; none of the last draft."""
        if column >= len(self.ribbons):
            return {}
        gone_on = {ribbon.before for ribbon in self.ribbons[column]}
        later = self._issues(self.matters[column + 1 :])
        return self._others(column, gone_on, later)

    def new(self, column: int) -> dict[int, bool]:
        """The matters of a draft, by place, that the draft before has not, and whether their
        issue was in an earlier one; none of the first draft."""
        if column == 0:
            return {}
        known = {ribbon.after for ribbon in self.ribbons[column - 1]}
        return self._others(column, known, self._issues(self.matters[:column]))

    def _others(self, column: int, tied: set[int], issues: set[str]) -> dict[int, bool]:
        return {
            at: not issues.isdisjoint(matter.issues)
            for at, matter in enumerate(self.matters[column])
            if at not in tied
        }

    @staticmethod
    def _issues(columns: Sequence[Sequence[Matter]]) -> set[str]:
        return {issue for column in columns for matter in column for issue in matter.issues}
