"""Folding entries, in the order of recording, into what stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from onetext.record.copies import SourceLikeness, alike, pair
from onetext.record.derivation import BY_PERSON, caucus
from onetext.record.entries import Entry, EntryKind
from onetext.record.shingles import own_words, shingles
from onetext.record.sketches import keys
from onetext.record.views import Caucus, RecordedSource, Verdict

_VERDICTS = {
    EntryKind.ACCEPTED: Verdict.ACCEPTED,
    EntryKind.CORRECTED: Verdict.CORRECTED,
    EntryKind.REJECTED: Verdict.REJECTED,
}
_POINT_WORDS = (EntryKind.POINT_LINKED, EntryKind.POINT_ASSIGNED)
_STATEMENT_WORDS = (EntryKind.STATEMENT_LINKED, EntryKind.STATEMENT_UNLINKED)


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """Those that were not withdrawn."""
    gone = {entry.body["of"] for entry in entries if entry.kind is EntryKind.WITHDRAWN}
    return [entry for entry in entries if entry.id not in gone]


def latest_verdicts(entries: Sequence[Entry]) -> dict[str, tuple[Verdict, Entry]]:
    """For every proposed entry that was judged: the verdict, and the entry that gave it."""
    latest = {}
    for entry in standing(entries):
        if entry.kind in _VERDICTS:
            latest[entry.body["of"]] = (_VERDICTS[entry.kind], entry)
    return latest


def point_words(entries: Sequence[Entry]) -> Iterable[Entry]:
    """The link that counts for each point of a draft: a person's latest, else the latest."""
    words: dict[tuple[str, str], Entry] = {}
    for entry in standing(entries):
        if entry.kind in _POINT_WORDS:
            key = entry.body["draft"], entry.body["path"]
            before = words.get(key)
            if before and before.body["rule"] == BY_PERSON != entry.body["rule"]:
                continue
            words[key] = entry
    return _as_recorded(words.values())


def match_words(entries: Sequence[Entry]) -> Iterable[Entry]:
    """The latest word on each point of a draft and what became of it in another draft."""
    words = {}
    for entry in standing(entries):
        if entry.kind is EntryKind.POINTS_MATCHED:
            words[entry.body["before"], entry.body["after"], entry.body["path"]] = entry
    return _as_recorded(words.values())


def statement_words(entries: Sequence[Entry]) -> Iterable[Entry]:
    """The latest word on each pair of statement and issue."""
    words = {}
    for entry in standing(entries):
        if entry.kind in _STATEMENT_WORDS:
            words[entry.body["statement"], entry.body["issue"]] = entry
    return _as_recorded(words.values())


def visibilities_now(entries: Iterable[Entry]) -> dict[str, str]:
    """What was said last of who may see an entry, for those of which it was said again."""
    changes = [entry for entry in entries if entry.kind is EntryKind.VISIBILITY_CHANGED]
    return {entry.body["of"]: entry.body["visibility"] for entry in _as_recorded(changes)}


def caucus_words(entries: Sequence[Entry]) -> list[Caucus]:
    """Who was named last for each party's caucus, by party."""
    words = {entry.body["party"]: entry for entry in entries}
    return [caucus(words[party]) for party in sorted(words)]


def source_pairs(sources: Sequence[RecordedSource]) -> list[SourceLikeness]:
    """The pairs that are copies by their words: every source held against every other."""
    found = []
    blocks = [own_words(one.document) for one in sources]
    seen = [(one, keys(own), shingles(own)) for one, own in zip(sources, blocks, strict=True)]
    for (one, some, ours), (other, others, theirs) in combinations(seen, 2):
        like = alike(ours, theirs) if some & others else None
        if like is not None:
            ids = pair(one.id, other.id)
            found.append(SourceLikeness(*ids, like, max(one.recorded_at, other.recorded_at)))
    return sorted(found, key=lambda alike: (alike.one_id, alike.other_id))


def _as_recorded(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.recorded_at, entry.id))
