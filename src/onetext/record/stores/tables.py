"""The tables: the log of entries, and what is derived from it.

The log is changed only by a migration. Derived tables hold keys and what is searched by; the
words stay in the log. They can be dropped and derived again at any time: `DERIVATION` is
raised whenever they change, and a record with another number is derived anew when opened.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR

from onetext.record.stores.column_types import POSTGRESQL, Json, Moment, Words, key

DERIVATION = 9
COMMENT = "The log of a onetext record: never changed by hand"
"""By which a database is known to hold a record, where the database keeps comments."""


log = MetaData()
derived = MetaData()

entries = Table(
    "entries",
    log,
    Column("id", key(36), primary_key=True),
    Column("kind", key(32), nullable=False),
    Column("body", Json, nullable=False),
    Column("author", Words, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("visibility", Words, nullable=False),
    Column("previous", key(64)),
    Column("digest", key(64), nullable=False),
    Column("short", key(8), nullable=False),
    Column("signature", Words),
    Index("entries_author", "author", "id"),
    Index("entries_short", "short"),
    Index("entries_recorded", "recorded_at"),
    Index("entries_digest", "id", "digest", "signature"),
    comment=COMMENT,
)

derivation = Table("derivation", derived, Column("version", Integer, nullable=False))
tally = Table(
    "tally",
    derived,
    Column("entries", Integer, nullable=False),
    Column("imports", Integer, nullable=False),
)
shelf = Table(
    "shelf",
    derived,
    Column("name", key(64), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
searched = Table(
    "searched",
    derived,
    Column("place", Integer, primary_key=True),
    Column("id", key(36), nullable=False, unique=True),
    Column("of", key(36)),
    Column("recorded_at", Moment, nullable=False),
    Column("kind", key(32), nullable=False),
    Column("party", Words),
    Column("words", Text().with_variant(TSVECTOR, POSTGRESQL)),
)
OF_NO_ENTRY = (derivation, tally, shelf, searched)
"""Derived tables that are not held against the log row by row."""


def _entry() -> ForeignKey:
    """Checked when a transaction ends: entries that are imported come in any order."""
    return ForeignKey(entries.c.id, deferrable=True, initially="DEFERRED")


def _table(name: str, *columns: Column[Any] | Index) -> Table:
    """A derived table: each row stands for one entry, and knows when that was recorded."""
    return Table(
        name,
        derived,
        Column(
            "id",
            key(36),
            _entry(),
            primary_key=True,
        ),
        Column("recorded_at", Moment, nullable=False),
        *columns,
    )


def _id(name: str) -> Column[str]:
    return Column(
        name,
        key(36),
        _entry(),
        nullable=False,
    )


doubles = Table(
    "doubles",
    derived,
    Column("id", key(36), _entry(), primary_key=True),
    Column("of", key(36), _entry(), nullable=False),
    Index("doubles_of", "of"),
)
"""Entries that tell again what the entry `of` tells, as after a merge: see `sameness`."""

sources = _table(
    "sources",
    Column("sha256", key(64), nullable=False),
    Column("title", Words),
    Column("publisher", Words),
    Column("agencies", Json, nullable=False),
    Column("published", Date),
    Column("origin", Words, nullable=False),
    Column("words", Integer, nullable=False),
    Column("reading_time_min", Integer, nullable=False),
    Column("visibility", Words, nullable=False),
    Index("sources_sha256", "sha256"),
    Index("sources_recorded", "recorded_at", "id"),
)
proposed = _table(
    "proposed",
    Column("kind", key(32), nullable=False),
    _id("source_id"),
    Column("mark", key(16), nullable=False),
    Index("proposed_kind", "kind", "recorded_at", "id"),
    Index("proposed_source", "source_id"),
)
verdicts = _table(
    "verdicts",
    _id("of"),
    Column("verdict", key(16), nullable=False),
    Column("visibility", Words, nullable=False),
    Column("words", key(36)),  # the double that was judged, where it was one
    Index("verdicts_of", "of", "recorded_at", "id"),
)
withdrawals = _table("withdrawals", _id("of"), Index("withdrawals_of", "of", "recorded_at"))
drafts = _table(
    "drafts",
    Column("sha256", key(64), nullable=False),
    Column("dated", Date),
    Index("drafts_sha256", "sha256"),
)
issues = _table(
    "issues",
    Column("label", Words, nullable=False),
    Column("label_key", Words, nullable=False),
    Column("topic", key(32)),
)
point_links = _table(
    "point_links",
    _id("draft_id"),
    Column("path", Words, nullable=False),
    _id("issue_id"),
    Column("rule", Words, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("point_links_point", "draft_id", "path"),
)
point_matches = _table(
    "point_matches",
    _id("before_id"),
    _id("after_id"),
    Column("path", Words, nullable=False),
    Index("point_matches_pair", "before_id", "after_id", "path"),
)
statement_links = _table(
    "statement_links",
    _id("statement_id"),
    _id("issue_id"),
    Column("linked", Boolean, nullable=False),
    Index("statement_links_pair", "statement_id", "issue_id"),
)
name_merges = _table("name_merges", Column("what", key(16), nullable=False))
grades = _table("grades", _id("of"), Index("grades_of", "of"))
source_keys = Table(
    "source_keys",
    derived,
    Column("passage", BigInteger, primary_key=True, autoincrement=False),
    Column("id", key(36), _entry(), primary_key=True),
    Index("source_keys_id", "id"),
    sqlite_with_rowid=False,
)
source_likenesses = Table(
    "source_likenesses",
    derived,
    Column("one_id", key(36), _entry(), primary_key=True),
    Column("other_id", key(36), _entry(), primary_key=True),
    Column("recorded_at", Moment, nullable=False),
    Column("shared", Integer, nullable=False),
    Column("jaccard", Float, nullable=False),
    Column("containment", Float, nullable=False),
    Index("source_likenesses_other", "other_id"),
    sqlite_with_rowid=False,
)
copy_words = _table("copy_words", _id("one_id"), _id("other_id"))
published_keys = _table(
    "published_keys", Column("author", Words, nullable=False), Column("key", Words, nullable=False)
)
openings = _table("openings", Column("name", Words, nullable=False))
briefs = _table("briefs", Column("as_of", Date, nullable=False), Column("name", Words))
noted = _table("noted", _id("of"), Index("noted_of", "of"))
visibility_changes = _table(
    "visibility_changes",
    _id("of"),
    Column("visibility", Words, nullable=False),
    Index("visibility_changes_of", "of", "recorded_at", "id"),
)
caucuses = _table("caucuses", Column("party", Words, nullable=False))
