"""What a bracket is: alternatives, an addition, a deletion, a placeholder, a whole option.

Each is read by its own words first (see bracket_words). Then by what stands around it:
alternatives stand side by side, or are parted by " / " inside; what covers its paragraph but
for a remark behind it is a whole option.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onetext.text.alternatives import parted, separators_in
from onetext.text.attribution_heads import head_of
from onetext.text.bracket_places import Place
from onetext.text.bracket_words import Read, read_alone
from onetext.text.drafts import Attribution, BracketKind, Status
from onetext.text.paragraph_cover import covers_paragraph, past_remark
from onetext.text.side_by_side import is_or, side_by_side
from onetext.text.spans import Span, trimmed

LISTED_DEPTH = 20
"""Alternatives are listed down to this depth; deeper ones are alternatives without a list."""

_REMARKS = 4
"""So many remarks behind a bracket are passed over."""
_SPACES = re.compile(r"[ \t]*")


def read_brackets(
    text: str, body: int, places: Sequence[Place], colours: Mapping[str, Status]
) -> list[Read]:
    """What each bracket of `places`, which are in the order of their opening, is."""
    reads = [read_alone(text, place, colours) for place in places]
    separators = separators_in(text, body, [place.span for place in places])
    for at, read in enumerate(reads):
        if read.place.is_open:
            continue
        marks = separators.get(at, ())
        if read.kind is BracketKind.ADDITION or (
            marks and read.kind is BracketKind.WHOLE_OPTION and not read.option
        ):
            _part(text, read, marks)
    _cover(text, reads)
    for group in side_by_side(text, reads):
        _choose(text, group)
    return reads


def _cover(text: str, reads: Sequence[Read]) -> None:
    """Brackets that cover their paragraph but for a remark behind them are whole options."""
    starts = {read.place.span.start: read for read in reads}
    for read in reads:
        if read.kind is not BracketKind.ADDITION:
            continue
        span = read.place.span
        end = span.end
        for _ in range(_REMARKS):
            past = past_remark(text, end)
            if past is None:
                gap = _SPACES.match(text, end)
                beside = starts.get(gap.end()) if gap else None
                if beside is None or not (beside.is_remark or _only_deletes(beside)):
                    break
                past = beside.place.span.end
            end = past
        if end > span.end and covers_paragraph(text, Span(span.start, end)):
            read.kind = BracketKind.WHOLE_OPTION


def _only_deletes(read: Read) -> bool:
    return read.kind is BracketKind.DELETION and not len(read.wording)


def _part(text: str, read: Read, marks: Sequence[Span]) -> None:
    alternatives = parted(text, read.wording, marks)
    if alternatives:
        said = [_whose(text, span) for span in alternatives]
        read.kind = BracketKind.ALTERNATIVE
        read.attributions += tuple(each for named, _ in said for each in named)
        alternatives = tuple(span for _, span in said)
        read.alternatives = alternatives if read.place.depth <= LISTED_DEPTH else ()


def _whose(text: str, span: Span) -> tuple[tuple[Attribution, ...], Span]:
    """Who is named at the head of an alternative, as in [Lune: two / Northland: four], and the
    words that it is then of."""
    named, begins = head_of(text, span.start, span.end)
    words = trimmed(text, begins, span.end)
    return (named, words) if named and len(words) else ((), span)


def _choose(text: str, group: Sequence[Read]) -> None:
    """Mark the brackets of a group as alternatives to each other."""
    members = [read for read in group if not is_or(text, read)]
    if len(members) < 2:
        return
    listed = group[0].place.depth <= LISTED_DEPTH
    words = tuple(read.wording for read in members) if listed else ()
    for read in group:
        if read.kind in (BracketKind.ADDITION, BracketKind.ALTERNATIVE) or (
            read.kind is BracketKind.WHOLE_OPTION and not read.option
        ):
            read.kind, read.alternatives = BracketKind.ALTERNATIVE, words
        elif read.kind in (BracketKind.PLACEHOLDER, BracketKind.WHOLE_OPTION) and not is_or(
            text, read
        ):
            read.alternatives = words
