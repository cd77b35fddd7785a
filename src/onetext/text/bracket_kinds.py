"""What a bracket is: alternatives, an addition, a deletion, a placeholder, a whole option.

A bracket is read by its words and by what stands around it, in this order: a remark (a status,
an editor's note, "supported by ...") and a placeholder have no wording; a bracket that begins
with an option's label is a whole option; a deletion says that it is one; alternatives stand
side by side, or are parted by " / " inside; what covers its paragraph or more is a whole
option; anything else is an addition. Who is named in it is no part of its wording.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from onetext.text.alternatives import is_or, parted, separators_in, side_by_side
from onetext.text.attribution_orders import Act
from onetext.text.attributions import said_in
from onetext.text.drafts import Attribution, BracketKind, Status
from onetext.text.labels import Label, label_at
from onetext.text.marks import mark_at
from onetext.text.named_stances import names_after
from onetext.text.party_names import names_of
from onetext.text.placeholders import is_placeholder
from onetext.text.remarks import StatusRemark, is_note, status_remark
from onetext.text.spans import Span, trimmed
from onetext.text.statuses import status_of

LISTED_DEPTH = 20
"""Alternatives are listed down to this depth; deeper ones are alternatives without a list."""

_DELETED = re.compile(
    r"\s*(?:(?:to be )?(?:deleted?|del\.?)\s*\Z"
    r"|(?:deleted?|deletes|deletion|to be deleted|del\.?|strike|struck(?: out)?"
    r"|suppress(?:ed)?|SUP)\b\s*[:–—-]"
    r"|del(?:ete)?[.:]? ?[“\"«])",
    re.I,
)
_ADDED = re.compile(r"(?:add|insert)(?:ed|ition|ion)?\s*[:–—-]\s*(?=\S)", re.I)
_PLAIN = re.compile(r"[a-z][a-z ,]*")
_PLAIN_CHARS = 60
_LABEL_CHARS = 240
_HEAD_CHARS = 40
_STRUCK = (
    ("~~", "~~"),
    ("-", "-"),
    ("<del>", "</del>"),
    ("<s>", "</s>"),
    ("<strike>", "</strike>"),
)
_LABELS_CHARS = 120
_OPENED = re.compile(r"(?:[ \t#>*_\[\\.:–—]|[-+•][ \t])+")
_NAMES_BEHIND = re.compile(
    r"[ \t]?[–—-]{1,2}[ \t]?(?P<who>[^\[\]()\n]{2,120}?)(?=[ \t.;,*_]*\r?(?:\n|\Z))"
)
_REMARK_BEHIND = re.compile(r"[ \t]*[*_]*\((?P<said>[^()\[\]\n]{2,160})\)[*_]*")
_SPACES = re.compile(r"[ \t]*")
_BLOCK_ENDS = re.compile(r"[*_.;:,>\]\\ \t]{0,40}\r?(?:\n|\Z)")


@dataclass(slots=True)
class Read:
    """What was read from one bracket."""

    kind: BracketKind
    alternatives: tuple[Span, ...]
    wording: Span
    attributions: tuple[Attribution, ...] = ()
    is_remark: bool = False
    option: Label | None = None
    status: StatusRemark | None = None
    inner: list[Span] = field(default_factory=list)


def read_brackets(
    text: str,
    body: int,
    spans: Sequence[Span],
    depths: Sequence[int],
    open_ended: Collection[int],
    colours: Mapping[str, Status],
) -> list[Read]:
    """What each of `spans`, which are in the order of their opening, is."""
    reads = [
        _alone(text, span, head_end, tail_start, span.start in open_ended, colours)
        for span, (head_end, tail_start) in zip(spans, _inner_limits(spans), strict=True)
    ]
    separators = separators_in(text, body, spans)
    for at, marks in separators.items():
        read = reads[at]
        if read.kind in (BracketKind.ADDITION, BracketKind.WHOLE_OPTION) and not read.option:
            if spans[at].start in open_ended:
                continue
            _part(text, read, marks, depths[at])
    for at, read in enumerate(reads):
        if (
            read.kind is BracketKind.ADDITION
            and at not in separators
            and spans[at].start not in open_ended
        ):
            _part(text, read, (), depths[at])
    _cover(text, spans, reads)
    groups = side_by_side(
        text,
        spans,
        [read.wording for read in reads],
        depths,
        lambda at: spans[at].start in open_ended,
        lambda at: reads[at].is_remark or reads[at].kind is BracketKind.DELETION,
        lambda at: reads[at].option is not None,
    )
    for group in groups:
        _choose(text, spans, reads, group, listed=depths[group[0]] <= LISTED_DEPTH)
    return reads


def _cover(text: str, spans: Sequence[Span], reads: Sequence[Read]) -> None:
    """Brackets that cover their paragraph but for a remark behind them are whole options."""
    starts = {span.start: at for at, span in enumerate(spans)}
    for span, read in zip(spans, reads, strict=True):
        if read.kind is not BracketKind.ADDITION:
            continue
        end = span.end
        for _ in range(4):
            parens = _REMARK_BEHIND.match(text, end)
            if parens and (names_after(text, *parens.span("said")) or status_of(parens["said"])):
                end = parens.end()
                continue
            dashed = _NAMES_BEHIND.match(text, end)
            if dashed and names_of(dashed["who"]):
                end = dashed.end()
                continue
            gap = _SPACES.match(text, end)
            beside = starts.get(gap.end()) if gap else None
            if beside is None or (not reads[beside].is_remark and not _only_deletes(reads[beside])):
                break
            end = spans[beside].end
        if end > span.end and _BLOCK_ENDS.match(text, end) and _begins_block(text, span.start):
            read.kind = BracketKind.WHOLE_OPTION


def _only_deletes(read: Read) -> bool:
    return read.kind is BracketKind.DELETION and not len(read.wording)


def _inner_limits(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where the first inner bracket of each begins, and where its last one ends."""
    limits = [(span.end - 1, span.start + 1) for span in spans]
    stack: list[int] = []
    for at, span in enumerate(spans):
        while stack and spans[stack[-1]].end <= span.start:
            stack.pop()
        if stack:
            outer = stack[-1]
            head_end, tail_start = limits[outer]
            limits[outer] = (min(head_end, span.start), max(tail_start, span.end))
        stack.append(at)
    return limits


