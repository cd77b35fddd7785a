"""The record as tables, for a spreadsheet, a statistics package or a data frame."""

from __future__ import annotations

from onetext.record.tables.columns import Column, ColumnType, Table
from onetext.record.tables.drafted import DRAFTS, ISSUES, POINTS
from onetext.record.tables.found import MEETINGS, PEOPLE, PROPOSALS, SOURCES
from onetext.record.tables.judged import BRIEFS, LINKS, NAMES, VERDICTS
from onetext.record.tables.statements import STATEMENTS
from onetext.record.tables.weighed import COPIES, GRADES

TABLES: tuple[Table, ...] = (
    STATEMENTS,
    SOURCES,
    PEOPLE,
    MEETINGS,
    PROPOSALS,
    DRAFTS,
    POINTS,
    ISSUES,
    VERDICTS,
    LINKS,
    NAMES,
    BRIEFS,
    GRADES,
    COPIES,
)

__all__ = ["TABLES", "Column", "ColumnType", "Table"]
