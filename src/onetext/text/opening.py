"""Line by line, what opens a point and what goes on in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.text.label_readings import Reading
from onetext.text.labels import Label
from onetext.text.labels_behind import label_behind
from onetext.text.lines import Line, LineKind, provision
from onetext.text.marks import number_at
from onetext.text.nesting import Nesting
from onetext.text.open_points import OpenPoint
from onetext.text.options import is_no_text
from onetext.text.spans import Span
from onetext.text.wrapped_numbers import is_label

_NO_WORDS = re.compile(r"[\s\[\]*_:.\\]*")


def opened_points(text: str, lines: Sequence[Line], title: Line | None) -> list[OpenPoint]:
    """The points that `lines` open, but for `title` and notes."""
    opening = _Opening(text)
    for line, following in zip(lines, _following(lines), strict=True):
        opening.read(line, following, is_title=line is title)
    opening.end()
    return opening.nesting.points


def _following(lines: Sequence[Line]) -> list[Label | None]:
    """For each line, the label of the next labelled line."""
    after: list[Label | None] = [None] * len(lines)
    seen: Label | None = None
    for at in range(len(lines) - 1, -1, -1):
        after[at] = seen
        if lines[at].label:
            seen = lines[at].label
    return after


@dataclass(slots=True)
class _Opening:
    """`mark` is a line with nothing but a mark, which speaks of what comes next."""

    text: str
    nesting: Nesting = field(default_factory=Nesting)
    before: Line | None = None
    mark: Line | None = None
    in_note: bool = False

    def read(self, line: Line, following: Label | None, *, is_title: bool) -> None:
        self.in_note = line.kind is LineKind.NOTE or (
            self.in_note and (line.kind is LineKind.BLANK or line.indent > 0)
        )
        if line.kind is LineKind.MARK:
            self.end()
            self.mark = line
        elif self.in_note or is_title:
            self.nesting.close_all()
        elif self.mark and line.kind is not LineKind.BLANK:
            _marked(self._spoken_of(self.mark, line, following), self.mark)
            self.mark = None
        elif line.kind is LineKind.HEADING:
            _marked(self._heading(line), line)
        elif line.kind is LineKind.LABELLED and line.label:
            if line.marked or is_label(self.text, line, line.label, self.before, self.nesting):
                _marked(self._labelled(line, line.label, following), line)
            else:
                self._words(line)
        elif line.kind is LineKind.WORDS:
            self._words(line)
        self.before = line

    def end(self) -> None:
        """A mark that speaks of nothing is a point by itself."""
        if self.mark:
            _marked(self._called_by(self.mark, self.mark, self.mark.content, None), self.mark)
        self.mark = None

    def _spoken_of(self, mark: Line, line: Line, following: Label | None) -> OpenPoint:
        """The point at `line` that a mark above it speaks of; without a label there, one that is
        called by the mark."""
        if line.kind is LineKind.HEADING:
            return self._heading(line)
        if line.label:
            return self._labelled(line, line.label, following)
        stop = number_at(self.text, line.start, line.end)
        if stop is not None:
            label = provision(self.text, line.start, stop)
            return self._own(self.nesting.add_labelled(line, label, following), line)
        return self._own(self._called_by(mark, line, line.start, following), line)

    def _called_by(self, mark: Line, line: Line, at: int, following: Label | None) -> OpenPoint:
        name = mark.marked.mark.value if mark.marked else ""
        label = Label(name, name, at, at, (Reading("mark", (0,)),), "mark")
        return self.nesting.add_labelled(line, label, following)

    def _heading(self, line: Line) -> OpenPoint:
        return self._own(self.nesting.add_heading(line), line)

    def _labelled(self, line: Line, label: Label, following: Label | None) -> OpenPoint:
        point = inner = self.nesting.add_labelled(line, label, following)
        while behind := label_behind(self.text, inner, line.end, following):
            inner = self.nesting.add_inside(line, behind)
        self._own(inner, line)
        return point

    def _own(self, point: OpenPoint, line: Line) -> OpenPoint:
        """Give the point the words of its line."""
        if not _NO_WORDS.fullmatch(self.text, point.content, line.end):
            point.pieces.append((point.content, line.end))
            point.says_no_text = point.is_option and is_no_text(
                self.text, Span(point.content, line.end)
            )
        return point

    def _words(self, line: Line) -> None:
        after_blank = self.before is None or self.before.kind is LineKind.BLANK
        point = self.nesting.add_words(line, after_blank=after_blank)
        if point is None:
            return
        is_heading_alone = point.level > 0 and len(point.pieces) == 1
        if point.pieces and not point.points and not is_heading_alone:
            point.pieces[-1] = (point.pieces[-1][0], line.end)
        else:
            point.pieces.append((line.start, line.end))
        point.end = line.end


def _marked(point: OpenPoint, line: Line) -> None:
    if line.marked:
        point.start, point.marked = line.start, line.marked
