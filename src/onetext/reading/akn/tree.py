"""The hierarchy of an Akoma Ntoso body: places with labels, headings, words and places below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from onetext.reading.akn.inline import Words
from onetext.reading.akn.pointing import leads_inside
from onetext.text.akoma_ntoso import HIERARCHY, LOOSE, own

_HEADINGS = (
    "article", "chapter", "section", "part", "title", "book", "tome", "division", "level",
    "subchapter", "subsection", "subpart", "subtitle", "subdivision", "attachment",
    "component",
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
_NAMED = ("tblock", "blockContainer")
_NAMES = ("num", "heading", "subheading")
_PARTS = ("attachment", "component")
_LEFT_OUT = ("toc", "foreign", "img")
_REFERENCES = ("documentRef", "componentRef")
_NOTE_MARKER = re.compile(r"\s*\[\^[^\]]*\]")


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


def items_of(container: Any, words: Words, *, is_place: bool = False) -> Iterator[str | Place]:
    """What stands in a body, a preamble, a content or any other container.

    The names of a place are its own; those of any other container are a line of words.
    """
    names = [] if is_place else [child for child in container if _name(child) in _NAMES]
    named = " ".join(line for line in map(words.line, names) if line)
    yield from (line for line in (named, words.stray(container.text)) if line)
    for element in container:
        yield from _items(element, words)
        tail = words.stray(element.tail)
        if tail:
            yield tail


def _items(element: Any, words: Words) -> Iterator[str | Place]:
    name = _name(element)
    if name in ("", "meta", *_NAMES):
        return
    if name in words.without or name in _LEFT_OUT:
        words.leave(element)
    elif name in _REFERENCES:
        if not leads_inside(element):
            words.leave(element)
    elif name in _BLOCKS or (_is_mixed(element) and not _is_place(element, name)):
        line = words.line(element)
        if line:
            yield line
    elif _is_place(element, name):
        place = _place(element, name, words)
        if place.label or place.heading or place.items:
            yield place
    else:
        yield from items_of(element, words)


def _is_mixed(element: Any) -> bool:
    """Whether words stand in it without an element of their own."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip() for text in texts)


def title_of(document: Any, words: Words) -> str:
    """What a document calls itself; empty where it does not."""
    for name in ("docTitle", "longTitle", "shortTitle"):
        for found in document.iter(f"{{*}}{name}"):
            line = words.line(found)
            if line:
                return line
    return ""


def _is_place(element: Any, name: str) -> bool:
    if name in _NUMBERED:
        return _child(element, "num") is not None
    if name in _NAMED:
        return any(_child(element, one) is not None for one in ("num", "heading"))
    return name in (*HIERARCHY, *_PARTS) and not _is_transparent(element, name)


def _is_transparent(element: Any, name: str) -> bool:
    """Whether an element only holds others together."""
    if name == "hcontainer" and element.get("name") == LOOSE:
        return True
    bare = _child(element, "num") is None and _child(element, "heading") is None
    if bare and name in _PARTS:
        return not title_of(element, Words())
    return bare and element.get(own("label")) is None and name in ("list", "hcontainer")


def _place(element: Any, name: str, words: Words) -> Place:
    is_own = element.get(own("label")) is not None
    label = " ".join(words.line(num, plain=not is_own) for num in _children(element, "num"))
    headings = [*_children(element, "heading"), *_children(element, "subheading")]
    heading = " ".join(line for line in map(words.line, headings) if line)
    items = list(items_of(element, words, is_place=True))
    if name in _PARTS and not label and not heading:
        heading = title_of(element, words)
        items = [item for item in items if item != heading]
    place = Place(label, heading, bool(heading) or name in _HEADINGS, items)
    if not is_own:
        _without_notes(place)
    if words.without == ("ins",) or words.is_marked:
        return place  # what the file says of its places is about the text with its changes
    place.path, place.said_label = element.get(own("path")), element.get(own("label"))
    place.status, place.mark = element.get(own("status")), element.get(own("mark"))
    place.issue, place.is_tight = element.get("refersTo"), element.get(own("tight")) == "true"
    return place


def _without_notes(place: Place) -> None:
    """The mark of a note at a number stands behind the words after it instead."""
    marks = "".join(mark.strip() for mark in _NOTE_MARKER.findall(place.label))
    if not marks:
        return
    place.label = _NOTE_MARKER.sub("", place.label)
    if place.heading or not place.items or not isinstance(place.items[0], str):
        place.heading = f"{place.heading}{marks}"
    else:
        place.items[0] = f"{place.items[0]}{marks}"


def _name(element: Any) -> str:
    """Its name without its namespace; empty for comments and instructions."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _child(element: Any, name: str) -> Any:
    return next(_children(element, name), None)


def _children(element: Any, name: str) -> Iterator[Any]:
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname == name:
            yield child
