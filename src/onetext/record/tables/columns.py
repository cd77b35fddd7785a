"""Tables with columns that say what stands in them; files and the codebook are made of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from onetext.record.store import Store


class ColumnType(StrEnum):
    """What kind of value a column holds; any cell may be empty, which says "not known"."""

    TEXT = "text"
    TEXTS = "list of texts"
    INTEGER = "integer"
    NUMBER = "number"
    DAY = "date"
    MOMENT = "timestamp"
    FLAG = "true or false"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: as in the header.
        type: of its values.
        meaning: one sentence.
        value: what stands there for a row: a str, tuple of str, int, float, date, datetime or
            bool as the type says; None where it is empty.
        unit: of numbers and dates.
        allowed: the only values that stand there, each with its meaning; empty for any.
    """

    name: str
    type: ColumnType
    meaning: str
    value: Callable[[Any], object]
    unit: str | None = None
    allowed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `row` says what a row stands for; `rows` gives the rows of a record."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Store], Iterable[Any]]


def prefixed(columns: Iterable[Column], read: Callable[[Any], Any]) -> tuple[Column, ...]:
    """The columns of what `read` finds in a row."""
    return tuple(
        Column(
            one.name,
            one.type,
            one.meaning,
            lambda row, value=one.value: value(read(row)),  # type: ignore[misc] # default of a lambda
            one.unit,
            one.allowed,
        )
        for one in columns
    )
