"""How far a text is agreed, in the words that processes have for it.

Colours stand for a status where the draft's own legend says so ("text in green is agreed ad
referendum"); without a legend green is agreed ad referendum and yellow agreed in group, as the
negotiations at the WHO used them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from onetext.text.drafts import Status

_LEAD = (
    r"(?:(?:text|language|wording|paragraph|article|subparagraph|this|all|whole|entire"
    r"|status|has|have|been|was|is|are|now|paras?|OP|PP)[ :]+)*"
)
_AGREED = (
    r"(?:agreed|accepted|closed|cleared|approved|stabili[sz]ed|consensus|(?-i:TA)(?:['’]?d)?"
    r"|acordad[oa]s?|convenue?s?|vereinbart|geeint|согласован[оаы]?)"
)
_FIRST = r"(?:provisionally|initially|preliminarily|tentatively|already|fully|generally)?[ ]?"
_GROUP = (
    r"(?:in|at|by)[ ](?:the[ ])?(?:[\w-]+[ ]){0,3}?(?:informals?"
    r"|informal[- ]informals?|groups?|sub-?groups?"
    r"|wg[ ]?\d*|committee|spin-?offs?|break-?outs?|huddle|friends of the chair|consultations?)"
)
_FORMS: tuple[tuple[Status, str], ...] = (
    (
        Status.AGREED_AD_REFERENDUM,
        rf"{_LEAD}(?:{_FIRST}{_AGREED}[ ,]*)?(?:text[ ])?ad[- ]?ref(?:erendum|\b\.?)",
    ),
    (
        Status.NOT_DISCUSSED,
        rf"{_LEAD}(?:not[ ](?:yet[ ])?(?:been[ ])?(?:discussed|considered|addressed"
        rf"|negotiated|opened|introduced|taken up)(?:[ ]yet)?"
        r"|(?:yet[ ])?to be (?:discussed|considered|negotiated|addressed)"
        r"|(?:still[ ])?undiscussed|for (?:later|further) (?:discussion|consideration))",
    ),
    (
        Status.PROPOSED,
        rf"{_LEAD}(?:pending|open|under (?:discussion|negotiation|consideration|review)"
        rf"|not (?:yet )?(?:been )?(?:agreed|closed|cleared)"
        r"|no (?:agreement|consensus)(?: yet| reached)?|still open|(?:newly )?proposed"
        r"|(?:new )?proposals?|new(?: text| para(?:graph)?)?|disputed|contested|outstanding"
        r"|unresolved|on hold|parked|remains? (?:open|bracketed|in brackets))",
    ),
    (
        Status.AGREED_IN_GROUP,
        rf"{_LEAD}{_FIRST}(?:{_AGREED}|agreement reached|convergence)[ ]{_GROUP}",
    ),
    (
        Status.AGREED_BY_NEGOTIATORS,
        rf"{_LEAD}{_FIRST}(?:{_AGREED}|provisional agreement|agreement reached)"
        r"(?:[ ](?:at|on)[ ](?:the[ ])?(?:[\w'’]+[ ])?level|[ ]in principle|[ ]text|[ ]by "
        r"(?:the )?negotiators)?",
    ),
)  # fmt: skip
_TAIL = r"(?:[ ]?[,;:–—-]?[ ]?(?:(?:on|at|in|by|as of|of|as)[ ])?[\w'’./: -]{0,48})?"
_WHOLE = [(status, re.compile(rf"(?:{form}){_TAIL}[.!]?", re.I)) for status, form in _FORMS]
_INSIDE = [(status, re.compile(rf"(?<![\w-])(?:{form})(?![\w-])", re.I)) for status, form in _FORMS]
_COLOURS = "green|yellow|amber|orange|red|blue|grey|gray|white|pink|purple|turquoise"
_COLOUR_ALONE = re.compile(
    rf"(?:(?:text|highlighted|marked|shown|now|in)[ ])*(?P<colour>{_COLOURS})(?:ed)?[.]?", re.I
)
_EMOJI = {"🟢": "green", "🟩": "green", "🟡": "yellow", "🟨": "yellow", "🔴": "red", "🟥": "red"}
_COLOUR = re.compile(rf"\b(?P<colour>{_COLOURS})\b|(?P<sign>[{''.join(_EMOJI)}])", re.I)
_CLAUSE = re.compile(
    r"[;\n|]|[.](?=\s)|,(?=\s*(?:and\s+)?(?:text|those|that|(?:in"
    r"|the)\s)?\s*(?:in\s+)?(?:" + _COLOURS + "))",
    re.I,
)
_LEGEND = re.compile(
    r"\b(?:legend|colou?r|colou?r[- ]cod\w+|key|highlight\w*|shad(?:ed|ing)|marked"
        r"|text|paragraphs?|in|means|indicates"
    r"|denotes|stands for)\b|[=:–—-]",
    re.I,
)  # fmt: skip
_MAY_BE = re.compile(
    rf"agree|accept|clos|clear|approv|stabil|consensus|ad[- ]?ref|discuss|consider|address|negotiat"
    rf"|open|introduc|taken up|pending|review|propos|new|disput|contest|outstand|unresolved|on hold"
    rf"|parked|bracket|converg|\bTA\b|acordad|convenu|vereinbart|geeint|согласован|{_COLOURS}|[{''.join(_EMOJI)}]",
    re.I,
)
DEFAULT_COLOURS: Mapping[str, Status] = {
    "green": Status.AGREED_AD_REFERENDUM,
    "yellow": Status.AGREED_IN_GROUP,
}
_UNMISTAKABLE = re.compile(
    r"\bad[- ]?ref|\bagreed (?:at|in|by|on)\b|not (?:yet )?(?:been "
    r")?(?:discussed"
    r"|agreed)|provisionally",
    re.I,
)
MAX_STATUS_CHARS = 120
_MAX_CLAUSE = 200


def status_of(words: str, colours: Mapping[str, Status] = DEFAULT_COLOURS) -> Status | None:
    """The status that `words` name, where they name one and say nothing else."""
    if not _MAY_BE.search(words):
        return None
    said = " ".join(words.strip(" \t\n*_~").split())
    if (
        not said
        or len(said) > MAX_STATUS_CHARS
        or re.match(r"agreed (?:language|wording) ", said, re.I)
    ):
        return None
    alone = _COLOUR_ALONE.fullmatch(said)
    if alone:
        return colours.get(_colour(alone["colour"]))
    if said in _EMOJI:
        return colours.get(_EMOJI[said])
    return next((status for status, form in _WHOLE if form.fullmatch(said)), None)


def is_unmistakable(words: str) -> bool:
    """Whether these words of a status can be no part of the wording, wherever they stand."""
    said = words.strip(" *_~")
    return bool(_UNMISTAKABLE.search(said)) or said.isupper()


def names_colour(text: str) -> bool:
    return bool(_COLOUR.search(text))


def legend_of(line: str) -> dict[str, Status]:
    """What colours mean, where `line` of a draft says so, as in "Green: agreed ad referendum"."""
    if not (_COLOUR.search(line) and _LEGEND.search(line)):
        return {}
    found: dict[str, Status] = {}
    for clause in _CLAUSE.split(line):
        colours = list(_COLOUR.finditer(clause))
        if len(colours) != 1 or len(clause) > _MAX_CLAUSE:
            continue
        status = next((status for status, form in _INSIDE if form.search(clause)), None)
        if status:
            name = colours[0]["colour"] or _EMOJI[colours[0]["sign"]]
            found[_colour(name)] = status
    return found


def _colour(name: str) -> str:
    lowered = name.lower()
    return {"amber": "yellow", "gray": "grey"}.get(lowered, lowered)
