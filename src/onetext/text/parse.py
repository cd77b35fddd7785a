"""From the text of a draft to the draft: points, brackets, options and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onetext.text.brackets import brackets_of
from onetext.text.drafts import Draft, Problem, Status
from onetext.text.front_matter import FrontMatter, read_front_matter
from onetext.text.lines import LineKind, lines_of
from onetext.text.options import all_options
from onetext.text.point_remarks import (
    Coloured,
    beside_brackets,
    coloured_statuses,
    with_remarks,
)
from onetext.text.points import Structure, structure_of
from onetext.text.preamble import preamble_of
from onetext.text.reference_marks import reference_marks
from onetext.text.remarks import attributions_outside, notes_outside, statuses_outside
from onetext.text.spans import Span
from onetext.text.statuses import DEFAULT_COLOURS, legend_of, names_colour
from onetext.text.struck import struck_in

UNDETERMINED = "und"
"""The language of a draft that does not name one (ISO 639-2)."""

TITLE_CHARS = 160
_LEGEND_CHARS = 600


def parse_draft(text: str, *, title: str | None = None, coloured: Sequence[Coloured] = ()) -> Draft:
    """Read `text`, front matter and all; `title` stands above the title that it gives itself.

    Nothing is refused and no character is lost: `Draft.text` is `text`, every span refers to
    it, and whatever looks wrong is among the problems, in the order of the text. A draft that
    names no title of its own has "" for one. `coloured` are the stretches that the file
    colours: what a colour stands for, the draft's own legend says.
    """
    front = read_front_matter(text)
    structure = structure_of(text, front.body)
    colours = _colours(text, front.body)
    found = brackets_of(text, front.body, structure.points, colours)
    brackets, named = beside_brackets(text, found.brackets, attributions_outside(text, front.body))
    statuses = [
        *coloured_statuses(structure.points, coloured, colours),
        *found.statuses,
        *statuses_outside(text, front.body, colours),
    ]
    points = with_remarks(structure.points, statuses, named)
    draft = Draft(
        title=title or front.title or _own_title(text, front, structure),
        by=front.by,
        dated=front.dated,
        language=front.language or UNDETERMINED,
        text=text,
        points=points,
        brackets=brackets,
        options=all_options(structure.options, found.options),
        sources=front.sources,
        issues=front.issues,
        notes=_apart(
            [
                *found.notes,
                *notes_outside(text, front.body),
                *reference_marks(text, front.body).notes,
            ]
        ),
        preamble=preamble_of(text, front.body, points),
        struck=struck_in(text, front.body),
    )
    problems = [*front.problems, *structure.problems, *found.problems, *_unplaced(draft, front)]
    return _with_problems(draft, problems)


def _colours(text: str, body: int) -> dict[str, Status]:
    """What colours stand for: what the draft's legend says, above what they mostly do."""
    legend: dict[str, Status] = {}
    if not names_colour(text):
        return dict(DEFAULT_COLOURS)
    for line in lines_of(text, body):
        if line.end - line.start <= _LEGEND_CHARS:
            for colour, status in legend_of(text[line.start : line.end]).items():
                legend.setdefault(colour, status)
    return {**DEFAULT_COLOURS, **legend}


def _apart(notes: Sequence[Span]) -> tuple[Span, ...]:
    """The notes in the order of the text, without those inside another."""
    kept: list[Span] = []
    for note in sorted(notes, key=lambda span: (span.start, -span.end)):
        if not kept or note.start >= kept[-1].end:
            kept.append(note)
    return tuple(kept)


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
