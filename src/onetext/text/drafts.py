"""A draft as a value: its points, brackets and the problems found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onetext.text.spans import Span


class Status(StrEnum):
    """How far a point is agreed, by its meaning; each process has a colour of its own for it."""

    AGREED_AD_REFERENDUM = "agreed ad referendum"
    AGREED_BY_NEGOTIATORS = "agreed at negotiators' level"
    AGREED_IN_GROUP = "agreed in group"
    PROPOSED = "proposed"
    NOT_DISCUSSED = "not discussed"


class Mark(StrEnum):
    """What a proposal does to the provision that it names, as the ITU marks it."""

    ADD = "ADD"
    MOD = "MOD"
    SUP = "SUP"
    NOC = "NOC"


class AttributionStance(StrEnum):
    """What those who are named beside a wording do with it."""

    PROPOSES = "proposes"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    RESERVES = "reserves"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is named beside a wording. `span` covers the attribution's own words."""

    names: tuple[str, ...]
    span: Span
    stance: AttributionStance = AttributionStance.PROPOSES


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered place in a draft.

    `label` is as found ("10", "(a)", "3 bis"); `path` joins the bare labels from the top
    ("10/a"); `text` is the point's own wording, without its label and its sub-points;
    `span` covers the point in the draft's text from its label to the end of its sub-points.
    `status` and `mark` are None where the text does not say; `attributions` are those that
    stand outside of brackets.
    """

    label: str
    path: str
    text: str
    span: Span
    points: tuple[Point, ...] = ()
    status: Status | None = None
    mark: Mark | None = None
    attributions: tuple[Attribution, ...] = ()

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
    """Text that is not agreed. `depth` is 1 for the outermost.

    `alternative_spans`, where listed, are the places of `alternatives`, one for one.
    """

    span: Span
    depth: int
    kind: BracketKind
    alternatives: tuple[str, ...] = ()
    alternative_spans: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Option(Span):
    """A whole option: its span from its label on; `is_no_text` where it says that nothing
    shall stand there."""

    label: str = ""
    is_no_text: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


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
    `notes` are editor's notes and footnotes: no text that is negotiated. `preamble` is what
    stands before the first article or operative point, where the draft has one. `struck` are
    words that are struck out, in brackets or not.
    """

    title: str
    by: str | None
    dated: date | None
    language: str
    text: str
    points: tuple[Point, ...]
    brackets: tuple[Bracket, ...] = ()
    options: tuple[Option, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[str, ...] = ()
    issues: dict[str, str] = field(default_factory=dict)
    notes: tuple[Span, ...] = ()
    preamble: Span | None = None
    struck: tuple[Span, ...] = ()

    def walk(self) -> Iterator[Point]:
        for point in self.points:
            yield from point.walk()

    def point(self, path: str) -> Point | None:
        """The point at `path`, or None where the draft has no such point."""
        return next((point for point in self.walk() if point.path == path), None)
