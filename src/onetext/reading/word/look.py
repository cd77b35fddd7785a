"""How a run of words looks, as far as a draft may give it a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_OFF = ("0", "false", "off", "none")
_NO_FILL = ("auto", "FFFFFF", "ffffff", "none", "white")


@dataclass(frozen=True, slots=True)
class Look:
    """`colour` is that of the highlighting or shading, never of the letters."""

    bold: bool = False
    struck: bool = False
    underlined: bool = False
    hidden: bool = False
    colour: str | None = None


PLAIN = Look()


def look_of(properties: Any, around: Look = PLAIN) -> Look:
    """The look that w:rPr gives; what it leaves open is as in `around`."""
    if properties is None:
        return around
    return Look(
        _is_on(properties, "w:b", around.bold),
        _is_on(properties, "w:strike", around.struck) or _is_on(properties, "w:dstrike", False),
        _is_on(properties, "w:u", around.underlined),
        _is_on(properties, "w:vanish", around.hidden),
        colour_of(properties) or around.colour,
    )


def colour_of(properties: Any) -> str | None:
    """The colour behind the words: highlighting first, then shading."""
    if properties is None:
        return None
    highlight = properties.find(qn("w:highlight"))
    if highlight is not None and highlight.get(qn("w:val")) not in (None, *_NO_FILL):
        return str(highlight.get(qn("w:val")))
    shading = properties.find(qn("w:shd"))
    fill = None if shading is None else shading.get(qn("w:fill"))
    return None if fill in (None, *_NO_FILL) else f"#{fill.upper()}"


def _is_on(properties: Any, name: str, otherwise: bool) -> bool:
    found = properties.find(qn(name))
    return otherwise if found is None else found.get(qn("w:val")) not in _OFF
