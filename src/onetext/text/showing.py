"""Text from a source is shown on a terminal and never obeyed.

A report may hold escape sequences that recolour or rewrite a screen, and marks that turn the
direction of text. Every control character becomes its picture (U+2400 and on), every mark of
direction a replacement character. JSON is left as it is: it is for programs.
"""

from __future__ import annotations

_KEPT = "\n\t"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {
    **_PICTURES,
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(_DIRECTIONS, "\ufffd"),
}


def shown(text: str) -> str:
    """The text with nothing in it that a terminal would obey, save line ends and tabs."""
    return text.translate(_SHOWN)
