"""GUM's documents as text with the people that they mean: CoNLL-U in, spans and clusters out.

Source:
    Zeldes (2017), Language Resources and Evaluation 51, 581-612. Read from beside the checkout;
    nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onetext.text.spans import Span

ENTITY = re.compile(r"\((?P<opens>[^()]+)|(?P<closes>\w+(?:\[\d+/\d+\])?)\)")
SINGULAR = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean somebody; `entity` is the number of the cluster in its document."""

    span: Span
    entity: str
    kind: str
    named: bool
    pronoun: bool


@dataclass(frozen=True, slots=True)
class GumDocument:
    """A document: its text, a paragraph a line, and the mentions of persons in it."""

    name: str
    text: str
    people: tuple[Mention, ...]

    @property
    def named(self) -> frozenset[str]:
        """Entities that some mention names."""
        return frozenset(one.entity for one in self.people if one.named)


def gum_documents(folder: Path, part: str, genres: frozenset[str]) -> list[GumDocument]:
    """Documents of `genres` in "train", "dev" or "test", by name; train is what is in neither."""
    listed: dict[str, set[str]] = {}
    section = ""
    for line in (folder / "splits.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").strip()
        elif line.strip().startswith("* "):
            listed.setdefault(section, set()).add(line.strip().removeprefix("* "))
    found = []
    for path in sorted(folder.glob("GUM_*.conllu")):
        own = next((name for name, inside in listed.items() if path.stem in inside), "train")
        if own == part and path.stem.split("_")[1] in genres:
            found.append(_read(path))
    return found


def _read(path: Path) -> GumDocument:
    text = ""
    open_at: dict[str, list[tuple[int, str, int]]] = {}
    tokens: list[tuple[str, str]] = []
    mentions: list[Mention] = []
    joined = 0, False  # the last word of a written one, and whether the next stands close to it
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            text = text.rstrip() + "\n\n"
        fields = line.split("\t")
        if len(fields) != 10:
            continue
        if "-" in fields[0]:  # one written word that is several in the tree
            joined = int(fields[0].split("-")[1]), "SpaceAfter=No" in fields[9]
        if not fields[0].isdigit():
            continue
        start = len(text)
        text += fields[1]
        tokens.append((fields[1].lower(), fields[3]))
        for opens, closes in _brackets(fields[9]):
            if opens:
                parts = opens.split("-")
                open_at.setdefault(parts[0], []).append((start, parts[1], len(tokens) - 1))
            elif open_at.get(closes):
                begin, kind, first = open_at[closes].pop()
                inside = tokens[first:]
                if kind == "person":
                    mentions.append(
                        Mention(
                            Span(begin, len(text)),
                            closes.split("[")[0],
                            kind,
                            any(tag == "PROPN" for _, tag in inside) and len(inside) <= 5,
                            len(inside) == 1 and inside[0][0] in SINGULAR,
                        )
                    )
        number = int(fields[0])
        close = joined[1] if number == joined[0] else "SpaceAfter=No" in fields[9]
        if not close and not number < joined[0]:
            text += " "
        if number >= joined[0]:
            joined = 0, False
    return GumDocument(path.stem, text, tuple(sorted(mentions, key=lambda one: one.span)))


def _brackets(misc: str) -> Iterator[tuple[str, str]]:
    """What opens and what closes at a token; what opens and closes at once comes as both."""
    told = next((one for one in misc.split("|") if one.startswith("Entity=")), "")
    for found in ENTITY.finditer(told.removeprefix("Entity=")):
        if found["opens"]:
            yield found["opens"], ""
            after = told.removeprefix("Entity=")[found.end() : found.end() + 1]
            if after == ")":
                yield "", found["opens"].split("-")[0]
        else:
            yield "", found["closes"]
