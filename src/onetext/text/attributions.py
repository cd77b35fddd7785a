"""Who is named beside a wording, and what they do with it: [EU: ...], [... - EU], [EU del]."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from onetext.text.drafts import Attribution, AttributionStance
from onetext.text.party_names import names_of
from onetext.text.spans import WHITE, Span, trimmed

PROPOSES, SUPPORTS = AttributionStance.PROPOSES, AttributionStance.SUPPORTS
OPPOSES, RESERVES = AttributionStance.OPPOSES, AttributionStance.RESERVES
MAX_HEAD_CHARS = 400
MAX_TAIL_CHARS = 400

_WHAT = (
    r"(?:(?:alternative|alt|new|additional|revised|joint|compromise|drafting|textual"
    r"|streamlined|original) )*"
    r"(?:proposals?|text|amendments?|alternative|alt|language|drafting|submission"
    r"|suggestions?|addition|insertion|wording|position|view|preference|option|version|edits?|redraft)"
)
_BY = (
    (RESERVES, r"(?:scrutiny |general |parliamentary )*(?:reservations?|reserves?)(?: (?:by|from"
        r"|of|entered by))?:?"),
    (OPPOSES, r"(?:opposed|objected to|rejected|(?:deletion|removal)(?: of [\w ]{1,40}?)? "
        r"(?:proposed|requested|suggested)|proposed for deletion|to be deleted|delet(?:ed"
        r"|ion)) by:?"),
    (OPPOSES, r"(?:opposition|objections?|deletion) (?:by|from|of):?"),
    (SUPPORTS, r"(?:also )?(?:co-?sponsored|supported|endorsed|seconded|retained|favou?red"
        r"|preferred|accepted|welcomed|requested to be retained) by:?"),
    (SUPPORTS, r"(?:with )?(?:the )?support (?:by|from|of):?"),
    (SUPPORTS, r"supporters?:"),
    (OPPOSES, r"opponents?:"),
    (PROPOSES, rf"(?:{_WHAT} )?(?:proposed|submitted|suggested|tabled|introduced|requested|put "
        rf"forward|added|inserted|amended) by:?"),
    (PROPOSES, rf"{_WHAT} (?:by|from|of):?"),
    (PROPOSES, r"proponents?:"),
)  # fmt: skip
_VERBS = (
    (RESERVES, r"(?:(?:has|have|enters?|entered|maintains?|places?|with) )?(?:a |its |their "
        r"|scrutiny |general |parliamentary )*(?:reservations?|reserves?(?: (?:its|their) "
        r"positions?)?|wish(?:es)? (?:its|their) reservations? .{1,200}|brackets?|to "
        r"bracket|come back|to come back|checking|to check)"),
    (OPPOSES, r"(?:(?:would|wants?|wishes|asks?|requests?|proposes?|proposed|suggests?|suggested"
        r"|prefers?|preferred|like|likes) )*(?:to )?(?:del(?:\.|etes?|eted|etion)?"
        r"|oppos(?:e|es|ed|ing|ition)|against|objects?|objected|objection|strikes?"
        r"|removes?|rejects?|rejected|cannot accept|do(?:es)? not (?:support|accept|agree)"
        r"|not acceptable)(?: (?:of )?(?:this |the )?(?:whole |entire |last |first "
        r")?(?:paragraph|para|text|article|sentence|phrase|word|words|subparagraph"
        r"|reference|OP|PP|point|clause))?"),
    (SUPPORTS, r"(?:(?:would|wants?|wishes|asks?|requests?|proposes?|proposed|suggests?|suggested"
        r"|prefers?|like|likes) )*(?:to )?(?:retains?|keep|keeps|supports?|supported"
        r"|supporting|maintains?|endorses?|ok|prefers?|preferred|agrees?|accepts?|flexible"
        r"|can accept|co-?sponsors?)(?: (?:this |the )?(?:paragraph|para|text|article"
        r"|sentence|phrase|original|language|subparagraph))?"),
    (PROPOSES, rf"(?:'s |’s )?(?:(?:proposes?|proposed|suggests?|suggested|requests?|requested"
        rf"|submits?|submitted|adds?|added|inserts?|inserted|amends?|replaces?|would add"
        rf"|to add|to insert|to replace)(?: (?:to |adding|the following|as follows|an?|new"
        rf"|text|instead|here|after|before|addition|alternative|paragraph|to add|to "
        rf"insert))*|{_WHAT}(?: ?\d{{1,2}}| text| proposal| for \w+ ?\d*\w*)?)"),
)  # fmt: skip
_LED_BY = [
    (stance, re.compile(rf"[\s*_]*{form}\s+(?P<who>.+)", re.I | re.S)) for stance, form in _BY
]
_LED_ALONE = [
    (
        stance,
        re.compile(rf"(?P<who>.+?)(?:\s+\(?|(?=['’]s)|\s*:\s*){form}\)?[\s*_.!]*", re.I | re.S),
    )
    for stance, form in _VERBS
]
_CAPITAL = re.compile(r"[^\W\d_a-z]")
_TAIL_SIGN = re.compile(r"[-–—(]")
_SIGN = re.compile(
    r"[:：(–—+-]|\b(?:by|from|of|del|delet|support|oppos|object|against|reserv|scrutin|retain|keep"
    r"|propos|propon|oppon|suggest|strik|remov|reject|prefer|accept|flexib|cannot"
    r"|do(?:es)? not|ok\b"
    r"|agree|maintain|endors|like|wish|want|alt|bracket|come back|to come|check|add|insert|amend"
    r"|submit|request|would|replac|text|co-?spons)",
    re.I,
)
_HEAD = re.compile(r"[\s*_\"]*(?P<who>[^:：\[\]\n{}]{1,240}?)[\s*_]*[:：](?![\d/])[\s*_]*")
_TAIL = re.compile(
    r"(?:(?<=[\s.;,)\]”\"’])|(?<=\w)(?=[–—]))(?P<dash>[-–—]{1,2})\s?(?P<who>[^\[\]\n–—]{2,300})\Z"
)
_ENDS_IN_PARENS = re.compile(r"\((?P<who>[^()\[\]\n]{2,200})\)[\s*_.;,]*\Z")
_PLUS = re.compile(r"[\s*_]*(?P<sign>[+–—-]\s?)(?P<who>[^\W\d_].{0,120})", re.S)
_ORDER = re.compile(
    r"[\s*_]*(?:(?P<delete>(?:to )?(?:be )?(?:del\b\.?|deletes?\b|deleted\b|strike(?: "
        r"out)?\b|remove\b|suppress\b))"
    r"|(?P<retain>(?:to )?(?:retain|keep|maintain|support|ok)\b)"
    r"|(?P<reserve>(?:scrutiny |general )?(?:reserves?|reservation|bracket|to come "
        r"back|to check)\b)"
    r"|(?P<add>(?:to )?(?:add|insert|new(?: text)?"
        r"|alt(?:ernative)?)\b(?=\s*[:“\"«])))\s*[:–—-]?[\s*_]*",
    re.I,
)  # fmt: skip
_ORDER_ENDS = re.compile(
    r"(?:this |the |whole |entire |original |all )*(?:(?:sub)?para(?:graph)?s?|text"
    r"|article|sentence|words?|phrase|position|brackets?|its position|OP ?\d*|PP "
    r"?\d*)?[\s*_.]*",
    re.I,
)
_TITLE_CHARS = 100
_TITLE_LIKE = re.compile(
    r"(?:[^\W\d_a-z]?[^\s]*\d[^\s]*|[A-Z][\w'’-]*|of|the|and|for|in|on|to)(?:\s+|\Z)"
)


class Act(Enum):
    """What those who are named do, apart from putting words forward."""

    WORDING = auto()
    DELETE = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """What a bracket's words say: who is named, and where the wording itself stands."""

    attributions: tuple[Attribution, ...]
    wording: Span
    act: Act = Act.WORDING


