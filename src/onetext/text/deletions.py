"""Brackets that are to be deleted: [delete: ...], [~~...~~], and names that only say so."""

from __future__ import annotations

import re

from onetext.text.spans import Span

_DELETED = re.compile(
    r"\s*(?:(?:to be )?(?:deleted?|del\.?)\s*\Z"
    r"|(?:deleted?|deletes|deletion|to be deleted|del\.?|strike|struck(?: out)?"
    r"|suppress(?:ed)?|SUP|eliminar|suprimir|supprimer|streichen|исключить|удалить)\b\s*[:–—-]"
    r"|(?:supprimée?|suprimid[oa]|eliminad[oa]|gestrichen|исключено|удалено)\s*\Z"
    r"|\(del(?:ete)?\)"
    r"|del(?:ete)?[.:]? ?[“\"«])",
    re.I,
)
_HEAD_CHARS = 40
_STRUCK_AROUND = (
    ("~~", "~~"),
    ("<del>", "</del>"),
    ("<s>", "</s>"),
    ("<strike>", "</strike>"),
)
_AROUND = frozenset(opening[-1] for opening, _ in _STRUCK_AROUND)
_STRUCK_WITHIN = (("-", "-"), *_STRUCK_AROUND)
_WITHIN = frozenset(opening[0] for opening, _ in _STRUCK_WITHIN)
_ONLY_DELETES = re.compile(
    r"(?:[\w.’' ,;&/-]+:? )?(?:del|delete|deletes|deletion|strike|remove)\.?(?: "
    r"[\w ]{0,30})?",
    re.I,
)
_WORDS_CHARS = 200


def is_deleted(text: str, span: Span, wording: Span) -> bool:
    """Whether the bracket at `span` says of its words that they go, or they are struck out."""
    start, end = wording.start, wording.end
    if _DELETED.match(text, start, min(end, start + _HEAD_CHARS)):
        return True
    if text[span.start - 1 : span.start] in _AROUND:
        for opening, closing in _STRUCK_AROUND:
            before = text[max(0, span.start - len(opening)) : span.start]
            behind = text[span.end : span.end + len(closing)]
            if before.lower() == opening and behind.lower() == closing:
                return True
    return text[start : start + 1] in _WITHIN and any(
        end - start > len(opening) + len(closing)
        and text[start : start + len(opening)].lower() == opening
        and text[end - len(closing) : end].lower() == closing
        for opening, closing in _STRUCK_WITHIN
    )


def deleted_words(text: str, wording: Span, end: int) -> Span:
    """What is to be deleted; nothing, where the bracket only asks that what stands before it be
    deleted."""
    only = _ONLY_DELETES.fullmatch(wording.of(text)[:_WORDS_CHARS])
    return Span(wording.start, wording.start) if only or wording.end > end else wording