def _alone(
    text: str,
    span: Span,
    head_end: int,
    tail_start: int,
    is_open: bool,
    colours: Mapping[str, Status],
) -> Read:
    start, end = span.start + 1, span.end if is_open else span.end - 1
    if text[end - 1 : end] == "\\" and not is_open and end > start:
        end -= 1  # \] as Markdown escapes it
    wording = trimmed(text, start, end)
    if is_open:
        said = said_in(text, start, end, min(head_end, end), end)
        named = said.attributions[:1] if said and said.act is Act.WORDING else ()
        return Read(BracketKind.ADDITION, (), wording, named)
    if (
        end - start <= _PLAIN_CHARS
        and _PLAIN.fullmatch(text, start, end)
        and not is_placeholder(text, start, end)
        and status_of(text[start:end], colours) is None
    ):
        return _plain(text, span, wording)
    leaf = head_end >= span.end - 1
    if leaf:
        status = status_remark(text, start, end, span, colours)
        if status:
            return Read(BracketKind.PLACEHOLDER, (), wording, (), True, None, status)
        if is_placeholder(text, start, end):
            return Read(BracketKind.PLACEHOLDER, (), wording, (), False)
    if is_note(text, start, min(end, head_end)):
        return Read(BracketKind.PLACEHOLDER, (), wording, (), True)
    label = label_at(text, span.start, _line_end(text, span.start, end))
    option = label if label and label.is_option and label.start < head_end else None
    if option:
        begins = option.end if option.end <= end else end
        said = said_in(text, begins, end, max(head_end, begins), max(tail_start, begins))
        named = said.attributions if said and said.act is Act.WORDING else ()
        words = said.wording if said and named else trimmed(text, begins, end)
        words = words if named else _past_signs(text, words)
        return Read(BracketKind.WHOLE_OPTION, (), words, named, False, option)
    said = said_in(text, start, end, min(head_end, end), min(tail_start, end))
    named = said.attributions if said else ()
    if said:
        wording = said.wording
        if said.act is Act.DELETE:
            return Read(BracketKind.DELETION, (), _deleted_words(text, wording, end), named)
        if said.act is Act.REMARK:
            return Read(BracketKind.PLACEHOLDER, (), wording, named, True)
        if not len(wording):
            return Read(BracketKind.PLACEHOLDER, (), wording, named, True)
        if is_placeholder(text, wording.start, wording.end):
            return Read(BracketKind.PLACEHOLDER, (), wording, named)
    if _is_deleted(text, span, wording):
        return Read(BracketKind.DELETION, (), wording, named)
    if _is_whole(text, span):
        return Read(BracketKind.WHOLE_OPTION, (), wording, named)
    added = _ADDED.match(text, wording.start, wording.end)
    if added and not named:
        wording = Span(added.end(), wording.end)
    return Read(BracketKind.ADDITION, (), wording, named)


