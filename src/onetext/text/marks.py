"""ITU marks: ADD, MOD, SUP or NOC at the head of a line, before the provision or above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.drafts import Attribution, Mark
from onetext.text.spans import Span

_MARK = re.compile(r"[*_]{0,3}\(?(?P<mark>ADD|MOD|SUP|NOC)\)?[*_]{0,3}(?=\s|$)")
_PROPOSAL = re.compile(
    r"(?P<by>[A-Z]{1,4}(?:[/,-][A-Z]{1,4}\b)*)(?P<number>(?:/[\dA-Z.()-]+)+)(?=\s|$)"
)
_TRACKED = re.compile(r"#\d{1,6}(?=\s|$)")  # the number that a proposal is followed by
_PARTED = re.compile(r"[/,-]")
_SPACE = re.compile(r"[ \t\u00a0]*")
_ADDRESSED = re.compile(r"\d{1,3}[A-Z]{0,2}(?=[ \t]+\S|[ \t]*$)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark at the head of a line. `end` is where what it marks may begin; `by` names whose
    proposal it is, where the line numbers it (RUS/12/3)."""

    mark: Mark
    end: int
    by: Attribution | None
    is_wide: bool
    """Whether the mark stands apart from what follows, by a tab or more than one space."""


def mark_at(text: str, start: int, end: int) -> Marked | None:
    """The mark that the line from `start` to `end` begins with, if there is one."""
    found = _MARK.match(text, start, end)
    if not found:
        return None
    at = _skip(text, found.end(), end)
    is_wide = text[found.end() : at] not in ("", " ")
    by = None
    proposal = _PROPOSAL.match(text, at, end)
    if proposal:
        names = tuple(_PARTED.split(proposal["by"]))
        by = Attribution(names, Span(*proposal.span()))
        at = _skip(text, proposal.end(), end)
        at = _skip(text, tracked.end(), end) if (tracked := _TRACKED.match(text, at, end)) else at
    return Marked(Mark(found["mark"]), at, by, is_wide)


def number_at(text: str, start: int, end: int) -> int | None:
    """Where a provision's bare number that begins at `start` ends, as in "28A 4.3A Names"."""
    found = _ADDRESSED.match(text, start, end)
    return found.end() if found else None


def _skip(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() if space else start
