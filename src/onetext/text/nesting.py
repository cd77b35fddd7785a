"""Which point stands under which: decided by indentation, sequence and the style of labels.

The points that are open form a stack. A heading ends all but the headings above its level; a
label of a list goes where placing says. Nothing stands inside an option that says "No text".
"""

from __future__ import annotations

from onetext.text.arrivals import arrival
from onetext.text.label_readings import Reading
from onetext.text.labels import Label
from onetext.text.lines import Line
from onetext.text.open_points import PARAGRAPHS, OpenPoint
from onetext.text.placing import placed

MAX_DEPTH = 40
"""Points are not nested deeper than this; what would be deeper stands beside the deepest."""


class Nesting:
    """Places points one after the other; `points` are those at the top."""

    def __init__(self) -> None:
        self.points: list[OpenPoint] = []
        self.stack: list[OpenPoint] = []

    def current(self) -> OpenPoint | None:
        return self.stack[-1] if self.stack else None

    def close_all(self) -> None:
        self.stack.clear()

    def add_heading(self, line: Line) -> OpenPoint:
        """Open a point for a heading: it ends everything but the headings above its level."""
        reading = line.label.readings[0] if line.label else None
        level = self._heading_level(line, reading)
        while self.stack and (self.stack[-1].level == 0 or self.stack[-1].level >= level):
            self.stack.pop()
        content = line.label.end if line.label else line.content
        return self._open(OpenPoint(line.label, line.start, content, line.end, 0, level, reading))

    def _heading_level(self, line: Line, reading: Reading | None) -> int:
        """The level of a heading; Section 14.1 stands below an open Article 14."""
        if line.label and reading and len(reading.numbers) > 1 and line.label.word == "section":
            for point in self.stack:
                if point.level and point.reading and point.reading.numbers == reading.numbers[:-1]:
                    return max(line.level, point.level + 1)
        return line.level

    def add_labelled(self, line: Line, label: Label, following: Label | None) -> OpenPoint:
        """Open a point of a list; `following` is the next label in the text, to tell i from i."""
        option = self._option_around(line.indent)
        new = arrival(self.points, self.stack, option, label, line.indent, following)
        depth, reading = placed(new)
        del self.stack[depth:]
        return self._open(
            OpenPoint(label, line.start, label.end, line.end, line.indent, 0, reading)
        )

    def add_inside(self, line: Line, label: Label) -> OpenPoint:
        """Open a point whose label stands right behind the label of the current point."""
        first = next((reading for reading in label.readings if reading.is_first()), None)
        reading = first or label.readings[0]
        indent = line.indent + 1
        point = OpenPoint(label, label.start, label.end, line.end, indent, 0, reading)
        point.is_inside = True
        return self._open(point)

    def add_words(self, line: Line, *, after_blank: bool) -> OpenPoint | None:
        """The point that a line without a label belongs to; None before the first point."""
        while after_blank and self.stack:
            top = self.stack[-1]
            if top.level or top.indent <= line.indent:
                break
            self.stack.pop()
        return self.current()

    def expects(self, label: Label, indent: int) -> bool:
        """Whether `label` is next in the sequence of an open point at this indentation, or
        carries on its number (3.1 after 3), or is of its own, unmistakable style (OP4)."""
        return any(
            point.indent == indent
            and point.reading
            and (
                point.precedes(reading)
                or (len(reading.numbers) > 1 and reading.numbers[:-1] == point.reading.numbers)
            )
            for point in self.stack
            for reading in label.readings
        ) or any(reading.family in PARAGRAPHS for reading in label.readings)

    def _option_around(self, indent: int) -> int:
        """The place of the innermost option that is open, -1 where there is none; one that says
        "No text" is closed."""
        for at in range(len(self.stack) - 1, -1, -1):
            point = self.stack[at]
            if point.level or not point.is_option or not point.reading:
                continue
            if not point.says_no_text or indent > point.indent:
                return at
            del self.stack[at:]
        return -1

    def _open(self, point: OpenPoint) -> OpenPoint:
        if len(self.stack) >= MAX_DEPTH:
            self.stack.pop()
        (self.stack[-1].points if self.stack else self.points).append(point)
        self.stack.append(point)
        return point
