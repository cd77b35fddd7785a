"""What a bracket is by its own words and its place, whatever stands beside it.

A bracket is read in this order: a remark (a status, an editor's note, "supported by ...") and a
placeholder have no wording; a bracket that begins with an option's label is a whole option; a
deletion says that it is one; what covers its paragraph or more is a whole option; anything else
is an addition. Who is named in it is no part of its wording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onetext.text.attribution_orders import Act
from onetext.text.attributions import said_in
from onetext.text.bracket_places import Place
from onetext.text.deletions import deleted_words, is_deleted
from onetext.text.drafts import Attribution, BracketKind, Status
from onetext.text.labels import Label, label_at
from onetext.text.paragraph_cover import covers_paragraph
from onetext.text.party_names import names_of
from onetext.text.placeholders import is_placeholder
from onetext.text.remarks import StatusRemark, is_note, status_remark
from onetext.text.spans import Span, trimmed
from onetext.text.statuses import status_of

_ADDED = re.compile(r"(?:add|insert)(?:ed|ition|ion)?\s*[:–—-]\s*(?=\S)", re.I)
_PLAIN = re.compile(r"[a-z][a-z ,]*")
_PLAIN_CHARS = 60
_LABEL_CHARS = 240
_BEHIND_A_SENTENCE = re.compile(r"[.;,]\][ \t]?\Z")
_LINE_ENDS = re.compile(r"[*_.;:,>\]\\ \t]{0,40}\r?(?:\n|\Z)")


@dataclass(slots=True)
class Read:
    """What was read from one bracket."""

    place: Place
    kind: BracketKind
    alternatives: tuple[Span, ...]
    wording: Span
    attributions: tuple[Attribution, ...] = ()
    is_remark: bool = False
    option: Label | None = None
    status: StatusRemark | None = None


def read_alone(text: str, place: Place, colours: Mapping[str, Status]) -> Read:
    """What the bracket at `place` is; `colours` say what status a colour stands for."""
    span, head_end, tail_start = place.span, place.head_end, place.tail_start
    start, end = span.start + 1, span.end if place.is_open else span.end - 1
    if text[end - 1 : end] == "\\" and not place.is_open and end > start:
        end -= 1  # \] as Markdown escapes it
    wording = trimmed(text, start, end)
    if place.is_open:
        said = said_in(text, start, end, min(head_end, end), end)
        named = said.attributions[:1] if said and said.act is Act.WORDING else ()
        return Read(place, BracketKind.ADDITION, (), wording, named)
    if (
        end - start <= _PLAIN_CHARS
        and _PLAIN.fullmatch(text, start, end)
        and not is_placeholder(text, start, end)
        and status_of(text[start:end], colours) is None
    ):
        return Read(place, _kind_of(text, span, wording), (), wording)
    if place.is_leaf:
        status = status_remark(text, start, end, span, colours)
        if status:
            return Read(place, BracketKind.PLACEHOLDER, (), wording, is_remark=True, status=status)
        signed = _signature(text, span, wording)
        if signed:
            return Read(place, BracketKind.PLACEHOLDER, (), wording, signed, is_remark=True)
        if is_placeholder(text, start, end):
            return Read(place, BracketKind.PLACEHOLDER, (), wording)
    if is_note(text, start, min(end, head_end)):
        return Read(place, BracketKind.PLACEHOLDER, (), wording, is_remark=True)
    label = label_at(text, span.start, _line_end(text, span.start, end))
    option = label if label and label.is_option and label.start < head_end else None
    if option:
        begins = option.end if option.end <= end else end
        said = said_in(text, begins, end, max(head_end, begins), max(tail_start, begins))
        named = said.attributions if said and said.act is Act.WORDING else ()
        words = said.wording if said and named else trimmed(text, begins, end)
        words = words if named else _past_signs(text, words)
        return Read(place, BracketKind.WHOLE_OPTION, (), words, named, option=option)
    said = said_in(text, start, end, min(head_end, end), min(tail_start, end))
    named = said.attributions if said else ()
    if said:
        wording = said.wording
        if said.act is Act.DELETE:
            return Read(place, BracketKind.DELETION, (), deleted_words(text, wording, end), named)
        if said.act is Act.REMARK:
            return Read(place, BracketKind.PLACEHOLDER, (), wording, named, is_remark=True)
        if not len(wording):
            return Read(place, BracketKind.PLACEHOLDER, (), wording, named, is_remark=True)
        if is_placeholder(text, wording.start, wording.end):
            return Read(place, BracketKind.PLACEHOLDER, (), wording, named)
    kind = _kind_of(text, span, wording)
    added = None if named else _ADDED.match(text, wording.start, wording.end)
    if kind is BracketKind.ADDITION and added:
        wording = Span(added.end(), wording.end)
    return Read(place, kind, (), wording, named)


def _signature(text: str, span: Span, wording: Span) -> tuple[Attribution, ...]:
    """Whose the bracketed sentence right before is: [... for ten years.] [SPD]"""
    if not _BEHIND_A_SENTENCE.search(text, max(0, span.start - 4), span.start):
        return ()
    words = wording.of(text)
    if not words.isupper() or not _LINE_ENDS.match(text, span.end):
        return ()
    names = names_of(words)
    return (Attribution(names, wording),) if names else ()


def _kind_of(text: str, span: Span, wording: Span) -> BracketKind:
    """What a bracket that holds a wording is."""
    if is_deleted(text, span, wording):
        return BracketKind.DELETION
    return BracketKind.WHOLE_OPTION if covers_paragraph(text, span) else BracketKind.ADDITION


def _past_signs(text: str, words: Span) -> Span:
    """The words after the colon or dash that still stands before them."""
    return Span(trimmed(text, words.start, words.end, " :.\t\n–—-").start, words.end)


def _line_end(text: str, start: int, end: int) -> int:
    end = min(end, start + _LABEL_CHARS)
    found = text.find("\n", start, end)
    return end if found < 0 else found
