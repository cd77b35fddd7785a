"""The words of a paragraph as mixed content: brackets, attributions, emphasis, notes.

Bracket signs stay in the text, so that no program can lose them; the elements around them say
what they are. A bracket that goes on in the next paragraph is marked in both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from onetext.briefing.exchange.akn.meta import References
from onetext.briefing.exchange.akn.names import Identifiers
from onetext.text.akoma_ntoso import ATTRIBUTION, BRACKET, akn, own
from onetext.text.drafts import Attribution, Bracket, Draft
from onetext.text.emphasis import Letters
from onetext.text.spans import Span
from onetext.text.word_changes import Edit

_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
NOTE_LINE = re.compile(r"\[\^([^\[\]\s]+)\]:")
MAX_DEPTH = 40
"""Brackets that are nested deeper stay in the text without an element around them."""
_TAGS = {1: "b", 2: "i"}


@dataclass(frozen=True, slots=True)
class _Layer:
    """Something that characters are inside of; layers with a lower `rank` are outside."""

    rank: tuple[int, int, int]
    of: Bracket | Attribution | Edit | int


@dataclass(slots=True)
class Inline:
    """Writes mixed content; `notes` are those that a mark in the text may call."""

    draft: Draft
    references: References
    identifiers: Identifiers
    notes: Mapping[str, Letters]
    used: set[str] = field(default_factory=set)
    numbers: dict[Bracket, str] = field(default_factory=dict)
    layers: dict[int, list[_Layer]] = field(default_factory=dict)
    edits: dict[int, tuple[Letters, tuple[Edit, ...]]] = field(default_factory=dict)
    """By the identity of a line, what became of each of its characters."""

    def __post_init__(self) -> None:
        attributed = [a for point in self.draft.walk() for a in point.attributions]
        for bracket in self.draft.brackets:
            span = bracket.span
            if bracket.depth <= MAX_DEPTH:
                self._lay(span, _Layer((span.start, -span.end, 0), bracket))
            attributed += bracket.attributions
        for attribution in dict.fromkeys(attributed):
            span = attribution.span
            self._lay(span, _Layer((span.start, -span.end, 1), attribution))

    def _lay(self, span: Span, layer: _Layer) -> None:
        for at in range(span.start, span.end):
            self.layers.setdefault(at, []).append(layer)

    def fill(self, element: Any, line: Letters, parent: str) -> None:
        """Put the characters of `line` into `element`, whose eId is `parent`."""
        stack: list[tuple[_Layer, Any]] = []
        marks = {mark.start(): mark for mark in _NOTE.finditer(line.text) if mark[1] in self.notes}
        at = 0
        while at < len(line.text):
            wanted = self._around(line, at)
            keep = 0
            while keep < min(len(stack), len(wanted)) and stack[keep][0] == wanted[keep]:
                keep += 1
            del stack[keep:]
            for layer in wanted[keep:]:
                inside = stack[-1][1] if stack else element
                stack.append((layer, self._open(inside, layer, parent)))
            into = stack[-1][1] if stack else element
            mark = marks.get(at)
            gone = any(layer.of is Edit.TAKEN_OUT for layer, _ in stack)
            if mark and not gone:  # a note that nobody calls any more is no part of the text
                self._note(into, mark[1], parent)
                at = mark.end()
            else:
                _append(into, line.text[at])
                at += 1

    def _around(self, line: Letters, at: int) -> list[_Layer]:
        origin = line.origins[at]
        if origin < 0:  # a space that joins two lines is inside whatever goes on after it
            before = line.origins[at - 1] if at else -1
            after = line.origins[at + 1] if at + 1 < len(line.text) else -1
            held = self.layers.get(after, [])
            layers = [layer for layer in self.layers.get(before, []) if layer in held]
        else:
            layers = list(self.layers.get(origin, []))
        layers.sort(key=lambda layer: layer.rank)
        look = line.looks[at]
        edit = self.edits[id(line)][1][at] if id(line) in self.edits else Edit.KEPT
        changed = [] if edit is Edit.KEPT else [_Layer((-1, 0, 0), edit)]
        return [*changed, *layers, *(_Layer((0, 0, bit), bit) for bit in (1, 2) if look & bit)]

    def _open(self, into: Any, layer: _Layer, parent: str) -> Any:
        if isinstance(layer.of, Edit):
            tag = "ins" if layer.of is Edit.PUT_IN else "del"
            return etree.SubElement(into, akn(tag), eId=self.identifiers.make(parent, tag))
        if isinstance(layer.of, int):
            return etree.SubElement(into, akn(_TAGS[layer.of]))
        if isinstance(layer.of, Attribution):
            names = [f"#{self.references.name('TLCOrganization', n)}" for n in layer.of.names]
            return etree.SubElement(
                into,
                akn("entity"),
                {
                    "name": ATTRIBUTION,
                    "class": layer.of.stance.value,
                    "refersTo": " ".join(names),
                    "eId": self.identifiers.make(parent, "entity"),
                },
            )
        return self._bracket(into, layer.of, parent)

    def _bracket(self, into: Any, bracket: Bracket, parent: str) -> Any:
        known = self.numbers.get(bracket)
        name = self.identifiers.make(parent, BRACKET)
        attributes = {
            "name": BRACKET,
            "class": bracket.kind.value,
            "eId": name,
            own("depth"): str(bracket.depth),
        }
        if known is None:
            self.numbers[bracket] = name
            first = self._first_beside(bracket)
            if first:
                attributes["alternativeTo"] = f"#{first}"
        else:
            attributes[own("continues")] = f"#{known}"
        return etree.SubElement(into, akn("inline"), attributes)

    def _first_beside(self, bracket: Bracket) -> str | None:
        """The bracket that this one stands beside as an alternative, if it was written."""
        if not bracket.alternatives:
            return None
        for other, name in reversed(self.numbers.items()):
            if other is not bracket and other.depth == bracket.depth:
                same = other.alternatives == bracket.alternatives
                return name if same else None
        return None

    def _note(self, into: Any, marker: str, parent: str) -> None:
        name = self.identifiers.make(parent, "authorialNote")
        attributes = {"marker": marker, "placement": "bottom", "eId": name}
        note = etree.SubElement(into, akn("authorialNote"), attributes)
        paragraph = etree.SubElement(note, akn("p"))
        if marker not in self.used:
            self.used.add(marker)
            self.fill(paragraph, self.notes[marker], name)


def _append(element: Any, sign: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + sign
    else:
        element.text = (element.text or "") + sign
