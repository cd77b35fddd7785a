"""The values of the record as JSON, and back.

Dates are ISO, enumerations their values, tuples lists; a key that is not known is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from onetext.errors import BadImport
from onetext.record.bodies import BODIES, Corrected, Judged
from onetext.record.entries import EntryKind
from onetext.text.drafts import Bracket, Draft, Option, Point

_converter = make_converter(
    forbid_extra_keys=True,
    detailed_validation=False,
    unstruct_collection_overrides={tuple: list},
)

_ADDED_LATER: dict[type, tuple[str, ...]] = {
    Point: ("status", "mark", "attributions"),
    Bracket: ("alternative_spans", "attributions"),
    Option: ("label", "is_no_text"),
    Draft: ("notes", "preamble", "struck"),
    Judged: ("over",),
    Corrected: ("over",),
}
"""Fields that bodies of earlier versions lack: not written where they hold their default, so
that what was written then reads back exactly as it is written now."""

for _kind, _fields in _ADDED_LATER.items():
    _overrides: dict[str, Any] = {name: override(omit_if_default=True) for name in _fields}
    _converter.register_unstructure_hook(
        _kind, make_dict_unstructure_fn(_kind, _converter, **_overrides)
    )

T = TypeVar("T")


def to_json(value: object) -> dict[str, Any]:
    """`value`, a frozen dataclass of this package, as a JSON object."""
    return cast(dict[str, Any], _converter.unstructure(value))


def from_json(found: object, kind: type[T]) -> T:
    """The value of type `kind` that the JSON object `found` holds.

    Raises:
        BadImport: a key is missing or not known, or a value is not what its key calls for.
    """
    try:
        return _converter.structure(found, kind)
    except ForbiddenExtraKeysError as error:
        keys = ", ".join(sorted(map(str, error.extra_fields)))
        raise BadImport(
            f"A {kind.__name__} was expected, but it has keys that are not known: {keys}. "
            "Was it written by a newer version of onetext? Then upgrade onetext."
        ) from error
    except KeyError as error:
        raise BadImport(
            f"A {kind.__name__} was expected, but the key {error} is missing. "
            "Take the file as onetext wrote it."
        ) from error
    except (BaseValidationError, ValueError, TypeError, AttributeError) as error:
        raise BadImport(
            f"A {kind.__name__} was expected, but a value does not fit: {error}. "
            "Take the file as onetext wrote it."
        ) from error


def body_value(kind: EntryKind, body: Mapping[str, Any]) -> Any:
    """The value from `onetext.record.bodies` that the body of an entry of this kind holds."""
    return from_json(body, BODIES[kind])


def check_body(kind: EntryKind, body: Mapping[str, Any]) -> None:
    """Refuse a body that does not read back exactly as it is written.

    Raises:
        BadImport: what is wrong with it.
    """
    value = body_value(kind, body)
    if to_json(value) != body:
        raise BadImport(
            f"The body of a {kind.replace('_', ' ')} entry is not as onetext writes it. "
            "Take the file as onetext wrote it."
        )
