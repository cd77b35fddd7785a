"""An issue through the drafts, as values: its wordings, and what each draft did to the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.wordings import Wording
from onetext.record.views import Issue, RecordedDraft
from onetext.text.comparing import BracketChange, PointChange
from onetext.text.drafts import Attribution, Bracket, Point
from onetext.text.word_changes import Run


@dataclass(frozen=True, slots=True)
class Rephrasing:
    """What became of a wording in the next draft that deals with the issue.

    Attributes:
        changed_share_pct: words put in and taken out, in percent of both (0 to 100).
        words: the words kept, put in and taken out.
        points: what became of the issue's points, in the order of the draft after.
        brackets: what became of the brackets in them; those that stayed as they were left out.
    """

    changed_share_pct: float
    words: tuple[Run, ...]
    points: tuple[PointChange, ...]
    brackets: tuple[BracketChange, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """The wording of an issue in a draft; None where the draft does not deal with it.

    `brackets` are those that are open in it, `named` who is named beside its words, `statements`
    counts the statements on the issue that are about this wording. `since` is None for the
    first wording.
    """

    draft: RecordedDraft
    wording: Wording | None
    points: tuple[Point, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    named: tuple[Attribution, ...] = ()
    also: tuple[Issue, ...] = ()
    since: Rephrasing | None = None
    statements: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """An issue through the drafts, oldest first, from the first that deals with it.

    `earlier` counts the statements on the issue that are older than any wording.
    """

    issue: Issue
    as_of: date
    known_on: datetime
    versions: tuple[Version, ...]
    earlier: int
