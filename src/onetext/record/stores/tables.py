"""The tables: the log of entries, and what is derived from it.

The log is changed only by a migration. Derived tables hold keys and what is searched by; the
words stay in the log. They can be dropped and derived again at any time: `DERIVATION` is
raised whenever they change, and a record with another number is derived anew when opened.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

from onetext.errors import DamagedRecord

DERIVATION = 3


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as ISO text of fixed width, so that text sorts as time does."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        try:
            return None if value is None else datetime.fromisoformat(value)
        except ValueError as error:
            raise _damaged(f'"{value}" stands where a moment should') from error


class Json(TypeDecorator[Any]):
    """JSON as text, without spaces, every character as it is."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        try:
            return None if value is None else json.loads(value)
        except ValueError as error:
            raise _damaged(f"what stands where JSON should is none: {error}") from error


def _damaged(found: str) -> DamagedRecord:
    return DamagedRecord(
        f"An entry of the record was asked for, but it is damaged: {found}. "
        "See what is wrong with: onetext verify -r RECORD"
    )


log = MetaData()
derived = MetaData()

entries = Table(
    "entries",
    log,
    Column("id", String(36), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("body", Json, nullable=False),
    Column("author", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("previous", String(64)),
    Column("digest", String(64), nullable=False),
    Column("short", String(8), nullable=False),
    Column("signature", Text),
    Index("entries_author", "author", "id"),
    Index("entries_short", "short"),
    Index("entries_recorded", "recorded_at"),
    Index("entries_digest", "id", "digest"),
)

derivation = Table("derivation", derived, Column("version", Integer, nullable=False))


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
            String(36),
            _entry(),
            primary_key=True,
        ),
        Column("recorded_at", Moment, nullable=False),
        *columns,
    )


def _id(name: str) -> Column[str]:
    return Column(
        name,
        String(36),
        _entry(),
        nullable=False,
    )


sources = _table(
    "sources",
    Column("sha256", String(64), nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("agencies", Json, nullable=False),
    Column("published", Date),
    Column("origin", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("reading_time_min", Integer, nullable=False),
    Column("visibility", Text, nullable=False),
    Index("sources_sha256", "sha256"),
    Index("sources_recorded", "recorded_at", "id"),
)
proposed = _table(
    "proposed",
    Column("kind", String(32), nullable=False),
    _id("source_id"),
    Index("proposed_kind", "kind", "recorded_at", "id"),
    Index("proposed_source", "source_id"),
)
verdicts = _table(
    "verdicts",
    _id("of"),
    Column("verdict", String(16), nullable=False),
    Index("verdicts_of", "of", "recorded_at", "id"),
)
withdrawals = _table("withdrawals", _id("of"), Index("withdrawals_of", "of", "recorded_at"))
drafts = _table(
    "drafts",
    Column("sha256", String(64), nullable=False),
    Column("dated", Date),
    Index("drafts_sha256", "sha256"),
)
issues = _table("issues", Column("label", Text, nullable=False), Column("topic", String(32)))
point_links = _table(
    "point_links",
    _id("draft_id"),
    Column("path", Text, nullable=False),
    _id("issue_id"),
    Column("rule", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("point_links_point", "draft_id", "path"),
)
point_matches = _table(
    "point_matches",
    _id("before_id"),
    _id("after_id"),
    Column("path", Text, nullable=False),
    Index("point_matches_pair", "before_id", "after_id", "path"),
)
statement_links = _table(
    "statement_links",
    _id("statement_id"),
    _id("issue_id"),
    Column("linked", Boolean, nullable=False),
    Index("statement_links_pair", "statement_id", "issue_id"),
)
name_merges = _table("name_merges", Column("what", String(16), nullable=False))
briefs = _table("briefs", Column("as_of", Date, nullable=False), Column("name", Text))
