"""Sealing: fresh ids, and a chain of digests for every author.

Sealing belongs inside the transaction that keeps the entries: two writers with the same
author would otherwise follow the same predecessor and fork the chain. Across records that are
merged later an author may well have worked in two places; that is a fork, and no damage.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import rfc8785
import uuid6

from onetext.errors import RecordProblem
from onetext.record.entries import TEAM, Body, Entry, EntryKind, Sign, digest_of

Digested = Callable[[Collection[str]], Mapping[str, tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What is to be recorded, before it has an id, an author, a time and a digest."""

    kind: EntryKind
    body: Body
    visibility: str = TEAM


def seal(
    unsealed: Sequence[Unsealed],
    *,
    author: str,
    recorded_at: datetime,
    head: str | None,
    after: str | None,
    not_before: datetime | None = None,
    sign: Sign | None = None,
) -> list[Entry]:
    """Entries in the order given, each following the one before it.

    Args:
        unsealed: what is to be recorded.
        author: who records it.
        recorded_at: a moment that knows its time zone; kept in UTC.
        head: the digest of the author's latest entry, or None for their first.
        after: the greatest id in the store; every new id is greater.
        not_before: the latest moment at which an entry in the store was recorded. Where the
            clock has gone back since, this moment counts, so that times rise as chains do.
        sign: gives the author's signature over a digest; None leaves the entries unsigned.

    Raises:
        RecordProblem: a body cannot be written as JSON (half a character, or a number that
            is not one).
    """
    moment = max(recorded_at, not_before or recorded_at).astimezone(UTC)
    entries = []
    for one in unsealed:
        entry_id = _next_id(after)
        try:
            digest = digest_of(entry_id, one.kind, one.body, author, moment, one.visibility, head)
        except rfc8785.CanonicalizationError as error:
            raise RecordProblem(
                f"The record was asked to keep a {one.kind.replace('_', ' ')} entry, but its "
                f"content cannot be written as JSON: {error}. Nothing was recorded."
            ) from error
        signature = sign(digest) if sign else None
        entries.append(
            Entry(
                entry_id,
                one.kind,
                one.body,
                author,
                moment,
                one.visibility,
                head,
                digest,
                signature,
            )
        )
        head, after = digest, entry_id
    return entries


def _next_id(after: str | None) -> str:
    """A fresh UUIDv7 that sorts after `after`, even where a clock has gone back."""
    fresh = str(uuid6.uuid7())
    if after is None or fresh > after:
        return fresh
    return str(UUID(int=UUID(after).int + 1))


MISSING = (
    "it does not follow an entry of the same author before it: an entry is missing or out of order"
)


@dataclass(frozen=True, slots=True)
class Fork:
    """That an author went on in two places from the same entry, as on two laptops.

    `entry_id` is the first entry of the later branch; `at` the digest of what it follows, which
    is None where the author began in two places.
    """

    author: str
    at: str | None
    entry_id: str


class Chains:
    """Follows every author's chain through entries that come in the order of their ids.

    A chain may branch where its author worked in two places. What is kept at hand is the end of
    every branch; where an entry does not follow one of these, `finish` looks for what it follows.
    """

    def __init__(self) -> None:
        self._ends: dict[str, set[str]] = {}
        self._awaited: dict[str, list[Entry]] = {}
        self.forks: list[Fork] = []

    def follow(self, entry: Entry) -> str | None:
        """What is wrong with `entry`, as the end of a sentence, or None where it seems sound."""
        ends = self._ends.get(entry.author)
        if entry.previous is None:
            if ends is not None:
                self.forks.append(Fork(entry.author, None, entry.id))
        elif ends is not None and entry.previous in ends:
            ends.discard(entry.previous)
        else:
            self._awaited.setdefault(entry.previous, []).append(entry)
        self._ends.setdefault(entry.author, set()).add(entry.digest)
        try:
            digest = entry.computed_digest()
        except rfc8785.CanonicalizationError as error:
            return f"its content cannot be written as JSON: {error}"
        if digest != entry.digest:
            return "its content was changed after it was recorded: its digest does not fit"
        return None

    def finish(self, digested: Digested) -> list[Entry]:
        """Say that no more entries come; those that follow no entry of their author before them.

        `digested` tells, of those of the given digests that entries have, the author and the id.
        """
        held = digested(self._awaited) if self._awaited else {}
        missing = []
        for digest, entries in self._awaited.items():
            author, entry_id = held.get(digest, ("", ""))
            for entry in entries:
                if author == entry.author and entry_id < entry.id:
                    self.forks.append(Fork(author, digest, entry.id))
                else:
                    missing.append(entry)
        self._awaited = {}
        return sorted(missing, key=lambda entry: entry.id)
