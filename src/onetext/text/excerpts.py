"""Word changes cut down to what changed, with a few words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.text.word_changes import Edit, Run

AROUND = 5
LEFT_OUT = " … "

_WORDS = re.compile(r"\s*\S+")


def excerpt(runs: Sequence[Run], around: int = AROUND) -> tuple[Run, ...]:
    """The runs, each kept one cut to the `around` words next to what changed.

    Returns:
        Nothing where nothing changed. What was left out in a kept run is told by "…".
    """
    changed = [place for place, run in enumerate(runs) if run.edit is not Edit.KEPT]
    if not changed:
        return ()
    found = []
    for place, run in enumerate(runs):
        if run.edit is not Edit.KEPT:
            found.append(run)
            continue
        after = place > changed[0]
        before = place < changed[-1]
        cut = _cut(run.text, around if after else 0, around if before else 0)
        found.append(Run(Edit.KEPT, cut))
    return tuple(found)


def _cut(text: str, head: int, tail: int) -> str:
    """The first and the last words of a text; all of it where little would be left out."""
    words = _WORDS.findall(text)
    if len(words) <= head + tail + 1:
        return text
    start = "".join(words[:head])
    end = "".join(words[-tail:]) if tail else ""
    trailing = text[len("".join(words)) :] if tail else ""
    return f"{start}{LEFT_OUT}{end.lstrip()}{trailing}"
