"""How values stand in columns, the same whichever database holds them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import VARCHAR
from sqlalchemy.types import TypeEngine

from onetext.errors import DamagedRecord

POSTGRESQL = "postgresql"
_ESCAPE = "\x1a"
_NUL = _ESCAPE + "0"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def key(length: int) -> String:
    """Text of ASCII characters up to `length` that sorts by their codes on every database."""
    return String(length).with_variant(VARCHAR(length, collation="C"), POSTGRESQL)


class Words(TypeDecorator[str]):
    """Any text. PostgreSQL holds no NUL: there, it and the sign it is written with are escaped."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != POSTGRESQL:
            return value
        return value.replace(_ESCAPE, _ESCAPE * 2).replace("\x00", _NUL)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != POSTGRESQL or _ESCAPE not in value:
            return value
        return _ESCAPE.join(part.replace(_NUL, "\x00") for part in value.split(_ESCAPE * 2))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as ISO text of fixed width, so that text sorts as time does."""

    impl = String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(key(32))

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
        return _ENCODER.encode(value)

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
