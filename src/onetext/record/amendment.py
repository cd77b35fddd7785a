"""A statement with some of its fields as a person says they should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from onetext.errors import RecordProblem
from onetext.record.passages import Passage
from onetext.record.statements import Act, SpeakerKind, Statement, StatementKind, Topic
from onetext.text.spans import Span


def amended(statement: Statement, changes: Mapping[str, str], text: str | None = None) -> Statement:
    """`statement` with `changes` (field to value; an empty value means that it is not known).

    Fields: act, kind, topic, said_on, holder, target, venue, addressee, via (names with ; between
    them), and of the speaker `speaker` (the name), speaker_kind, role and party. Where the stance
    was the speaker's own party's, and `party` changes, the holder changes with it unless it is
    given too. With the source's `text` also its passages: words (with … where they are broken),
    span (START-END, characters of the text, several with commas) and cue.

    Raises:
        RecordProblem: there is no such field, the value does not fit it, or the source does not
            hold these words.
    """
    values = {
        name: _FIELD_OF_PASSAGE[name](statement, given, text)
        if name in _FIELD_OF_PASSAGE
        else _value(name, given)
        for name, given in changes.items()
    }
    for name in ("words", "span"):
        if name in values:
            values["content"] = values.pop(name)
    own = statement.holder == statement.speaker.party
    if own and "party" in values:
        values.setdefault("holder", values["party"])
    speaker = {_SPEAKER[name]: values.pop(name) for name in list(values) if name in _SPEAKER}
    return replace(statement, **values, speaker=replace(statement.speaker, **speaker))


def _value(name: str, text: str) -> Any:
    if name not in _FIELDS:
        raise RecordProblem(
            f'The field "{name}" was to be corrected, but a statement has no such field. '
            f"Use one of: {', '.join(FIELDS)}."
        )
    try:
        return _FIELDS[name](text.strip())
    except ValueError as error:
        raise RecordProblem(
            f'"{text}" was given for {name}, but that is not among its values. '
            f"Use {_wanted(_FIELDS[name])}."
        ) from error


def _words(statement: Statement, given: str, text: str | None) -> tuple[Passage, ...]:
    """The passages whose words are given, each the nearest to where the words stood."""
    near = statement.content[0].start if statement.content else 0
    found = []
    for part in given.split("…"):
        found.append(_nearest(part.strip(), _known_text(text), near))
        near = found[-1].end
    return tuple(found)


def _cue(statement: Statement, given: str, text: str | None) -> Passage | None:
    near = statement.cue or (statement.content[0] if statement.content else None)
    wanted = given.strip()
    return _nearest(wanted, _known_text(text), near.start if near else 0) if wanted else None


def _span(_statement: Statement, given: str, text: str | None) -> tuple[Passage, ...]:
    whole = _known_text(text)
    found = []
    for part in given.split(","):
        start, _, end = part.strip().partition("-")
        if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(whole)):
            raise RecordProblem(
                f'"{part.strip()}" was given as a span, but a span is START-END, within the '
                f"{len(whole)} characters of the source's text. Give it so, as 120-180."
            )
        found.append(Passage.of(whole, Span(int(start), int(end))))
    return tuple(found)


def _nearest(words: str, text: str, near: int) -> Passage:
    starts = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if not starts:
        raise RecordProblem(
            f'The words "{words}" were to be marked, but the source does not hold exactly these. '
            "Copy them from the source, or give their place with: --set span=START-END"
        )
    start = min(starts, key=lambda found: abs(found - near))
    return Passage.of(text, Span(start, start + len(words)))


def _known_text(text: str | None) -> str:
    if text is None:
        raise RecordProblem(
            "A passage was to be corrected, but the text of its source is not at hand. "
            "Correct it with: onetext review -r RECORD --correct ID --set words=WORDS"
        )
    return text


def _wanted(kind: Callable[[str], object]) -> str:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"one of: {', '.join(kind)}"
    return "a date such as 2030-03-02"


def _text(text: str) -> str | None:
    return text or None


def _texts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


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
    "via": _texts,
}
_FIELD_OF_PASSAGE: dict[str, Callable[[Statement, str, str | None], Any]] = {
    "words": _words,
    "span": _span,
    "cue": _cue,
}
FIELDS = (*_FIELDS, *_FIELD_OF_PASSAGE)
_SPEAKER = {"speaker": "name", "speaker_kind": "kind", "role": "role", "party": "party"}
