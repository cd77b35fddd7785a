"""Which issues a statement is about, by the rules and by people's words, for a queue."""

from __future__ import annotations

from onetext.errors import NotInRecord
from onetext.positions.linking import Linker
from onetext.positions.lookup import issue_among
from onetext.positions.values import IssueLink
from onetext.positions.wordings import wordings
from onetext.record.review import About
from onetext.record.store import Store
from onetext.record.views import Issue, RecordedStatement, Verdict


class IssuesTold:
    """Tells the issues of statements, from one reading of the record's drafts and links."""

    def __init__(self, store: Store) -> None:
        drafts, self.issues = store.drafts(), store.issues()
        self._linker = Linker(self.issues, drafts, wordings(drafts, store.point_links()))
        self._by_person: dict[str, dict[str, bool]] = {}
        for word in store.statement_links():
            self._by_person.setdefault(word.statement_id, {})[word.issue_id] = word.linked

    def links(self, recorded: RecordedStatement) -> tuple[IssueLink, ...]:
        return self._linker.links(recorded.statement, self._by_person.get(recorded.id))

    def labels(self, recorded: RecordedStatement) -> tuple[str, ...]:
        """The labels of its issues, the surest first."""
        known = {issue.id: issue.label for issue in (*self.issues, self._linker.whole)}
        return tuple(known[one.issue_id] for one in self.links(recorded) if one.issue_id in known)


def about_issue(store: Store, label: str) -> About:
    """Every statement, whatever the verdict, that is about the issue so called.

    Raises:
        NotInRecord: there is no such issue.
    """
    issue = named_issue(store, label)
    told = IssuesTold(store)
    every = store.statements(verdicts=tuple(Verdict))
    ids = [one.id for one in every if any(x.issue_id == issue.id for x in told.links(one))]
    return About(issue.label, frozenset(ids))


def named_issue(store: Store, label: str) -> Issue:
    """The issue of that label, or the only one that it fits.

    Raises:
        NotInRecord: none is called so, or several are.
    """
    issues = store.issues()
    if not issues:
        raise NotInRecord(
            f'The issue "{label}" was asked for, but the record holds: none yet. '
            "Add a draft with: onetext text add -r RECORD FILE"
        )
    return issue_among(issues, label)
