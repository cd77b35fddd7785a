"""Which point stands under which: decided by indentation, sequence and the style of labels.

The points that are open form a stack. A new label is placed, in this order:
1. next in the sequence of an open point at the same indentation: beside it;
2. a decimal label (3.1): under the open point whose number it carries on (3);
3. the same style at the same indentation, its number skipped or repeated: beside it;
4. next in the sequence of an open point at another indentation: beside it;
5. the first of its style, or of a style not open: under what stands less indented;
6. anything else: beside the nearest open point of its style.
An option (Option 1:) is a fence for 2, 3 and 6, and for 4 from inside it: numbering starts
anew there, and nothing stands inside one that says "No text". Before all of these: what follows
an option's bare label is inside that option; a number that comes after the last one of an option
before is outside of this one; PP and OP stand beside each other.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from onetext.text.label_readings import Reading
from onetext.text.labels import Label
from onetext.text.lines import Line
from onetext.text.marks import Marked

PARAGRAPHS = frozenset({"PP", "OP", "CP"})
"""Preambular, operative and chapeau paragraphs: never below each other."""

MAX_DEPTH = 40
"""Points are not nested deeper than this; what would be deeper stands beside the deepest."""


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
        depth, reading = self._place(label, line.indent, following)
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
                reading.follows(point.reading)
                or (len(reading.numbers) > 1 and reading.numbers[:-1] == point.reading.numbers)
            )
            for point in self.stack
            for reading in label.readings
        ) or any(reading.family in PARAGRAPHS for reading in label.readings)

    def _open(self, point: OpenPoint) -> OpenPoint:
        if len(self.stack) >= MAX_DEPTH:
            self.stack.pop()
        (self.stack[-1].points if self.stack else self.points).append(point)
        self.stack.append(point)
        return point

    def _place(self, label: Label, indent: int, following: Label | None) -> tuple[int, Reading]:
        readings = _likely_first(label, following)
        lists = [i for i, point in enumerate(self.stack) if not point.level and point.reading]
        fence = max((i for i in lists if self.stack[i].is_option), default=-1)
        if fence >= 0 and self.stack[fence].says_no_text and indent <= self.stack[fence].indent:
            del self.stack[fence:]
            return self._place(label, indent, following)
        if label.is_option:
            fence = -1
        elif fence >= 0:
            by_option = self._by_option(readings, indent, fence)
            if by_option:
                return by_option
        if readings[0].family in PARAGRAPHS:
            return self._among_paragraphs(lists), readings[0]
        preambular = next((i for i in lists if _is_preambular(self.stack[i])), None)
        if preambular is not None and readings[0].family in ("1.", "1)", "1()"):
            return preambular, readings[0]
        if label.word == "mark" or readings[0].family == "provision":
            return lists[0] if lists else len(self.stack), readings[0]
        for same_indent in (True, False):
            for i in reversed(lists):
                for reading in readings:
                    if same_indent and self.stack[i].indent == indent and self._follows(i, reading):
                        return i, reading
            if same_indent:
                found = self._by_decimal(readings, fence) or self._by_style(
                    readings, indent, [i for i in lists if i > fence]
                )
                if found:
                    return found
        for i in reversed(lists):
            for reading in readings:
                deeper = indent > self.stack[i].indent
                if self._follows(i, reading) and not (deeper and fence > i):
                    return i, reading
        return self._by_indent(readings, indent, [i for i in lists if i > fence])

    def _by_option(
        self, readings: tuple[Reading, ...], indent: int, fence: int
    ) -> tuple[int, Reading] | None:
        """Inside an option that is still empty; outside of one, where the numbering has gone on
        as far as in the option before it."""
        option = self.stack[fence]
        if option.is_empty and indent >= option.indent:
            first = next((reading for reading in readings if reading.is_first()), None)
            return fence + 1, first or readings[0]
        if indent > option.indent:
            return None
        beside = self.stack[fence - 1].points if fence else self.points
        others = [point for point in _options_before(beside) if point.points]
        for reading in readings:
            ends = [_last(other, reading.family) for other in others]
            if reading.suffix or not any(end and reading.follows(end) for end in ends):
                continue
            own = _last(option, reading.family)
            if own is None or not reading.follows(own) or own in ends[:1]:
                outer = [
                    i
                    for i in range(fence)
                    if (known := self.stack[i].reading) and known.family == reading.family
                    and not self.stack[i].level
                ]  # fmt: skip
                return (outer[-1] if outer else fence), reading
        return None

    def _among_paragraphs(self, lists: list[int]) -> int:
        for i in reversed(lists):
            reading = self.stack[i].reading
            if reading and reading.family in PARAGRAPHS:
                return i
        return lists[0] if lists else len(self.stack)

    def _follows(self, i: int, reading: Reading) -> bool:
        before = self.stack[i].reading
        return before is not None and reading.follows(before)

    def _by_decimal(self, readings: tuple[Reading, ...], fence: int) -> tuple[int, Reading] | None:
        reading = readings[0]
        if len(reading.numbers) < 2:
            return None
        for i in range(len(self.stack) - 1, fence, -1):
            before = self.stack[i].reading
            if before is None:
                continue
            if before.numbers == reading.numbers[:-1]:
                return i + 1, reading
            if before.family == reading.family and len(before.numbers) == len(reading.numbers):
                return i, reading
        return None

    def _by_style(
        self, readings: tuple[Reading, ...], indent: int, lists: list[int]
    ) -> tuple[int, Reading] | None:
        # What may be the first of its style is not a skipped member of another: (i) after (b).
        likely = tuple(reading for reading in readings if reading.is_first()) or readings
        for i in reversed(lists):
            before = self.stack[i].reading
            for reading in likely:
                if before and before.family == reading.family and self.stack[i].indent == indent:
                    return i, reading
        return None

    def _by_indent(
        self, readings: tuple[Reading, ...], indent: int, lists: list[int]
    ) -> tuple[int, Reading]:
        first = next((reading for reading in readings if reading.is_first()), None)
        families = {reading.family for reading in readings}
        if first is None:
            for i in reversed(lists):
                before = self.stack[i].reading
                if before and before.family in families and before.numbers[-1] > 0:
                    return i, next(r for r in readings if r.family == before.family)
        depth = len(self.stack)
        while depth and not self.stack[depth - 1].level and self._is_deeper(depth - 1, indent):
            depth -= 1
        return depth, first or readings[0]

    def _is_deeper(self, i: int, indent: int) -> bool:
        """Whether an open point is indented more; one inside a line is indented as that line."""
        point = self.stack[i]
        return point.indent - point.is_inside > indent


def _likely_first(label: Label, following: Label | None) -> tuple[Reading, ...]:
    """The readings of `label`, those alone that the next label in the text
    carries on, where there are such."""
    if len(label.readings) < 2 or following is None:
        return label.readings
    carried = tuple(
        reading for reading in label.readings if any(n.follows(reading) for n in following.readings)
    )
    return carried or label.readings


def _options_before(beside: list[OpenPoint]) -> Iterator[OpenPoint]:
    """The options right before the last of `beside`, the nearest first."""
    return itertools.takewhile(lambda point: point.is_option, reversed(beside[:-1]))


def _last(option: OpenPoint, family: str) -> Reading | None:
    """The reading of the last point of `family` right below `option`."""
    readings = (point.reading for point in reversed(option.points))
    return next((reading for reading in readings if reading and reading.family == family), None)


def _is_preambular(point: OpenPoint) -> bool:
    return point.reading is not None and point.reading.family == "PP"
