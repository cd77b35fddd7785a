"""Element names and identifiers after the Naming Convention of Akoma Ntoso."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from onetext.text.labels import label_at

_ABBREVIATED = {
    "article": "art", "paragraph": "para", "section": "sec", "chapter": "chp",
    "subparagraph": "subpara", "wrapUp": "wrapup", "hcontainer": "hcontainer",
}  # fmt: skip
_WORDED = {
    "article": "article", "art": "article", "chapter": "chapter", "section": "section",
    "part": "part", "title": "title", "clause": "clause", "paragraph": "paragraph",
    "point": "point",
}  # fmt: skip
_BY_DEPTH = ("paragraph", "point", "indent")


@dataclass(frozen=True, slots=True)
class Named:
    """What a point is called in XML. `name` is that of an hcontainer; `number` goes into eId."""

    tag: str
    number: str
    name: str | None = None


def named(label: str, *, is_heading: bool, depth: int) -> Named:
    """The element for a point with `label` that has `depth` points (no headings) above it."""
    found = label_at(label, 0, len(label)) if label else None
    word = found.word.rstrip(".") if found else ""
    number = found.bare if found else ""
    if word and number.lower().startswith(word):
        number = number[len(word) :]
    if word in _WORDED:
        return Named(_WORDED[word], number)
    if word:
        return Named("hcontainer", number, word)
    if is_heading:
        return Named("level", number)
    return Named(_BY_DEPTH[min(depth, len(_BY_DEPTH) - 1)], number)


def slug(words: str, most: int = 40) -> str:
    """Words as a part of an identifier: Latin letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")


@dataclass(slots=True)
class Identifiers:
    """Gives each element an eId that no other has."""

    taken: set[str] = field(default_factory=set)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def make(self, parent: str, tag: str, number: str = "") -> str:
        """As in art_2__para_1__point_a; without a number, the element's place among its kind."""
        self.counts[parent, tag] += 1
        said = slug(number) or str(self.counts[parent, tag])
        prefix = f"{parent}__" if parent else ""
        plain = name = f"{prefix}{_ABBREVIATED.get(tag, tag)}_{said}"
        again = 1
        while name in self.taken:
            again += 1
            name = f"{plain}-{again}"
        self.taken.add(name)
        return name

    def single(self, parent: str, tag: str) -> str:
        """For what a parent has only one of: art_2__intro."""
        name = f"{parent}__{_ABBREVIATED.get(tag, tag)}".removeprefix("__")
        if name in self.taken:
            return self.make(parent, tag)
        self.taken.add(name)
        return name
