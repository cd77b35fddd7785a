"""Alternatives: brackets that stand side by side, and wordings that " / " parts in a bracket."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from onetext.text.labels import label_at
from onetext.text.spans import Span, trimmed

LISTED_TOGETHER = 40
"""No more alternatives than this are taken to stand side by side."""
_GAP_CHARS = 40
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
_SEPARATOR = re.compile(r"(?<=[^\s\[])\s+(?:/{1,2}|\||OR)\s+(?=[^\s\]])")
_TOGETHER = re.compile(r"([^\W\d_]{2,}|[^\W\d_]{2,}ly)(?:/[^\W\d_]{2,})+")
_NO_ALTERNATIVES = re.compile(
    r"(?:and/or|or/and|(?:km|m|kg|g|mg|ha|l|t|kwh|gwh|mw|gb|mb|ppm)/\w{1,3}|s?he/s?he"
    r"|his/hers?|her/his|he/she|him/her|input/output|n/a"
    r"|either/or|pass/fail|on/off|www|https?)",
    re.I,
)
_NUMERIC = re.compile(r"[\d\s.,]*")
_UNBALANCED = 4


def separators_in(text: str, body: int, spans: Sequence[Span]) -> dict[int, list[Span]]:
    """For each bracket by its place in `spans`, the separators right inside it and in none of
    its inner brackets."""
    found: dict[int, list[Span]] = {}
    stack: list[int] = []
    at = 0
    for mark in _SEPARATOR.finditer(text, body):
        while at < len(spans) and spans[at].start < mark.start():
            stack.append(at)
            at += 1
            while len(stack) > 1 and spans[stack[-2]].end <= spans[stack[-1]].start:
                stack.pop(-2)
        while stack and spans[stack[-1]].end <= mark.start():
            stack.pop()
        if stack:
            found.setdefault(stack[-1], []).append(Span(*mark.span()))
    return found


def parted(text: str, wording: Span, separators: Sequence[Span]) -> tuple[Span, ...]:
    """The alternatives inside one bracket whose wording stands at `wording`, or none."""
    whole = wording.of(text) if len(wording) <= 120 else ""
    if "/" in whole and _TOGETHER.fullmatch(whole) and not _NO_ALTERNATIVES.match(whole):
        parts = whole.split("/")
        if whole.islower() or all(len(part) > 3 and part[1:].islower() for part in parts):
            return _spans_of(wording.start, parts, 1)
    cuts = [
        mark for mark in separators[bisect_left(separators, Span(wording.start, wording.start)) :]
        if mark.end < wording.end and _is_cut(text, mark)
    ]  # fmt: skip
    if not cuts:
        return ()
    starts = [wording.start, *(mark.end for mark in cuts)]
    ends = [*(mark.start for mark in cuts), wording.end]
    spans = tuple(trimmed(text, *ends) for ends in zip(starts, ends, strict=True))
    if any(not len(span) or _NUMERIC.fullmatch(text, span.start, span.end) for span in spans):
        return (
            ()
            if (all(_NUMERIC.fullmatch(text, s.start, s.end) for s in spans) and len(spans) > 2)
            or any(not len(s) for s in spans)
            else spans
        )
    words = [span.of(text).count(" ") + 1 for span in spans]
    return spans if max(words) <= _UNBALANCED * (min(words) + 1) else ()


def _is_cut(text: str, mark: Span) -> bool:
    sign = mark.of(text).strip()
    if sign == "OR":
        around = text[max(0, mark.start - 20) : mark.end + 20].replace("OR", "")
        return any(char.islower() for char in around)
    before, after = text[max(0, mark.start - 5) : mark.start], text[mark.end : mark.end + 4]
    joins = re.search(r"\b(?:and|or)$", before, re.I) and re.match(r"(?:or|and)\b", after, re.I)
    return not joins


def _spans_of(start: int, parts: Sequence[str], gap: int) -> tuple[Span, ...]:
    spans = []
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + gap
    return tuple(spans)


def side_by_side(
    text: str,
    spans: Sequence[Span],
    wordings: Sequence[Span],
    depths: Sequence[int],
    is_out: Callable[[int], bool],
    is_remark: Callable[[int], bool],
    is_option: Callable[[int], bool],
) -> list[list[int]]:
    """Groups of neighbouring brackets of one depth, with nothing or "or" between them.

    `is_out` tells brackets that are never closed, which stand beside nothing; `is_remark` those
    that are passed over, as [EU: delete] in [concern] [fear] [EU: delete].
    """
    groups: list[list[int]] = []
    last: dict[int, tuple[int, int]] = {}
    member: dict[int, list[int]] = {}
    for at, span in enumerate(spans):
        depth = depths[at]
        beside = last.get(depth)
        if is_out(at):
            last.pop(depth, None)
            continue
        near = beside is not None and _is_near(
            text, beside[1], span, both=is_option(at) and is_option(beside[0])
        )
        if is_remark(at):
            if near and beside:
                last[depth] = (beside[0], span.end)
            continue
        last[depth] = (at, span.end)
        if not near or beside is None:
            continue
        before = beside[0]
        if not _are_alternatives(
            text, spans[before], span, wordings[before].start, wordings[at].start, beside[1]
        ):
            continue
        group = member.get(before)
        if group is None or len(group) >= LISTED_TOGETHER:
            group = [before]
            groups.append(group)
        group.append(at)
        member[at] = group
    return [part for group in groups for part in _without_and(text, spans, group)]


def _is_near(text: str, gap: int, span: Span, *, both: bool) -> bool:
    if gap > span.start or span.start - gap > _GAP_CHARS:
        return False
    if both and not text[gap : span.start].strip(" \t\r\n*_\\;,"):
        return True
    return bool(_BETWEEN.fullmatch(text, gap, span.start))


def _are_alternatives(
    text: str, before: Span, span: Span, words_before: int, words: int, gap: int
) -> bool:
    start, end = span.start + 1, span.end - 1
    if _JOINS.fullmatch(text, start, end):
        return True
    if _CARRIES_ON.match(text, words) or _SET_OFF.match(text, words_before):
        return False
    between = text[gap : span.start]
    if not between.strip("\\*_"):
        if not between.strip("*_") and between == "":
            return True
    elif between.strip():
        return True
    if "\n" in between:
        labels = [
            label_at(text, place.start, min(place.end, place.start + 80))
            for place in (before, span)
        ]
        if all(label and not label.is_option for label in labels):
            return False
    if _JOINS.fullmatch(text, before.start + 1, before.end - 1):
        return True
    roles = [_ROLE.match(text, place) for place in (words_before, words)]
    return not (roles[0] and roles[1] and roles[0].lastindex != roles[1].lastindex)


def _without_and(text: str, spans: Sequence[Span], group: Sequence[int]) -> list[list[int]]:
    """[a] [and] [b] is no choice; in [a] [and][or] [b] the choice is between and and or."""
    parts: list[list[int]] = [[]]
    joiners: list[int] = []

    def close() -> None:
        if len(joiners) > 1 or any(not _OR.fullmatch(text, *_inner(spans[at])) for at in joiners):
            if len(joiners) > 1:
                parts.append(list(joiners))
            parts.append([])
        else:
            parts[-1] += joiners
        joiners.clear()

    for at in group:
        if _JOINS.fullmatch(text, *_inner(spans[at])):
            joiners.append(at)
            continue
        close()
        parts[-1].append(at)
    close()
    return [part for part in parts if len(part) > 1]


def is_or(text: str, span: Span) -> bool:
    """Whether a bracket holds nothing but the "or" between alternatives."""
    return bool(_OR.fullmatch(text, *_inner(span)))


def _inner(span: Span) -> tuple[int, int]:
    return span.start + 1, span.end - 1
