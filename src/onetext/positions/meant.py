"""Which wording of an issue a statement is about.

That of the draft which its words name, where that draft words the issue and was there by the
day of the statement; else the wording in force on that day. Words name a draft by its whole
title, or by a word that no other draft's title has, beside "plan", "draft", "proposal" and the
like. The words are English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.positions.staleness import in_force
from onetext.positions.values import Evidence
from onetext.positions.whole_text import NAMES_A_TEXT, Titles
from onetext.positions.wordings import Wording
from onetext.record.statements import Statement
from onetext.record.views import RecordedDraft, RecordedStatement

_BEFORE = re.compile(r"(?:[\w’'()-]+ +){0,4}$")
_AFTER = re.compile(r"^(?: +(?:of|from|by|with) +[\w-]+(?: +[\w-]+)?)?")
_LEAST_TITLE_WORDS = 2


class Named:
    """Tells which of some drafts a statement names."""

    def __init__(self, drafts: Sequence[RecordedDraft]) -> None:
        self._titles = Titles(drafts)
        self._whole = sorted(
            ((_plain(one.draft.title), one) for one in drafts), key=lambda found: -len(found[0])
        )

    def might(self, words: str) -> bool:
        """Whether `words` could name one of these drafts, were any of the others not there."""
        if NAMES_A_TEXT.search(words):
            return True
        said = f" {_plain(words)} "
        return any(
            len(title.split()) >= _LEAST_TITLE_WORDS and f" {title} " in said
            for title, _ in self._whole
        )

    def draft(self, words: str) -> RecordedDraft | None:
        """The draft that `words` name; None where they name none, or several."""
        said = f" {_plain(words)} "
        whole = [
            (title, one)
            for title, one in self._whole
            if len(title.split()) >= _LEAST_TITLE_WORDS and f" {title} " in said
        ]
        longest = [one for title, one in whole if len(title) == len(whole[0][0])]
        if longest:
            return longest[0] if len(longest) == 1 else None
        found = {
            named.id: named
            for phrase in _phrases(words)
            if (named := self._titles.named(phrase)) is not None
        }
        return next(iter(found.values())) if len(found) == 1 else None


def words_that_name(said: Statement) -> str:
    """The words of a statement that may name a draft."""
    return f"{said.target or ''}\n{said.words}"


def meant(recorded: RecordedStatement, wordings: Sequence[Wording], named: Named) -> Wording | None:
    """The wording of an issue that a statement is about.

    Args:
        recorded: the statement, dated.
        wordings: of the issue, oldest draft first.
        named: the drafts that it may name.
    """
    draft = named.draft(words_that_name(recorded.statement))
    if draft is not None and draft.draft.dated and draft.draft.dated <= recorded.dated:
        for wording in wordings:
            if wording.draft.id == draft.id:
                return wording
    return in_force(recorded.dated, wordings)


def newest_meant(
    evidence: Sequence[Evidence], wordings: Sequence[Wording], named: Named
) -> Wording | None:
    """The newest of the wordings that some statements are about."""
    about = {id(meant(one.recorded, wordings, named)) for one in evidence}
    return next((one for one in reversed(wordings) if id(one) in about), None)


def _phrases(words: str) -> list[str]:
    """A plan, proposal or draft with the words right before it, and "of ..." after it."""
    phrases = []
    for found in NAMES_A_TEXT.finditer(words):
        before = _BEFORE.search(words[: found.start()])
        after = _AFTER.match(words[found.end() :])
        phrases.append(
            f"{before.group() if before else ''}{found.group()}{after.group() if after else ''}"
        )
    return phrases


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
