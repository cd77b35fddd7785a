"""The state of play: every statement that counts, folded into a position for every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from onetext.positions.copies import NO_COPIES, copy_groups, counted_once
from onetext.positions.linking import Linker
from onetext.positions.meant import Named, newest_meant
from onetext.positions.staleness import staleness
from onetext.positions.stances import stance_of
from onetext.positions.values import Evidence, Matrix, Position
from onetext.positions.weighing import standing
from onetext.positions.whole_text import draft_issue
from onetext.positions.wordings import Wording, in_draft_order, wordings
from onetext.record.copies import CopyGroups
from onetext.record.store import Store
from onetext.record.views import Issue, RecordedDraft, RecordedStatement, StatementLink, Verdict

REVIEWED = (Verdict.ACCEPTED, Verdict.CORRECTED)
Cells = Mapping[tuple[str, str], list[Evidence]]


def matrix(
    store: Store,
    *,
    as_of: date,
    known_on: datetime | None = None,
    include_pending: bool = False,
) -> Matrix:
    """Where every party stands on every issue.

    Args:
        store: the record's store.
        as_of: the last day whose statements and drafts count.
        known_on: the moment until which entries count; None for all there are.
        include_pending: count what nobody has reviewed, too; rejected statements never count.

    Returns:
        A cell for every party with evidence and every issue that a draft deals with by
        `as_of`, that was opened by hand, or that has evidence. What nothing in the record
        says is "no evidence", never a guess.
    """
    drafts = store.drafts(known_on=known_on)
    worded = wordings(drafts, store.point_links(known_on=known_on))
    linker = Linker(store.issues(known_on=known_on), drafts, worded)
    pending = _dated_by(store.statements(known_on=known_on, verdicts=(Verdict.PENDING,)), as_of)
    counted = _dated_by(store.statements(known_on=known_on, verdicts=REVIEWED), as_of)
    if include_pending:
        counted += pending
    words = store.statement_links(known_on=known_on)
    cells = evidence_by_cell(counted, linker, words, copy_groups(store, known_on=known_on))
    there = [wording for wording in worded if in_time(wording.draft, as_of)]
    issues = rows(linker, drafts, worded, there, {issue_id for _, issue_id in cells})
    parties = by_evidence({key: len(evidence) for key, evidence in cells.items()})
    named = Named([draft for draft in drafts if in_time(draft, as_of)])
    own = by_issue(there)
    return Matrix(
        as_of=as_of,
        known_on=known_on or datetime.now(UTC),
        parties=parties,
        issues=issues,
        cells=tuple(
            position(
                party, issue, cells.get((party, issue.id), []), as_of, own.get(issue.id, ()), named
            )
            for issue in issues
            for party in parties
        ),
        pending=len(pending),
        with_pending=include_pending,
    )


def party_of(recorded: RecordedStatement) -> str | None:
    """Whose stance it is: the holder's, else that of the speaker's party, else nobody's."""
    return recorded.statement.holder or recorded.statement.speaker.party


def evidence_by_cell(
    statements: Iterable[RecordedStatement],
    linker: Linker,
    words: Iterable[StatementLink],
    groups: CopyGroups = NO_COPIES,
) -> Cells:
    """The evidence for each party and issue id, newest first, copies counted once.

    `words` are what people said of which statement is about which issue; `groups` tell which
    sources are copies of one text.
    """
    by_person: dict[str, dict[str, bool]] = {}
    seen_by: dict[tuple[str, str], str] = {}
    for word in words:
        by_person.setdefault(word.statement_id, {})[word.issue_id] = word.linked
        seen_by[word.statement_id, word.issue_id] = word.visibility
    found: dict[tuple[str, str], list[Evidence]] = {}
    for recorded in statements:
        party = party_of(recorded)
        if party is None:
            continue
        stance = stance_of(recorded.statement)
        for link in linker.links(recorded.statement, by_person.get(recorded.id)):
            cell = found.setdefault((party, link.issue_id), [])
            said_to = seen_by.get((recorded.id, link.issue_id))
            if said_to is not None:
                link = replace(link, visibility=said_to)
            cell.append(Evidence(recorded, stance, link))
    return {key: counted_once(evidence, groups) for key, evidence in found.items()}


def _dated_by(statements: Iterable[RecordedStatement], as_of: date) -> list[RecordedStatement]:
    return [recorded for recorded in statements if recorded.dated <= as_of]


def rows(
    linker: Linker,
    drafts: Sequence[RecordedDraft],
    worded: Sequence[Wording],
    there: Sequence[Wording],
    evidenced: Collection[str],
) -> tuple[Issue, ...]:
    """The text as a whole and single drafts as wholes, where there is evidence; then issues.

    Args:
        linker: knows the issues.
        drafts: those that are known.
        worded: their wordings.
        there: those of drafts that count by the date.
        evidenced: the ids of issues that something was said on.
    """
    later = {w.issue_id for w in worded} - {w.issue_id for w in there} - set(evidenced)
    wholes = [linker.whole, *(draft_issue(draft) for draft in drafts)]
    ordered = in_draft_order(linker.issues, there)
    return (
        *(issue for issue in wholes if issue.id in evidenced),
        *(issue for issue in ordered if issue.id not in later),
    )


def by_evidence(counts: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """The parties, those with most statements first, then by name; `counts` by party and issue."""
    of_party = Counter[str]()
    for (party, _), count in counts.items():
        of_party[party] += count
    return tuple(sorted(of_party, key=lambda party: (-of_party[party], party)))


def by_issue(worded: Iterable[Wording]) -> dict[str, list[Wording]]:
    """The wordings of each issue, by its id, in the order given."""
    found: dict[str, list[Wording]] = {}
    for wording in worded:
        found.setdefault(wording.issue_id, []).append(wording)
    return found


def position(
    party: str,
    issue: Issue,
    evidence: Sequence[Evidence],
    as_of: date,
    own: Sequence[Wording],
    named: Named,
) -> Position:
    """Where a party stands on an issue on this evidence.

    Args:
        party: the party.
        issue: the issue.
        evidence: copies counted once, newest first.
        as_of: the date.
        own: the wordings of the issue that count by then, oldest draft first.
        named: tells which of the drafts that count words name.
    """
    stance, since = standing(evidence)
    found = Position(party, issue, stance, since, tuple(evidence))
    if since is None or not own:
        return found
    about = newest_meant(found.deciding, own, named)
    return replace(found, stale=staleness(about, as_of, own))


def in_time(draft: RecordedDraft, as_of: date) -> bool:
    """Whether a draft counts by then: undated ones always do."""
    return draft.draft.dated is None or draft.draft.dated <= as_of
