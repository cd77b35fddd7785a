"""Wordings that " / " parts in one bracket: [shall/should], [open / shared]."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onetext.text.spans import Span, trimmed

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
