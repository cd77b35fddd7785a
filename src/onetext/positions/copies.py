"""Syndicated copies: the same words by the same speaker on the same day in several sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from onetext.positions.terms import plain_words
from onetext.positions.values import Evidence
from onetext.record.views import Verdict

_RANK = {Verdict.CORRECTED: 0, Verdict.ACCEPTED: 1, Verdict.PENDING: 2, Verdict.REJECTED: 3}


def counted_once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence newest first, each set of copies as one, with the other sources as `copies`.

    Copies agree in their words (whatever the capitals and the punctuation), their speaker,
    their date and their act. What was reviewed stands before what was not, then what was
    published first, then the outlet's name: the order of recording does not matter.
    """
    groups: dict[tuple[object, ...], list[Evidence]] = {}
    for one in evidence:
        statement = one.recorded.statement
        key = (
            tuple(plain_words(statement.words)),
            (statement.speaker.name or "").casefold(),
            one.recorded.dated,
            statement.act,
        )
        groups.setdefault(key, []).append(one)
    return sorted((_one_of(group) for group in groups.values()), key=_newest_first)


def _one_of(group: list[Evidence]) -> Evidence:
    first, *rest = sorted(group, key=_precedence)
    notes = {one.recorded.source.id: one.recorded.source for one in rest}
    notes.pop(first.recorded.source.id, None)
    return replace(first, copies=tuple(notes.values()))


def _precedence(one: Evidence) -> tuple[int, date, str, str]:
    note = one.recorded.source
    return (
        _RANK[one.recorded.verdict],
        note.published or date.max,
        note.publisher or note.origin,
        one.recorded.id,
    )


def _newest_first(one: Evidence) -> tuple[int, date, str, str, str, str]:
    recorded = one.recorded
    return (
        -recorded.dated.toordinal(),
        recorded.source.published or date.max,
        recorded.source.publisher or recorded.source.origin,
        recorded.statement.words,
        recorded.statement.act,
        recorded.id,
    )
