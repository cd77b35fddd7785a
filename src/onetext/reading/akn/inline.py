"""Mixed content as a line of characters with looks; its notes apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from onetext.text.emphasis import Letters, marked

_LOOKS = {"b": 1, "i": 2}
_PROPOSED = {"ins": "[", "del": "[delete: "}
_NO_WORDS = ("meta", "img", "foreign", "math", "svg")


@dataclass(slots=True)
class Words:
    """Collects the words of a document. `without` are ins or del elements that are left out."""

    without: tuple[str, ...] = ("del",)
    is_marked: bool = False
    """Whether ins and del stand in brackets, as proposals do."""
    notes: dict[str, str] = field(default_factory=dict)

    def line(self, element: Any) -> str:
        """The words of an element on one line, as Markdown."""
        shown: list[str] = []
        looks: list[int] = []
        for sign, look in self._signs(element, 0):
            if sign.isspace():
                if shown and shown[-1] != " ":
                    shown.append(" ")
                    looks.append(look)
            elif sign.isprintable():
                shown.append(sign)
                looks.append(look)
        if shown and shown[-1] == " ":
            del shown[-1], looks[-1]
        text = "".join(shown)
        return marked(Letters(text, (-1,) * len(text), tuple(looks)))

    def _signs(self, element: Any, look: int) -> Iterator[tuple[str, int]]:
        yield from ((sign, look) for sign in element.text or "")
        for child in element:
            yield from self._child(child, look)
            yield from ((sign, look) for sign in child.tail or "")

    def _child(self, child: Any, look: int) -> Iterator[tuple[str, int]]:
        if not isinstance(child.tag, str):  # a comment or a processing instruction
            return
        name = etree.QName(child).localname
        if name in self.without or name in _NO_WORDS:
            return
        if name in ("authorialNote", "noteRef"):
            yield from ((sign, 0) for sign in self._note(child))
        elif name in ("eol", "br"):
            yield " ", look
        else:
            is_block = name in ("p", "block", "num", "heading", "content", "li", "td", "th")
            mark = _PROPOSED.get(name, "") if self.is_marked else ""
            if is_block:
                yield " ", look
            yield from ((sign, 0) for sign in mark)
            yield from self._signs(child, look | _LOOKS.get(name, 0))
            yield from (("]", 0),) if mark else ()
            if is_block:
                yield " ", look

    def _note(self, note: Any) -> str:
        marker = "".join((note.get("marker") or "").split()).translate(_FOR_MARKER)
        marker = marker or str(len(self.notes) + 1)
        words = self.line_of_children(note)
        if words and self.notes.get(marker, words) != words:
            marker = f"{marker}-{len(self.notes) + 1}"
        if words:
            self.notes[marker] = words
        return f"[^{marker}]"

    def line_of_children(self, element: Any) -> str:
        lines = [self.line(child) for child in element if isinstance(child.tag, str)]
        return " ".join(line for line in lines if line)


_FOR_MARKER = str.maketrans("[]", "()")
