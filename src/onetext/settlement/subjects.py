"""Which formulation of an issue a statement is about, and how sure that is.

1. A draft that the words name: its formulation.
2. Else the wording that was in force on the day; but where that affirms nothing of what is
   said, and one other wording that was on the table affirms more of it than all others, that
   one. What a party refuses is looked for in wordings that it did not put forward.
3. A refusal that names a number which no wording on the table has is about none of them.
4. Before any draft worded the issue, a statement is about none.

A wording affirms a word that stands in one of its clauses, and takes it back where the clause
is negated: "no area is declared Russian" does not affirm Russian. Negations are English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onetext.positions.meant import Named
from onetext.positions.staleness import in_force
from onetext.positions.terms import terms
from onetext.positions.values import Stance
from onetext.positions.whole_text import Titles
from onetext.record.views import RecordedDraft, RecordedStatement
from onetext.settlement.formulations import Formulation, WordedIssue


class How(StrEnum):
    """How a statement was bound to a formulation."""

    NAMED = "the draft is named"
    BY_WORDS = "no draft is named; taken to be about the wording that its words fit"
    IN_FORCE = "no draft is named; taken to be about the wording in force on that day"


class Unplaced(StrEnum):
    """Why a statement is about no formulation."""

    EARLY = "before any draft worded the issue"
    ELSEWHERE = "a number that no wording has"


@dataclass(frozen=True, slots=True)
class Subject:
    formulation: Formulation
    how: How


_CLAUSE = re.compile(r"[.;:!?\n]+\s*|,\s+")
_NEGATED = re.compile(
    r"\b(?:no|not|never|neither|nor|none|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
_DATE_OR_COUNT = re.compile(
    r"\b\d+[- ]points?\b|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b",
    re.IGNORECASE,
)
_A_TEXT = (
    r"(?:(?:peace|settlement) )?(?:counter[- ]?)?(?:plan|draft|proposal|framework|text|version"
    r"|document|paper|memorandum)s?\b"
)
_WORD_START = re.compile(r"\b[^\W\d_]")


class DraftsMeant:
    """Tells which draft a statement is about, where it says so."""

    def __init__(self, drafts: Sequence[RecordedDraft]) -> None:
        self._named = Named(drafts)
        self._titles = Titles(drafts)
        self._by_first: dict[str, list[RecordedDraft]] = {}
        for one in drafts:
            words = one.draft.title.split()
            if words:
                self._by_first.setdefault(words[0], []).append(one)

    def of(self, recorded: RecordedStatement) -> RecordedDraft | None:
        """The draft that target or words name, by its title or as in "the US plan".

        A draft of a later day than the statement is not meant.
        """
        statement = recorded.statement
        said = f"{statement.target or ''}\n{statement.words}"
        if self._titles.another(said):
            return None
        meant = self._named.draft(said) or self._by_first_word(said)
        there = meant is not None and meant.draft.dated and meant.draft.dated <= recorded.dated
        return meant if there else None

    def _by_first_word(self, said: str) -> RecordedDraft | None:
        found = [
            drafts
            for first, drafts in self._by_first.items()
            if re.search(rf"\b{re.escape(first)}(?:['’]s)? {_A_TEXT}", said)
        ]
        return found[0][0] if len(found) == 1 and len(found[0]) == 1 else None


def subject(
    recorded: RecordedStatement,
    stance: Stance,
    issue: WordedIssue,
    party: str,
    named: RecordedDraft | None,
) -> Subject | Unplaced:
    """What the statement, made for `party`, is about; `named` is the draft that it names."""
    formulation = issue.of_draft(named.id) if named else None
    if formulation is not None:
        return Subject(formulation, How.NAMED)
    wording = in_force(recorded.dated, issue.wordings)
    if wording is None:
        return Unplaced.EARLY
    current = issue.holding(wording)
    if stance is Stance.DEMANDS_OTHERWISE:
        return Subject(current, How.IN_FORCE)
    refused = stance is Stance.REJECTS
    tabled = [one for one in issue.formulations if one.tabled <= recorded.dated]
    said = recorded.statement.words
    if refused and any(not numbers(said) <= numbers(one.text) for one in tabled):
        tabled = [one for one in tabled if numbers(said) <= numbers(one.text)]
        if not tabled:
            return Unplaced.ELSEWHERE
        if current not in tabled:
            current = tabled[-1]
    if refused:
        tabled = [one for one in tabled if not one.put_forward_by(party)]
    scores = {one.option: _fit(said, one) for one in tabled}
    best = max(scores.values(), default=0)
    fitting = [one for one in tabled if scores[one.option] == best]
    if _fit(said, current) <= 0 < best and len(fitting) == 1:
        return Subject(fitting[0], How.BY_WORDS)
    return Subject(current, How.IN_FORCE)


def numbers(words: str) -> set[str]:
    """The numbers of two digits or more, save dates and the counts of points of a draft."""
    return {term for term in terms(_DATE_OR_COUNT.sub(" ", words), "en") if term[0].isdigit()}


def affirms(formulation: Formulation, demanded: str, *, least_share: float) -> bool:
    """Whether the wording has all numbers and that share of the words of what is demanded.

    A word of a negated clause has to stand in a negated clause.
    """
    if not numbers(demanded) <= numbers(formulation.text):
        return False
    language = formulation.drafts[-1].draft.language
    wanted, held = _by_polarity(demanded, language), _by_polarity(formulation.text, language)
    total = sum(map(len, wanted))
    found = sum(len(one & other) for one, other in zip(wanted, held, strict=True))
    return total > 0 and found >= least_share * total


def _fit(said: str, formulation: Formulation) -> int:
    language = formulation.drafts[-1].draft.language
    wanted = _terms(said, language)
    affirmed, negated = _by_polarity(formulation.text, language)
    return len(wanted & affirmed) - len(wanted & negated)


def _by_polarity(text: str, language: str) -> tuple[set[str], set[str]]:
    """The telling words of clauses that affirm, and of those that are negated."""
    affirmed: set[str] = set()
    negated: set[str] = set()
    for clause in _CLAUSE.split(text):
        (negated if _NEGATED.search(clause) else affirmed).update(_terms(clause, language))
    return affirmed, negated


def _terms(text: str, language: str) -> set[str]:
    """The telling words, whether or not one begins with a capital."""
    return set(terms(_WORD_START.sub(lambda found: found.group().upper(), text), language))
