"""Syndicated copies: the same words by the same speaker on the same day in several sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from onetext.positions.terms import plain_words
from onetext.positions.values import Evidence
from onetext.record.views import RecordedStatement, SourceNote, Verdict

_RANK = {Verdict.CORRECTED: 0, Verdict.ACCEPTED: 1, Verdict.PENDING: 2, Verdict.REJECTED: 3}


def copies_of(statements: Iterable[RecordedStatement]) -> list[list[RecordedStatement]]:
    """The statements in sets of copies; the one that carries each set stands first in it.

    Copies agree in their words (whatever the capitals and the punctuation), their speaker,
    their date and their act. What was reviewed stands before what was not, then what was
    published first, then the outlet's name: the order of recording does not matter.
    """
    groups: dict[tuple[object, ...], list[RecordedStatement]] = {}
    for one in statements:
        key = (
            tuple(plain_words(one.statement.words)),
            (one.statement.speaker.name or "").casefold(),
            one.dated,
            one.statement.act,
        )
        groups.setdefault(key, []).append(one)
    return [sorted(group, key=_precedence) for group in groups.values()]


def counted_once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence newest first, each set of copies as one, with the other sources as `copies`."""
    by_id = {one.recorded.id: one for one in evidence}
    carried = [
        replace(by_id[group[0].id], copies=other_sources(group))
        for group in copies_of(one.recorded for one in by_id.values())
    ]
    return sorted(carried, key=_newest_first)


def other_sources(copies: Sequence[RecordedStatement]) -> tuple[SourceNote, ...]:
    """The sources of a set of copies beside that of the first, each once."""
    notes = {one.source.id: one.source for one in copies[1:]}
    notes.pop(copies[0].source.id, None)
    return tuple(notes.values())


def _precedence(one: RecordedStatement) -> tuple[int, date, str, str]:
    note = one.source
    return (
        _RANK[one.verdict],
        note.published or date.max,
        note.publisher or note.origin,
        one.id,
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
