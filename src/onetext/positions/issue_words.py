"""How much the words of a statement tell of each issue.

1. The words of an issue are those of its label and of the points linked to it in every draft
   that is known, whatever the draft's date, so that renumbering loses nothing.
2. A word is as telling as it is rare: ln((n + 1) / k) / ln(n + 1) for a word that k of the n
   issues have; 1 where only one has it. The same holds for a topic.
3. A shared word of a wording brings 0.6 points times how telling it is; a word of the label
   0.6 * (1 + 1 / m), where the label has m telling words. A label of one word names its
   issue: how rare that word is counts among the labels alone.

Source of 2: inverse document frequency, Spärck Jones (1972), Journal of Documentation 28.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onetext.positions.terms import terms
from onetext.positions.wordings import Wording
from onetext.record.statements import Statement, Topic
from onetext.record.views import Issue

WORD_POINTS = 0.6

Said = Mapping[str, Mapping[str, str]]
Shared = tuple[float, tuple[str, ...]]


class IssueWords:
    """The weighted words of issues, in the languages of the drafts."""

    def __init__(self, issues: Sequence[Issue], wordings: Sequence[Wording]) -> None:
        self._total = len(issues) + 1
        self._topics = Counter(issue.topic for issue in issues)
        languages = sorted({_language(wording) for wording in wordings}) or ["en"]
        self._weights: dict[str, dict[str, dict[str, float]]] = {
            language: self._weighed(
                issues, [w for w in wordings if _language(w) == language], language
            )
            for language in languages
        }

        self._having = {language: _having(found) for language, found in self._weights.items()}

    def said(self, statement: Statement) -> Said:
        """The telling words of a statement and its target in each language, as it has them.

        Words that name its own party, holder or speaker are left out.
        """
        words = f"{statement.target or ''}\n{statement.words}"
        names = (statement.holder, statement.speaker.party, statement.speaker.name)
        own = " ".join(name for name in names if name)
        found: dict[str, dict[str, str]] = {}
        for language in self._weights:
            mine = terms(own, language)
            theirs = terms(words, language).items()
            found[language] = {term: shown for term, shown in theirs if term not in mine}
        return found

    def about(self, said: Said) -> dict[str, float]:
        """The issues that share a word with a statement, by id, each with its points for words.

        These sums are near those of `shared`, which alone are exact.
        """
        best: dict[str, float] = {}
        for language, words in said.items():
            having = self._having[language]
            found: dict[str, float] = defaultdict(float)
            for term in words:
                for issue_id, weight in having.get(term, ()):
                    found[issue_id] += weight
            for issue_id, points in found.items():
                best[issue_id] = max(points, best.get(issue_id, 0.0))
        return best

    def shared(self, said: Said, issue_id: str) -> Shared:
        """Points for the words that a statement shares with an issue, and these words.

        The most telling word comes first; of several languages the one with most points counts.
        """
        return max(self._in_language(said[language], language, issue_id) for language in said)

    def topic_telling(self, topic: Topic) -> float:
        """How telling it is (0 to 1) that a statement and an issue have this topic."""
        return self._telling(self._topics[topic])

    def _in_language(self, said: Mapping[str, str], language: str, issue_id: str) -> Shared:
        weights = self._weights[language][issue_id]
        found = sorted(said.keys() & weights.keys(), key=lambda term: (-weights[term], term))
        return math.fsum(weights[term] for term in found), tuple(said[term] for term in found)

    def _weighed(
        self, issues: Sequence[Issue], wordings: Sequence[Wording], language: str
    ) -> dict[str, dict[str, float]]:
        labels = {issue.id: set(terms(issue.label, language)) for issue in issues}
        words = {issue_id: set(label) for issue_id, label in labels.items()}
        for wording in wordings:
            words.setdefault(wording.issue_id, set()).update(terms(wording.text, language))
        spread = Counter(term for issue in issues for term in words[issue.id])
        among_labels = Counter(term for issue in issues for term in labels[issue.id])

        def weight(term: str, label: set[str]) -> float:
            if label == {term}:
                return WORD_POINTS * 2 * self._telling(among_labels[term])
            share = 1 + 1 / len(label) if term in label else 1
            return WORD_POINTS * share * self._telling(spread[term])

        return {
            issue.id: {term: weight(term, labels[issue.id]) for term in words[issue.id]}
            for issue in issues
        }

    def _telling(self, issues_that_have_it: int) -> float:
        return math.log(self._total / issues_that_have_it) / math.log(self._total)


def _having(weights: Mapping[str, Mapping[str, float]]) -> dict[str, list[tuple[str, float]]]:
    """By word, the issues that have it and its weight towards each."""
    found: dict[str, list[tuple[str, float]]] = {}
    for issue_id, words in weights.items():
        for term, weight in words.items():
            found.setdefault(term, []).append((issue_id, weight))
    return found


def _language(wording: Wording) -> str:
    """The language of a wording without its region: "en" for "en-GB"."""
    return wording.draft.draft.language.split("-")[0].lower()
