"""Which issues a statement is about: by the words it shares with their wordings, and its topic.

The rule, for every issue:

1. Shared words bring points, as `onetext.positions.issue_words` weighs them.
2. Towards an issue with a definite topic, words count half where the statement has another
   definite topic, and 85 % where it has a vague one: "process" or "other".
3. The same definite topic brings 1 point times how telling the topic is; a topic without a
   shared word counts only where no issue is reached by words.
4. Confidence = 1 - 0.5 ** points. The issue is linked from 0.5 (one point) on, if its points
   are at least 60 % of those of the best issue; at most three issues are.
5. A statement that reaches no issue and takes or leaves a plan, proposal or draft is about
   that text as a whole; the confidence is then 0.5.
6. A person's word stands above all this: linked is linked (confidence 1), unlinked is not.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from onetext.positions.issue_words import IssueWords, Said
from onetext.positions.values import IssueLink
from onetext.positions.whole_text import (
    VAGUE_TOPICS,
    Titles,
    draft_issue,
    text_named,
    whole_issue,
)
from onetext.positions.wordings import Wording
from onetext.record.statements import Statement, Topic
from onetext.record.views import Issue, RecordedDraft

TOPIC_POINTS = 1.0
OTHER_TOPIC_SHARE = 0.5
VAGUE_TOPIC_SHARE = 0.85
THRESHOLD = 0.5
LEAST_POINTS = 1.0  # what the threshold asks for
ROUNDING = 1e-6
SHARE_OF_BEST = 0.6
MOST_ISSUES = 3
WHOLE_TEXT_CONFIDENCE = 0.5
PERSON = "person"

Points = tuple[float, tuple[str, ...], bool]


class Linker:
    """Links statements to issues, by the rule above, from what is known of issues and drafts."""

    def __init__(
        self,
        issues: Sequence[Issue],
        drafts: Sequence[RecordedDraft],
        wordings: Sequence[Wording],
    ) -> None:
        self.whole = whole_issue(issues)
        self.issues = [issue for issue in issues if issue.id != self.whole.id]
        self._titles = Titles(drafts)
        self._words = IssueWords(self.issues, wordings)
        self._place = {issue.id: place for place, issue in enumerate(self.issues)}
        self._of_topic: dict[Topic, list[str]] = {}
        for issue in self.issues:
            self._of_topic.setdefault(issue.topic, []).append(issue.id)

    def links(
        self, statement: Statement, by_person: Mapping[str, bool] | None = None
    ) -> tuple[IssueLink, ...]:
        """The issues that `statement` is about, the surest first; none where nothing tells.

        Args:
            statement: as it stands in the record.
            by_person: what people said of it: by the issue's id, whether it is about it.
        """
        said = by_person or {}
        ours = {issue.id for issue in self.issues} | {self.whole.id}
        by_hand = [IssueLink(id_, PERSON, 1.0) for id_, on in said.items() if on and id_ in ours]
        by_rule = [link for link in self._by_words(statement) if link.issue_id not in said]
        if not by_hand and not by_rule:
            by_rule = [w for w in self._whole_text(statement) if w.issue_id not in said]
        return (*by_hand, *by_rule)

    def _by_words(self, statement: Statement) -> list[IssueLink]:
        said = self._words.said(statement)
        scored = [
            (self._points(statement, said, self.issues[place]), self.issues[place].id)
            for place in self._worth_a_look(statement, said)
        ]
        best = max((points for (points, _, _), _ in scored), default=0.0)
        links = [
            IssueLink(issue_id, _rule(words, same_topic), confidence(points), words)
            for (points, words, same_topic), issue_id in scored
            if confidence(points) >= THRESHOLD and points >= SHARE_OF_BEST * best
        ]
        with_words = [link for link in links if link.words]
        return sorted(with_words or links, key=lambda link: -link.confidence)[:MOST_ISSUES]

    def _worth_a_look(self, statement: Statement, said: Said) -> list[int]:
        """The places of all issues that could be linked; of the others none could be.

        Of thousands of issues only few share a word with a statement. A sum that is short of
        the threshold by more than its rounding can be wrong is left out.
        """
        topic_points = 0.0
        if statement.topic not in VAGUE_TOPICS and statement.topic in self._of_topic:
            topic_points = TOPIC_POINTS * self._words.topic_telling(statement.topic)
        found = {
            issue_id
            for issue_id, points in self._words.about(said).items()
            if points + topic_points >= LEAST_POINTS - ROUNDING
        }
        if topic_points >= LEAST_POINTS - ROUNDING:
            found.update(self._of_topic[statement.topic])
        return sorted(self._place[issue_id] for issue_id in found)

    def _points(self, statement: Statement, said: Said, issue: Issue) -> Points:
        points, words = self._words.shared(said, issue.id)
        definite = issue.topic not in VAGUE_TOPICS
        same_topic = definite and statement.topic is issue.topic
        if same_topic:
            points += TOPIC_POINTS * self._words.topic_telling(issue.topic)
        elif definite:
            vague = statement.topic in VAGUE_TOPICS
            points *= VAGUE_TOPIC_SHARE if vague else OTHER_TOPIC_SHARE
        return points, words, same_topic

    def _whole_text(self, statement: Statement) -> list[IssueLink]:
        named = text_named(statement)
        if named is None or self._titles.another(f"{named}\n{statement.words}"):
            return []
        draft = self._titles.named(named) or self._titles.named(statement.words)
        issue = draft_issue(draft) if draft else self.whole
        return [IssueLink(issue.id, "whole text", WHOLE_TEXT_CONFIDENCE)]


def confidence(points: float) -> float:
    """How sure a link is, from 0 (no points) towards 1; one point makes 0.5."""
    return 1 - math.pow(0.5, points)


def _rule(words: tuple[str, ...], same_topic: bool) -> str:
    if same_topic:
        return "words and topic" if words else "topic"
    return "words"
