"""A draft as a value: its points, brackets and the problems found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered place in a draft.

    `label` is as found ("10", "(a)", "3 bis"); `path` joins the bare labels from the top
    ("10/a"); `text` is the point's own wording, without its label and its sub-points;
    `span` covers the point in the draft's text from its label to the end of its sub-points.
    """

    label: str
    path: str
    text: str
    span: Span
    points: tuple[Point, ...] = ()

    def walk(self) -> Iterator[Point]:
        """This point, then every point below it, in the order of the text."""
        yield self
        for point in self.points:
            yield from point.walk()

    @property
    def wording(self) -> str:
        """The whole wording: its own text and that of its sub-points, with their labels."""
        parts = [self.text, *(f"{point.label} {point.wording}" for point in self.points)]
        return "\n".join(part for part in parts if part)


class BracketKind(StrEnum):
    ALTERNATIVE = "alternative"
    ADDITION = "addition"
    DELETION = "deletion"
    PLACEHOLDER = "placeholder"
    WHOLE_OPTION = "whole-option"


@dataclass(frozen=True, slots=True)
class Bracket:
    """Text that is not agreed. `depth` is 1 for the outermost."""

    span: Span
    depth: int
    kind: BracketKind
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a draft that a person should look at; never a refusal."""

    place: Span
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of the text, by a party or a mediator, dated.

    `text` is what all spans refer to. `issues` maps a point's path to the issue that the
    draft's front matter says it deals with. `sources` are addresses that the draft names.
    """

    title: str
    by: str | None
    dated: date | None
    language: str
    text: str
    points: tuple[Point, ...]
    brackets: tuple[Bracket, ...] = ()
    options: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[str, ...] = ()
    issues: dict[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[Point]:
        for point in self.points:
            yield from point.walk()

    def point(self, path: str) -> Point | None:
        """The point at `path`, or None where the draft has no such point."""
        return next((point for point in self.walk() if point.path == path), None)
