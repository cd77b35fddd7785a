"""Who is named beside a wording, and what they do with it: [EU: ...], [... - EU], [EU del]."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.attribution_heads import MAX_HEAD_CHARS, head_of
from onetext.text.attribution_orders import Act, ordered
from onetext.text.attribution_tails import MAX_TAIL_CHARS, tail_of
from onetext.text.drafts import Attribution
from onetext.text.named_stances import OPPOSES, PROPOSES, SUPPORTS, bare, names_after
from onetext.text.party_names import names_of
from onetext.text.spans import Span

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
_PLUS = re.compile(r"[\s*_]*(?P<sign>[+–—-]\s?)(?P<who>[^\W\d_].{0,120})", re.S)
_DELETES = re.compile(r"\bdel|\bstrik|\bremov", re.I)
_SIGNED = re.compile(r"(?<=;)|,(?=\s*[+–-]\S)")


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
    act = Act.WORDING
    attributions, start = head_of(text, start, head_end)
    if attributions:
        act, attributions, start = ordered(text, start, end, attributions)
    ended, end = tail_of(text, start, max(start, tail_start), end)
    attributions += ended
    return Said(attributions, bare(text, start, end), act) if attributions else None


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


def _alone(text: str, start: int, end: int) -> Said | None:
    """A bracket that holds no wording: [supported by X], [EU del], [+EU]."""
    if end - start > MAX_HEAD_CHARS:
        return None
    signed = _signed(text, start, end)
    if signed:
        return Said(signed, bare(text, start, end), Act.REMARK)
    named = names_after(text, start, end)
    if not named:
        return None
    span = bare(text, start, end)
    deletes = all(attribution.stance is OPPOSES for attribution in named)
    asked = _DELETES.search(text[start:end])
    return Said(named, span, Act.DELETE if deletes and asked else Act.REMARK)


def _signed(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """[+EU, Lune; -Northland]; [-EU] is against, [- EU] the name behind a wording's dash."""
    found = []
    at = start
    for part in _SIGNED.split(text[start:end]):
        stop = at + len(part)
        plus = _PLUS.fullmatch(text, at, stop)
        names = names_of(plus["who"].rstrip(" ;,")) if plus else ()
        if not plus or not names:
            return ()
        sign = plus["sign"]
        stance = SUPPORTS if sign[0] == "+" else OPPOSES if len(sign) == 1 else PROPOSES
        found.append(Attribution(names, bare(text, at, stop), stance))
        at = stop + (text[stop : stop + 1] == ",")
    return tuple(found)
