"""A secret in every field of every kind of entry, whatever kinds and fields there come to be."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from itertools import count
from typing import Any

from onetext.record.bodies import BODIES
from onetext.record.codec import to_json
from onetext.record.entries import EntryKind
from onetext.record.references import referred
from onetext.record.visibility import typed_visibility
from onetext.text.spans import Span

FIRST_NUMBER = 71_350_000
FIRST_DAY = date(2061, 1, 1)


class Planter:
    """Makes bodies whose every text, number and date is its own, and remembers them."""

    def __init__(self, word: str) -> None:
        """`word` stands in every text that is planted."""
        self.word = word
        self.secrets: list[str] = []
        self._numbers = count(FIRST_NUMBER)

    def body(self, kind: EntryKind, ids: dict[EntryKind, str]) -> dict[str, Any]:
        """A body of this kind that refers to `ids`."""
        body = to_json(self._value(BODIES[kind], kind.value))
        for key, allowed in referred(kind).items():
            named = next(ids[one] for one in EntryKind if one in allowed and one in ids)
            body[key] = [named] if isinstance(body[key], list) else named
        if kind is EntryKind.VISIBILITY_CHANGED:
            body["visibility"] = typed_visibility(f"confined:{self._text('visibility')}")
        return body

    def _text(self, place: str) -> str:
        self.secrets.append(f"{self.word}{next(self._numbers)}{place.replace('_', '')}")
        if place == "key":  # of a form that is checked
            return f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{self.secrets[-1].ljust(43, 'A')}"
        return self.secrets[-1]

    def _value(self, hint: Any, place: str) -> Any:
        origin, inside = typing.get_origin(hint), typing.get_args(hint)
        if hint is str:
            return self._text(place)
        if hint is bool:
            return True
        if hint is int or hint is float:
            number = next(self._numbers)
            self.secrets.append(str(number))
            return hint(number)
        if hint is datetime:
            return datetime(2062, 1, 1, tzinfo=UTC) + timedelta(seconds=next(self._numbers) % 10**6)
        if hint is date:
            day = FIRST_DAY + timedelta(days=next(self._numbers) - FIRST_NUMBER)
            self.secrets.append(day.isoformat())
            return day
        if origin in (typing.Union, types.UnionType):
            return self._value(next(one for one in inside if one is not types.NoneType), place)
        if origin is tuple:
            return (self._value(inside[0], place),)
        if origin is dict:
            return {self._value(inside[0], place): self._value(inside[1], place)}
        if hint is Span:
            start = self._value(int, place)
            return Span(start, self._value(int, place))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return list(hint)[-1]
        assert is_dataclass(hint), f"{place} is of a type that nothing can be planted in: {hint}"
        hints = typing.get_type_hints(hint)
        recursive = {one.name for one in fields(hint) if hints[one.name] == tuple[hint, ...]}
        return typing.cast(Any, hint)(
            **{
                one.name: () if one.name in recursive else self._value(hints[one.name], one.name)
                for one in fields(hint)
            }
        )


def in_order() -> list[EntryKind]:
    """Every kind, after those that it has to refer to."""
    placed: list[EntryKind] = []
    while len(placed) < len(EntryKind):
        ready = [
            kind
            for kind in EntryKind
            if kind not in placed and all(set(placed) & a for a in referred(kind).values())
        ]
        assert ready, "kinds of entries refer to one another in a circle"
        placed.append(ready[0])
    return placed
