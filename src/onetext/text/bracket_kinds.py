"""What a bracket is: alternatives, an addition, a deletion, a placeholder, a whole option.

A bracket is read by its words and by what stands around it, in this order: a placeholder has
no wording yet; a deletion says that it is one; alternatives stand side by side, or are parted
by " / " inside; a whole option covers its paragraph or more; anything else is an addition.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onetext.text.drafts import BracketKind
from onetext.text.spans import Span

Kind = tuple[BracketKind, tuple[str, ...]]

LISTED_DEPTH = 20
"""Alternatives are listed down to this depth; deeper ones are alternatives without a list."""
LISTED_TOGETHER = 40
"""No more alternatives than this are taken to stand side by side."""

_PLACEHOLDER = re.compile(
    r"[\s*_]*(?:\.{2,}|…|[_‗–—-]{2,}|●|•|\?+|[xyznXYZN]{1,3}|20[xX]{2}|tb[cd]|TB[CD]|n/a"
    r"|(?:to be (?:determined|decided|confirmed|inserted|added|completed|specified)|placeholder"
    r"|insert)\b[^\[\]]*"
    r"|(?:the )?(?:date|dates|number|name|names|amount|year|month|day|place|city|figure|percentage"
    r"|title|annex|article|paragraph|text|time|period|list)(?: [xXyY])?"
    r"|(?:by |in |Annex |Article |paragraph |year |date |decision )+[xXyYzZ]{1,2}(?: date)?)?"
    r"[\s*_.:;]*",
    re.I,
)  # fmt: skip
_DELETED = re.compile(
    r"\s*(?:(?:to be )?deleted?\s*\Z"
    r"|(?:deleted?|deletes|deletion|to be deleted|strike|struck|suppress(?:ed)?|SUP)\b\s*[:–—-])",
    re.I,
)
_HEAD_CHARS = 40
_STRUCK = ("~~", "-")
_BETWEEN = re.compile(r"[ \t\u00a0]*(?:\n[ \t]*)?(?:(?:or|and/or|/|\\)[ \t]*\n?[ \t]*)?[*_]*", re.I)
_CARRIES_ON = re.compile(r"\s*(?:,|;|and\b|including\b|as well as\b|in particular\b)", re.I)
_JOINS = re.compile(r"\s*(?:or|and|and/or|/)\s*", re.I)
_TOGETHER = re.compile(r"\w+(?:/\w+)+")
_BEFORE_BLOCK = re.compile(
    r"(?:^|\n)[ \t]*(?:[-*+•#>]+[ \t]+)?"
    r"(?:\W{0,3}(?:Option|Article|Point|Alternative)[ \t]+\w{1,8}\W{1,5})?"
    r"(?:\(?[\w.]{1,8}(?: (?:bis|ter|alt))?[.):][ \t]+)?[*_\[ ]*\Z",
    re.I,
)
_BLOCK_ENDS = re.compile(r"[*_.;:,>\] \t]{0,40}\r?(?:\n|\Z)")


def kinds_of(
    text: str, spans: Sequence[Span], depths: Sequence[int], open_ended: Collection[int]
) -> list[Kind]:
    """The kind of each of `spans`, which are in the order of their opening."""
    kinds = [_alone(text, span, depth, span.start in open_ended) for span, depth in
             zip(spans, depths, strict=True)]  # fmt: skip
    for group in _side_by_side(text, spans, depths, open_ended):
        members = [at for at in group if not _JOINS.fullmatch(text, *_inside(spans[at]))]
        if len(members) < 2:
            continue
        listed = depths[group[0]] <= LISTED_DEPTH
        words = tuple(_words(text, spans[at]) for at in members) if listed else ()
        for at in group:
            if kinds[at][0] in (BracketKind.ADDITION, BracketKind.WHOLE_OPTION):
                kinds[at] = (BracketKind.ALTERNATIVE, words)
            elif at in members and kinds[at][0] is BracketKind.PLACEHOLDER:
                kinds[at] = (BracketKind.PLACEHOLDER, words)
    return kinds


def _alone(text: str, span: Span, depth: int, is_open: bool) -> Kind:
    start, end = _inside(span)
    if is_open:
        return BracketKind.ADDITION, ()
    if end - start <= 200 and _PLACEHOLDER.fullmatch(text, start, end):
        return BracketKind.PLACEHOLDER, ()
    if _is_deleted(text, span):
        return BracketKind.DELETION, ()
    alternatives = _parted(text, start, end) if depth <= LISTED_DEPTH else ()
    if alternatives:
        return BracketKind.ALTERNATIVE, alternatives
    if _is_whole(text, span):
        return BracketKind.WHOLE_OPTION, ()
    return BracketKind.ADDITION, ()


def _is_deleted(text: str, span: Span) -> bool:
    start, end = _inside(span)
    if _DELETED.match(text[start : min(end, start + _HEAD_CHARS)]):
        return True
    if text[max(0, span.start - 2) : span.start] == text[span.end : span.end + 2] == "~~":
        return True
    return any(
        end - start > 2 * len(mark)
        and text.startswith(mark, start)
        and text.endswith(mark, start, end)
        for mark in _STRUCK
    )


def _inside(span: Span) -> tuple[int, int]:
    return span.start + 1, span.end - 1


def _words(text: str, span: Span) -> str:
    return text[span.start + 1 : span.end - 1].strip()


def _parted(text: str, start: int, end: int) -> tuple[str, ...]:
    """The alternatives inside one bracket: parted by " / ", or joined as in shall/should."""
    words = text[start:end]
    if "/" not in words:
        return ()
    whole = words.strip()
    if _TOGETHER.fullmatch(whole) and whole.lower() != "and/or" and whole.islower():
        return tuple(whole.split("/"))
    if " / " not in words:
        return ()
    parts, begin, depth = [], 0, 0
    for found in re.finditer(r"[\[\]]| / ", words):
        if found.group() == " / ":
            if depth == 0:
                parts.append(words[begin : found.start()].strip())
                begin = found.end()
        else:
            depth += 1 if found.group() == "[" else -1
    parts.append(words[begin:].strip())
    return tuple(parts) if len(parts) > 1 else ()


def _is_whole(text: str, span: Span) -> bool:
    """Whether nothing but a label stands before the bracket and nothing after it."""
    return bool(
        _BLOCK_ENDS.match(text, span.end)
        and _BEFORE_BLOCK.search(text[max(0, span.start - 60) : span.start])
    )


def _side_by_side(
    text: str, spans: Sequence[Span], depths: Sequence[int], open_ended: Collection[int]
) -> list[list[int]]:
    """Groups of neighbouring brackets of one depth with nothing, or "or", between them."""
    groups: list[list[int]] = []
    last: dict[int, int] = {}
    member: dict[int, list[int]] = {}
    for at, span in enumerate(spans):
        before = last.get(depths[at])
        last[depths[at]] = at
        if before is None or span.start in open_ended or spans[before].start in open_ended:
            continue
        gap = spans[before].end
        if (
            gap > span.start
            or span.start - gap > 12
            or not _BETWEEN.fullmatch(text, gap, span.start)
        ):
            continue
        if _CARRIES_ON.match(text, *_inside(span)) and not _JOINS.fullmatch(text, *_inside(span)):
            continue
        group = member.get(before)
        if group is None or len(group) >= LISTED_TOGETHER:
            group = [before]
            groups.append(group)
        group.append(at)
        member[at] = group
    return groups
