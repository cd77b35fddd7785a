"""Words without the marks of Markdown, each character with its place and its look."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\\[\\*_`\[\]#~]|\*{1,3}|_{1,2}(?!_)")
_BOLD = 1
_SLANTED = 2
_LOOKS = {1: _SLANTED, 2: _BOLD, 3: _BOLD | _SLANTED}


@dataclass(frozen=True, slots=True)
class Letters:
    """A text of one line; `origins` and `looks` have one member for each of its characters.

    `origins` are places in the draft's text (-1: put in here). A look is 0, or 1 for bold and 2
    for italic, or their sum.
    """

    text: str
    origins: tuple[int, ...]
    looks: tuple[int, ...]

    def look(self, at: int) -> int:
        return self.looks[at]


NO_LETTERS = Letters("", (), ())


def letters(text: str, start: int, end: int) -> Letters:
    """The characters of `text` from `start` to `end` on one line, without marks of emphasis."""
    hidden, looks = _emphasis(text, start, end)
    shown: list[str] = []
    origins: list[int] = []
    found: list[int] = []
    for at in range(start, end):
        if at in hidden:
            continue
        sign = text[at]
        if sign.isspace():
            if not shown or shown[-1] == " ":
                continue
            sign = " "
        elif not sign.isprintable():
            continue
        shown.append(sign)
        origins.append(at)
        found.append(looks.get(at, 0))
    if shown and shown[-1] == " ":
        del shown[-1], origins[-1], found[-1]
    return Letters("".join(shown), tuple(origins), tuple(found))


def put_in(text: str, look: int = 0) -> Letters:
    """Characters that stand nowhere in the draft's own text."""
    return Letters(text, (-1,) * len(text), (look,) * len(text))


def join(*parts: Letters) -> Letters:
    return Letters(
        "".join(part.text for part in parts),
        tuple(at for part in parts for at in part.origins),
        tuple(look for part in parts for look in part.looks),
    )


def marked(line: Letters) -> str:
    """The text with marks of Markdown that give these looks again.

    Signs that would be read as marks have a backslash before them, where that is needed.
    """
    text = _marked(line, escaped=False)
    read = letters(text, 0, len(text))
    if (read.text, read.looks) == (line.text, line.looks):
        return text
    return _marked(line, escaped=True)


_SIGNS = {0: "", _BOLD: "**", _SLANTED: "*", _BOLD | _SLANTED: "***"}


def _marked(line: Letters, *, escaped: bool) -> str:
    parts: list[str] = []
    begin = 0
    for at in range(1, len(line.text) + 1):
        if at < len(line.text) and line.looks[at] == line.looks[begin]:
            continue
        words = line.text[begin:at]
        if escaped:
            words = re.sub(r"[\\*_]", r"\\\g<0>", words)
        sign = _SIGNS[line.looks[begin]]
        core = words.strip()
        if sign and core:
            lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            words = f"{lead}{sign}{core}{sign}{trail}"
        parts.append(words)
        begin = at
    return "".join(parts)


def _emphasis(text: str, start: int, end: int) -> tuple[set[int], dict[int, int]]:
    """Which characters are marks, and the look of those between them."""
    hidden: set[int] = set()
    looks: dict[int, int] = {}
    opened: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, start, end):
        if mark.group()[0] == "\\":
            hidden.add(mark.start())
            continue
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        pair = next((open_ for open_ in reversed(opened) if open_.group() == mark.group()), None)
        if pair is not None and not before.isspace() and not after.isalnum():
            hidden.update(range(*pair.span()), range(*mark.span()))
            for at in range(pair.end(), mark.start()):
                looks[at] = looks.get(at, 0) | _LOOKS[len(mark.group())]
            del opened[opened.index(pair) :]
        elif not after.isspace() and not before.isalnum():
            opened.append(mark)
    return hidden, looks
