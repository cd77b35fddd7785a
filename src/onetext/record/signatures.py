"""Whether entries are signed, by whom, and whether their signatures fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onetext.record.entries import Entry
from onetext.record.keys import PublicKey, key_id
from onetext.record.views import PublishedKey


@dataclass(frozen=True, slots=True)
class Signed:
    """How many entries of an author are signed with a key, and since when it is known."""

    author: str
    fingerprint: str
    published: datetime
    withdrawn: datetime | None
    entries: int


class Signatures:
    """Follows the signatures of entries, knowing the keys that the record publishes."""

    def __init__(self, published: Iterable[PublishedKey]) -> None:
        self._keys: dict[tuple[str, str], tuple[PublishedKey, PublicKey]] = {}
        for one in sorted(published, key=lambda one: (one.recorded_at, one.id)):
            key = PublicKey(one.key)
            # Published anew after it was withdrawn, it counts again.
            before = self._keys.get((one.author, key.id))
            if before is None or before[0].withdrawn_at is not None:
                self._keys[one.author, key.id] = one, key
        self._since: dict[str, datetime] = {}
        for one, _ in self._keys.values():
            self._since[one.author] = min(
                one.recorded_at, self._since.get(one.author, one.recorded_at)
            )
        self._counts: Counter[tuple[str, str]] = Counter()
        self.unsigned: Counter[str] = Counter()
        """Of authors who published a key: their entries since then that are not signed."""

    def follow(self, entry: Entry) -> str | None:
        """What is wrong with the signature of `entry`, as a sentence; None where nothing is."""
        if entry.signature is None:
            if entry.author in self._since and entry.recorded_at > self._since[entry.author]:
                self.unsigned[entry.author] += 1
            return None
        named = entry.author, key_id(entry.signature)
        if named not in self._keys:
            return (
                f"it is signed with a key that {entry.author} has not published in this record. "
                "Whoever holds the key publishes it with: onetext keys publish -r RECORD"
            )
        published, key = self._keys[named]
        if not key.fits(entry.signature, entry.digest):
            return "its signature does not fit it: it was not signed by who it says, or changed."
        if published.withdrawn_at is not None and entry.recorded_at > published.withdrawn_at:
            return (
                f"it is signed with the key {key.fingerprint}, which was withdrawn before it was "
                "recorded."
            )
        self._counts[named] += 1
        return None

    def found(self) -> tuple[Signed, ...]:
        """What was signed with each key, by author."""
        return tuple(
            Signed(
                one.author,
                key.fingerprint,
                one.recorded_at,
                one.withdrawn_at,
                self._counts[one.author, key.id],
            )
            for one, key in sorted(self._keys.values(), key=lambda pair: pair[0].author)
        )
