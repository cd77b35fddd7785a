"""Brackets that stand side by side, with nothing or "or" between them, as alternatives do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.bracket_words import Read
from onetext.text.drafts import BracketKind
from onetext.text.labels import label_at

LISTED_TOGETHER = 40
"""No more alternatives than this are taken to stand side by side."""
_GAP_CHARS = 40
_LABEL_CHARS = 80
_BETWEEN = re.compile(
    r"[\\*_]*(?:[ \t\u00a0\r]*\n?[ \t]*|\s*(?:or|OR|Or|/{1,2}|\\|\|)\s*"
    r"|(?:[ \t\r]*\n){0,2}[*_ \t]*(?:or|OR|Or)[*_ \t]*\r?(?:\n[ \t\r]*){0,2})[*_\\]*",
)
_JOINS = re.compile(r"\s*(?:or|/|and|and/or|or/and)\s*", re.I)
_OR = re.compile(r"\s*(?:or|/)\s*", re.I)
_CARRIES_ON = re.compile(
    r"\s*(?:,|;|\.|and\b|including\b|inter alia|as well as\b|in particular\b|such as\b"
    r"|especially\b)",
    re.I,
)
_SET_OFF = re.compile(r"\s*[,;]")
_ROLES = (
    r"(?:in accordance with|in line with|consistent with|taking into account|based on"
        r"|on the basis of|through|via|under|pursuant|subject|without|with|including|using)",
    r"(?:by|before|after|until|no later|not later|at its|at the|within|every|each year"
        r"|from \d|in (?:19|20)\d\d|during|annually)",
    r"(?:for|to|towards?)",
    r"(?:of)",
    r"(?:in|at|on)",
    r"(?:which|who|that|where|when|if|unless|as appropriate|where appropriate)",
)  # fmt: skip
_ROLE = re.compile(r"\s*(?:" + "|".join(f"({role})" for role in _ROLES) + r")\b", re.I)


def side_by_side(text: str, reads: Sequence[Read]) -> list[list[Read]]:
    """Groups of neighbouring brackets of one depth, with nothing or "or" between them.

    One that is never closed stands beside nothing; remarks are passed over, as [EU: delete] in
    [concern] [fear] [EU: delete].
    """
    groups: list[list[Read]] = []
    last: dict[int, _Last] = {}
    member: dict[int, list[Read]] = {}
    for read in reads:
        span, depth = read.place.span, read.place.depth
        before = last.get(depth)
        if read.place.is_open:
            last.pop(depth, None)
            continue
        near = before is not None and _is_near(text, before, read)
        if read.is_remark or read.kind is BracketKind.DELETION:
            if near and before:
                last[depth] = _Last(before.read, span.end)
            continue
        last[depth] = _Last(read, span.end)
        if not near or before is None or not _are_alternatives(text, before, read):
            continue
        first = before.read
        group = member.get(first.place.span.start)
        if group is None or len(group) >= LISTED_TOGETHER:
            group = [first]
            groups.append(group)
        group.append(read)
        member[span.start] = group
    return [part for group in groups for part in _without_and(text, group)]


@dataclass(frozen=True, slots=True)
class _Last:
    """The last bracket of a depth, and where it and the remarks behind it end."""

    read: Read
    end: int


def _is_near(text: str, before: _Last, read: Read) -> bool:
    gap, start = before.end, read.place.span.start
    if gap > start or start - gap > _GAP_CHARS:
        return False
    if before.read.option and read.option and not text[gap:start].strip(" \t\r\n*_\\;,"):
        return True
    return bool(_BETWEEN.fullmatch(text, gap, start))


def _are_alternatives(text: str, before: _Last, read: Read) -> bool:
    if _JOINS.fullmatch(text, *_inner(read)):
        return True
    words_before, words = before.read.wording.start, read.wording.start
    if _CARRIES_ON.match(text, words) or _SET_OFF.match(text, words_before):
        return False
    between = text[before.end : read.place.span.start]
    if not between.strip("\\*_"):
        if not between:
            return True
    elif between.strip():
        return True
    if "\n" in between:
        labels = [
            label_at(text, span.start, min(span.end, span.start + _LABEL_CHARS))
            for span in (before.read.place.span, read.place.span)
        ]
        if all(label and not label.is_option for label in labels):
            return False
    if _JOINS.fullmatch(text, *_inner(before.read)):
        return True
    roles = [_ROLE.match(text, place) for place in (words_before, words)]
    return not (roles[0] and roles[1] and roles[0].lastindex != roles[1].lastindex)


def _without_and(text: str, group: Sequence[Read]) -> list[list[Read]]:
    """[a] [and] [b] is no choice; in [a] [and][or] [b] the choice is between and and or."""
    parts: list[list[Read]] = [[]]
    joiners: list[Read] = []

    def close() -> None:
        if len(joiners) > 1 or any(not is_or(text, read) for read in joiners):
            if len(joiners) > 1:
                parts.append(list(joiners))
            parts.append([])
        else:
            parts[-1] += joiners
        joiners.clear()

    for read in group:
        if _JOINS.fullmatch(text, *_inner(read)):
            joiners.append(read)
            continue
        close()
        parts[-1].append(read)
    close()
    return [part for part in parts if len(part) > 1]


def is_or(text: str, read: Read) -> bool:
    """Whether a bracket holds nothing but the "or" between alternatives."""
    return bool(_OR.fullmatch(text, *_inner(read)))


def _inner(read: Read) -> tuple[int, int]:
    span = read.place.span
    return span.start + 1, span.end - 1
