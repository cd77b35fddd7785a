"""Text as Word keeps it: runs, with elements for tabs and line ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run(text: str, *, deleted: bool = False, style: str | None = None, look: int = 0) -> Any:
    """A w:r with `text`; tabs and line ends become elements. `look`: 1 bold, 2 italic, 3 both."""
    element = OxmlElement("w:r")
    if style or look:
        properties = OxmlElement("w:rPr")
        if style:
            named = OxmlElement("w:rStyle")
            named.set(qn("w:val"), style.replace(" ", ""))  # its id, as python-docx makes it
            properties.append(named)
        for bit, name in ((1, "w:b"), (2, "w:i")):
            if look & bit:
                properties.append(OxmlElement(name))
        element.append(properties)
    for child in _content(text, "w:delText" if deleted else "w:t"):
        element.append(child)
    return element


def printable(text: str) -> str:
    """The text without characters that XML cannot hold or that nobody sees; lines stay lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or c.isprintable())


def _content(text: str, tag: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield OxmlElement("w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield OxmlElement("w:tab")
            if part:
                element = OxmlElement(tag)
                element.set(_XML_SPACE, "preserve")
                element.text = part
                yield element
