"""What those who are named before a colon ask for: [EU: delete], [EU: retain], [EU: add: ...]."""

from __future__ import annotations

import re
from enum import Enum, auto

from onetext.text.drafts import Attribution, AttributionStance
from onetext.text.named_stances import OPPOSES, RESERVES, SUPPORTS

_ORDER_CHARS = 400
_ORDER = re.compile(
    r"[\s*_]*(?:(?P<delete>(?:to )?(?:be )?(?:del\b\.?"
    r"|(?:исключить|удалить|eliminar|suprimir|supprimer|streichen)\b"
    r"|deletes?\b|deleted\b|strike(?: "
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


class Act(Enum):
    """What those who are named do, apart from putting words forward."""

    WORDING = auto()
    DELETE = auto()
    REMARK = auto()


def ordered(
    text: str, start: int, end: int, attributions: tuple[Attribution, ...]
) -> tuple[Act, tuple[Attribution, ...], int]:
    """[EU: delete], [EU: retain], [EU: add: ...]: what stands after the names and a colon."""
    if all(attribution.stance is OPPOSES for attribution in attributions):
        return Act.DELETE, attributions, start
    found = _ORDER.match(text, start, min(end, start + _ORDER_CHARS))
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
