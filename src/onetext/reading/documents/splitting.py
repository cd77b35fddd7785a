"""Parts of a text that comes without any: paragraphs by blank lines, or one a line.

Lines that an editor broke at a fixed width are put together again: a line is taken to have been
broken where the first word of the next line would not have fitted into the width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onetext.reading.documents.parts import Hint, Part
from onetext.reading.documents.wording import ends_sentence
from onetext.text.spans import Span

WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")
_MARKER = re.compile(r"(?:#{1,6}[ \t]+|[-*•‣▪●·◦–—][ \t]+|>[ \t]?)")
_HINTS = {"#": Hint.HEADING, ">": Hint.QUOTED}


def split(text: str, start: int = 0) -> tuple[Part, ...]:
    """The parts of `text` from `start` on, trimmed, without the marks of Markdown headings and
    bullets; every line that is not blank lies in exactly one part."""
    lines = tuple(_lines(text, start))
    width = _wrap_width(text, lines)
    parts: list[Part] = []
    for line in lines:
        last = parts[-1] if parts else None
        if last and width and _goes_on(text, last, line, width):
            parts[-1] = Part(Span(last.span.start, line.span.end), last.hint, last.group)
        else:
            parts.append(line)
    return tuple(parts)


def _lines(text: str, start: int) -> Iterator[Part]:
    group, at = 0, start
    for found in _LINE.finditer(text, start):
        group += len(_BREAK.findall(text, at, found.start())) > 1
        begin, end = _trimmed(text, found.start(), found.end())
        if begin == end:
            continue
        at = found.end()
        mark = _MARKER.match(text, begin, end)
        if mark and mark.end() < end:
            hint = _HINTS.get(text[begin], Hint.ITEM)
            yield Part(Span(*_trimmed(text, mark.end(), end)), hint, group)
        else:
            yield Part(Span(begin, end), Hint.UNKNOWN, group)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    inner = line.strip()
    begin = start + len(line) - len(line.lstrip()) if inner else start
    return begin, begin + len(inner)


def _wrap_width(text: str, lines: tuple[Part, ...]) -> int:
    """The width in characters at which most lines were broken; 0 where they were not."""
    inner = [
        (line.span, _first_word(text, after))
        for line, after in pairwise(lines)
        if line.group == after.group
    ]
    long = sum(len(line.span) > WIDEST_WRAP for line in lines)
    if len(inner) < 2 or long > 0.1 * len(lines):
        return 0
    width = max((len(span) for span, _ in inner if len(span) <= WIDEST_WRAP), default=0)
    broken = [span for span, word in inner if len(span) + 1 + word > width]
    # Where most of them end a sentence, each is a paragraph that happens to be as long.
    sentences = sum(ends_sentence(span.of(text)) for span in broken)
    wrapped = len(broken) >= 0.6 * len(inner) and sentences < 0.6 * len(broken)
    return width if width >= _NARROWEST_WRAP and wrapped else 0


def _goes_on(text: str, last: Part, line: Part, width: int) -> bool:
    quoted = last.hint is Hint.QUOTED
    joinable = Hint.QUOTED if quoted else Hint.UNKNOWN
    if last.group != line.group or line.hint is not joinable or last.hint is Hint.HEADING:
        return False
    line_start = max(text.rfind("\n", 0, last.span.end), text.rfind("\r", 0, last.span.end)) + 1
    length = last.span.end - max(line_start, last.span.start)
    return length <= WIDEST_WRAP and length + 1 + _first_word(text, line) > width


def _first_word(text: str, line: Part) -> int:
    words = text[line.span.start : line.span.start + WIDEST_WRAP].split(None, 1)
    return len(words[0]) if words else 0
