"""Square brackets: text that is not agreed, nested to any depth.

Real texts are unbalanced. A bracket that is never closed is taken to reach to the end of its
paragraph; one that closes nothing is left alone; both are problems with their place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.bracket_kinds import kinds_of
from onetext.text.drafts import Bracket, Problem
from onetext.text.markup import square_marks
from onetext.text.spans import Span

_MARK = re.compile(r"[\[\]]")
_BLOCK_START = re.compile(r"(?:^|\n)[ \t]*(?:[-*+•#>]+[ \t]+|\(?\w{1,6}[.)][ \t]+)?[*_\[]*\Z")
_BLOCK_START_CHARS = 48
_PARAGRAPH_END = re.compile(r"\r?\n[ \t\r]*(?:\n|\Z)|\Z")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Where brackets open and close; `unclosed` reach to the end of their paragraph."""

    spans: tuple[Span, ...]
    unclosed: tuple[Span, ...]
    stray: tuple[int, ...]


def brackets_of(
    text: str, body: int = 0, breaks: Sequence[int] = ()
) -> tuple[tuple[Bracket, ...], tuple[Problem, ...]]:
    """The brackets of `text` from `body` on, in the order of their opening, and the problems.

    `breaks` are the places of headings: a bracket that opens in the middle of a paragraph
    does not reach beyond the next one.
    """
    pairs = pair_up(text, body, breaks)
    spans = sorted([*pairs.spans, *pairs.unclosed], key=lambda span: (span.start, -span.end))
    open_ended = {span.start for span in pairs.unclosed}
    ends = sorted(span.end for span in spans)
    depths = [at + 1 - bisect_right(ends, span.start) for at, span in enumerate(spans)]
    kinds = kinds_of(text, spans, depths, open_ended)
    brackets = tuple(
        Bracket(span, depth, kind, alternatives)
        for span, depth, (kind, alternatives) in zip(spans, depths, kinds, strict=True)
    )
    return brackets, _problems(pairs)


def pair_up(text: str, body: int, breaks: Sequence[int]) -> Pairs:
    """Match every closing bracket with the nearest opening one that is still open."""
    markup = square_marks(text, body).markup
    starts = [span.start for span in markup]
    stack: list[int] = []
    spans: list[Span] = []
    dropped: list[int] = []
    stray: list[int] = []
    coming = bisect_left(breaks, body)
    for found in _MARK.finditer(text, body):
        at = found.start()
        near = bisect_right(starts, at) - 1
        if near >= 0 and at < markup[near].end:
            continue
        while coming < len(breaks) and breaks[coming] <= at:
            while stack and not _begins_block(text, stack[-1]):
                dropped.append(stack.pop())
            coming += 1
        if found.group() == "[":
            stack.append(at)
        elif stack:
            spans.append(Span(stack.pop(), at + 1))
        else:
            stray.append(at)
    unclosed = _reaching(text, sorted([*dropped, *stack]))
    return Pairs(tuple(spans), unclosed, tuple(stray))


def _begins_block(text: str, at: int) -> bool:
    begin = max(0, at - _BLOCK_START_CHARS)
    before = text[begin:at]
    return (begin == 0 and not before.strip()) or bool(_BLOCK_START.search(before))


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
