"""PolNeAR: articles and who is said in them to say what (brat standoff), read as it is.

One article may have several annotators; each annotation is a file of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onetext.text.spans import Span

ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
CODE = 4  # letters of an annotator's code
ROLES = ("Content", "Cue", "Source")
ANNOTATORS = ("4b22", "4e07", "5fec", "6b86", "d473", "ef2d")  # all who marked this corpus


@dataclass(frozen=True, slots=True)
class Event:
    """One attribution as annotated: the spans of each role, in the order of the text."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with one list of attributions for each of its annotators, by their codes."""

    name: str
    text: str
    annotations: tuple[tuple[Event, ...], ...]
    annotators: tuple[str, ...]

    @property
    def lines(self) -> list[Span]:
        """The lines that hold anything, which are the paragraphs of this corpus."""
        return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", self.text)]


def articles(corpus: Path, split: str) -> list[Article]:
    """All articles of `split` ("train" or "dev"), by name; annotators by their code."""
    by_name: dict[str, list[Path]] = {}
    for path in sorted((corpus / "data" / split / "attributions").glob("*.ann")):
        by_name.setdefault(ANNOTATOR.sub("", path.stem), []).append(path)
    texts = corpus / "data" / split / "text"
    return [
        Article(
            name,
            (texts / f"{name}.txt").read_bytes().decode("utf-8"),
            tuple(tuple(_events(path)) for path in paths),
            tuple(path.stem[-CODE:] for path in paths),
        )
        for name, paths in sorted(by_name.items())
    ]


def _events(path: Path) -> Iterator[Event]:
    marks: dict[str, list[Span]] = {}
    links: list[dict[str, list[Span]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) > 2 and re.fullmatch(r"T\d+", parts[0]):
            spans = parts[1].split(" ", 1)[1].split(";")
            marks[parts[0]] = [Span(*map(int, span.split())) for span in spans]
        elif len(parts) > 1 and re.fullmatch(r"E\d+", parts[0]):
            event: dict[str, list[Span]] = {role: [] for role in ROLES}
            for argument in parts[1].split()[1:]:
                role, mark = argument.split(":")
                event.get(re.sub(r"\d+$", "", role), []).extend(marks.get(mark, []))
            links.append(event)
    for event in links:
        if event["Content"]:
            yield Event(*(tuple(sorted(event[role])) for role in ROLES))
