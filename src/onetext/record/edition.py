"""An edition: what its readers may see, sealed anew, so that nothing tells of what they may not.

It is a record of its own. Its entries are those that the readers may see, in their order and
with their times of recording, but:

- ids, digests and chains are new: the old ones count, and lead to, what was left out. A new id
  is a UUIDv7 of the time of recording, a count within the millisecond, and digits drawn from
  the edition's name and the entry's place in it, so that equal input gives equal editions;
- one author, the edition's own, stands for everyone who recorded something; signatures, and
  the keys that signed, are left out;
- what is said within an entry is told as `onetext.record.retelling` tells it;
- of who may see what it says only that its readers may: who else was let in, and who sits in
  which caucus, is left out, and so is the name of the record where they may not see that.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from onetext.record.entries import PUBLIC, TEAM, Body, Entry, EntryKind, digest_of
from onetext.record.references import LINKS, POLICY, VERDICTS, rests_on
from onetext.record.retelling import Retelling
from onetext.record.sight import Sight
from onetext.record.store import Store
from onetext.record.visibility import CAUCUS, CONFINED, EVERYONE, THE_TEAM, Visibility

_SAID_OF_OTHERS = VERDICTS | LINKS | {EntryKind.POINTS_MATCHED, EntryKind.WITHDRAWN}
LEFT_OUT = POLICY | {EntryKind.RECORD_OPENED, EntryKind.KEY_PUBLISHED}
_OWN_NAMES = {PUBLIC: "Public edition", TEAM: "Edition for the team"}
_COUNTS = 1 << 12  # ids of one millisecond, before the next is taken
_DIGIT_BITS = 62
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Imprint:
    """For whom an edition is, and what it calls itself.

    `readers` are "public", "team", "caucus:PARTY" or a person's name; `name` is the name of the
    record that it is; `author` is who is said to have recorded all of it.
    """

    readers: str
    name: str
    author: str

    @classmethod
    def of(cls, readers: str, name: str | None) -> Imprint:
        """Called `name`, or else by whom it is for."""
        own = _OWN_NAMES.get(readers) or f"Edition for {readers.removeprefix(CAUCUS)}"
        return cls(readers, name or own, own)


def edition(seen: Store, imprint: Imprint) -> Iterator[Entry]:
    """The entries of an edition, in the order of their ids.

    `seen` is the record as the readers see it: see `onetext.record.seen.seen_by`.
    """
    mint = _Mint(imprint.name)
    first = next(seen.entries(), None)
    began = first.recorded_at if first else _EPOCH
    opening_id = mint.next(began)
    ids, digests = {}, set()
    for entry in seen.entries():
        digests.add(entry.digest)
        of_left_out = entry.kind is EntryKind.WITHDRAWN and entry.body["of"] not in ids
        if entry.kind not in LEFT_OUT and not of_left_out:
            ids[entry.id] = mint.next(entry.recorded_at)
    retelling = Retelling(ids, digests)
    seal = _Sealing(imprint.author)
    everyone = _written(EVERYONE, imprint.readers)
    yield seal(opening_id, EntryKind.RECORD_OPENED, {"name": imprint.name}, began, everyone)
    for entry in seen.entries():
        if entry.id in ids:
            visibility = _written(Visibility.of(entry.visibility), imprint.readers)
            body = retelling.body(entry)
            yield seal(ids[entry.id], entry.kind, body, entry.recorded_at, visibility)


def opened_as(seen: Store) -> str | None:
    """The name of the record, where the viewer may see it."""
    opening = next((one for one in seen.entries() if one.kind is EntryKind.RECORD_OPENED), None)
    return None if opening is None else str(opening.body["name"])


def kept_back(whole: Store, readers: str) -> Mapping[EntryKind, int]:
    """How many verdicts, links and withdrawals are left out of an edition though it shows what
    they are about: there, things stand as if these had never been. For the owner's eyes."""
    sight = Sight.over(whole.entries())
    viewer = sight.viewer(readers)
    counts = Counter[EntryKind]()
    for entry in whole.entries():
        if entry.kind in _SAID_OF_OTHERS and not sight.of(entry.id).admits(viewer):
            about = rests_on(entry.kind, entry.body)
            counts[entry.kind] += all(sight.of(one).admits(viewer) for one in about)
    return {kind: count for kind, count in counts.items() if count}


class _Mint:
    """New ids, each greater than the one before, that tell the time and nothing else."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._place = 0
        self._ms = 0
        self._count = 0

    def next(self, recorded_at: datetime) -> str:
        moment = (recorded_at - _EPOCH) // timedelta(milliseconds=1)
        if moment > self._ms or self._place == 0:
            self._ms, self._count = moment, 0
        elif self._count + 1 < _COUNTS:
            self._count += 1
        else:
            self._ms, self._count = self._ms + 1, 0
        self._place += 1
        drawn = hashlib.sha256(f"{self._name}\n{self._place}".encode()).digest()
        digits = int.from_bytes(drawn) >> (256 - _DIGIT_BITS)
        number = self._ms << 80 | 7 << 76 | self._count << 64 | 2 << 62 | digits
        return str(UUID(int=number))


class _Sealing:
    """One author's chain, from its first entry on."""

    def __init__(self, author: str) -> None:
        self._author = author
        self._head: str | None = None

    def __call__(
        self, entry_id: str, kind: EntryKind, body: Body, moment: datetime, visibility: str
    ) -> Entry:
        previous, author = self._head, self._author
        self._head = digest_of(entry_id, kind, body, author, moment, visibility, previous)
        return Entry(entry_id, kind, body, author, moment, visibility, previous, self._head)


def _written(visibility: Visibility, readers: str) -> str:
    """Who may see an entry, as far as it concerns the readers."""
    if visibility == EVERYONE:
        return PUBLIC
    return TEAM if visibility.admits(THE_TEAM) else f"{CONFINED}{readers}"
