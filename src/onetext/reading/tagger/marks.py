"""Quotation marks, levelled: one sign for all of them, and for every character where it stands.

The encoder saw mostly straight marks; typographic, low, doubled and angled ones are shown to it
as the straight one. An apostrophe is none; a single mark is one where a quotation begins and ends.
"""

from __future__ import annotations

import re
from typing import Any

OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
LEVELLED = str.maketrans(
    dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‘’‚‛", "'")
    | {"\u00a0": " "}
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")  # halves of characters
)
MARK = re.compile(r"''|``|[\"“”„‟«»]|(?<!\w)[‘'](?=\w)")
SINGLE_END = re.compile(r"(?<=[^\s‘'])[’'](?!\w)(?!')")
CLOSERS = ("”", "»", '"', "''")
LONGEST_SINGLE = 400  # characters: a single mark left open for longer was an apostrophe


def levelled(text: str) -> tuple[str, Any]:
    """`text` with level marks, of the same length, and one quotation state for each character.

    The state starts outside and does not outlast `text`; a mark never closed holds to its end.
    """
    import numpy as np

    states = np.zeros(len(text), dtype=np.uint8)
    plain = text.translate(LEVELLED)
    patches: list[tuple[int, int]] = []
    opened: int | None = None
    closer_at = -1
    for mark in MARK.finditer(text):
        sign, start, end = mark.group(), mark.start(), mark.end()
        if start <= closer_at:
            continue
        if sign in "‘'":
            closer = SINGLE_END.search(text, end, end + LONGEST_SINGLE)
            if opened is not None or closer is None or text[end].isdigit():
                continue
            closer_at = closer.start()
            states[start], states[closer_at] = OPENING, CLOSING
            states[end:closer_at] = INSIDE
            patches += [(start, end), (closer_at, closer_at + 1)]
            continue
        if len(sign) == 2:
            patches.append((start, end))
        if opened is None and (sign not in "”»" or _begins(text, start, end)):
            opened = end
            states[start:end] = OPENING
        elif (opened is not None and sign in CLOSERS) or (sign == "“" and _ends(text, end)):
            states[opened if opened is not None else start : start] = INSIDE
            states[start:end] = CLOSING
            opened = None
    if opened is not None:
        states[opened:] = np.where(states[opened:] == OUTSIDE, INSIDE, states[opened:])
    return _patched(plain, patches), states


def _begins(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].strip() and text[end : end + 1].isalnum()


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum()


def _patched(plain: str, patches: list[tuple[int, int]]) -> str:
    if not patches:
        return plain
    parts, at = [], 0
    for start, end in patches:
        parts += [plain[at:start], '"'.ljust(end - start)]
        at = end
    return "".join([*parts, plain[at:]])
