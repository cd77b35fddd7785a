"""A problem of settlement from the record: formulations as options, words as bounds of values.

What a statement is about: `onetext.settlement.subjects`. What bounds it sets:
`onetext.settlement.record_values`. What demands it makes: `onetext.settlement.word_demands`.
What a party says of a whole draft bounds the formulations of that draft of which it says nothing
else; that it put the draft forward does so where it said nothing of the draft either.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from onetext.positions.fold import matrix
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.record.store import Store
from onetext.record.views import RecordedDraft
from onetext.settlement.deciding import NoProblemInRecord, deciding_parties
from onetext.settlement.formulations import Formulation, WordedIssue, drafts_by, worded_issues
from onetext.settlement.names import NoSuchThing, named, nearest
from onetext.settlement.overrides import WHOLE_DRAFT, Overrides
from onetext.settlement.party_words import PartyWords, WordsReader
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
from onetext.settlement.record_notes import notes_of
from onetext.settlement.record_values import Bound, ValueRule, bound, quotes_of
from onetext.settlement.word_demands import DemandRule, demands_in

__all__ = ["NoProblemInRecord", "problem_from_record"]


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
    demand_rule: DemandRule | None = None,
) -> Problem:
    """The problem that the record poses on a day.

    Args:
        store: the record's store.
        as_of: the last day whose statements and drafts count.
        known_on: the moment until which entries count; None for all there are.
        include_pending: count statements that nobody has reviewed, too.
        parties: who decides; without any, every party whose words bound values on an issue of
            several formulations (of any issue where none has), save those with one such
            statement where two others have more; and those who put forward the newest draft.
        issues: labels of the issues to settle; without any, all that drafts word.
        overrides: what a person sets above the record.
        rule: how words become points.
        demand_rule: which words are demands, and at what cost.

    Returns:
        A problem in which all parties must accept, all issues weigh the same unless set
        otherwise, and what nobody said is unknown. Its notes say how it came about.

    Raises:
        NoProblemInRecord: no draft by that day words an issue, there is no party or issue of a
            name that was given, or there are fewer than two parties.
    """
    rule = rule or ValueRule()
    demand_rule = demand_rule or DemandRule()
    overrides = overrides or Overrides()
    state = matrix(store, as_of=as_of, known_on=known_on, include_pending=include_pending)
    worded = _asked(worded_issues(store, as_of=as_of, known_on=known_on), issues, as_of)
    drafts = drafts_by(store, as_of=as_of, known_on=known_on)
    reader = WordsReader(state, worded, drafts)
    maker = _Preferences(worded, drafts, rule, demand_rule, overrides)
    read = {party: maker.of(reader.of(party)) for party in state.parties}
    deciding = deciding_parties(read, worded, drafts, parties)
    preferences = tuple(read[party] for party in deciding)
    _only_known(overrides, deciding, worded, drafts)
    return Problem(
        name=f"The record as of {as_of.isoformat()}",
        issues=tuple(Issue(one.name, one.options) for one in worded),
        preferences=preferences,
        agreement=Agreement(at_least=len(preferences)),
        notes=notes_of(state, worded, preferences, reader.unplaced, rule, demand_rule),
        wordings={
            (issue.name, one.option): one.text for issue in worded for one in issue.formulations
        },
    )


class _Preferences:
    """Makes preferences of words, under the rules and what a person set above them."""

    def __init__(
        self,
        worded: Sequence[WordedIssue],
        drafts: Sequence[RecordedDraft],
        rule: ValueRule,
        demand_rule: DemandRule,
        overrides: Overrides,
    ) -> None:
        self._worded = worded
        self._drafts = drafts
        self._rule = rule
        self._demand_rule = demand_rule
        self._overrides = overrides

    def of(self, words: PartyWords) -> Preferences:
        party = words.party
        values: dict[str, dict[str, Points]] = {}
        quotes: dict[tuple[str, str], tuple[Quote, ...]] = {}
        for issue in self._worded:
            values[issue.name] = {}
            for one in issue.formulations:
                by_hand = self._overrides.values.get((party, issue.name, one.option))
                found = self._bound(words, issue, one)
                read = found.points if found else self._unsaid(party, one)
                values[issue.name][one.option] = by_hand or read
                if found and by_hand is None:
                    quotes[issue.name, one.option] = quotes_of(found.deciding)
        weights = {
            one.name: self._overrides.weights.get((party, one.name), Fraction(1))
            for one in self._worded
        }
        return Preferences(
            party=party,
            weights=weights,
            values=values,
            reservation=Reservation(self._reservation(party, weights)),
            red_lines=self._red_lines(words),
            quotes=quotes,
        )

    def _bound(self, words: PartyWords, issue: WordedIssue, one: Formulation) -> Bound | None:
        """What was said of the formulation, else of the drafts that hold it."""
        direct = bound(words.on.get((issue.name, one.option), ()), self._rule.on_formulation)
        if direct is not None:
            return direct
        whole = [each for draft in one.drafts for each in words.on_draft(draft)]
        return bound(whole, self._rule.on_draft)

    def _unsaid(self, party: str, formulation: Formulation) -> Points:
        """What is possible where the party said nothing: it may have put the draft forward."""
        by = formulation.put_forward_by(party)
        return self._rule.put_forward if by else UNKNOWN

    def _red_lines(self, words: PartyWords) -> tuple[RedLine, ...]:
        party, set_by_hand = words.party, self._overrides
        lines = []
        for line in demands_in(words, self._worded, self._drafts, self._demand_rule):
            named = [(party, *pair) for pair in line.combination]
            if line.label:
                named = [
                    (party, WHOLE_DRAFT, draft.draft.title)
                    for draft in self._drafts
                    if draft.draft.title in line.label
                ]
            if not set_by_hand.red_lines_dropped.intersection(named):
                lines.append(line)
        drawn = {line.combination for line in lines}
        added = [
            ((issue, option),)
            for who, issue, option in set_by_hand.red_lines_added
            if who == party and ((issue, option),) not in drawn
        ]
        return (*lines, *(RedLine(combination) for combination in sorted(added)))

    def _reservation(self, party: str, weights: dict[str, Fraction]) -> Fraction:
        given = self._overrides.reservations.get(party)
        if given is not None:
            return given
        return self._rule.reservation_share * 100 * sum(weights.values())


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
    by_name = {one.name: one for one in worded}
    try:
        wanted = {named("issue", name, list(by_name)) for name in issues}
    except NoSuchThing as error:
        raise NoProblemInRecord(str(error)) from None
    return tuple(one for one in worded if not wanted or one.name in wanted)


def _only_known(
    overrides: Overrides,
    parties: Sequence[str],
    worded: Sequence[WordedIssue],
    drafts: Sequence[RecordedDraft],
) -> None:
    """Refuse what is set for a name that the problem does not have."""
    options = {one.name: one.options for one in worded}
    options[WHOLE_DRAFT] = tuple(one.draft.title for one in drafts)
    cells = {*overrides.values, *overrides.red_lines_added, *overrides.red_lines_dropped}
    asked = [
        *sorted(cells),
        *sorted(overrides.weights),
        *sorted((party,) for party in overrides.reservations),
    ]
    for party, *rest in asked:
        found = [(party, list(parties))]
        if rest:
            found.append((rest[0], list(options)))
        if rest[1:]:
            found.append((rest[1], list(options.get(rest[0], ()))))
        for name, names in found:
            if name not in names:
                raise NoProblemInRecord(
                    f"Asked to set a value for {' / '.join((party, *rest))}, found no "
                    f'"{name}" in the problem. {nearest(name, names)}'
                )
