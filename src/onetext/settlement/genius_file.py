"""An XML file of a GENIUS folder: its elements, and their numbers as exact fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from lxml import etree

from onetext.errors import OnetextError

MOST_VALUES = 100_000
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}\.?\d{0,60}|\.\d{1,60})(?:[eE][+-]?\d{1,2})?", re.ASCII)


class BadDomain(OnetextError):
    """A folder does not hold a GENIUS domain with profiles of two parties or more."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(f"{path}: {sentence}")


@dataclass(frozen=True, slots=True)
class GeniusIssue:
    """An `issue` element; `kind` is discrete, integer or real."""

    file: GeniusFile
    element: etree._Element

    @property
    def name(self) -> str:
        return self.element.get("name") or f"issue {self.index}"

    @property
    def index(self) -> str | None:
        index: str | None = self.element.get("index")
        return index

    @property
    def kind(self) -> str:
        """As `type` says; without it, discrete, whatever `etype` says."""
        kind = (self.element.get("type") or "discrete").lower()
        if kind not in ("discrete", "integer", "real"):
            raise self.bad(
                f'is of type "{kind}", where discrete, integer and real are known. '
                "List the values that matter as items of a discrete issue."
            )
        return kind

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest value of an integer or real issue."""
        low, high = self._bound("lowerbound"), self._bound("upperbound")
        if not low <= high:
            raise self.bad("has a lowerbound above its upperbound. Exchange them.")
        if self.kind == "integer":
            if low.denominator > 1 or high.denominator > 1:
                raise self.bad("is an integer issue, but its bounds are no whole numbers.")
            if high - low >= MOST_VALUES:
                raise self.bad(f"has more than {MOST_VALUES:,} values. Narrow its bounds.")
        return low, high

    @property
    def evaluator(self) -> etree._Element:
        found = self.element.find("evaluator")
        if found is None:
            raise self.bad('has no "evaluator" element. Add one with its parameters.')
        return found

    def items(self) -> Iterator[tuple[str, etree._Element]]:
        """The `item` elements with their values."""
        for item in self.element.iter("item"):
            value = item.get("value")
            if value is None:
                raise self.bad('has an "item" element without a value. Name its option.')
            yield value, item

    def number(
        self, element: etree._Element, attribute: str, default: str | None = None
    ) -> Fraction:
        """A number of this issue.

        Raises:
            BadDomain: it is missing and has no default, or is no decimal number.
        """
        named = f'"{element.tag}" element of the issue "{self.name}"'
        return number(self.file.path, element, attribute, named, default)

    def bad(self, sentence: str) -> BadDomain:
        return BadDomain(self.file.path, f'the issue "{self.name}" {sentence}')

    def _bound(self, which: str) -> Fraction:
        span = self.element.find("range")
        place = self.element if self.element.get(which) is not None or span is None else span
        return self.number(place, which)


@dataclass(frozen=True, slots=True)
class GeniusFile:
    path: Path
    root: etree._Element

    @property
    def issues(self) -> list[GeniusIssue]:
        """At whatever depth of objectives they stand."""
        return [GeniusIssue(self, element) for element in self.root.iter("issue")]

    @property
    def is_profile(self) -> bool:
        return next(self.root.iter("weight"), None) is not None

    def setting(self, tag: str, default: Fraction) -> Fraction:
        """The value of an element that stands once in a profile."""
        for element in self.root.iter(tag):
            return number(self.path, element, "value", f'"{tag}" element')
        return default


def genius_file(path: Path) -> GeniusFile:
    """Read the file at `path`.

    Raises:
        BadDomain: it cannot be read or is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise BadDomain(path, f"cannot be read: {error.strerror}.") from error
    except etree.XMLSyntaxError as error:
        raise BadDomain(path, f"is not XML: {error.msg}.") from None
    return GeniusFile(path, root)


def number(
    path: Path, element: etree._Element, attribute: str, named: str, default: str | None = None
) -> Fraction:
    """A decimal number, exactly; `named` says where it stands, for the message."""
    text = element.get(attribute, default)
    if text is None:
        raise BadDomain(path, f'the {named} has no "{attribute}". Add it.')
    if not _NUMBER.fullmatch(text.strip()):
        raise BadDomain(
            path,
            f'"{text.strip()[:40]}" as the "{attribute}" of the {named} is not a number. '
            "Write a decimal number.",
        )
    return Fraction(text.strip())
