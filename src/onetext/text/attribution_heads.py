"""Who is named at the head of a bracket, before a colon: [EU: ...], [Proposal by EU: ...]."""

from __future__ import annotations

import re

from onetext.text.drafts import Attribution
from onetext.text.named_stances import bare, names_after, with_stance
from onetext.text.party_names import names_of
from onetext.text.spans import Span

MAX_HEAD_CHARS = 400
_HEAD = re.compile(r"[\s*_\"]*(?P<who>[^:：\[\]\n{}]{1,240}?)[\s*_]*[:：](?![\d/])[\s*_]*")
_MORE = re.compile(r"\s*\(([^()]+)\)\s*\Z|,?\s+(supported by\s.+|with\s.+)\Z")
_ANOTHER = re.compile(r"(?:alt|option|new|OP|PP)", re.I)


def head_of(text: str, start: int, end: int) -> tuple[tuple[Attribution, ...], int]:
    """Who is named before the first colon, and where what they say begins; nobody and `start`
    where there is no such head."""
    head = _HEAD.match(text, start, min(end, start + MAX_HEAD_CHARS))
    named = _names(text, *head.span("who")) if head else ()
    return named, head.end() if head and named else start


def _names(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """Who is named before a colon: NAMES, Proposal by NAMES, NAMES (supported by NAMES)."""
    inner = _MORE.search(text[start:end])
    if inner:
        group = 1 if inner[1] else 2
        at = start + inner.start(group)
        more = names_after(text, at, start + inner.end(group))
        if more or not names_of(text[start:end]):
            first = _names(text, start, start + inner.start())
            if first and more:
                return (*first, *more)
            if not first and inner[1] and _ANOTHER.match(text[start:end]):
                alone = names_of(inner[1])
                if alone:
                    return (Attribution(alone, Span(at, start + inner.end(group))),)
    names = names_of(text[start:end])
    if names:
        return (Attribution(names, bare(text, start, end)),)
    return with_stance(text, start, end)
