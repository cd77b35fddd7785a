"""From the text of a draft to the draft: points, brackets, options and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

from onetext.text.brackets import brackets_of
from onetext.text.drafts import Draft, Problem
from onetext.text.front_matter import FrontMatter, read_front_matter
from onetext.text.lines import LineKind, lines_of
from onetext.text.points import Structure, structure_of
from onetext.text.spans import Span

UNDETERMINED = "und"
"""The language of a draft that does not name one (ISO 639-2)."""

TITLE_CHARS = 160


def parse_draft(text: str, *, title: str | None = None) -> Draft:
    """Read `text`, front matter and all; `title` stands above the title that it gives itself.

    Nothing is refused and no character is lost: `Draft.text` is `text`, every span refers to
    it, and whatever looks wrong is among the problems, in the order of the text. A draft that
    names no title of its own has "" for one.
    """
    front = read_front_matter(text)
    structure = structure_of(text, front.body)
    brackets, unbalanced = brackets_of(text, front.body, structure.breaks)
    draft = Draft(
        title=title or front.title or _own_title(text, front, structure),
        by=front.by,
        dated=front.dated,
        language=front.language or UNDETERMINED,
        text=text,
        points=structure.points,
        brackets=brackets,
        options=tuple(sorted(structure.options)),
        sources=front.sources,
        issues=front.issues,
    )
    problems = [*front.problems, *structure.problems, *unbalanced, *_unplaced(draft, front)]
    return _with_problems(draft, problems)


def _own_title(text: str, front: FrontMatter, structure: Structure) -> str:
    if structure.title:
        return structure.title.of(text).strip(" #*_")
    lines = (line for line in lines_of(text, front.body) if line.kind is not LineKind.MARKUP)
    first = next((line for line in lines if line.kind is not LineKind.BLANK), None)
    if first is None or first.kind is not LineKind.WORDS:
        return ""
    after = next(lines, None)
    stands_alone = after is None or after.kind is LineKind.BLANK
    said = text[first.start : first.end]
    return said.strip(" *_") if stands_alone and len(said) <= TITLE_CHARS else ""


def _unplaced(draft: Draft, front: FrontMatter) -> list[Problem]:
    """Points that the front matter names and the draft does not have."""
    paths = {point.path for point in draft.walk()}
    place = Span(0, front.body)
    return [
        Problem(place, f"The front matter links point {path} to an issue; there is no such point.")
        for path in front.issues
        if path not in paths
    ]


def _with_problems(draft: Draft, problems: list[Problem]) -> Draft:
    return replace(draft, problems=tuple(sorted(problems, key=lambda problem: problem.place)))
