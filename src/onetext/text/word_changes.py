"""Which words were taken out of a text and which were put in, white space and all.

Source: the longest matching blocks of Ratcliff and Obershelp (1988), as difflib finds them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Edit(StrEnum):
    KEPT = "kept"
    PUT_IN = "put in"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Run:
    edit: Edit
    text: str


def word_changes(before: str, after: str) -> tuple[Run, ...]:
    """Runs of words: those kept and taken out give `before`, those kept and put in `after`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run(Edit.KEPT, "".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            runs.append(Run(Edit.TAKEN_OUT, "".join(old[old_from:old_to])))
        if new_to > new_from:
            runs.append(Run(Edit.PUT_IN, "".join(new[new_from:new_to])))
    return tuple(runs)
