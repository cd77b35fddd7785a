"""Demands that words make: what a party refuses or wants otherwise is a red line of its own kind.

1. A standing rejection of a formulation: the party does not accept that formulation.
2. A standing demand for otherwise: the party does not accept the formulation that was in force,
   nor the older ones, save those that it put forward, accepts or is open to (itself or as part
   of a draft), and those that have two thirds of the words that it demands. Where it put the
   formulation in force forward itself, the demand adds to that and refuses nothing.
3. A standing rejection of a draft that is named: the party does not accept that draft as it
   stands, that is, all of its formulations together; of single points it says nothing.

Standing is what no later stance on the same formulation or draft has replaced. What came onto
the table later (or, for a demand, on the same day) is untouched, unless it is named. What a
party put forward itself is touched only where it names it.

How firm the words are makes the cost: `onetext.settlement.firmness`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onetext.positions.values import Evidence, Stance
from onetext.record.views import RecordedDraft
from onetext.settlement.demand_rule import DemandRule, DemandsRead
from onetext.settlement.firmness import categorical, cost
from onetext.settlement.formulations import Formulation, WordedIssue
from onetext.settlement.party_words import PartyWords
from onetext.settlement.problem import RedLine
from onetext.settlement.record_values import bound, quotes_of
from onetext.settlement.subjects import How, affirms

FAVOURABLE = (Stance.ACCEPTS, Stance.ACCEPTS_WITH_CONDITIONS, Stance.OPEN)
INFERRED = "inferred: this wording was on the table then and lacks the words of the demand"


def demands_in(
    words: PartyWords,
    worded: Sequence[WordedIssue],
    drafts: Sequence[RecordedDraft],
    rule: DemandRule,
) -> tuple[RedLine, ...]:
    """The red lines that the words of one party draw, issue by issue, then whole drafts."""
    if rule.read is DemandsRead.NONE:
        return ()
    found = [line for issue in worded for line in _on_issue(words, issue, drafts, rule)]
    if rule.read is not DemandsRead.CATEGORICAL:
        found += _on_drafts(words, worded, drafts, rule)
    return tuple(found)


def _on_issue(
    words: PartyWords,
    issue: WordedIssue,
    drafts: Sequence[RecordedDraft],
    rule: DemandRule,
) -> Iterator[RedLine]:
    lines: dict[str, RedLine] = {}
    wanted: list[Evidence] = []
    for one in issue.formulations:
        said = bound(words.on.get((issue.name, one.option), ()), {})
        if said is None or said.stance not in (Stance.REJECTS, Stance.DEMANDS_OTHERWISE):
            continue
        deciding = [each for each in said.deciding if _touches(words, issue, one, each)]
        if said.stance is Stance.DEMANDS_OTHERWISE:
            deciding = [each for each in deciding if not _met(one, each, rule)]
            deciding = deciding if rule.read is DemandsRead.ALL else []
            wanted += deciding
        elif rule.read is DemandsRead.CATEGORICAL:
            deciding = [each for each in deciding if categorical(each)]
        if deciding:
            how = words.how[deciding[0].recorded.id, issue.name]
            doubt = "" if how is How.NAMED else how.value
            lines[one.option] = _line(issue, one, deciding, doubt, rule)
    for one in issue.formulations:
        lacking = [each for each in wanted if _lacks(one, each, rule)]
        if lacking and one.option not in lines and not _spared(words, issue, one, drafts):
            lines[one.option] = _line(issue, one, lacking, INFERRED, rule)
    for one in issue.formulations:
        if one.option in lines:
            yield lines[one.option]


def _touches(
    words: PartyWords, issue: WordedIssue, formulation: Formulation, each: Evidence
) -> bool:
    """Whether the statement can be held against the formulation."""
    how = words.how[each.recorded.id, issue.name]
    if how is How.NAMED:
        return True
    earlier = formulation.tabled < each.recorded.dated or each.stance is Stance.REJECTS
    return earlier and not formulation.put_forward_by(words.party)


def _lacks(formulation: Formulation, each: Evidence, rule: DemandRule) -> bool:
    """Whether the wording was there before the demand and does not meet it."""
    return formulation.tabled < each.recorded.dated and not _met(formulation, each, rule)


def _met(formulation: Formulation, each: Evidence, rule: DemandRule) -> bool:
    said = each.recorded.statement.words
    return affirms(formulation, said, least_share=rule.met_from_share)


def _spared(
    words: PartyWords,
    issue: WordedIssue,
    formulation: Formulation,
    drafts: Sequence[RecordedDraft],
) -> bool:
    """Whether the party put it forward, or has spoken well of it or of a draft that holds it."""
    said = [words.on.get((issue.name, formulation.option), ())]
    holding = {one.id for one in formulation.drafts}
    said += [words.on_draft(one) for one in drafts if one.id in holding]
    standing = [bound(one, {}) for one in said]
    return formulation.put_forward_by(words.party) or any(
        one is not None and one.stance in FAVOURABLE for one in standing
    )


def _on_drafts(
    words: PartyWords,
    worded: Sequence[WordedIssue],
    drafts: Sequence[RecordedDraft],
    rule: DemandRule,
) -> Iterator[RedLine]:
    for draft in drafts:
        said = bound(words.on_drafts.get(draft.id, ()), {})
        if said is None or said.stance is not Stance.REJECTS:
            continue
        combination = tuple(
            (issue.name, one.option)
            for issue in worded
            if (one := issue.of_draft(draft.id)) is not None
        )
        if combination:
            yield RedLine(
                combination,
                cost(said.deciding, rule),
                quotes_of(said.deciding),
                label=f"the {draft.draft.title} as it stands",
                basis=said.stance.value,
            )


def _line(
    issue: WordedIssue,
    formulation: Formulation,
    evidence: Sequence[Evidence],
    doubt: str,
    rule: DemandRule,
) -> RedLine:
    return RedLine(
        ((issue.name, formulation.option),),
        cost(evidence, rule),
        quotes_of(evidence),
        doubt=doubt,
        basis=(evidence[0].stance or Stance.NO_EVIDENCE).value,
    )
