"""Points that are open while a text is read: what stands below them may still come."""

from __future__ import annotations

from dataclasses import dataclass, field

from onetext.text.label_readings import Reading
from onetext.text.labels import Label
from onetext.text.marks import Marked

PARAGRAPHS = frozenset({"PP", "OP", "CP"})
"""Preambular, operative and chapeau paragraphs: never below each other."""


@dataclass(slots=True)
class OpenPoint:
    """A point while it is being read. `level` is 0 for a point of a list."""

    label: Label | None
    start: int
    content: int
    end: int
    indent: int = 0
    level: int = 0
    reading: Reading | None = None
    pieces: list[tuple[int, int]] = field(default_factory=list)
    points: list[OpenPoint] = field(default_factory=list)
    marked: Marked | None = None
    says_no_text: bool = False
    is_inside: bool = False
    """Whether its label stands right behind another one, in the same line."""

    @property
    def is_option(self) -> bool:
        return self.label is not None and self.label.is_option

    @property
    def is_empty(self) -> bool:
        return not self.pieces and not self.points

    @property
    def family(self) -> str:
        """The family of its label as read; "" where it has none."""
        return self.reading.family if self.reading else ""

    @property
    def line_indent(self) -> int:
        """How far its line is indented, where its label stands behind another one, too."""
        return self.indent - self.is_inside

    def precedes(self, reading: Reading) -> bool:
        """Whether a label as read comes next after this point's."""
        return self.reading is not None and reading.follows(self.reading)

    def last(self, family: str) -> Reading | None:
        """The reading of the last point of `family` right below this one."""
        found = (point.reading for point in reversed(self.points) if point.family == family)
        return next(found, None)
