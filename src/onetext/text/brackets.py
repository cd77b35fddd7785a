"""Square brackets: text that is not agreed, nested to any depth.

Real texts are unbalanced. A bracket closes within its limit (see limits), or never; one that is
never closed is taken to reach to the end of its paragraph; one that closes nothing is left
alone. The last two are problems with their place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onetext.text.bracket_kinds import read_brackets
from onetext.text.bracket_places import places_of
from onetext.text.drafts import Bracket, Option, Point, Problem, Status
from onetext.text.limits import Limits
from onetext.text.markup import square_marks
from onetext.text.options import is_no_text
from onetext.text.remarks import StatusRemark
from onetext.text.spans import Span
from onetext.text.statuses import DEFAULT_COLOURS

_MARK = re.compile(r"[\[\]［］]")
_PARAGRAPH_END = re.compile(r"\r?\n[ \t\r]*(?:\n|\Z)|\Z")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Where brackets open and close; `unclosed` reach to the end of their paragraph."""

    spans: tuple[Span, ...]
    unclosed: tuple[Span, ...]
    stray: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bracketed:
    """The brackets of a text in the order of their opening, and what was read from them."""

    brackets: tuple[Bracket, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Span, ...]
    statuses: tuple[StatusRemark, ...]
    options: tuple[Option, ...]


def brackets_of(
    text: str,
    body: int = 0,
    points: Sequence[Point] = (),
    colours: Mapping[str, Status] = DEFAULT_COLOURS,
) -> Bracketed:
    """The brackets of `text` from `body` on, and the problems with them.

    `points` are those of the text; `colours` say what status a colour stands for.
    """
    pairs = pair_up(text, body, points)
    reads = read_brackets(text, body, places_of(pairs.spans, pairs.unclosed), colours)
    brackets = tuple(
        Bracket(
            read.place.span,
            read.place.depth,
            read.kind,
            tuple(place.of(text) for place in read.alternatives),
            read.alternatives,
            read.attributions,
        )
        for read in reads
    )
    options = (
        Option(span.start, span.end, read.option.found, is_no_text(text, read.wording))
        for read in reads
        if read.option and (span := read.place.span)
    )
    return Bracketed(
        brackets,
        _problems(pairs),
        tuple(read.place.span for read in reads if read.is_remark),
        tuple(read.status for read in reads if read.status),
        tuple(options),
    )


def pair_up(text: str, body: int, points: Sequence[Point]) -> Pairs:
    """Match every closing bracket with the nearest opening one that is still open."""
    markup = square_marks(text, body).markup
    starts = [span.start for span in markup]
    limit = Limits(text, points)
    stack: list[tuple[int, int]] = []
    spans: list[Span] = []
    dropped: list[int] = []
    stray: list[int] = []
    for found in _MARK.finditer(text, body):
        at = found.start()
        near = bisect_right(starts, at) - 1
        if near >= 0 and at < markup[near].end:
            continue
        if found.group() in "[［":
            stack.append((at, limit.of(at)))
            continue
        while stack and stack[-1][1] <= at:
            dropped.append(stack.pop()[0])
        if stack:
            spans.append(Span(stack.pop()[0], at + 1))
        else:
            stray.append(at)
    unclosed = _reaching(text, sorted([*dropped, *(at for at, _ in stack)]))
    return Pairs(tuple(spans), unclosed, tuple(stray))


def _reaching(text: str, unclosed: Sequence[int]) -> tuple[Span, ...]:
    spans = []
    end = -1
    for at in unclosed:
        if at >= end:
            found = _PARAGRAPH_END.search(text, at)
            end = found.start() if found else len(text)
        spans.append(Span(at, max(end, at + 1)))
    return tuple(spans)


def _problems(pairs: Pairs) -> tuple[Problem, ...]:
    opened = [
        _problem(place, "This bracket is opened", "These {} brackets are opened", "never closed")
        for place in _runs([span.start for span in pairs.unclosed])
    ]
    closed = [
        _problem(place, "This bracket is closed", "These {} brackets are closed", "never opened")
        for place in _runs(list(pairs.stray))
    ]
    return tuple(sorted([*opened, *closed], key=lambda problem: problem.place))


def _problem(place: Span, one: str, many: str, what: str) -> Problem:
    said = one if len(place) == 1 else many.format(len(place))
    return Problem(place, f"{said} but {what}.")


def _runs(places: Sequence[int]) -> list[Span]:
    """Neighbouring places as one, so that a thousand of them are one problem."""
    runs: list[Span] = []
    for at in places:
        if runs and runs[-1].end == at:
            runs[-1] = Span(runs[-1].start, at + 1)
        else:
            runs.append(Span(at, at + 1))
    return runs
