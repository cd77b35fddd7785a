"""A statement with some of its fields as a person says they should be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from onetext.errors import RecordProblem
from onetext.record.statements import Act, SpeakerKind, Statement, StatementKind, Topic


def amended(statement: Statement, changes: Mapping[str, str]) -> Statement:
    """`statement` with `changes` (field to value; an empty value means that it is not known).

    Fields: act, kind, topic, said_on, holder, target, venue, addressee, and of the speaker
    `speaker` (the name), speaker_kind, role and party. Where the stance was the speaker's own
    party's, and `party` changes, the holder changes with it unless it is given too.

    Raises:
        RecordProblem: there is no such field, or the value does not fit it.
    """
    values = {name: _value(name, text) for name, text in changes.items()}
    own = statement.holder == statement.speaker.party
    if own and "party" in values:
        values.setdefault("holder", values["party"])
    speaker = {_SPEAKER[name]: values.pop(name) for name in list(values) if name in _SPEAKER}
    return replace(statement, **values, speaker=replace(statement.speaker, **speaker))


def _value(name: str, text: str) -> Any:
    if name not in _FIELDS:
        raise RecordProblem(
            f'The field "{name}" was to be corrected, but a statement has no such field. '
            f"Use one of: {', '.join(_FIELDS)}."
        )
    try:
        return _FIELDS[name](text.strip())
    except ValueError as error:
        raise RecordProblem(
            f'"{text}" was given for {name}, but that is not among its values. '
            f"Use {_wanted(_FIELDS[name])}."
        ) from error


def _wanted(kind: Callable[[str], object]) -> str:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"one of: {', '.join(kind)}"
    return "a date such as 2030-03-02"


def _text(text: str) -> str | None:
    return text or None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


_FIELDS: dict[str, Callable[[str], object]] = {
    "act": Act,
    "party": _text,
    "speaker": _text,
    "topic": Topic,
    "said_on": _day,
    "holder": _text,
    "kind": StatementKind,
    "role": _text,
    "speaker_kind": SpeakerKind,
    "target": _text,
    "venue": _text,
    "addressee": _text,
}
_SPEAKER = {"speaker": "name", "speaker_kind": "kind", "role": "role", "party": "party"}
