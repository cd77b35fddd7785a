"""The preamble: what stands before the first operative point."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.text.drafts import Point
from onetext.text.spans import Span

_OPENS = re.compile(
    r"^[ \t>*_\[]*(?:The [A-Z][^\n]{2,200},[*_ \t]*$"
    r"|(?:Also |Further |Deeply |Gravely |Seriously |Strongly |Fully |Having |Bearing "
        r"|Keeping |Being |In pursuit|Taking )?"
    r"(?:[A-Z]?[a-z]+ing|Convinced|Concerned|Determined|Guided|Inspired|Alarmed"
        r"|Disturbed|Mindful|Aware|Conscious|Desirous|Cognizant|Whereas)\b)",
    re.M,
)  # fmt: skip
_BODY = re.compile(r"^[ \t>*_\[]*The [A-Z][^\n]{2,200},[*_ \t]*\r?$", re.M)
_AGREED = re.compile(
    r"\b(?:have|has) (?:therefore )?agreed (?:as follows|to the following|on)"
    r"|^[*_ ]*hereby (?:agree|decide)",
    re.I | re.M,
)
_HEADING = re.compile(
    r"\W*(?:preamble|préambule|preámbulo|преамбула|preambular (?:part|section|paragraphs))\b", re.I
)


def preamble_of(text: str, body: int, points: Sequence[Point]) -> Span | None:
    """Where the preamble of a draft stands, if it has one."""
    for point in points:
        if _HEADING.match(text, point.span.start, min(point.span.end, point.span.start + 60)):
            return point.span
    recitals = [
        point
        for point in (inner for outer in points for inner in outer.walk())
        if point.path.rsplit("/", 1)[-1].upper().startswith(("PP", "RECITAL", "PREAMBULAR"))
    ]
    if recitals and not any(
        p.span.start < recitals[0].span.start
        for p in points
        if p.label != recitals[0].label and p.points
    ):
        start = recitals[0].span.start
        before = _BODY.search(text, body, start)
        return Span(before.start() if before else start, recitals[-1].span.end)
    end = points[0].span.start if points else len(text)
    opens = list(_OPENS.finditer(text, body, end))
    agreed = _AGREED.search(text, body, end)
    if not opens or not (agreed or len(opens) > 1):
        return None
    start = opens[0].start()
    said = text[start:end].rstrip()
    return Span(start, start + len(said))
