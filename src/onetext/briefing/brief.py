"""The brief as a value: what every edition of it says, before anything is laid out.

Nothing in a brief stands without a source: every claim carries the numbers of the sources
in the record that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.values import Matrix
from onetext.text.word_changes import Run


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source or draft with the number by which the brief cites it.

    `address` is None for a local file; `reading_time_min` is None for a draft; `grade` is the
    one that counts ("B2"), or empty.
    """

    number: int
    title: str
    publisher: str | None
    agencies: tuple[str, ...]
    dated: date | None
    address: str | None
    reading_time_min: int | None
    visibility: str
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the brief and the numbers of the sources that it rests on."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words from a source; `verbatim` where the source has them in quotation marks."""

    statement_id: str
    dated: date
    dated_by: str
    speaker: str
    role: str | None
    party: str | None
    act: str
    words: str
    verbatim: bool
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A position as the matrix shows it, and the words behind it; `anchor` names its place.

    `stale_since` names the drafts that changed the wording since the position was taken, and
    `stale_words` what they changed, with a few words around it.
    `citations` are the sources of the statements that decide it; `quotes` are all, newest first.
    """

    anchor: str
    party: str
    issue: str
    stance: str
    sign: str
    since: date | None
    stale_by_pct: float | None
    stale_since: str | None
    stale_words: tuple[Run, ...]
    citations: tuple[int, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, merged from all the sources that report it.

    `words` are those of the latest report. `status` is the report's own, or "planned, not
    reported as held" where the day has passed without a report that it took place.
    """

    what: str
    place: str | None
    on: date
    words: str
    participants: tuple[str, ...]
    status: str
    reviewed: bool
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG to stand inside a page and as PNG; `told` says it in words.

    Every id in the SVG begins with `name`.
    """

    name: str
    title: str
    told: str
    svg: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Brief:
    """One brief. `since` is the date of the last brief, or the start of the period covered."""

    record_name: str
    headline: Claim
    as_of: date
    known_on: datetime
    since: date
    follows_a_brief: bool
    confined: bool
    key_points: tuple[Claim, ...]
    changes: tuple[Claim, ...]
    matrix: Matrix
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    held: tuple[Event, ...]
    ahead: tuple[Event, ...]
    quotes: tuple[tuple[str, tuple[Quote, ...]], ...]
    open_matters: tuple[Claim, ...]
    sources: tuple[CitedSource, ...]
    reading_time_min: int
    pictures: tuple[Picture, ...] = ()

    @property
    def voices(self) -> tuple[str, ...]:
        """The parties that have a position on record, in the order of the matrix."""
        takers = {
            cell.party for _, cells in self.rows for cell in cells if cell.stance != "no evidence"
        }
        return tuple(party for party in self.matrix.parties if party in takers)

    @property
    def onlookers(self) -> tuple[str, ...]:
        """The parties whose statements on record take no position on any issue."""
        return tuple(party for party in self.matrix.parties if party not in self.voices)

    @property
    def table(self) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
        """The rows and columns that hold a statement: what the brief lays out."""
        return tuple(
            (label, tuple(cell for cell in cells if cell.party in self.voices))
            for label, cells in self.rows
            if label not in self.unspoken
        )

    @property
    def waiting(self) -> str:
        """How many statements nobody has reviewed, in a sentence."""
        number = self.matrix.pending
        if number == 1:
            return "1 statement waits for review and does not count."
        return f"{number} statements wait for review and do not count."

    @property
    def unspoken(self) -> tuple[str, ...]:
        """The issues about which no statement of anybody is on record."""
        return tuple(label for label, cells in self.rows if not any(c.quotes for c in cells))