def _plain(text: str, span: Span, wording: Span) -> Read:
    """A few words in small letters, as most brackets hold."""
    if _is_deleted(text, span, wording):
        return Read(BracketKind.DELETION, (), wording)
    whole = _is_whole(text, span)
    return Read(BracketKind.WHOLE_OPTION if whole else BracketKind.ADDITION, (), wording)


def _past_signs(text: str, words: Span) -> Span:
    """The words after the colon or dash that still stands before them."""
    return Span(trimmed(text, words.start, words.end, " :.\t\n–—-").start, words.end)


def _line_end(text: str, start: int, end: int) -> int:
    end = min(end, start + _LABEL_CHARS)
    found = text.find("\n", start, end)
    return end if found < 0 else found


def _deleted_words(text: str, wording: Span, end: int) -> Span:
    """Nothing, where the bracket only asks that what stands before it be deleted."""
    if re.fullmatch(
        r"(?:[\w.’' ,;&/-]+:? )?(?:del|delete|deletes|deletion|strike|remove)\.?(?: "
        r"[\w ]{0,30})?",
        wording.of(text)[:200],
        re.I,
    ):
        return Span(wording.start, wording.start)
    return wording if wording.end <= end else Span(wording.start, wording.start)


def _part(text: str, read: Read, marks: Sequence[Span], depth: int) -> None:
    alternatives = parted(text, read.wording, marks)
    if alternatives:
        read.kind = BracketKind.ALTERNATIVE
        read.alternatives = alternatives if depth <= LISTED_DEPTH else ()


def _choose(
    text: str, spans: Sequence[Span], reads: Sequence[Read], group: Sequence[int], *, listed: bool
) -> None:
    """Mark the brackets of a group as alternatives to each other."""
    members = [at for at in group if not is_or(text, spans[at])]
    if len(members) < 2:
        return
    words = tuple(reads[at].wording for at in members) if listed else ()
    for at in group:
        read = reads[at]
        if read.kind in (BracketKind.ADDITION, BracketKind.ALTERNATIVE) or (
            read.kind is BracketKind.WHOLE_OPTION and not read.option
        ):
            read.kind, read.alternatives = BracketKind.ALTERNATIVE, words
        elif at in members and read.kind in (BracketKind.PLACEHOLDER, BracketKind.WHOLE_OPTION):
            read.alternatives = words


def _is_deleted(text: str, span: Span, wording: Span) -> bool:
    start, end = wording.start, wording.end
    if _DELETED.match(text[start : min(end, start + _HEAD_CHARS)]):
        return True
    for opening, closing in _STRUCK[:1] + _STRUCK[2:]:
        before = text[max(0, span.start - len(opening)) : span.start]
        if (
            before.lower() == opening
            and text[span.end : span.end + len(closing)].lower() == closing
        ):
            return True
    return any(
        end - start > len(opening) + len(closing)
        and text[start : start + len(opening)].lower() == opening
        and text[end - len(closing) : end].lower() == closing
        for opening, closing in _STRUCK
    )


def _is_whole(text: str, span: Span) -> bool:
    """Whether nothing but a label stands before the bracket and nothing after it."""
    return bool(_BLOCK_ENDS.match(text, span.end)) and _begins_block(text, span.start)


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
