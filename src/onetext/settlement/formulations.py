"""The formulations of each issue: the different wordings that drafts have given it.

Wordings are one formulation where they agree in every word, whatever the capitals, the
punctuation and the white space: a single word ("not", "thirty") can be what is disputed. A
draft that does not word an issue proposes nothing on it; its silence is no option.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.staleness import in_force
from onetext.positions.terms import plain_words
from onetext.positions.wordings import Wording, in_draft_order, wordings
from onetext.record.store import Store
from onetext.record.views import Issue, RecordedDraft

LONGEST_SHORT_TITLE = 32
_NUMBERED = re.compile(r"\w+")
_TO_ITS_POINTS = re.compile(r"^.*?\b\d+[- ]points?\b")


@dataclass(frozen=True, slots=True)
class Formulation:
    """One wording of an issue. `option` names it; `drafts` hold it, oldest first."""

    option: str
    text: str
    drafts: tuple[RecordedDraft, ...]

    @property
    def tabled(self) -> date:
        """The day on which it was first put on the table."""
        return min(one.draft.dated for one in self.drafts if one.draft.dated is not None)

    def put_forward_by(self, party: str) -> bool:
        """Whether the party, alone or with others, put forward a draft that holds it."""
        return any(put_forward(one, party) for one in self.drafts)


@dataclass(frozen=True, slots=True)
class WordedIssue:
    """An issue and its formulations, oldest first. `name` is unique among the issues.

    `wordings` are those of the drafts behind the formulations, oldest first.
    """

    issue: Issue
    name: str
    formulations: tuple[Formulation, ...]
    wordings: tuple[Wording, ...]

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(one.option for one in self.formulations)

    def holding(self, wording: Wording) -> Formulation:
        """The formulation that `wording`, one of `wordings`, is; KeyError for another."""
        for one in self.formulations:
            if any(draft.id == wording.draft.id for draft in one.drafts):
                return one
        raise KeyError(wording.draft.id)

    def with_draft(self, draft: RecordedDraft) -> str:
        """The option in force once `draft` is there; the oldest where no draft had one by then.

        Where the draft does not word the issue, the wording of the draft before it stays.
        """
        own = self.of_draft(draft.id)
        if own is not None:
            return own.option
        day = draft.draft.dated
        wording = in_force(day, self.wordings) if day else None
        return self.holding(wording).option if wording else self.options[0]

    def of_draft(self, draft_id: str) -> Formulation | None:
        """How that draft words the issue; None where it does not."""
        for one in self.formulations:
            if any(draft.id == draft_id for draft in one.drafts):
                return one
        return None


def worded_issues(
    store: Store, *, as_of: date, known_on: datetime | None = None
) -> tuple[WordedIssue, ...]:
    """The issues that drafts dated `as_of` or before word, as the newest draft orders them."""
    drafts = drafts_by(store, as_of=as_of, known_on=known_on)
    found = wordings(drafts, store.point_links(known_on=known_on))
    worded = {one.issue_id for one in found}
    issues = [one for one in store.issues(known_on=known_on) if one.id in worded]
    ordered = in_draft_order(issues, found)
    names = _unique(issue.label for issue in ordered)
    titles = short_titles(drafts)
    result = []
    for issue, name in zip(ordered, names, strict=True):
        own = tuple(one for one in found if one.issue_id == issue.id)
        result.append(WordedIssue(issue, name, _formulations(own, titles), own))
    return tuple(result)


def drafts_by(
    store: Store, *, as_of: date, known_on: datetime | None = None
) -> list[RecordedDraft]:
    """The drafts that are dated `as_of` or before, oldest first; undated ones do not count."""
    return [
        one
        for one in store.drafts(known_on=known_on)
        if one.draft.dated is not None and one.draft.dated <= as_of
    ]


def put_forward(draft: RecordedDraft, party: str) -> bool:
    """Whether `party` put the draft forward.

    Its `by` holds the party's name, or its title begins with that name or a word made from it
    ("European counter-proposal" for Europe).
    """
    name = re.escape(party)
    return bool(
        re.search(rf"\b{name}\b", draft.draft.by or "", re.IGNORECASE)
        or re.match(rf"(?:the )?{name}(?:['’]s|a?n)?\b", draft.draft.title, re.IGNORECASE)
    )


def short_titles(drafts: Sequence[RecordedDraft]) -> dict[str, str]:
    """A short title for each draft, by its id; the whole title where short ones are alike."""
    short = [short_title(one.draft.title) for one in drafts]
    names = [
        name if short.count(name) == 1 else one.draft.title
        for name, one in zip(short, drafts, strict=True)
    ]
    return dict(zip((one.id for one in drafts), _unique(names), strict=True))


def short_title(title: str) -> str:
    """The title up to the number of its points, else as many whole words as fit."""
    counted = _TO_ITS_POINTS.match(title)
    if counted:
        return counted.group()
    words = title.split()
    while len(words) > 1 and len(" ".join(words)) > LONGEST_SHORT_TITLE:
        words.pop()
    return " ".join(words)


def _formulations(own: Sequence[Wording], titles: Mapping[str, str]) -> tuple[Formulation, ...]:
    alike: dict[tuple[str, ...], list[Wording]] = {}
    for one in own:
        alike.setdefault(tuple(plain_words(one.text)), []).append(one)
    groups = list(alike.values())
    names = _unique(_name(group[0], titles) for group in groups)
    return tuple(
        Formulation(name, group[-1].text, tuple(one.draft for one in group))
        for name, group in zip(names, groups, strict=True)
    )


def _name(wording: Wording, titles: Mapping[str, str]) -> str:
    """The draft in short, and the numbers of the points that hold the wording."""
    numbers = [path for path in wording.paths if _NUMBERED.fullmatch(path)]
    title = titles[wording.draft.id]
    if not numbers:
        return title
    *others, last = numbers
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"{title}, point{'s' if others else ''} {listed}"


def _unique(names: Iterable[str]) -> list[str]:
    """The names, a number added to each that stood before."""
    found: dict[str, None] = {}
    for name in names:
        unique, number = name, 1
        while unique in found:
            number += 1
            unique = f"{name} ({number})"
        found[unique] = None
    return list(found)
