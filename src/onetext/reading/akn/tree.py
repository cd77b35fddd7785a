"""The hierarchy of an Akoma Ntoso body: places with labels, headings, words and places below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from onetext.reading.akn.inline import Words
from onetext.text.akoma_ntoso import HIERARCHY, LOOSE, own

_HEADINGS = (
    "article", "chapter", "section", "part", "title", "book", "tome", "division", "level",
    "subchapter", "subsection", "subpart", "subtitle", "subdivision", "attachment",
)  # fmt: skip
_BLOCKS = (
    "p",
    "block",
    "listIntroduction",
    "listWrapUp",
    "crossHeading",
    "tr",
    "li",
    "embeddedText",
)
_NUMBERED = ("item", "recital", "citation")
_SKIPPED = ("meta", "toc", "foreign", "coverPage")


@dataclass(slots=True)
class Place:
    """A labelled place. `items` are lines of words and places below, in the order of the text.

    `path`, `said_label`, `status`, `mark`, `issue` and `is_tight` (no blank line before it) are
    what a file of our own says.
    """

    label: str
    heading: str
    is_heading: bool
    items: list[str | Place] = field(default_factory=list)
    path: str | None = None
    said_label: str | None = None
    status: str | None = None
    mark: str | None = None
    issue: str | None = None
    is_tight: bool = False


def items_of(container: Any, words: Words) -> Iterator[str | Place]:
    """What stands in a body, a preamble, a content or any other container."""
    for element in container:
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _SKIPPED or name in ("num", "heading", "subheading"):
            continue
        if name in words.without:
            continue
        if name in _BLOCKS:
            line = words.line(element)
            if line:
                yield line
        elif _is_place(element, name):
            place = _place(element, name, words)
            if place.label or place.heading or place.items:
                yield place
        else:
            yield from items_of(element, words)


def _is_place(element: Any, name: str) -> bool:
    if name in _NUMBERED:
        return _child(element, "num") is not None
    return name in (*HIERARCHY, "attachment") and not _is_transparent(element, name)


def _is_transparent(element: Any, name: str) -> bool:
    """Whether an element only holds others together."""
    if name == "hcontainer" and element.get("name") == LOOSE:
        return True
    bare = _child(element, "num") is None and _child(element, "heading") is None
    return (
        bare and element.get(own("label")) is None and name in ("list", "hcontainer", "attachment")
    )


def _place(element: Any, name: str, words: Words) -> Place:
    label = " ".join(words.line(num) for num in _children(element, "num"))
    headings = [*_children(element, "heading"), *_children(element, "subheading")]
    heading = " ".join(line for line in map(words.line, headings) if line)
    place = Place(
        label, heading, bool(heading) or name in _HEADINGS, list(items_of(element, words))
    )
    if words.without == ("ins",) or words.is_marked:
        return place  # what the file says of its places is about the text with its changes
    place.path, place.said_label = element.get(own("path")), element.get(own("label"))
    place.status, place.mark = element.get(own("status")), element.get(own("mark"))
    place.issue, place.is_tight = element.get("refersTo"), element.get(own("tight")) == "true"
    return place


def _child(element: Any, name: str) -> Any:
    return next(_children(element, name), None)


def _children(element: Any, name: str) -> Iterator[Any]:
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname == name:
            yield child