def said_in(text: str, start: int, end: int, head_end: int, tail_start: int) -> Said | None:
    """Who is named in the words of a bracket, from `start` to `end`.

    `head_end` is where its first inner bracket begins, `tail_start` where its last one ends;
    both are names' limits. None where nobody is named.
    """
    if not _may_name(text, start, end, head_end, tail_start):
        return None
    if head_end >= end:
        alone = _alone(text, start, end)
        if alone:
            return alone
    attributions: tuple[Attribution, ...] = ()
    act = Act.WORDING
    head = _HEAD.match(text, start, min(head_end, start + MAX_HEAD_CHARS))
    if head:
        attributions = _head_names(text, *head.span("who"))
        if attributions:
            start = head.end()
            act, attributions, start = _ordered(text, start, end, attributions)
    ended, end = _tail(text, start, max(start, tail_start), end)
    attributions += ended
    if not attributions:
        return None
    wording = _stripped(text, start, end)
    return Said(attributions, wording, act)


def _may_name(text: str, start: int, end: int, head_end: int, tail_start: int) -> bool:
    """Whether there is a capital and a sign or a word that names stand beside: most brackets
    have none, and are done with here."""
    head_end = min(end, head_end, start + MAX_HEAD_CHARS)
    if _CAPITAL.search(text, start, head_end) and _SIGN.search(text, start, head_end):
        return True
    tail_start = max(tail_start, start, end - MAX_TAIL_CHARS)
    return tail_start < end and bool(
        _TAIL_SIGN.search(text, tail_start, end) and _CAPITAL.search(text, tail_start, end)
    )


