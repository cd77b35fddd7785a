"""The points of a draft: its lines, nested, with a path for each that no other has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.text.drafts import Option, Point, Problem
from onetext.text.enumerations import enumeration, is_reference
from onetext.text.label_readings import Reading
from onetext.text.labels import Label, label_at
from onetext.text.lines import Line, LineKind, lines_of, provision
from onetext.text.marks import number_at
from onetext.text.nesting import Nesting
from onetext.text.open_points import OpenPoint
from onetext.text.options import is_no_text
from onetext.text.spans import Span

_PARAGRAPH_GOES_ON = re.compile(r"[\w,%'’–—-]$")
_ENDS_IN_AND = re.compile(r"\b(?:and|or)$", re.I)
_SLUG_WORDS = 4
MAX_INLINE_DEPTH = 3
"""Enumerations inside a paragraph are looked for inside each other this deep."""


@dataclass(slots=True)
class Structure:
    """What was found: the points, the spans of whole options, and what to look at."""

    points: tuple[Point, ...]
    options: list[Option] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    title: Span | None = None


def structure_of(text: str, begin: int) -> Structure:
    """The points of `text` from `begin` on."""
    lines = list(lines_of(text, begin))
    title = _title(lines)
    nesting = Nesting()
    _nest(text, lines, title, nesting)
    found = Structure(())
    if title is not None:
        found.title = Span(title.content, title.end)
    found.points = _Finish(text, found).points(nesting.points, "")
    return found


def _title(lines: Sequence[Line]) -> Line | None:
    """The first line that is not blank, where it is a heading that stands above all others."""
    first = next((line for line in lines if line.kind is not LineKind.BLANK), None)
    if first is None or first.kind is not LineKind.HEADING or first.label or first.level > 6:
        return None
    others = [line.level for line in lines if line.kind is LineKind.HEADING and line is not first]
    return first if all(level > first.level for level in others) else None


def _nest(text: str, lines: Sequence[Line], title: Line | None, nesting: Nesting) -> None:
    following = _following(lines)
    before: Line | None = None
    pending: Line | None = None
    in_note = False
    for at, line in enumerate(lines):
        in_note = line.kind is LineKind.NOTE or (
            in_note and (line.kind is LineKind.BLANK or line.indent > 0)
        )
        if line.kind is LineKind.MARK:
            if pending:
                _add_mark(pending, None, nesting)
            pending = line
        elif in_note or line is title:
            nesting.close_all()
        elif pending and line.kind is not LineKind.BLANK:
            point = _add_mark(pending, line, nesting, text, following[at])
            point.start, point.marked = pending.start, pending.marked
            pending = None
        elif line.kind is LineKind.HEADING:
            _mark(_own(text, nesting.add_heading(line), line), line)
        elif line.kind is LineKind.LABELLED and line.label:
            if line.marked or _is_label(text, line, line.label, before, nesting):
                point = nesting.add_labelled(line, line.label, following[at])
                _mark(_own_or_inside(text, point, line, nesting, following[at]), line)
            else:
                _add_words(line, before, nesting)
        elif line.kind is LineKind.WORDS:
            _add_words(line, before, nesting)
        before = line
    if pending:
        _add_mark(pending, None, nesting)


def _mark(point: OpenPoint, line: Line) -> None:
    if line.marked:
        point.start, point.marked = line.start, line.marked


def _add_mark(
    pending: Line,
    line: Line | None,
    nesting: Nesting,
    text: str = "",
    following: Label | None = None,
) -> OpenPoint:
    """The point that a line with nothing but a mark speaks of: the one at `line`; without a
    label there, a point that is called by the mark."""
    if line and line.kind is LineKind.HEADING:
        return _own(text, nesting.add_heading(line), line)
    if line and line.label:
        point = nesting.add_labelled(line, line.label, following)
        _own_or_inside(text, point, line, nesting, following)
        return point
    stop = number_at(text, line.start, line.end) if line else None
    if line and stop is not None:
        label = provision(text, line.start, stop)
        return _own(text, nesting.add_labelled(line, label, following), line)
    mark = pending.marked.mark.value if pending.marked else ""
    place = line or pending
    at = line.start if line else pending.content
    label = Label(mark, mark, at, at, (Reading("mark", (0,)),), "mark")
    point = nesting.add_labelled(place, label, following)
    point.start, point.marked = pending.start, pending.marked
    return _own(text, point, place) if line else point


def _following(lines: Sequence[Line]) -> list[Label | None]:
    """For each line, the label of the next labelled line that is no bullet."""
    after: list[Label | None] = [None] * len(lines)
    seen: Label | None = None
    for at in range(len(lines) - 1, -1, -1):
        after[at] = seen
        if lines[at].label:
            seen = lines[at].label
    return after


_NO_WORDS = re.compile(r"[\s\[\]*_:.\\]*")


def _own(text: str, point: OpenPoint, line: Line) -> OpenPoint:
    if not _NO_WORDS.fullmatch(text, point.content, line.end):
        point.pieces.append((point.content, line.end))
        point.says_no_text = point.is_option and is_no_text(text, Span(point.content, line.end))
    return point


def _own_or_inside(
    text: str, point: OpenPoint, line: Line, nesting: Nesting, following: Label | None
) -> OpenPoint:
    """Give the point the words of its line, or a point of its own whose label they begin with."""
    inner = _label_inside(text, point, line, following)
    if inner is None:
        return _own(text, point, line)
    inside = nesting.add_inside(line, inner)
    _own_or_inside(text, inside, line, nesting, following)
    return point


_WHITE = re.compile(r"[ \t\u00a0]*")
_MAX_OPTIONS_CHARS = 20_000


def _label_inside(text: str, point: OpenPoint, line: Line, following: Label | None) -> Label | None:
    """The label right behind a label: 7.1 a) ..., where b) is to come; 4. [Option A: ...]"""
    white = _WHITE.match(text, point.content)
    at = white.end() if white else point.content
    inner = label_at(text, at, line.end) if at < line.end else None
    if inner is None or inner.bare == "-" or inner.is_heading:
        return None
    if inner.is_option:
        shift = inner.end
        others = re.finditer(r"\[", text[shift : min(line.end, shift + _MAX_OPTIONS_CHARS)])
        more = (label_at(text, shift + mark.start(), line.end) for mark in others)
        return None if any(label and label.is_option for label in more) else inner
    if not inner.found.endswith(")"):
        return None
    if point.is_option:
        return inner
    first = next((reading for reading in inner.readings if reading.is_first()), None)
    if not following or not first:
        return None
    goes_on = any(reading.follows(first) for reading in following.readings)
    below = following.found.endswith(")") and any(
        reading.is_first() and reading.family != first.family for reading in following.readings
    )
    return inner if goes_on or below else None


def _add_words(line: Line, before: Line | None, nesting: Nesting) -> None:
    after_blank = before is None or before.kind is LineKind.BLANK
    point = nesting.add_words(line, after_blank=after_blank)
    if point is None:
        return
    is_heading_alone = point.level > 0 and len(point.pieces) == 1
    if point.pieces and not point.points and not is_heading_alone:
        point.pieces[-1] = (point.pieces[-1][0], line.end)
    else:
        point.pieces.append((line.start, line.end))
    point.end = line.end


def _is_label(text: str, line: Line, label: Label, before: Line | None, nesting: Nesting) -> bool:
    """Whether this is a label and not, say, a number that a wrapped line begins with."""
    if before is None or (
        before.kind is not LineKind.WORDS and before.kind is not LineKind.LABELLED
    ):
        return True
    if not label.word and label.bare != "-" and is_reference(text, before.start, before.end):
        return False
    if label.word or label.bare == "-" or nesting.expects(label, line.indent):
        return True
    if before.kind is LineKind.LABELLED and line.indent > before.indent:
        return True
    if any(reading.is_first() for reading in label.readings):
        return True
    words = text[max(before.start, before.end - 40) : before.end]
    return not _PARAGRAPH_GOES_ON.search(words) or bool(_ENDS_IN_AND.search(words))


@dataclass(slots=True)
class _Finish:
    text: str
    found: Structure

    def points(self, opened: Iterable[OpenPoint], above: str, inline: int = 0) -> tuple[Point, ...]:
        used: Counter[str] = Counter()
        taken: set[str] = set()
        done = []
        again: list[tuple[OpenPoint, str]] = []
        for ordinal, point in enumerate(opened, 1):
            bare = name = self.bare(point, ordinal)
            while name in taken:
                used[bare] += 1
                name = f"{bare}~{used[bare] + 1}"
            taken.add(name)
            if name == bare:
                self.tell_repeated(again)
                again = []
            else:
                again.append((point, f"{above}{name}"))
            done.append(self.point(point, f"{above}{name}", inline))
        self.tell_repeated(again)
        return tuple(done)

    def tell_repeated(self, run: Sequence[tuple[OpenPoint, str]]) -> None:
        """One problem for a run of labels that their neighbours above bear already."""
        if not run:
            return
        (first, path), (last, last_path) = run[0], run[-1]
        place = Span(first.start, first.content)
        if len(run) == 1:
            told = f"{_shown(first)} stands here a second time; it is called {path}."
        else:
            told = (
                f"{_shown(first)} to {_shown(last)} stand here a second time; "
                f"they are called {path} to {last_path}."
            )
        self.found.problems.append(Problem(place, told))

    def bare(self, point: OpenPoint, ordinal: int) -> str:
        if point.label is None:
            words = re.findall(r"\w+", self.text[point.content : point.end].split("\n")[0].lower())
            return "-".join(words[:_SLUG_WORDS]) or f"#{ordinal}"
        return f"-{ordinal}" if point.label.bare == "-" else point.label.bare

    def point(self, point: OpenPoint, path: str, inline: int) -> Point:
        pieces, items = self.split(point) if inline < MAX_INLINE_DEPTH else (point.pieces, [])
        points = self.points([*items, *point.points], f"{path}/", inline + 1 if items else inline)
        span = Span(point.start, max([point.end, *(inner.span.end for inner in points)]))
        label = point.label.found if point.label else "#" * point.level
        if point.is_option:
            words = Span(point.pieces[0][0], point.pieces[-1][1]) if point.pieces else None
            none = words is not None and not points and is_no_text(self.text, words)
            self.found.options.append(Option(span.start, span.end, label, none))
        own = [self.text[start:end].strip() for start, end in pieces]
        marked = point.marked
        return Point(
            label,
            path,
            "\n".join(piece for piece in own if piece),
            span,
            points,
            mark=marked.mark if marked else None,
            attributions=(marked.by,) if marked and marked.by else (),
        )

    def split(self, point: OpenPoint) -> tuple[list[tuple[int, int]], list[OpenPoint]]:
        """The point's own wording apart from an enumeration inside it."""
        for at, (start, end) in enumerate(point.pieces):
            items = enumeration(self.text, Span(start, end))
            if items:
                own = [
                    *point.pieces[:at],
                    (start, items[0].span.start),
                    (items[-1].span.end, end),
                    *point.pieces[at + 1 :],
                ]
                return own, [_of(item.label, item.span) for item in items]
        return point.pieces, []


def _shown(point: OpenPoint) -> str:
    return f'"{point.label.found}"' if point.label else "A heading"


def _of(label: Label, span: Span) -> OpenPoint:
    reading: Reading = label.readings[0]
    return OpenPoint(
        label, span.start, label.end, span.end, reading=reading, pieces=[(label.end, span.end)]
    )
