"""What a party said, bound to the formulations and the drafts that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onetext.positions.values import Evidence, Matrix
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.record.views import RecordedDraft
from onetext.settlement.formulations import WordedIssue
from onetext.settlement.subjects import DraftsMeant, How, Unplaced, subject

Option = tuple[str, str]
"""An issue and one of its options, by name."""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The statements of one party that take a stance.

    Attributes:
        on: by issue and option.
        on_drafts: on a whole draft that is named, by its id.
        on_newest: on a text that is not named, by the id of the newest draft of that day.
        how: how a statement was bound to its formulation, by statement id and issue.
    """

    party: str
    on: Mapping[Option, Sequence[Evidence]]
    on_drafts: Mapping[str, Sequence[Evidence]]
    on_newest: Mapping[str, Sequence[Evidence]]
    how: Mapping[tuple[str, str], How]

    def on_draft(self, draft: RecordedDraft) -> list[Evidence]:
        """What was said of the whole draft, named or not."""
        return [*self.on_drafts.get(draft.id, ()), *self.on_newest.get(draft.id, ())]


class WordsReader:
    """Binds the words of parties; `unplaced` keeps the statements that are about no wording."""

    def __init__(
        self, state: Matrix, worded: Sequence[WordedIssue], drafts: Sequence[RecordedDraft]
    ) -> None:
        self._worded = worded
        self._drafts = list(drafts)
        self._meant = DraftsMeant(drafts)
        self._evidence = {(one.party, one.issue.id): one.evidence for one in state.cells}
        self._wholes = [one for one in state.issues if is_whole(one.id, one.label)]
        self.unplaced: dict[Unplaced, set[str]] = {reason: set() for reason in Unplaced}

    def of(self, party: str) -> PartyWords:
        on: dict[Option, list[Evidence]] = {}
        how: dict[tuple[str, str], How] = {}
        for issue in self._worded:
            for one in self._evidence.get((party, issue.issue.id), ()):
                if one.stance is None:
                    continue
                named = self._meant.of(one.recorded)
                about = subject(one.recorded, one.stance, issue, party, named)
                if isinstance(about, Unplaced):
                    self.unplaced[about].add(one.recorded.id)
                    continue
                on.setdefault((issue.name, about.formulation.option), []).append(one)
                how[one.recorded.id, issue.name] = about.how
        named_drafts, newest = self._on_drafts(party)
        return PartyWords(party, on, named_drafts, newest, how)

    def _on_drafts(self, party: str) -> tuple[dict[str, list[Evidence]], dict[str, list[Evidence]]]:
        named: dict[str, list[Evidence]] = {}
        newest: dict[str, list[Evidence]] = {}
        for whole in self._wholes:
            of_row = whole.id.removeprefix(f"{WHOLE_TEXT.id}:")
            for one in self._evidence.get((party, whole.id), ()):
                if of_row != whole.id:
                    named.setdefault(of_row, []).append(one)
                    continue
                meant = self._meant.of(one.recorded)
                if meant is not None:
                    named.setdefault(meant.id, []).append(one)
                    continue
                then = [
                    draft.id
                    for draft in self._drafts
                    if draft.draft.dated is not None and draft.draft.dated <= one.recorded.dated
                ]
                if then:
                    newest.setdefault(then[-1], []).append(one)
        return named, newest


def is_whole(issue_id: str, label: str) -> bool:
    """Whether a row of the state of play is about a text as a whole."""
    return (
        issue_id.startswith(f"{WHOLE_TEXT.id}:") or label.casefold() == WHOLE_TEXT.label.casefold()
    )
