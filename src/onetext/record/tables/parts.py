"""Columns that several tables share: the id, the verdict, the source, when it was recorded."""

from __future__ import annotations

from onetext.record.tables.columns import Column, ColumnType
from onetext.record.tables.meanings import meanings
from onetext.record.views import Verdict

TEXT, TEXTS, INTEGER, NUMBER, DAY, MOMENT, FLAG = ColumnType
CHARACTERS = "characters of the source's text, counted from 0 as Unicode code points"


def identity(what: str) -> Column:
    """The id of the entry that brought it in."""
    return Column("id", TEXT, f"Id of the {what}: a UUID, the same in every export.", _id)


def _id(row: object) -> object:
    return row.id  # type: ignore[attr-defined] # every row of a table has one


VERDICT = Column(
    "verdict",
    TEXT,
    "What became of it in review.",
    lambda one: one.verdict,
    allowed=meanings(Verdict),
)
RECORDED = (
    Column("recorded_at", MOMENT, "When it was recorded.", lambda one: one.recorded_at, "UTC"),
)
RECORDED_AND_SEEN = (
    *RECORDED,
    Column(
        "visibility",
        TEXT,
        "Who may see it: public, team, or confined to those whom it names.",
        lambda one: one.visibility,
    ),
)
SOURCE = (
    Column("source_id", TEXT, "Id of the source; see the table sources.", lambda r: r.source.id),
    Column("source_title", TEXT, "Title of the source.", lambda r: r.source.title),
    Column("publisher", TEXT, "Who published the source.", lambda r: r.source.publisher),
    Column("agencies", TEXTS, "News agencies that the source names.", lambda r: r.source.agencies),
    Column(
        "published",
        DAY,
        "Day on which the source was published.",
        lambda r: r.source.published,
        "calendar day",
    ),
    Column("origin", TEXT, "File name or address of the source.", lambda r: r.source.origin),
)
