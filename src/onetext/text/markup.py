"""Square brackets that belong to the markup: links, footnotes and their marks and definitions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from onetext.text.reference_marks import reference_marks
from onetext.text.spans import Span

_TARGET = (
    r"\((?:<[^>\n]*>"
    r"|(?:[a-z][a-z0-9+.-]*:|/|#|\.{1,2}/|www\.)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
    r"|[^\s()]+\.(?:md|html?|pdf|png|jpe?g|svg|docx?))(?:[ \t]+\"[^\"\n]*\")?\)"
)
_DEFINED = re.compile(
    r"^[ ]{0,3}\[(?P<name>[^\[\]\n]+)\]:[ \t]*(?:<[^>\n]*>|[a-z][a-z0-9+.-]*://\S*|[/#.]\S*)", re.M
)
_MARKUP = re.compile(
    rf"(?P<note>\[\^[^\[\]\s]+\])|!?(?P<link>\[[^\[\]\n]*\]){_TARGET}"
    r"|(?P<named>\[[^\[\]\n]+\])(?P<name>\[[^\[\]\n]*\])?"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Every square bracket of a text: how many open and close, and which are the markup's."""

    openings: int
    closings: int
    markup: tuple[Span, ...]


def square_marks(text: str, body: int = 0) -> Marks:
    """Count the square brackets of `text`; those before `body` (front matter) are the markup's."""
    names = {_name(found["name"]) for found in _DEFINED.finditer(text, body)}
    spans = [Span(0, body)] if body else []
    at = body
    while found := _MARKUP.search(text, at):
        span = _of_markup(found, names)
        if span:
            spans.append(span)
        at = span.end if span else found.end(found.lastgroup or 0)
        if not span and found["named"]:
            at = found.end("named")
    marks = (mark for mark in reference_marks(text, body).marks if not _is_in(mark, spans))
    spans = sorted([*spans, *marks])
    return Marks(
        text.count("[") + text.count("［"), text.count("]") + text.count("］"), tuple(spans)
    )


def _is_in(mark: Span, spans: list[Span]) -> bool:
    near = bisect_right(spans, Span(mark.start, mark.end)) - 1
    return any(
        span.start < mark.end and mark.start < span.end for span in spans[max(0, near) :][:2]
    )


def _of_markup(found: re.Match[str], names: set[str]) -> Span | None:
    if found["note"] or found["link"]:
        return Span(*found.span())
    if found["name"]:
        name = _name(found["name"][1:-1] or found["named"][1:-1])
        if name in names:
            return Span(*found.span())
    if _name(found["named"][1:-1]) in names:
        return Span(*found.span("named"))
    return None


def _name(words: str) -> str:
    return " ".join(words.lower().split())
