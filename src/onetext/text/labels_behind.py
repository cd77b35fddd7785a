"""A label right behind a label: 7.1 a) ..., and 4. [Option A: ...]"""

from __future__ import annotations

import re

from onetext.text.labels import Label, label_at
from onetext.text.open_points import OpenPoint

_WHITE = re.compile(r"[ \t\u00a0]*")
_MAX_OPTIONS_CHARS = 20_000


def label_behind(text: str, point: OpenPoint, end: int, following: Label | None) -> Label | None:
    """The label that the words of `point`, up to `end`, begin with, where it opens a point of
    its own: a) where b) is to come, the only option of its line."""
    white = _WHITE.match(text, point.content)
    at = white.end() if white else point.content
    inner = label_at(text, at, end) if at < end else None
    if inner is None or inner.bare == "-" or inner.is_heading:
        return None
    if inner.is_option:
        shift = inner.end
        others = re.finditer(r"\[", text[shift : min(end, shift + _MAX_OPTIONS_CHARS)])
        more = (label_at(text, shift + mark.start(), end) for mark in others)
        return None if any(label and label.is_option for label in more) else inner
    if not inner.found.endswith(")"):
        return None
    if point.is_option:
        return inner
    first = next((reading for reading in inner.readings if reading.is_first()), None)
    if not following or not first:
        return None
    goes_on = any(reading.follows(first) for reading in following.readings)
    below = following.found.endswith(")") and any(
        reading.is_first() and reading.family != first.family for reading in following.readings
    )
    return inner if goes_on or below else None
