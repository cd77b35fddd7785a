"""The text as a whole: what statements are about that take or leave a draft, not a point of it.

A draft that the words single out among all drafts ("the 28-point plan", "the European
counter-proposal") gets a row of its own; everything else is about "the text as a whole".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from onetext.positions.terms import terms
from onetext.record.statements import Act, Statement, Topic
from onetext.record.views import Issue, RecordedDraft

WHOLE_TEXT = Issue(
    id="whole-text",
    label="The text as a whole",
    topic=Topic.PROCESS,
    recorded_at=datetime.min.replace(tzinfo=UTC),
)

VAGUE_TOPICS = frozenset({Topic.PROCESS, Topic.OTHER})

_TEXT = (
    r"(?:(?:counter[- ]?)?(?:plan|proposal|draft|framework|formulation|memorandum|blueprint)s?"
    r"|\d+[- ]points?|(?:the|this|that|whole|entire) (?:text|document|package))"
)
NAMES_A_TEXT = re.compile(rf"\b{_TEXT}\b", re.IGNORECASE)
_IS_A_TEXT = re.compile(rf"\b(?:{_TEXT}|text|document|package|version)\s*$", re.IGNORECASE)
_IS_A_DEAL = re.compile(r"\b(?:deal|agreement|accord|treaty|offer)\s*$", re.IGNORECASE)
_TAKES_OR_LEAVES = frozenset({Act.ACCEPT, Act.OPEN, Act.REJECT})
_POINTS = re.compile(r"\b(\d+)[- ]points?\b", re.IGNORECASE)


def text_named(statement: Statement) -> str | None:
    """The words in which a statement names a text that it takes or leaves, or None.

    They are its target, where that ends in a plan, proposal, draft or the like, or, for a
    statement that accepts, rejects or is open, in a deal; where it has no target, and its topic
    is no other matter, its own words, if they name a plan, proposal or draft. The words are
    English; in other languages only a person's link will do.
    """
    target = statement.target
    if target is not None:
        deal = statement.act in _TAKES_OR_LEAVES and _IS_A_DEAL.search(target)
        return target if deal or _IS_A_TEXT.search(target) else None
    if statement.topic in VAGUE_TOPICS and NAMES_A_TEXT.search(statement.words):
        return statement.words
    return None


def whole_issue(issues: Iterable[Issue]) -> Issue:
    """The record's own issue of that label where somebody opened it, else the one of the rule."""
    label = WHOLE_TEXT.label.casefold()
    return next((issue for issue in issues if issue.label.casefold() == label), WHOLE_TEXT)


def draft_issue(draft: RecordedDraft) -> Issue:
    """The row for one draft as a whole; its id is made from the draft's and never changes."""
    return Issue(
        id=f"{WHOLE_TEXT.id}:{draft.id}",
        label=f"{draft.draft.title}, as a whole",
        topic=Topic.PROCESS,
        recorded_at=draft.recorded_at,
    )


class Titles:
    """Tells which draft some words name, by the words that its title does not share."""

    def __init__(self, drafts: Sequence[RecordedDraft]) -> None:
        self._drafts = list(drafts)
        self._terms = [
            set(terms(f"{recorded.draft.title} {recorded.draft.by or ''}", "en"))
            for recorded in drafts
        ]
        self._numbers = {
            number
            for recorded in drafts
            for number in _POINTS.findall(recorded.draft.title) or [str(len(recorded.draft.points))]
        }
        self._shared = Counter(term for found in self._terms for term in found)

    def another(self, words: str) -> bool:
        """Whether `words` name a text by a number of points that no draft has.

        The number is in the draft's title, or else is that of its points.
        """
        return any(number not in self._numbers for number in _POINTS.findall(words))

    def named(self, words: str) -> RecordedDraft | None:
        """The draft that `words` name better than any other, by a word no other title has.

        None where they name no draft, or two equally well.
        """
        said = set(terms(words, "en"))
        total = len(self._drafts) + 1
        scores = [
            sum(math.log(total / self._shared[term]) for term in found & said)
            if any(self._shared[term] == 1 for term in found & said)
            else 0.0
            for found in self._terms
        ]
        best = max(scores, default=0.0)
        if best == 0.0 or scores.count(best) > 1:
            return None
        return self._drafts[scores.index(best)]
