"""Remarks: editor's notes, words on where a text comes from, status. No text is "
"negotiated there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onetext.text.drafts import Attribution, AttributionStance, Status
from onetext.text.named_stances import names_after
from onetext.text.party_names import names_of
from onetext.text.spans import Span
from onetext.text.statuses import MAX_STATUS_CHARS, is_unmistakable, status_of

_WHO = (
    r"(?:(?:editor(?:ial|['’]?s['’]?)?|secretariat(?:['’]s)?|drafting|drafter['’]?s"
    r"|explanatory|technical|legal|procedural|informal"
    r"|(?:co-?)?facilitator(?:s['’]?|['’]s)?|(?:co-?)?chair(?:s['’]?|['’]s"
    r"|person['’]?s)?|bureau(?:['’]s)?|presiden\w+(?:['’]s)?|rapporteur(?:['’]s)?"
    r"|translator(?:['’]s)?|convenor['’]?s?|moderator['’]?s?|reader['’]?s|general)[ ]+)*"
)
_NOTE = re.compile(
    rf"[\s*_]*(?:{_WHO}(?:notes?|comments?|remarks?|footnotes?|n\.?b\.?|nota(?: bene)?"
        rf"|observations?|примечание)\b"
    r"(?:[ ]?\d{1,3})?(?: (?:by|from|to|of|on|for) [^:\[\]\n]{1,100})?\s*(?:[:：.]|[–—-]\s)"
    r"|(?:to be )?(?:moved|merged|relocated|transferred) (?:to|from|with|into)\b|merged? with\b"
    r"|(?:formerly|previously|ex|originally|language from|agreed (?:language|wording)"
        r"|source:)[ -](?=[^\[\]\n]{0,80}\d)"
    r"|\(?footnote\)?\s*\Z)",
    re.I,
)  # fmt: skip
_NOTE_LINE = re.compile(
    rf"^[ \t>]*(?P<note>[*_(]{{0,4}}{_WHO}(?:notes?|reasons|n\.b\.|comments?"
    rf"|footnote)\b(?:[ ]?\d{{1,3}})?(?: (?:by|from|to|of|on) "
    rf"[^:\[\]\n]{{1,100}})?[*_]{{0,3}}:.*)$",
    re.I | re.M,
)
_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^[^\[\]\s]+\]:.*(?:\n(?:[ ]{4,}|\t)\S.*)*", re.M)
_COMMENT = re.compile(r"<!--(?:(?!<!--).){0,4000}?-->|\{(?![:%+~=-])[^{}\n]{3,400}\}", re.S)
_PARENS = re.compile(r"\((?P<said>[^()\[\]\n]{2,200})\)")
_OF_ALTERNATIVE = re.compile(
    r"(?:\b(?:alt|bis|ter|quater)|^[ \t*_\[]*(?:option|alternative)[ ]\w{1,3})[.]?[ ]?\d{0,2}[ *_]*"
    r"\((?P<who>[^()\[\]\n]{2,120})\)"
    r"|^[ \t]*(?P<by>[^\W\d_a-z][^:\[\]\n.;]{1,60}?)[ ]alt(?:ernative)?(?:[ .]?\d{1,2})?[ ]*:",
    re.I | re.M,
)
_BEHIND = re.compile(
    r"\][ \t]?(?:[–—-]{1,2})[ \t]?(?P<who>[^\W\d_a-z][^\[\]()\n]{1,120}?)[ \t.;,*_]*\r?$", re.M
)
_SIGNED_BEHIND = re.compile(
    r"\][ \t]*(?P<signed>[+–-][^\W\d_][^\[\]()\n]{0,80}?[ ;,]\+[^\W\d_][^\[\]()\n]{0,80}?"
    r"|\+[^\W\d_][^\[\]()\n]{0,120}?)[ \t.;,*_]*\r?$",
    re.M,
)
_ONE_SIGNED = re.compile(
    r"(?:(?<=[ ;,])|^)(?P<sign>[+–-])(?P<who>[^\W\d_](?:[^\s;,+–-]|[ -](?=\w))*)"
)
_AT_END = re.compile(r"[,;.][ \t]*\((?P<who>[^()\[\]\n]{5,160})\)[ \t*_]*\r?$", re.M)
_MAY_NAME = re.compile(
    r"\b(?:by|from|of|support\w*|oppos\w*|reserv\w*|del\w*|propos\w*|retain|keep|alt)\b", re.I
)
_STATUS_LINE = re.compile(
    r"^[ \t>*_#]*(?P<named>status\s*:[ *_]*)?"
    r"(?P<said>[^\W\d_][^\[\]()\n]{2,110}?|[🟢🟩🟡🟨🔴🟥])[ \t*_]*\r?$",
    re.M | re.I,
)
_STATUS_DASHED = re.compile(
    r"(?:[ \t][-–—|][ \t]+|[🟢🟩🟡🟨🔴🟥])(?P<said>[^\W\d_][^\[\]()\n–—|]{3,100}?)?[ \t*_]*\r?$",
    re.M,
)
_ENDS_LINE = re.compile(r"[\s*_.;,\])]*?(?:\r?\n|\Z)")
_SENTENCE_ENDS = re.compile(r"(?:[.;:,!?)\]”»\"]|\A|\n)[ \t*_]*\Z")
_AFTER_LABEL = re.compile(
    r"(?:\A|\n)[ \t#*_]*(?:[A-Z][a-z]+[ ])?\(?[\w.]{1,8}(?:[ ]?(?:bis|ter|alt))?[.):]?[ \t*_]*\Z"
)
_SUBLINES = re.compile(
    r"\b(?:all|whole|entire|every|including|incl\.?"
    r"|and)\b[^.]{0,20}?\b(?:sub-?paragraphs?|sub-?points?|article|paragraphs|section"
    r"|chapter|text|point)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class StatusRemark:
    """A status that the text gives at `place`. `is_alone` where it is a paragraph of its own;
    `reaches_below` where it says that it holds for all that stands below."""

    status: Status
    place: Span
    is_alone: bool = False
    reaches_below: bool = False


def is_note(text: str, start: int, end: int) -> bool:
    """Whether the words of a bracket are a note: [Note: ...], [moved to Article 5]."""
    return bool(_NOTE.match(text, start, min(end, start + 240)))


def status_remark(
    text: str, start: int, end: int, outer: Span, colours: Mapping[str, Status]
) -> StatusRemark | None:
    """The status that the words from `start` to `end`, in brackets or parentheses that cover
    `outer`, give; None where they are part of the wording."""
    if end - start > MAX_STATUS_CHARS:
        return None
    words = text[start:end]
    status = status_of(words, colours)
    if status is None or not (is_unmistakable(words) or _stands_apart(text, outer)):
        return None
    before = text[text.rfind("\n", 0, outer.start) + 1 : outer.start].strip(" \t*_>")
    is_alone = not before and bool(_ENDS_LINE.match(text, outer.end))
    return StatusRemark(status, outer, is_alone, bool(_SUBLINES.search(words)))


def _stands_apart(text: str, outer: Span) -> bool:
    """Whether it stands after the end of a sentence or before the beginning of one."""
    before = text[max(0, outer.start - 40) : outer.start]
    if _ENDS_LINE.match(text, outer.end):
        line = text[text.rfind("\n", 0, outer.start) + 1 : outer.start]
        return (
            bool(_SENTENCE_ENDS.search(before)) or line.lstrip().startswith("#") or _is_head(line)
        )
    after = text[outer.end : outer.end + 20].lstrip(" \t*_")
    return bool(_AFTER_LABEL.search(before)) and after[:1].isupper()


def _is_head(line: str) -> bool:
    said = line.strip()
    return (
        bool(re.match(r"[*_]*(?:Article|Rule|Chapter|Section|Annex|OP|PP)[ ]?\w", said))
        and len(said) < 90
    )


def statuses_outside(text: str, body: int, colours: Mapping[str, Status]) -> Iterator[StatusRemark]:
    """The statuses that stand in parentheses, behind a dash, or on a line of their own."""
    for found in _PARENS.finditer(text, body):
        remark = status_remark(text, *found.span("said"), Span(*found.span()), colours)
        if remark:
            yield remark
    for line in _STATUS_LINE.finditer(text, body):
        said = line["said"]
        status = status_of(said, colours)
        if status and (is_unmistakable(said) or line["named"] or len(said) == 1):
            below = bool(_SUBLINES.search(said))
            yield StatusRemark(status, Span(*line.span("said")), True, below)
    for dashed in _STATUS_DASHED.finditer(text, body):
        said = dashed["said"] or dashed.group().strip(" *_\r")
        status = status_of(said, colours)
        before = text[text.rfind("\n", 0, dashed.start()) + 1 : dashed.start()]
        if status and (is_unmistakable(said) or _is_head(before) or not dashed["said"]):
            yield StatusRemark(status, Span(*dashed.span()), False, bool(_SUBLINES.search(said)))


def attributions_outside(text: str, body: int) -> Iterator[Attribution]:
    """Who is named in parentheses: (supported by X), (proposed by Y; opposed by Z)."""
    for found in _PARENS.finditer(text, body):
        if _MAY_NAME.search(found["said"]):
            yield from names_after(text, *found.span("said"))
    for found in _AT_END.finditer(text, body):
        names = names_of(found["who"])
        if len(names) > 1:
            yield Attribution(names, Span(*found.span("who")))
    signed = set()
    for found in _SIGNED_BEHIND.finditer(text, body):
        signed.add(found.start())
        for one in _ONE_SIGNED.finditer(found["signed"]):
            names = names_of(one["who"])
            stance = AttributionStance.SUPPORTS if one["sign"] == "+" else AttributionStance.OPPOSES
            if names:
                at = found.start("signed")
                yield Attribution(names, Span(at + one.start(), at + one.end()), stance)
    for found in _BEHIND.finditer(text, body):
        names = names_of(found["who"])
        if names and found.start() not in signed:
            yield Attribution(names, Span(*found.span("who")))
    for found in _OF_ALTERNATIVE.finditer(text, body):
        names = names_of(found["who"] or found["by"])
        if names:
            yield Attribution(names, Span(*found.span("who" if found["who"] else "by")))


def notes_outside(text: str, body: int) -> Iterator[Span]:
    """Notes that stand outside of square brackets: footnotes, lines that begin with "Note:",
    comments, and what stands in braces."""
    for form in (_FOOTNOTE, _COMMENT):
        for found in form.finditer(text, body):
            yield Span(found.start(), found.end())
    for found in _NOTE_LINE.finditer(text, body):
        yield Span(*found.span("note"))
