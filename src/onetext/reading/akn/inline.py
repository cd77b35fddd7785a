"""Mixed content as a line of characters with looks; its notes apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from onetext.reading.akn.pointing import Pointing
from onetext.text.akoma_ntoso import HIERARCHY
from onetext.text.emphasis import Letters, marked

_LOOKS = {"b": 1, "i": 2}
_PROPOSED = {"ins": "[", "del": "[delete: "}
_NO_WORDS = ("img", "foreign", "math", "svg", "toc", "documentRef")
_APART = frozenset((
    *HIERARCHY, "p", "block", "num", "heading", "subheading", "content", "li", "ul", "ol", "tr",
    "td", "th", "caption", "item", "blockList", "listIntroduction", "listWrapUp", "intro", "wrapUp",
    "recital", "citation", "tblock", "table", "container", "blockContainer", "formula",
    "crossHeading", "tocItem",
))  # fmt: skip
"""What begins and ends a line of its own, where it stands among words."""
_BLANK = "…"


@dataclass(slots=True)
class Words:
    """Collects the words of a document. `without` are ins or del elements that are left out."""

    without: tuple[str, ...] = ("del",)
    is_marked: bool = False
    """Whether ins and del stand in brackets, as proposals do."""
    notes: dict[str, str] = field(default_factory=dict)
    left_out: dict[Any, str] = field(default_factory=dict)
    """Elements that are no part of the draft, with the words in them."""
    pointing: Pointing = field(default_factory=Pointing)
    markers: dict[Any, str] = field(default_factory=dict)
    """The markers of the notes that were met."""

    def leave(self, element: Any) -> None:
        """Leave an element out, to be told."""
        said = " ".join("".join(element.itertext()).split())
        named = (element.get(name) for name in ("showAs", "alt", "src", "href"))
        self.left_out[element] = said or next((found for found in named if found), "")

    def line(self, element: Any, *, plain: bool = False) -> str:
        """The words of an element on one line, as Markdown; `plain` without bold and italics."""
        return self._line(self._quoted(element, 0), plain=plain)

    def stray(self, text: str | None) -> str:
        """Words that stand in no element of their own."""
        return self._line((sign, 0) for sign in text or "")

    def _line(self, signs: Iterable[tuple[str, int]], *, plain: bool = False) -> str:
        shown: list[str] = []
        looks: list[int] = []
        for sign, look in signs:
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
        return marked(
            Letters(text, (-1,) * len(text), tuple(looks) if not plain else (0,) * len(text))
        )

    def _signs(self, element: Any, look: int) -> Iterator[tuple[str, int]]:
        yield from ((sign, look) for sign in element.text or "")
        for child in element:
            yield from self._child(child, look)
            yield from ((sign, look) for sign in child.tail or "")

    def _child(self, child: Any, look: int) -> Iterator[tuple[str, int]]:
        if not isinstance(child.tag, str):  # a comment or a processing instruction
            return
        name = etree.QName(child).localname
        if name == "meta":
            return
        if name in self.without or name in _NO_WORDS:
            self.leave(child)
            return
        if name in ("authorialNote", "noteRef"):
            yield from ((sign, 0) for sign in self._note(child))
        elif name in ("eol", "br"):
            yield " ", look
        else:
            is_block = name in _APART
            mark = _PROPOSED.get(name, "") if self.is_marked else ""
            if is_block:
                yield " ", look
            yield from ((sign, 0) for sign in mark)
            yield from self._quoted(child, look | _LOOKS.get(name, 0))
            yield from (("]", 0),) if mark else ()
            if is_block:
                yield " ", look

    def _quoted(self, element: Any, look: int) -> Iterator[tuple[str, int]]:
        """The characters of an element, in the quotation marks that its attributes hold."""
        begins, ends = element.get("startQuote") or "", element.get("endQuote") or ""
        signs = list(self._signs(element, look))
        if not signs and _is_blank(element):
            signs = [(_BLANK, look)]
        first = last = 0
        if begins:
            first = next((at for at, (sign, _) in enumerate(signs) if not sign.isspace()), 0)
        if ends:
            last = next((at for at, (sign, _) in enumerate(signs[::-1]) if not sign.isspace()), 0)
        yield from ((sign, look) for sign in begins)
        yield from signs[first : len(signs) - last]
        yield from ((sign, look) for sign in ends)

    def _note(self, ref: Any) -> str:
        """The marker of a note, whose words are kept: its own, or of the note that it points at."""
        note = self.pointing.note(ref)
        if note in self.markers:
            return f"[^{self.markers[note]}]"
        marker = "".join((ref.get("marker") or note.get("marker") or "").split())
        marker = marker.translate(_FOR_MARKER) or str(len(self.notes) + 1)
        words = self.line(note)
        if words and self.notes.get(marker, words) != words:
            marker = f"{marker}-{len(self.notes) + 1}"
        if words:
            self.notes[marker] = words
            self.markers[note] = marker
        return f"[^{marker}]"


def _is_blank(element: Any) -> bool:
    """Whether it is a space to be filled in."""
    return bool(etree.QName(element).localname == "fillIn")


_FOR_MARKER = str.maketrans("[]", "()")
