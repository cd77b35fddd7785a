"""Sealing: fresh ids, and a chain of digests for every author.

Sealing belongs inside the transaction that keeps the entries: two writers with the same
author would otherwise follow the same predecessor and fork the chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import rfc8785
import uuid6

from onetext.errors import RecordProblem
from onetext.record.entries import TEAM, Body, Entry, EntryKind, Sign, digest_of


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


class Chains:
    """Follows every author's chain through entries that come in the order of their ids."""

    def __init__(self) -> None:
        self._heads: dict[str, str] = {}

    def follow(self, entry: Entry) -> str | None:
        """What is wrong with `entry`, as the end of a sentence, or None where it is sound."""
        head = self._heads.get(entry.author)
        self._heads[entry.author] = entry.digest
        try:
            digest = entry.computed_digest()
        except rfc8785.CanonicalizationError as error:
            return f"its content cannot be written as JSON: {error}"
        if digest != entry.digest:
            return "its content was changed after it was recorded: its digest does not fit"
        if entry.previous != head:
            return (
                "it does not follow the entry of the same author before it: "
                "an entry is missing or out of order"
            )
        return None
