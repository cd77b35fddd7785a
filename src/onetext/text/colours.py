"""The plain name of a colour behind words: "darkGreen" and "#D9EAD3" are both green."""

from __future__ import annotations

import colorsys
import re

_HEX = re.compile(r"#?([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_HUES = (
    (20, "red"), (42, "orange"), (70, "yellow"), (165, "green"), (200, "turquoise"), (255, "blue"),
    (290, "purple"), (335, "pink"), (361, "red"),
)  # fmt: skip
_NAMES = {
    "cyan": "turquoise", "teal": "turquoise", "magenta": "pink", "gray": "grey", "amber": "yellow",
}  # fmt: skip
_GREYISH = 0.08


def plain_colour(colour: str) -> str:
    """The plain name of `colour`: a name as Word has it, or red, green and blue in hexadecimal."""
    parts = _HEX.fullmatch(colour)
    if not parts:
        said = re.sub(r"^(?:dark|light|bright)", "", colour.strip(), flags=re.I).lower()
        return _NAMES.get(said, said)
    red, green, blue = (int(part, 16) / 255 for part in parts.groups())
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _GREYISH or saturation < _GREYISH:
        return "white" if lightness > 0.96 else "grey"
    return next(name for limit, name in _HUES if hue * 360 < limit)
