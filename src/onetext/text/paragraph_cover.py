"""Whether a bracket covers its paragraph: nothing but labels before it, only remarks behind it."""

from __future__ import annotations

import re

from onetext.text.labels import label_at
from onetext.text.marks import mark_at
from onetext.text.named_stances import names_after
from onetext.text.party_names import names_of
from onetext.text.spans import Span
from onetext.text.statuses import status_of

_LABELS_CHARS = 120
_OPENED = re.compile(r"(?:[ \t#>*_\[\\.:–—]|[-+•][ \t])+")
_NAMES_BEHIND = re.compile(
    r"[ \t]?[–—-]{1,2}[ \t]?(?P<who>[^\[\]()\n]{2,120}?)(?=[ \t.;,*_]*\r?(?:\n|\Z))"
)
_REMARK_BEHIND = re.compile(r"[ \t]*[*_]*\((?P<said>[^()\[\]\n]{2,160})\)[*_]*")
_BLOCK_ENDS = re.compile(r"[*_.;:,>\]\\ \t]{0,40}\r?(?:\n|\Z)")


def covers_paragraph(text: str, span: Span) -> bool:
    """Whether nothing but a label stands before `span` and nothing after it."""
    return bool(_BLOCK_ENDS.match(text, span.end)) and _begins_block(text, span.start)


def past_remark(text: str, at: int) -> int | None:
    """Where the names or the status that stand right behind a bracket end: (supported by X),
    - X, (agreed); None where there are none."""
    parens = _REMARK_BEHIND.match(text, at)
    if parens and (names_after(text, *parens.span("said")) or status_of(parens["said"])):
        return parens.end()
    dashed = _NAMES_BEHIND.match(text, at)
    return dashed.end() if dashed and names_of(dashed["who"]) else None


def _begins_block(text: str, at: int) -> bool:
    """Whether nothing but labels stand before `at` on its line."""
    begin = max(0, at - _LABELS_CHARS)
    line = text.rfind("\n", begin, at) + 1
    if not line and begin:
        return False
    while line < at:
        opened = _OPENED.match(text, line, at)
        line = opened.end() if opened else line
        if line >= at:
            break
        label = label_at(text, line, at)
        marked = None if label else mark_at(text, line, at)
        stop = label.end if label else marked.end if marked else line
        if stop <= line:
            return False
        line = stop
    return True
