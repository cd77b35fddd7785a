"""Where a party stands, as a value: the stance, the evidence for it, and whether it is stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onetext.positions.wordings import Wording, like_with_like
from onetext.record.entries import PUBLIC
from onetext.record.views import (
    Issue,
    RecordedDraft,
    RecordedMeeting,
    RecordedStatement,
    SourceNote,
)
from onetext.record.visibility import strictest_of
from onetext.text.word_changes import Run, word_changes


class Stance(StrEnum):
    """A party's stand on an issue. "No evidence" is a value of its own, not a silence."""

    ACCEPTS = "accepts"
    ACCEPTS_WITH_CONDITIONS = "accepts with conditions"
    OPEN = "open"
    REJECTS = "rejects"
    DEMANDS_OTHERWISE = "demands otherwise"
    SILENT = "silent"
    CONTRADICTORY = "contradictory"
    NO_EVIDENCE = "no evidence"


@dataclass(frozen=True, slots=True)
class IssueLink:
    """That a statement is about an issue: by `rule`, with a confidence (0 to 1).

    `rule` is "person" (confidence 1) where somebody set the link by hand, else "words",
    "topic", "words and topic" or "whole text"; `words` are those of the statement's own
    words on which the rule rests. `visibility` is that of a person's word; a rule has none.
    """

    issue_id: str
    rule: str
    confidence: float
    words: tuple[str, ...] = ()
    visibility: str = PUBLIC


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement behind a position.

    `copies` are other sources that carry it; `same_text` are the ids of those that are copies of
    one text with its source, and `texts` counts the independent texts in which it stands.
    """

    recorded: RecordedStatement
    stance: Stance | None
    link: IssueLink
    copies: tuple[SourceNote, ...] = ()
    same_text: tuple[str, ...] = ()
    texts: int = 1


@dataclass(frozen=True, slots=True)
class Rewording:
    """That a draft changed the words of an issue; how much of them, in percent."""

    draft: RecordedDraft
    changed_share_pct: float


@dataclass(frozen=True, slots=True)
class Staleness:
    """That the wording has changed since the position was taken; how much of it, in percent.

    `before` is the wording that the position is about, `after` the one in force; `by` are the
    drafts that changed it on the way, oldest first, each against the one before it.
    """

    before: Wording
    after: Wording
    changed_share_pct: float
    by: tuple[Rewording, ...]

    @property
    def draft(self) -> RecordedDraft:
        """The draft that changed the wording last."""
        return self.by[-1].draft

    @property
    def words(self) -> tuple[Run, ...]:
        """What was kept, taken out and put in between the two wordings."""
        before, after = like_with_like(self.before, self.after)
        return word_changes(before.text, after.text)


@dataclass(frozen=True, slots=True)
class Position:
    """Where `party` stands on `issue`; `evidence` is newest first, `since` the date it rests on.

    Evidence that takes no stand (a report, an accusation) is listed and decides nothing.
    """

    party: str
    issue: Issue
    stance: Stance
    since: date | None
    evidence: tuple[Evidence, ...]
    stale: Staleness | None = None

    @property
    def visibility(self) -> str:
        """Who may see all that it rests on: the issue, the statements, their sources and the
        verdicts on them, copies, and people's words on what they are about."""
        return strictest_of(
            self.issue.visibility,
            *(one.recorded.visibility for one in self.evidence),
            *(one.link.visibility for one in self.evidence),
            *(note.visibility for one in self.evidence for note in one.copies),
        )

    @property
    def deciding(self) -> tuple[Evidence, ...]:
        """The evidence on which the stance rests; all sides of a contradiction."""
        return tuple(
            one
            for one in self.evidence
            if one.recorded.dated == self.since
            and (
                one.stance is self.stance
                or (self.stance is Stance.CONTRADICTORY and one.stance not in (None, Stance.SILENT))
            )
        )


@dataclass(frozen=True, slots=True)
class Matrix:
    """The state of play: a position for every party on every issue.

    `as_of` bounds the dates of statements and drafts, `known_on` when they were recorded.
    `pending` counts the statements up to `as_of` that nobody has reviewed; they count for
    nothing unless `with_pending`. Parties stand in order of the number of their statements,
    issues in the order of the newest draft; cells issue by issue, party by party.
    """

    as_of: date
    known_on: datetime
    parties: tuple[str, ...]
    issues: tuple[Issue, ...]
    cells: tuple[Position, ...]
    pending: int
    with_pending: bool = False

    def cell(self, party: str, issue_id: str) -> Position:
        """The position of `party` on the issue with that id; KeyError for no such cell."""
        for position in self.cells:
            if position.party == party and position.issue.id == issue_id:
                return position
        raise KeyError((party, issue_id))


@dataclass(frozen=True, slots=True)
class Move:
    """A cell that differs between two dates."""

    before: Position
    after: Position


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened after `since`, up to and including `until`."""

    since: date
    until: date
    moves: tuple[Move, ...]
    statements: tuple[RecordedStatement, ...]
    drafts: tuple[RecordedDraft, ...]
    meetings: tuple[RecordedMeeting, ...]
