"""The preferences of a party, as far as its words tell and a person has set."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from onetext.record.views import RecordedDraft
from onetext.settlement.demand_rule import DemandRule
from onetext.settlement.formulations import Formulation, WordedIssue
from onetext.settlement.overrides import WHOLE_DRAFT, Overrides
from onetext.settlement.party_words import PartyWords
from onetext.settlement.problem import (
    UNKNOWN,
    Points,
    Preferences,
    Quote,
    RedLine,
    Reservation,
)
from onetext.settlement.record_values import Bound, ValueRule, bound, quotes_of
from onetext.settlement.word_demands import demands_in


class PreferencesMaker:
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
