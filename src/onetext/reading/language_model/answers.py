"""The shape of an answer, as asked for and as checked when it comes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, get_args, get_origin

import cattrs
from cattrs.errors import BaseValidationError

MOST_STATEMENTS = 60  # in one portion; more is a model that goes round in circles
MOST_PIECES = 8  # of one content
FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "statements": {
            "type": "array",
            "maxItems": MOST_STATEMENTS,
            "items": {
                "type": "object",
                "properties": {
                    "content": {
                        "type": "array",
                        "items": {"type": "string"},
                        "minItems": 1,
                        "maxItems": MOST_PIECES,
                    },
                    "cue": {"type": ["string", "null"]},
                    "source": {"type": ["string", "null"]},
                },
                "required": ["content", "cue", "source"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["statements"],
    "additionalProperties": False,
}


class MalformedAnswer(Exception):
    """An answer that is not of the shape that was asked for; `str()` says in what."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as the model tells it: words that have yet to be found in the text."""

    content: list[str]
    cue: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    statements: list[Told]


def _string(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a string was expected")
    return value


def _is_list(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is list


def _list(value: object, kind: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    [item] = get_args(kind)
    return [_CONVERTER.structure(one, item) for one in value]


_CONVERTER = cattrs.Converter(detailed_validation=False)
_CONVERTER.register_structure_hook(str, _string)
_CONVERTER.register_structure_hook_func(_is_list, _list)


def parsed(answer: str) -> list[Told]:
    """The statements in an answer; a fence around the JSON is let pass.

    Raises:
        MalformedAnswer: it is no JSON, or JSON of another shape.
    """
    fenced = FENCE.match(answer)
    try:
        found = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError) as error:
        raise MalformedAnswer("it is no JSON") from error
    try:
        told = _CONVERTER.structure(found, _Answer).statements
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        raise MalformedAnswer("its JSON has another shape than was asked for") from error
    if len(told) > MOST_STATEMENTS or any(not 0 < len(one.content) <= MOST_PIECES for one in told):
        raise MalformedAnswer("it holds more, or less, than a statement can")
    return told
