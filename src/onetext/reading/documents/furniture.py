"""What stands around a report on a page: navigation, prompts, notices, bylines, listings.

Each rule names one sort of furniture and matches a whole line or its beginning, so that a
sentence of the report that merely holds the same words stays a paragraph.
"""

from __future__ import annotations

import re

from onetext.reading.documents.bylines import is_byline, is_date_line
from onetext.reading.documents.furniture_rules import RELATED, RELATED_LINK, RULES, TEASER
from onetext.reading.documents.wording import (
    LONGEST_LINE,
    bare,
    ends_sentence,
    holds_sentence_end,
    title_case_share,
    word_count,
)

_MENU = re.compile(r"\s*[|›»•·]\s*|\s+[/>]\s+")
_ADDRESS = re.compile(r"\W{0,3}(?:@\w{2,30}|[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|www\.\S+)\W{0,2}")
_ADDRESS_LABEL = re.compile(
    r"\W*(?:e-?mail|contact|twitter|x|web(?:site)?|tel|phone|follow|and|or|write|to|on|at|us)?\W*",
    re.I,
)
_ICON = re.compile(r"^(?:[a-z]{2,}-)+[a-z]+(?=[A-Z][a-z])")
_ROLE = (
    r"(?:reporter|correspondent|editor|journalist|columnist|writer|producer|bureau chief"
    r"|freelancer?|photographer|research fellow|fellow|contributor)"
)
_AUTHOR_NOTE = re.compile(
    r"^(?:[A-Z][\w'’.-]+ ){2,4}(?:is|covers|reports|writes|has covered)\b[^.]{0,120}?"
    rf"\b{_ROLE}\b"
)


def furniture_rule(words: str, *, last: bool = False) -> str | None:
    """The name of the rule by which `words` are furniture, None where they belong to the report.

    `last` says that nothing follows: the last words may be a note on the author.
    """
    if len(words) > 3 * LONGEST_LINE:
        return None
    if not any(character.isalnum() for character in words):
        return "rule line"
    words = bare(words)
    icon = _ICON.match(words)
    if icon:
        words = words[icon.end() :]
    if _is_menu(words):
        return "navigation"
    if _is_addresses(words):
        return "addresses"
    if is_date_line(words):
        return "date line"
    if is_byline(words):
        return "byline"
    count = word_count(words)
    named = _named(words, count)
    if named:
        return named
    if last and _AUTHOR_NOTE.match(words):
        return "author note"
    return TEASER if _is_teaser(words, count) else None


def _named(words: str, count: int) -> str | None:
    for rule in RULES:
        if count <= rule.most_words and rule.pattern.search(words):
            return rule.name
    pieces = words.split(" | ")
    rules = {_named(piece, word_count(piece)) for piece in pieces} if len(pieces) > 1 else {None}
    return None if None in rules else min(filter(None, rules))


def _is_menu(words: str) -> bool:
    """Short names with separators between: "Home | World | Business", "Home > World"."""
    pieces = [piece for piece in _MENU.split(words) if piece]
    enough = 2 if pieces and pieces[0].lower() in ("home", "news") else 3
    return len(pieces) >= enough and all(len(piece.split()) <= 3 for piece in pieces)


def _is_addresses(words: str) -> bool:
    """Nothing but e-mail addresses, handles and links, and what they are called."""
    told = [bool(_ADDRESS.fullmatch(word)) for word in words.split()]
    rest = [word for word, is_address in zip(words.split(), told, strict=True) if not is_address]
    return any(told) and all(_ADDRESS_LABEL.fullmatch(word) for word in rest)


def _is_teaser(words: str, count: int) -> bool:
    """A line in Title Case of two sentences without a stop at its end: an advertisement's."""
    return (
        5 < count < 30
        and not ends_sentence(words)
        and holds_sentence_end(words)
        and title_case_share(words) >= 0.8
    )


__all__ = ["RELATED", "RELATED_LINK", "TEASER", "furniture_rule"]
