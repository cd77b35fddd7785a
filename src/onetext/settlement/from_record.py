"""A problem of settlement from the record: formulations as options, words as bounds of values.

What a statement is about: `onetext.settlement.subjects`. What bounds it sets:
`onetext.settlement.record_values`. What demands it makes: `onetext.settlement.word_demands`.
What a party says of a whole draft bounds the formulations of that draft of which it says nothing
else; that it put the draft forward does so where it said nothing of the draft either.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onetext.positions.fold import matrix
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.record.store import Store
from onetext.settlement.deciding import NoProblemInRecord, deciding_parties
from onetext.settlement.demand_rule import DemandRule
from onetext.settlement.formulations import WordedIssue, drafts_by, short_titles, worded_issues
from onetext.settlement.names import NoSuchThing, named
from onetext.settlement.overrides import Overrides
from onetext.settlement.overrides_check import refuse_unknown
from onetext.settlement.party_words import WordsReader
from onetext.settlement.problem import Agreement, Issue, Problem
from onetext.settlement.record_notes import notes_of
from onetext.settlement.record_preferences import PreferencesMaker
from onetext.settlement.record_values import ValueRule

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
    maker = PreferencesMaker(worded, drafts, rule, demand_rule, overrides)
    read = {party: maker.of(reader.of(party)) for party in state.parties}
    deciding = deciding_parties(read, worded, drafts, parties)
    preferences = tuple(read[party] for party in deciding)
    refuse_unknown(overrides, deciding, worded, drafts)
    titles = short_titles(drafts)
    return Problem(
        name=f"The record as of {as_of.isoformat()}",
        issues=tuple(Issue(one.name, one.options) for one in worded),
        preferences=preferences,
        agreement=Agreement(at_least=len(preferences)),
        notes=notes_of(state, worded, preferences, reader.unplaced, rule, demand_rule),
        named={
            titles[draft.id]: {one.name: one.with_draft(draft) for one in worded}
            for draft in drafts
        },
        wordings={
            (issue.name, one.option): one.text for issue in worded for one in issue.formulations
        },
    )


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
