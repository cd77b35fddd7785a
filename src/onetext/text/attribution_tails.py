"""Who is named at the end of a bracket: [... - NAMES], [... (supported by NAMES)]."""

from __future__ import annotations

import re

from onetext.text.drafts import Attribution
from onetext.text.named_stances import bare, names_after, with_stance
from onetext.text.party_names import names_of
from onetext.text.spans import Span

MAX_TAIL_CHARS = 400
_TAIL = re.compile(
    r"(?:(?<=[\s.;,)\]”\"’])|(?<=\w)(?=[–—]))(?P<dash>[-–—]{1,2})\s?(?P<who>[^\[\]\n–—]{2,300})\Z"
)
_ENDS_IN_PARENS = re.compile(r"\((?P<who>[^()\[\]\n]{2,200})\)[\s*_.;,]*\Z")
_TITLE_CHARS = 100
_TITLE_LIKE = re.compile(
    r"(?:[^\W\d_a-z]?[^\s]*\d[^\s]*|[A-Z][\w'’-]*|of|the|and|for|in|on|to)(?:\s+|\Z)"
)


def tail_of(text: str, wording: int, start: int, end: int) -> tuple[tuple[Attribution, ...], int]:
    """Who is named at a bracket's end: ... - NAMES, ... (supported by NAMES)."""
    found: tuple[Attribution, ...] = ()
    begin = max(start, end - MAX_TAIL_CHARS)
    parens = _ENDS_IN_PARENS.search(text[begin:end])
    if parens:
        at, stop = begin + parens.start("who"), begin + parens.end("who")
        found = names_after(text, at, stop)
        if not found:
            names = names_of(text[at:stop])
            if len(names) > 1:
                found = (Attribution(names, Span(at, stop)),)
        if found:
            end = begin + parens.start()
    words = text[begin:end].rstrip(" \t\n*_.;,")
    dashes = list(_TAIL.finditer(words))
    if dashes:
        dash = dashes[-1]
        at = begin + dash.start("who")
        at_dash = begin + dash.start("dash")
        before = text[max(wording, at_dash - _TITLE_CHARS) : at_dash]
        named = with_stance(text, at, begin + len(words))
        if not named and before.strip() and not _is_title(before):
            names = names_of(dash["who"])
            named = (Attribution(names, bare(text, at, begin + len(words))),) if names else ()
        if named:
            return (*named, *found), at_dash
    return found, end


def _is_title(words: str) -> bool:
    """Whether what stands before a dash is a title or a number rather than a wording."""
    said = words.strip(" *_.,;:-–—")
    if len(said) >= _TITLE_CHARS - 20 or not said:
        return not said
    at = 0
    while at < len(said):
        token = _TITLE_LIKE.match(said, at)
        if not token:
            return False
        at = token.end()
    return len(said.split()) <= 5
