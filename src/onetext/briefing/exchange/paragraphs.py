"""A draft as paragraphs, as a word processor has them: title, headings, points, words, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from onetext.text.drafts import Draft, Point
from onetext.text.emphasis import NO_LETTERS, Letters, join, letters, put_in
from onetext.text.front_matter import read_front_matter
from onetext.text.lines import Line, LineKind, lines_of


class Form(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    POINT = "point"
    WORDS = "words"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`label` is what numbers it, brackets and all ("[1."), `words` the rest.

    `level` counts from 1: of a heading below the title, of a point below the headings; words
    that go on in a point have its level and no label. 0 stands outside of points. `is_tight`
    where no blank line stands before it in the draft's text.
    """

    form: Form
    level: int
    label: Letters
    words: Letters
    path: str | None = None
    is_tight: bool = False

    @property
    def line(self) -> Letters:
        """Label and words: a tab between them in a point, a space in a heading."""
        if not self.label.text or not self.words.text:
            return join(self.label, self.words)
        return join(self.label, put_in("\t" if self.form is Form.POINT else " "), self.words)

    @property
    def text(self) -> str:
        return self.line.text


def paragraphs_of(draft: Draft) -> tuple[Paragraph, ...]:
    """The paragraphs of a draft; lines that its file only wrapped are one paragraph.

    Nothing of the text is left out but front matter, rules and the marks of Markdown.
    """
    body = read_front_matter(draft.text).body
    outline = _Outline.of(draft)
    found: list[Paragraph] = []
    goes_on = after_blank = False
    for line in lines_of(draft.text, body):
        if line.kind in (LineKind.BLANK, LineKind.MARKUP):
            goes_on = goes_on and line.kind is LineKind.MARKUP
            after_blank = after_blank or line.kind is LineKind.BLANK
            continue
        count = len(found)
        if line.kind is LineKind.HEADING or line.start in outline.points or not goes_on:
            found.append(_begun(draft.text, line, outline, first=not found))
        elif line.kind is LineKind.NOTE:
            found.append(_begun(draft.text, line, outline, first=False))
        else:
            more = letters(draft.text, line.start, line.end)
            found[-1] = replace(found[-1], words=join(found[-1].words, put_in(" "), more))
        if len(found) > count:
            found[-1] = replace(found[-1], is_tight=not after_blank and count > 0)
        goes_on, after_blank = line.kind is not LineKind.HEADING, False
    found = [paragraph for paragraph in found if paragraph.text]
    return _titled(draft.title, _ranked(found))


@dataclass(slots=True)
class _Outline:
    """The points by their beginnings, how deep each is, and which holds a place."""

    points: dict[int, Point] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    """Of each point; 0 for a heading, whose words stand at the margin."""
    ends: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, draft: Draft) -> _Outline:
        outline = cls()
        outline.add(draft.points, 1, draft.text)
        return outline

    def add(self, points: Iterable[Point], level: int, text: str) -> None:
        for point in points:
            starts_line = not text[text.rfind("\n", 0, point.span.start) + 1 : point.span.start]
            before = text[text.rfind("\n", 0, point.span.start) + 1 : point.span.start]
            if starts_line or not before.strip(" \t\ufeff"):
                self.points[point.span.start] = point
                self.ends.append((point.span.start, point.span.end, point.path))
                is_heading = _is_heading(text, point)
                self.levels[point.path] = 0 if is_heading else level
                below = level if is_heading else level + 1
            else:  # an enumeration inside a paragraph
                below = level
            self.add(point.points, below, text)

    def holding(self, at: int) -> str | None:
        held = [path for start, end, path in self.ends if start <= at < end]
        return held[-1] if held else None


def _is_heading(text: str, point: Point) -> bool:
    line = next(lines_of(text, point.span.start), None)
    return line is not None and line.kind is LineKind.HEADING


def _begun(text: str, line: Line, outline: _Outline, *, first: bool) -> Paragraph:
    point = outline.points.get(line.start)
    path = point.path if point else outline.holding(line.start)
    level = outline.levels.get(path or "", 0)
    content = max(line.content, line.start)
    if line.kind is LineKind.NOTE:
        return Paragraph(Form.NOTE, 0, NO_LETTERS, letters(text, line.start, line.end))
    if line.kind is LineKind.HEADING:
        marks = len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip("# \t"))
        label_end = line.label.end if line.label else line.start + marks
        label = letters(text, line.start + marks, label_end)
        words = letters(text, label_end, line.end)
        form = Form.TITLE if first and point is None else Form.HEADING
        return Paragraph(form, line.level, label, words, point.path if point else None)
    if point is None or line.kind is LineKind.WORDS:
        words = letters(text, line.start, line.end)
        return Paragraph(Form.WORDS, level, NO_LETTERS, words, path)
    head, words = letters(text, line.start, content), letters(text, content, line.end)
    return Paragraph(Form.POINT, level, head, words, path)


def _ranked(found: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings with levels that count from 1 without gaps."""
    levels = sorted({p.level for p in found if p.form is Form.HEADING})
    ranks = {level: rank for rank, level in enumerate(levels, 1)}
    return [
        replace(p, level=ranks[p.level]) if p.form is Form.HEADING else replace(p, level=p.level)
        for p in found
    ]


def _titled(title: str, found: list[Paragraph]) -> tuple[Paragraph, ...]:
    """With the title at the top, once."""
    shown = letters(title, 0, len(title)).text
    if found and found[0].form in (Form.TITLE, Form.WORDS) and found[0].words.text == shown:
        return (replace(found[0], form=Form.TITLE, level=0, path=None), *found[1:])
    rest = [replace(p, form=Form.HEADING, level=1) if p.form is Form.TITLE else p for p in found]
    top = [Paragraph(Form.TITLE, 0, NO_LETTERS, put_in(shown))] if shown else []
    return (*top, *rest)
