"""A problem of settlement from the record: formulations as options, words as bounds of values.

A statement is about the formulation of the draft that it names, where that draft words the
issue; else about the wording that was in force on the day it was made; where no draft had
worded the issue by then, it bounds nothing. What a party says of a whole draft bounds the
formulations of that draft of which it says nothing else; that it put the draft forward does so
where it said nothing of the draft either.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from onetext.errors import OnetextError
from onetext.positions.fold import matrix
from onetext.positions.staleness import in_force
from onetext.positions.values import Evidence, Matrix, Stance
from onetext.positions.whole_text import WHOLE_TEXT, Titles
from onetext.record.store import Store
from onetext.record.views import RecordedDraft
from onetext.settlement.formulations import Formulation, WordedIssue, drafts_by, worded_issues
from onetext.settlement.overrides import Overrides
from onetext.settlement.problem import (
    UNKNOWN,
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Quote,
    RedLine,
    Reservation,
)
from onetext.settlement.record_values import (
    Bound,
    ValueRule,
    bound,
    is_categorical,
    quotes_of,
)

FEWEST = 2
FEWEST_STATEMENTS = 2


class NoProblemInRecord(OnetextError):
    """The record does not hold, or not by that day, what a problem of settlement needs."""


def problem_from_record(
    store: Store,
    *,
    as_of: date,
    known_on: datetime | None = None,
    include_pending: bool = False,
    parties: Sequence[str] = (),
    issues: Sequence[str] = (),
    overrides: Overrides | None = None,
    rule: ValueRule | None = None,
) -> Problem:
    """The problem that the record poses on a day.

    Args:
        store: the record's store.
        as_of: the last day whose statements and drafts count.
        known_on: the moment until which entries count; None for all there are.
        include_pending: count statements that nobody has reviewed, too.
        parties: who decides; without any, every party whose words bound values on an issue of
            several formulations (of any issue where none has), save those with one such
            statement where two others have more.
        issues: labels of the issues to settle; without any, all that drafts word.
        overrides: what a person sets above the record.
        rule: how words become points.

    Returns:
        A problem in which all parties must accept, all issues weigh the same unless set
        otherwise, and what nobody said is unknown. Its notes say how it came about.

    Raises:
        NoProblemInRecord: no draft by that day words an issue, there is no party or issue of a
            name that was given, or there are fewer than two parties.
    """
    rule = rule or ValueRule()
    overrides = overrides or Overrides()
    state = matrix(store, as_of=as_of, known_on=known_on, include_pending=include_pending)
    worded = _asked(worded_issues(store, as_of=as_of, known_on=known_on), issues, as_of)
    drafts = drafts_by(store, as_of=as_of, known_on=known_on)
    reader = _Reader(state, worded, drafts, rule, overrides)
    read = {party: reader.preferences(party) for party in state.parties}
    deciding = _parties(read, worded, parties)
    preferences = tuple(read[party] for party in deciding)
    _only_known(overrides, deciding, worded)
    return Problem(
        name=f"The record as of {as_of.isoformat()}",
        issues=tuple(Issue(one.name, _options(one)) for one in worded),
        preferences=preferences,
        agreement=Agreement(at_least=len(preferences)),
        notes=_notes(state, rule, preferences, reader),
    )


class _Reader:
    def __init__(
        self,
        state: Matrix,
        worded: Sequence[WordedIssue],
        drafts: Sequence[RecordedDraft],
        rule: ValueRule,
        overrides: Overrides,
    ) -> None:
        self.worded = worded
        self.rule = rule
        self.overrides = overrides
        self.early: set[str] = set()
        self._drafts = list(drafts)
        self._titles = Titles(drafts)
        self._evidence = {(one.party, one.issue.id): one.evidence for one in state.cells}
        self._wholes = [one for one in state.issues if _is_whole(one.id, one.label)]

    def preferences(self, party: str) -> Preferences:
        """What the party said, issue by issue, as bounds, quotes and red lines."""
        on_drafts = self._on_drafts(party)
        values: dict[str, dict[str, Points]] = {}
        quotes: dict[tuple[str, str], tuple[Quote, ...]] = {}
        lines: list[RedLine] = []
        weights: dict[str, Fraction] = {}
        for issue in self.worded:
            weights[issue.name] = self.overrides.weights.get((party, issue.name), Fraction(1))
            said = self._on_formulations(party, issue)
            values[issue.name] = {}
            for one in issue.formulations:
                cell = (party, issue.name, one.option)
                direct = bound(said.get(one.option, []), self.rule.on_formulation)
                found = direct or self._of_its_drafts(one, on_drafts)
                set_by_hand = self.overrides.values.get(cell)
                read = found.points if found else self._unsaid(party, one)
                values[issue.name][one.option] = set_by_hand or read
                if found and set_by_hand is None:
                    quotes[issue.name, one.option] = quotes_of(found.deciding)
                line = self._red_line(cell, direct)
                if line is not None:
                    lines.append(line)
        return Preferences(
            party=party,
            weights=weights,
            values=values,
            reservation=Reservation(self._reservation(party, weights)),
            red_lines=tuple(lines),
            quotes=quotes,
        )

    def _on_formulations(self, party: str, issue: WordedIssue) -> dict[str, list[Evidence]]:
        found: dict[str, list[Evidence]] = {}
        for one in self._evidence.get((party, issue.issue.id), ()):
            if one.stance is None:
                continue
            said = one.recorded.statement
            named = self._titles.named(f"{said.target or ''} {said.words}")
            formulation = issue.of_draft(named.id) if named else None
            if formulation is None:
                wording = in_force(one.recorded.dated, issue.wordings)
                if wording is None:
                    self.early.add(one.recorded.id)
                    continue
                formulation = issue.holding(wording)
            found.setdefault(formulation.option, []).append(one)
        return found

    def _on_drafts(self, party: str) -> dict[str, list[Evidence]]:
        """What the party said of whole drafts, by draft id; unnamed, the newest of the day."""
        found: dict[str, list[Evidence]] = {}
        for whole in self._wholes:
            named = whole.id.removeprefix(f"{WHOLE_TEXT.id}:")
            for one in self._evidence.get((party, whole.id), ()):
                then = [
                    draft.id
                    for draft in self._drafts
                    if draft.draft.dated is not None and draft.draft.dated <= one.recorded.dated
                ]
                about = named if named != whole.id else then[-1] if then else None
                if about is not None:
                    found.setdefault(about, []).append(one)
        return found

    def _of_its_drafts(
        self, formulation: Formulation, on_drafts: dict[str, list[Evidence]]
    ) -> Bound | None:
        evidence = [one for draft in formulation.drafts for one in on_drafts.get(draft.id, ())]
        return bound(evidence, self.rule.on_draft)

    def _unsaid(self, party: str, formulation: Formulation) -> Points:
        """What is possible where the party said nothing: it may have put the draft forward."""
        words = rf"\b{re.escape(party)}\b"
        by = any(re.search(words, one.draft.by or "", re.IGNORECASE) for one in formulation.drafts)
        return self.rule.put_forward if by else UNKNOWN

    def _red_line(self, cell: tuple[str, str, str], direct: Bound | None) -> RedLine | None:
        if cell in self.overrides.red_lines_dropped:
            return None
        words: tuple[Evidence, ...] = ()
        if direct is not None and direct.stance is Stance.REJECTS:
            words = tuple(
                one for one in direct.deciding if is_categorical(one.recorded.statement.words)
            )
        if not words and cell not in self.overrides.red_lines_added:
            return None
        return RedLine(((cell[1], cell[2]),), quotes=quotes_of(words))

    def _reservation(self, party: str, weights: dict[str, Fraction]) -> Fraction:
        given = self.overrides.reservations.get(party)
        if given is not None:
            return given
        return self.rule.reservation_share * 100 * sum(weights.values())


def _is_whole(issue_id: str, label: str) -> bool:
    return (
        issue_id.startswith(f"{WHOLE_TEXT.id}:") or label.casefold() == WHOLE_TEXT.label.casefold()
    )


def _options(one: WordedIssue) -> tuple[str, ...]:
    return tuple(formulation.option for formulation in one.formulations)


def _asked(
    worded: Sequence[WordedIssue], issues: Sequence[str], as_of: date
) -> tuple[WordedIssue, ...]:
    whole = WHOLE_TEXT.label.casefold()
    worded = tuple(one for one in worded if one.issue.label.casefold() != whole)
    if not worded:
        raise NoProblemInRecord(
            f"Asked for a problem as of {as_of.isoformat()}, found no draft dated by then whose "
            "points are linked to issues. Add a draft, or ask for a later day."
        )
    by_name = {one.name.casefold(): one for one in worded}
    for name in issues:
        if name.casefold() not in by_name:
            raise NoProblemInRecord(
                f'Asked for the issue "{name}", found: '
                f"{'; '.join(one.name for one in worded)}. Name one of these."
            )
    wanted = {name.casefold() for name in issues}
    return tuple(one for one in worded if not wanted or one.name.casefold() in wanted)


def _parties(
    read: Mapping[str, Preferences], worded: Sequence[WordedIssue], asked: Sequence[str]
) -> tuple[str, ...]:
    for party in asked:
        if party not in read:
            raise NoProblemInRecord(
                f'Asked for the party "{party}", found statements that count by: '
                f"{', '.join(read) or 'nobody'}. Name one of these."
            )
    disputed = {one.name for one in worded if len(one.formulations) > 1}
    disputed = disputed or {one.name for one in worded}
    found = tuple(dict.fromkeys(asked))
    for least in () if found else (FEWEST_STATEMENTS, 1):
        if len(found) < FEWEST:
            found = tuple(p for p, one in read.items() if _takes_part(one, disputed, least))
    if len(found) < FEWEST:
        raise NoProblemInRecord(
            f"Asked for a problem between parties, found {len(found)} with a "
            "statement that counts on what the drafts word. Review more statements, "
            "count pending ones, or name the parties."
        )
    return found


def _takes_part(one: Preferences, disputed: Collection[str], least: int) -> bool:
    statements = {quote.statement for quotes in one.quotes.values() for quote in quotes}
    on_disputed = any(issue in disputed for issue, _ in one.quotes)
    return on_disputed and len(statements) >= least


def _only_known(
    overrides: Overrides, parties: Sequence[str], worded: Sequence[WordedIssue]
) -> None:
    cells = {
        (party, one.name, option) for party in parties for one in worded for option in _options(one)
    }
    rows = {(party, one.name) for party in parties for one in worded}
    named = {*overrides.values, *overrides.red_lines_added, *overrides.red_lines_dropped}
    strange: list[tuple[str, ...]] = [
        *sorted(named - cells),
        *sorted(set(overrides.weights) - rows),
        *sorted((party,) for party in set(overrides.reservations) - set(parties)),
    ]
    if strange:
        raise NoProblemInRecord(
            f"Asked to set a value for {' / '.join(strange[0])}, found nothing of that name in "
            "the problem. Use the names of parties, issues and options as the problem has them."
        )


def _notes(
    state: Matrix, rule: ValueRule, preferences: Sequence[Preferences], reader: _Reader
) -> tuple[str, ...]:
    unknown = ", ".join(f"{one.party} {_unknown(one)}" for one in preferences)
    notes = [
        "Values are bounds read from words by a fixed table. Unknown values run from 0 to 100 "
        f"and count with the middle unless set: {unknown}. That a party accepts a package of "
        "unknown values is a guess.",
        "No reservation value is known from words; unless set, it is "
        f"{float(rule.reservation_share):.0%} of all points. Issues weigh the same unless set.",
        "A statement counts for the draft that it names, else for the wording in force when it "
        "was made; it may have meant another.",
    ]
    if reader.early:
        notes.append(
            f"{len(reader.early)} statements were made before any draft worded their issue; they "
            "bound nothing."
        )
    if state.pending and not state.with_pending:
        notes.append(f"{state.pending} statements wait for review and do not count.")
    return tuple(notes)


def _unknown(one: Preferences) -> str:
    points = [points for options in one.values.values() for points in options.values()]
    return f"{sum(found == UNKNOWN for found in points)} of {len(points)}"
