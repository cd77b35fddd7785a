"""Names, and the words beside them that tell a stance: supported by NAMES, NAMES del."""

from __future__ import annotations

import re

from onetext.text.drafts import Attribution, AttributionStance
from onetext.text.party_names import names_of
from onetext.text.spans import WHITE, Span, trimmed

PROPOSES, SUPPORTS = AttributionStance.PROPOSES, AttributionStance.SUPPORTS
OPPOSES, RESERVES = AttributionStance.OPPOSES, AttributionStance.RESERVES

_WHAT = (
    r"(?:(?:alternative|alt|new|additional|revised|joint|compromise|drafting|textual"
    r"|streamlined|original) )*"
    r"(?:proposals?|text|amendments?|alternative|alt|language|drafting|submission"
    r"|suggestions?|AMs?|addition|insertion|wording|position|view|preference|option|version|edits?|redraft)"
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
    (SUPPORTS, r"(?:supporters?|support|retain|keep):"),
    (OPPOSES, r"(?:opponents?|against|del(?:ete)?):"),
    (RESERVES, r"(?:reserving|reservations?):"),
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
        rf"insert))*|{_WHAT}(?: ?\d{{1,4}}| text| proposal| for \w+ ?\d*\w*)?)"),
)  # fmt: skip
_LED_BY = [
    (stance, re.compile(rf"[\s*_]*{form}\s+(?P<who>.+)", re.I | re.S)) for stance, form in _BY
]
_BEFORE_VERB = [
    (
        stance,
        re.compile(rf"(?P<who>.+?)(?:\s+\(?|(?=['’]s)|\s*:\s*){form}\)?[\s*_.!]*", re.I | re.S),
    )
    for stance, form in _VERBS
]
_STATEMENTS = re.compile(r"(?<=;)|(?<=\.)\s(?=[A-Z])|(?=,\s*(?:supported|opposed|reserved) by)")


def names_after(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions in the words inside parentheses: "supported by X; opposed by Y".

    Names alone propose, where another part says what those whom it names do.
    """
    found: list[Attribution] = []
    says_more = False
    at = start
    for part in _STATEMENTS.split(text[start:end]):
        stop = at + len(part)
        one = with_stance(text, at, stop)
        says_more = says_more or bool(one)
        if not one:
            names = names_of(part.rstrip(" ;"))
            one = (Attribution(names, trimmed(text, at, stop, WHITE + ";")),) if names else ()
        if not one:
            return ()
        found += one
        at = stop
    return tuple(found) if says_more else ()


def with_stance(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """The one attribution that all the words from `start` to `end` are, if they are one."""
    return _led_by(text, start, end) or _before_verb(text, start, end)


def bare(text: str, start: int, end: int) -> Span:
    """The stretch without white space and emphasis at its ends."""
    return trimmed(text, start, end, WHITE + "*_")


def _led_by(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """... supported by NAMES"""
    for stance, form in _LED_BY:
        found = form.fullmatch(text, start, end)
        if found and (names := names_of(found["who"].rstrip(" ;.,*_\n"))):
            return (Attribution(names, bare(text, start, end), stance),)
    return ()


def _before_verb(text: str, start: int, end: int) -> tuple[Attribution, ...]:
    """NAMES del, NAMES support"""
    for stance, form in _BEFORE_VERB:
        found = form.fullmatch(text, start, end)
        if found and (names := names_of(found["who"])):
            return (Attribution(names, bare(text, start, end), stance),)
    return ()
