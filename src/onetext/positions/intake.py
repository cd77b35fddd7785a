"""A draft comes into the record: it is kept, with the issues that its points deal with."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.positions.lineage import FRONT_MATTER, PointDecision, decide
from onetext.record.entries import TEAM
from onetext.record.record import Record
from onetext.text.comparing import Likeness
from onetext.text.drafts import Draft


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a draft. `already`: the record held it, and nothing was changed.

    `opened` are the ids of the issues that were opened for it.
    """

    draft_id: str
    already: bool
    decisions: tuple[PointDecision, ...] = ()
    opened: tuple[str, ...] = ()


def take_in(
    record: Record,
    draft: Draft,
    *,
    sha256: str,
    origin: str,
    visibility: str = TEAM,
    likeness: Likeness | None = None,
) -> Taken:
    """Keep a draft and link its points to issues, all or nothing.

    Args:
        record: the record; entries are written in its author's name.
        draft: the draft.
        sha256: the digest of the bytes that the draft was read from.
        origin: the file name or address that it came from.
        visibility: who may see it.
        likeness: a reader of meanings, as `onetext.positions.lineage.decide` takes it.
    """
    with record.batch():
        known, issues = record.store.drafts(), record.store.issues()
        draft_id, already = record.receive_draft(
            draft, sha256=sha256, origin=origin, visibility=visibility
        )
        if already:
            return Taken(draft_id, already)
        links = record.store.point_links()
        decisions = decide(draft, known, issues, links, likeness=likeness)
        opened = [_link(record, draft_id, decision, visibility) for decision in decisions]
    there = {issue.id for issue in issues}
    new = tuple(dict.fromkeys(issue_id for issue_id in opened if issue_id not in there))
    return Taken(draft_id, already, tuple(decisions), new)


def _link(record: Record, draft_id: str, decision: PointDecision, visibility: str) -> str:
    issue_id = decision.issue_id
    if issue_id is None or decision.rule == FRONT_MATTER:  # the draft itself says the label
        issue_id = record.open_issue(decision.label, decision.topic, visibility=visibility)
    if decision.others:
        record.assign_point(
            draft_id,
            decision.path,
            (issue_id, *decision.others),
            rule=decision.rule,
            confidence=decision.confidence,
        )
    else:
        record.link_point(
            draft_id, decision.path, issue_id, rule=decision.rule, confidence=decision.confidence
        )
    return issue_id
