"""One statement counts once, however many sources carry it.

Two records of a statement are of one and the same where
1. words (whatever the capitals and the punctuation), speaker, date and act are the same: one
   utterance, reported by several; or
2. their sources are copies of one text (`onetext.record.copies`), act and party are the same,
   and the words nearly are (`NEARLY_SAME`): an editor's change, another day's date, another
   way to name the speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations

from rapidfuzz.distance import Indel

from onetext.positions.terms import plain_words
from onetext.positions.values import Evidence
from onetext.record.copies import CopyGroups
from onetext.record.store import Store
from onetext.record.views import RecordedStatement, SourceNote, Verdict

NEARLY_SAME = 0.8
NO_COPIES = CopyGroups()
RANK = {Verdict.CORRECTED: 0, Verdict.ACCEPTED: 1, Verdict.PENDING: 2, Verdict.REJECTED: 3}
"""Of copies, that with the lowest rank stands for all."""

Set = list[RecordedStatement]


def copy_groups(store: Store, *, known_on: datetime | None = None) -> CopyGroups:
    """The sources that are copies of one text, as known on a moment."""
    return CopyGroups(
        store.source_likenesses(known_on=known_on), store.copy_words(known_on=known_on)
    )


def copies_of(statements: Iterable[RecordedStatement], groups: CopyGroups = NO_COPIES) -> list[Set]:
    """The statements in sets of one each; the one that carries each set stands first in it.

    What was reviewed stands before what was not, then what was published first, then the
    outlet's name: the order of recording does not matter.
    """
    sets: dict[tuple[object, ...], Set] = {}
    for one in statements:
        key = (
            tuple(plain_words(one.statement.words)),
            (one.statement.speaker.name or "").casefold(),
            one.dated,
            one.statement.act,
        )
        sets.setdefault(key, []).append(one)
    return [sorted(same, key=_precedence) for same in _joined(list(sets.values()), groups)]


def counted_once(evidence: Iterable[Evidence], groups: CopyGroups = NO_COPIES) -> list[Evidence]:
    """The evidence newest first, each statement once, with the other sources as `copies`."""
    by_id = {one.recorded.id: one for one in evidence}
    carried = []
    for same in copies_of((one.recorded for one in by_id.values()), groups):
        first, others = same[0], other_sources(same)
        syndicated = tuple(note.id for note in others if groups.together(first.source.id, note.id))
        texts = len({groups.group(one.source.id) for one in same})
        carried.append(replace(by_id[first.id], copies=others, same_text=syndicated, texts=texts))
    return sorted(carried, key=_newest_first)


def other_sources(copies: Sequence[RecordedStatement]) -> tuple[SourceNote, ...]:
    """The sources of a set of copies beside that of the first, each once."""
    notes = {one.source.id: one.source for one in copies[1:]}
    notes.pop(copies[0].source.id, None)
    return tuple(notes.values())


def _joined(sets: list[Set], groups: CopyGroups) -> Iterator[Set]:
    """The sets, those that are of one statement by the second rule put together."""
    near: dict[tuple[object, ...], list[int]] = {}
    for at, same in enumerate(sets):
        for one in same:
            group = groups.of(one.source.id)
            if len(group) > 1:
                said = one.statement
                party = said.holder or said.speaker.party
                places = near.setdefault((group[0], said.act, party), [])
                if at not in places:
                    places.append(at)
    into = list(range(len(sets)))
    for places in near.values():
        for here, there in combinations(places, 2):
            if into[here] != into[there] and _nearly_same(sets[here][0], sets[there][0]):
                into = [into[here] if at == into[there] else at for at in into]
    gathered: dict[int, Set] = {}
    for at, same in enumerate(sets):
        gathered.setdefault(into[at], []).extend(same)
    yield from gathered.values()


def _nearly_same(one: RecordedStatement, other: RecordedStatement) -> bool:
    """Whether words, in two different sources, differ by what an editor changes."""
    if one.source.id == other.source.id:
        return False
    words = (plain_words(found.statement.words) for found in (one, other))
    return Indel.normalized_similarity(*words, score_cutoff=NEARLY_SAME) >= NEARLY_SAME


def _precedence(one: RecordedStatement) -> tuple[int, date, str, str]:
    note = one.source
    return (
        RANK[one.verdict],
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
