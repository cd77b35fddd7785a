"""The body of an Akoma Ntoso file: points as the hierarchy that the standard names.

Articles, chapters and sections are elements of those names; numbered points are paragraphs, in
them points, in those indents, held together by a list. Whole options and annexes are containers
with a name, and a heading without a number is a level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from onetext.briefing.exchange.akn.inline import Inline
from onetext.briefing.exchange.akn.meta import References, one_line
from onetext.briefing.exchange.akn.names import Identifiers, Named, named
from onetext.briefing.exchange.paragraphs import Form, Paragraph
from onetext.text.akoma_ntoso import LOOSE, akn, own
from onetext.text.drafts import Draft, Point

_LISTED = ("paragraph", "point", "indent")


@dataclass(slots=True)
class Body:
    """Writes points with their paragraphs, in the order of the text."""

    draft: Draft
    inline: Inline
    identifiers: Identifiers
    references: References
    points: dict[str, Point] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.points = {point.path: point for point in self.draft.walk()}

    def level(self, parent: Any, eid: str, paragraphs: Sequence[Paragraph], depth: int = 0) -> None:
        """Write paragraphs that stand side by side, each point with what is below it."""
        at = 0
        while at < len(paragraphs):
            first = paragraphs[at]
            end = at + 1
            if first.path is None or first.form not in (Form.POINT, Form.HEADING):
                while end < len(paragraphs) and paragraphs[end].form is Form.WORDS:
                    end += 1
                self.loose(parent, eid, paragraphs[at:end])
            else:
                while end < len(paragraphs) and _belongs(paragraphs[end], first.path):
                    end += 1
                self._point(parent, eid, paragraphs[at:end], first.path, depth)
            at = end

    def loose(self, parent: Any, eid: str, paragraphs: Sequence[Paragraph]) -> None:
        """Words that stand between points, in a container of their own."""
        name = self.identifiers.make(eid, "hcontainer")
        loose = etree.SubElement(parent, akn("hcontainer"), {"name": LOOSE, "eId": name})
        self._blocks(loose, name, "content", paragraphs)

    def blocks(self, parent: Any, eid: str, paragraphs: Sequence[Paragraph]) -> None:
        for paragraph in paragraphs:
            if paragraph.words.text:
                name = self.identifiers.make(eid, "p")
                block = etree.SubElement(parent, akn("p"), eId=name)
                self.inline.fill(block, paragraph.words, name)

    def _point(
        self, parent: Any, eid: str, paragraphs: Sequence[Paragraph], path: str, depth: int
    ) -> None:
        first, rest = paragraphs[0], list(paragraphs[1:])
        is_heading = first.form is Form.HEADING
        kind = named(self.points[path].label, is_heading=is_heading, depth=depth)
        name = self.identifiers.make(eid, kind.tag, kind.number)
        element = etree.SubElement(parent, akn(kind.tag), self._attributes(first, path, kind, name))
        if first.label.text:
            self.inline.fill(self._single(element, name, "num"), first.label, name)
        if is_heading and first.words.text:
            self.inline.fill(self._single(element, name, "heading"), first.words, name)
        before = [] if is_heading else [first]
        while rest and rest[0].form is Form.WORDS and rest[0].path == path:
            before.append(rest.pop(0))
        after: list[Paragraph] = []
        while rest and rest[-1].form is Form.WORDS and rest[-1].path == path:
            after.insert(0, rest.pop())
        if not rest:
            self._blocks(element, name, "content", before)
            return
        into, inner = element, name
        if kind.tag in _LISTED and all(p.form in (Form.POINT, Form.WORDS) for p in rest):
            inner = self.identifiers.make(name, "list")
            into = etree.SubElement(element, akn("list"), eId=inner)
        self._blocks(into, inner, "intro", before)
        self.level(into, inner, rest, depth + (not is_heading))
        self._blocks(into, inner, "wrapUp", after)

    def _attributes(self, first: Paragraph, path: str, kind: Named, name: str) -> dict[str, str]:
        point = self.points[path]
        attributes = {"eId": name, own("path"): one_line(path), own("label"): one_line(point.label)}
        if first.is_tight:
            attributes[own("tight")] = "true"
        if kind.name:
            attributes["name"] = kind.name
        if point.status:
            attributes[own("status")] = point.status.value
        if point.mark:
            attributes[own("mark")] = point.mark.value
        if issue := self.draft.issues.get(path):
            attributes["refersTo"] = f"#{self.references.name('TLCConcept', issue)}"
        return attributes

    def _blocks(self, parent: Any, eid: str, tag: str, paragraphs: Sequence[Paragraph]) -> None:
        if tag == "content" or any(paragraph.words.text for paragraph in paragraphs):
            self.blocks(self._single(parent, eid, tag), eid, paragraphs)

    def _single(self, parent: Any, eid: str, tag: str) -> Any:
        name = self.identifiers.single(eid, tag)
        return etree.SubElement(parent, akn(tag), eId=name)


def _belongs(paragraph: Paragraph, path: str) -> bool:
    """Whether a paragraph is of the point at `path` or of one below it."""
    found = paragraph.path
    return found is not None and (found == path or found.startswith(f"{path}/"))
