"""Whole options of a draft, and those that say that nothing shall stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onetext.text.drafts import Option
from onetext.text.spans import Span

_NO_TEXT = re.compile(
    r"[\s*_\[\](\\]*(?:(?:no (?:additional |specific |such |further )?(?:text"
        r"|provisions?|article|paragraph|reference|mention|section|language|option text)"
    r"|nothing|none|nil|delete(?:d)?(?: (?:this |the )?(?:paragraph|article|text"
        r"|provision))?|deletion|blank|left blank"
    r"|sin texto|kein text|pas de texte|aucun texte|без текста|нет текста|不设案文"
        r"|无案文)\b)(?P<rest>[^\n]{0,120})[\s*_\[\]).]*",
    re.I,
)  # fmt: skip
_SENTENCE_GOES_ON = re.compile(r"\b(?:shall|should|must|may|will|is|are|has|have)\b", re.I)
_MAX_CHARS = 160


def is_no_text(text: str, wording: Span) -> bool:
    """Whether an option's wording says that there shall be no text."""
    if len(wording) > _MAX_CHARS:
        return False
    found = _NO_TEXT.fullmatch(text, wording.start, wording.end)
    return bool(found) and not _SENTENCE_GOES_ON.search(found["rest"] if found else "")


def all_options(found: Iterable[Option], bracketed: Iterable[Option]) -> tuple[Option, ...]:
    """The options that are points and those in brackets inside a paragraph, each once."""
    begun = {option.start for option in found}
    more = [option for option in bracketed if option.start not in begun]
    return tuple(sorted([*found, *more]))
