"""What a draft says about its text: statuses, notes, and names beside a wording."""

from __future__ import annotations

from collections.abc import Iterator

from onetext.text.drafts import Draft
from onetext.text.spans import Span

_NAMES_CHARS = 300


def remarks_of(draft: Draft) -> Iterator[Span]:
    """Notes and statuses in brackets, and names in parentheses, in the order of the text."""
    text = draft.text
    found = [note for note in draft.notes if text[note.start] in "[{"]
    for point in draft.walk():
        names = [attribution.span for attribution in point.attributions]
        for span in names:
            opened = text.rfind("(", max(0, span.start - _NAMES_CHARS), span.start)
            closed = text.find(")", span.end, span.end + _NAMES_CHARS)
            around = Span(opened, closed + 1) if 0 <= opened < closed else span
            others = [range(other.start, other.end) for other in names]
            beside = (at for at in range(around.start, around.end) if text[at].isalnum())
            if around != span and all(any(at in other for other in others) for at in beside):
                found.append(around)
    return iter(sorted(set(found)))
