"""Words that are struck out, by the marks of Markdown, HTML and CriticMarkup."""

from __future__ import annotations

import re

from onetext.text.spans import Span

_STRUCK = re.compile(
    r"~~(?=\S)(?:(?!~~).){1,4000}?(?<=\S)~~"
    r"|<(?P<tag>del|s|strike)\b[^<>\n]{0,80}>(?:(?!<(?P=tag)\b).){0,4000}?</(?P=tag)>"
    r"|\{--(?:(?!--\}|\{--).){1,4000}?--\}"
    r"|\[-(?=\S)[^\[\]\n]{1,400}?-\]",
    re.S | re.I,
)


def struck_in(text: str, body: int) -> tuple[Span, ...]:
    """Where words are struck out, marks and all, in the order of the text."""
    return tuple(Span(*found.span()) for found in _STRUCK.finditer(text, body))