def names_after(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions in the words inside parentheses: "supported by X; opposed by Y"."""
    found: list[Attribution] = []
    at = start
    for part in re.split(
        r"(?<=;)|(?<=\.)\s(?=[A-Z])|(?=,\s*(?:supported|opposed|reserved) by)", text[start:end]
    ):
        stop = at + len(part)
        one = _by(text, at, stop) or _alone_names(text, at, stop)
        if not one:
            return ()
        found += one
        at = stop
    return tuple(found)


def _alone(text: str, start: int, end: int) -> Said | None:
    """A bracket that holds no wording: [supported by X], [EU del], [+EU]."""
    if end - start > MAX_HEAD_CHARS:
        return None
    signed = _signed(text, start, end)
    if signed:
        return Said(signed, _stripped(text, start, end), Act.REMARK)
    named = names_after(text, start, end)
    if not named:
        return None
    span = _stripped(text, start, end)
    deletes = all(attribution.stance is OPPOSES for attribution in named)
    asked = re.search(r"\bdel|\bstrik|\bremov", text[start:end], re.I)
    return Said(named, span, Act.DELETE if deletes and asked else Act.REMARK)


def _signed(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """[+EU, Lune; -Northland]; [-EU] is against, [- EU] the name behind a wording's dash."""
    found = []
    at = start
    for part in re.split(r"(?<=;)|,(?=\s*[+–-]\S)", text[start:end]):
        stop = at + len(part)
        plus = _PLUS.fullmatch(text, at, stop)
        names = names_of(plus["who"].rstrip(" ;,")) if plus else ()
        if not plus or not names:
            return ()
        sign = plus["sign"]
        stance = SUPPORTS if sign[0] == "+" else OPPOSES if len(sign) == 1 else PROPOSES
        found.append(Attribution(names, _stripped(text, at, stop), stance))
        at = stop + (text[stop : stop + 1] == ",")
    return tuple(found)


def _by(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """... supported by NAMES"""
    for stance, form in _LED_BY:
        found = form.fullmatch(text, start, end)
        if found and (names := names_of(found["who"].rstrip(" ;.,*_\n"))):
            return (Attribution(names, _stripped(text, start, end), stance),)
    return ()


def _alone_names(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """NAMES del, NAMES support"""
    for stance, form in _LED_ALONE:
        found = form.fullmatch(text, start, end)
        if found and (names := names_of(found["who"])):
            return (Attribution(names, _stripped(text, start, end), stance),)
    return ()


def _head_names(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """Who is named before a colon: NAMES, Proposal by NAMES, NAMES (supported by NAMES)."""
    inner = re.search(r"\s*\(([^()]+)\)\s*\Z|,?\s+(supported by\s.+|with\s.+)\Z", text[start:end])
    if inner:
        group = 1 if inner[1] else 2
        at = start + inner.start(group)
        more = names_after(text, at, start + inner.end(group))
        if more or not names_of(text[start:end]):
            first = _head_names(text, start, start + inner.start())
            if first and more:
                return (*first, *more)
            if (
                not first
                and inner[1]
                and re.match(r"(?:alt|option|new|OP|PP)", text[start:end], re.I)
            ):
                bare = names_of(text[at : start + inner.end(group)])
                if bare:
                    return (Attribution(bare, Span(at, start + inner.end(group))),)
    names = names_of(text[start:end])
    if names:
        return (Attribution(names, _stripped(text, start, end)),)
    return _by(text, start, end) or _alone_names(text, start, end)


def _ordered(
    text: str, start: int, end: int, attributions: tuple[Attribution, ...]
) -> tuple[Act, tuple[Attribution, ...], int]:
    """[EU: delete], [EU: retain], [EU: add: ...]: what stands after the names and a colon."""
    if all(attribution.stance is OPPOSES for attribution in attributions):
        return Act.DELETE, attributions, start
    found = _ORDER.match(text, start, min(end, start + MAX_HEAD_CHARS))
    if not found:
        return Act.WORDING, attributions, start
    ends = bool(_ORDER_ENDS.fullmatch(text, found.end(), end))
    quoted = (
        text[found.end() : found.end() + 1] in '"“«' or text[found.end() - 1 : found.end()] == ":"
    )
    colon = ":" in found.group()
    if found["add"]:
        return Act.WORDING, attributions, found.end()
    if found["delete"] and (ends or quoted or colon):
        return Act.DELETE, _with(attributions, OPPOSES), found.end()
    if found["retain"] and (ends or colon):
        return Act.REMARK, _with(attributions, SUPPORTS), start
    if found["reserve"] and (ends or colon):
        return Act.REMARK, _with(attributions, RESERVES), start
    return Act.WORDING, attributions, start


def _with(
    attributions: tuple[Attribution, ...], stance: AttributionStance
) -> tuple[Attribution, ...]:
    first, *others = attributions
    return (Attribution(first.names, first.span, stance), *others)


def _tail(text: str, wording: int, start: int, end: int) -> tuple[tuple[Attribution, ...], int]:
    """Who is named at a bracket's end: ... - NAMES, ... (supported by NAMES)."""
    found: tuple[Attribution, ...] = ()
    begin = max(start, end - MAX_TAIL_CHARS)
    parens = _ENDS_IN_PARENS.search(text[begin:end])
    if parens:
        at, stop = begin + parens.start("who"), begin + parens.end("who")
        found = names_after(text, at, stop)
        if not found:
            names = names_of(text[at:stop])
            if len(names) > 1:
                found = (Attribution(names, Span(at, stop)),)
        if found:
            end = begin + parens.start()
    words = text[begin:end].rstrip(" \t\n*_.;,")
    dashes = list(_TAIL.finditer(words))
    if dashes:
        dash = dashes[-1]
        at = begin + dash.start("who")
        at_dash = begin + dash.start("dash")
        before = text[max(wording, at_dash - _TITLE_CHARS) : at_dash]
        named = _by(text, at, begin + len(words)) or _alone_names(text, at, begin + len(words))
        if not named and before.strip() and not _is_title(before):
            names = names_of(dash["who"])
            named = (Attribution(names, _stripped(text, at, begin + len(words))),) if names else ()
        if named:
            return (*named, *found), begin + dash.start("dash")
    return found, end


def _is_title(words: str) -> bool:
    """Whether what stands before a dash is a title or a number rather than a wording."""
    said = words.strip(" *_.,;:-–—")
    if len(said) >= _TITLE_CHARS - 20 or not said:
        return not said
    at = 0
    while at < len(said):
        token = _TITLE_LIKE.match(said, at)
        if not token:
            return False
        at = token.end()
    return len(said.split()) <= 5


def _stripped(text: str, start: int, end: int) -> Span:
    return trimmed(text, start, end, WHITE + "*_")
