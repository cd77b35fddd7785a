"""Texts side by side: a first column, each party's text, and a compromise, aligned point by point.

The form is that of the multi-column documents of EU trilogues, for any number of parties. Rows
follow the first column; what only others have stands behind the row after which they have it, and
where two others put in the same words, in one row. Words that differ from the first column are
marked, those of it that are left out are struck through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from onetext.briefing.exchange.aligned import aligned
from onetext.briefing.exchange.paragraphs import Form, Paragraph, paragraphs_of
from onetext.briefing.exchange.stretches import Stretch, of_line, stretches
from onetext.text.comparing import Comparison
from onetext.text.drafts import Draft
from onetext.text.word_changes import Edit

_SAME_ADDITION = 80.0
"""Additions of two parties that share this much (rapidfuzz ratio) stand in one row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one party in one row; none where it has nothing there.

    `is_deleted`: the first column has something, and this one leaves it out. `note` tells where
    the words stand in its own text, where that is elsewhere.
    """

    stretches: tuple[Stretch, ...] = ()
    is_deleted: bool = False
    note: str = ""
    is_changed: bool = False

    @property
    def text(self) -> str:
        """The words that this column has."""
        return "".join(s.text for s in self.stretches if s.edit is not Edit.TAKEN_OUT)


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in every column. `level` is 0 outside of points; headings span no columns."""

    form: Form
    level: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """`heads` name the columns, the first one first."""

    title: str
    language: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def changed(self) -> tuple[int, ...]:
        """For each column but the first, how many rows differ from it."""
        return tuple(
            sum(row.cells[at].is_changed for row in self.rows) for at in range(1, len(self.heads))
        )


@dataclass(slots=True)
class _Line:
    """A row while it is being filled: the first column's paragraph and those of the others."""

    first: Paragraph | None
    others: dict[int, tuple[Paragraph, str]] = field(default_factory=dict)

    @property
    def shape(self) -> Paragraph:
        return self.first or next(iter(self.others.values()))[0]


def columns(head: str, first: Draft, others: Sequence[tuple[str, Comparison]]) -> Columns:
    """The texts in columns.

    Args:
        head: what the first column is called.
        first: the text that all others are compared with.
        others: for each further column its name and the comparison of `first` with its text.
    """
    base = paragraphs_of(first)
    lines = [_Line(paragraph) for paragraph in base]
    extra: dict[int, list[_Line]] = {}
    for column, (_, comparison) in enumerate(others):
        at = -1
        moved: dict[int, int] = {}
        rows = aligned(base, paragraphs_of(comparison.after), comparison)
        for row in rows:
            if row.before is not None:
                at += 1
                if row.moved is not None:
                    moved[row.moved] = at
                if row.after is not None:
                    lines[at].others[column] = (row.after, "")
        at = -1
        for row in rows:
            if row.before is not None:
                at += 1
            elif row.after is not None and row.moved is not None:
                label = row.after.label.text
                note = f"stands at {label} in this text" if label else "stands elsewhere"
                lines[moved[row.moved]].others[column] = (row.after, note)
            elif row.after is not None:
                _add(extra.setdefault(at, []), column, row.after)
    ordered = list(extra.get(-1, []))
    for at, line in enumerate(lines):
        ordered += [line, *extra.get(at, [])]
    return Columns(
        first.title,
        first.language,
        (head, *(name for name, _ in others)),
        tuple(_row(line, len(others)) for line in ordered),
    )


def _add(lines: list[_Line], column: int, paragraph: Paragraph) -> None:
    """Put a paragraph that the first column lacks into the row of its like, or a new one."""
    for line in lines:
        other = line.shape
        if column not in line.others and (
            fuzz.ratio(other.words.text, paragraph.words.text) >= _SAME_ADDITION
        ):
            line.others[column] = (paragraph, "")
            return
    lines.append(_Line(None, {column: (paragraph, "")}))


def _row(line: _Line, count: int) -> Row:
    shape = line.shape
    cells = [Cell() if line.first is None else Cell(tuple(_plain(line.first)))]
    for column in range(count):
        found = line.others.get(column)
        if found is None:
            is_deleted = line.first is not None
            cells.append(Cell(is_deleted=is_deleted, is_changed=is_deleted))
        elif line.first is None:
            paragraph, note = found
            whole = of_line(paragraph.line, Edit.PUT_IN, 0, len(paragraph.text))
            cells.append(Cell(tuple(whole), note=note, is_changed=True))
        else:
            paragraph, note = found
            changed = paragraph.text != line.first.text
            words = stretches(line.first.line, paragraph.line) if changed else _plain(paragraph)
            cells.append(Cell(tuple(words), note=note, is_changed=changed or bool(note)))
    return Row(shape.form, shape.level, tuple(cells))


def _plain(paragraph: Paragraph) -> list[Stretch]:
    return list(of_line(paragraph.line, Edit.KEPT, 0, len(paragraph.text)))
