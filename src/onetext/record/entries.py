"""The entry: the one thing that a record consists of. It is written once and never changed.

The digest of an entry is taken over its canonical JSON (RFC 8785) and covers the digest of
the same author's entry before it, so that nothing can be altered or left out unnoticed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

import uuid6

from onetext.record.canonical import canonical

PUBLIC = "public"
TEAM = "team"
INHERITED = "inherited"  # as what the entry rests on; see `onetext.record.sight`

Body = Mapping[str, Any]
Sign = Callable[[str], str]
"""From the digest of an entry to its author's signature."""


class Seal(NamedTuple):
    """What tells whether two records hold the same entry, without its body."""

    id: str
    digest: str
    signature: str | None


class EntryKind(StrEnum):
    """What an entry says has happened, in the past tense. The body of each, as JSON:

    record_opened       {name}
    source_received     {document, origin, reader}; origin is a file name or an address
    statement_proposed  {source, statement}; `source` is the id of the source's entry
    person_proposed     {source, person}
    meeting_proposed    {source, meeting}
    proposal_proposed   {source, proposal}
    accepted            {of, rule, reason}; `of` is the id of a *_proposed entry
    corrected           {of, statement, reason}; the whole statement as it should be
    rejected            {of, rule, reason}
                        These three may hold `over`: the verdicts that stood when this was given
    withdrawn           {of, reason}; takes back a verdict, a link, a draft, a
                        grade or a word on copies
    draft_received      {draft, sha256, origin}
    issue_opened        {label, topic}
    point_linked        {draft, path, issue, rule, confidence}; rule "person" when set by hand
    point_assigned      {draft, path, issues, rule, confidence, reason}; the same for a point that
                        deals with several issues, the one it is mostly about first
    points_matched      {before, after, path, partners, reason}; a person's word that the point at
                        `path` of the draft `before` became those of `after`, or none
    statement_linked    {statement, issue}; a person's word, above any rule
    statement_unlinked  {statement, issue}
    names_merged        {what, into, names, reason}; a person's word that `names` are other names of
                        `into`; `what` they name is a party or a person
    source_graded       {of, reliability, credibility, reason}; `of` is the id of a source's or a
                        statement's entry; the grade is NATO's, A to F and 1 to 6
    copies_marked       {source, other, copies, reason}; a person's word that two sources are, or
                        are not, copies of one text
    key_published       {key}; the author signs with this key, a line such as "ssh-ed25519 AAAA..."
    brief_published     {as_of, known_on, sha256, name}
    noted               {of, text}; a note on a source, a draft, an issue or what was proposed
    visibility_changed  {of, visibility, reason}; who may see the entry `of` from now on
    caucus_named        {party, members}; who sits in the party's caucus, from now on these alone
    """

    RECORD_OPENED = "record_opened"
    SOURCE_RECEIVED = "source_received"
    STATEMENT_PROPOSED = "statement_proposed"
    PERSON_PROPOSED = "person_proposed"
    MEETING_PROPOSED = "meeting_proposed"
    PROPOSAL_PROPOSED = "proposal_proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DRAFT_RECEIVED = "draft_received"
    ISSUE_OPENED = "issue_opened"
    POINT_LINKED = "point_linked"
    POINT_ASSIGNED = "point_assigned"
    POINTS_MATCHED = "points_matched"
    STATEMENT_LINKED = "statement_linked"
    STATEMENT_UNLINKED = "statement_unlinked"
    NAMES_MERGED = "names_merged"
    SOURCE_GRADED = "source_graded"
    COPIES_MARKED = "copies_marked"
    KEY_PUBLISHED = "key_published"
    BRIEF_PUBLISHED = "brief_published"
    NOTED = "noted"
    VISIBILITY_CHANGED = "visibility_changed"
    CAUCUS_NAMED = "caucus_named"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to the record.

    `id` is a UUIDv7, so that ids sort by time; `recorded_at` is in UTC; `previous` is the
    digest of the author's entry before this one, or None for their first. `signature`, where
    there is one, is the author's over `digest`, which therefore does not cover it.
    """

    id: str
    kind: EntryKind
    body: Body
    author: str
    recorded_at: datetime
    visibility: str
    previous: str | None
    digest: str
    signature: str | None = None

    def computed_digest(self) -> str:
        """The digest that this entry's content calls for; differs from `digest` if damaged."""
        return digest_of(
            self.id,
            self.kind,
            self.body,
            self.author,
            self.recorded_at,
            self.visibility,
            self.previous,
        )


def new_entry(
    kind: EntryKind,
    body: Body,
    *,
    author: str,
    recorded_at: datetime,
    visibility: str,
    previous: str | None,
) -> Entry:
    """An entry with a fresh id and its digest; `recorded_at` must know its time zone."""
    entry_id = str(uuid6.uuid7())
    moment = recorded_at.astimezone(UTC)
    digest = digest_of(entry_id, kind, body, author, moment, visibility, previous)
    return Entry(entry_id, kind, body, author, moment, visibility, previous, digest)


def digest_of(
    entry_id: str,
    kind: EntryKind,
    body: Body,
    author: str,
    recorded_at: datetime,
    visibility: str,
    previous: str | None,
) -> str:
    """SHA-256 of the canonical JSON (RFC 8785) of everything that an entry holds."""
    content = canonical(
        {
            "id": entry_id,
            "kind": str(kind),
            "body": dict(body),
            "author": author,
            "recorded_at": recorded_at.isoformat(),
            "visibility": visibility,
            "previous": previous,
        }
    )
    return hashlib.sha256(content).hexdigest()
