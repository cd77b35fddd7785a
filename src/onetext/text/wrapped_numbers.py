"""Whether a line begins with a label, or with a number that the line before goes on to."""

from __future__ import annotations

import re

from onetext.text.enumerations import is_reference
from onetext.text.labels import Label
from onetext.text.lines import Line, LineKind
from onetext.text.nesting import Nesting

_PARAGRAPH_GOES_ON = re.compile(r"[\w,%'’–—-]$")
_ENDS_IN_AND = re.compile(r"\b(?:and|or)$", re.I)


def is_label(text: str, line: Line, label: Label, before: Line | None, nesting: Nesting) -> bool:
    """Whether this is a label and not, say, a number that a wrapped line begins with."""
    if before is None or (
        before.kind is not LineKind.WORDS and before.kind is not LineKind.LABELLED
    ):
        return True
    if not label.word and label.bare != "-" and is_reference(text, before.start, before.end):
        return False
    if label.word or label.bare == "-" or nesting.expects(label, line.indent):
        return True
    if before.kind is LineKind.LABELLED and line.indent > before.indent:
        return True
    if any(reading.is_first() for reading in label.readings):
        return True
    words = text[max(before.start, before.end - 40) : before.end]
    return not _PARAGRAPH_GOES_ON.search(words) or bool(_ENDS_IN_AND.search(words))
