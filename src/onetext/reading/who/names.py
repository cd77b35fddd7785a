"""Capitalised names in running English text, with their particles, initials and nicknames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.lexicon import lexicon
from onetext.text.spans import Span

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-’'‑.&][^\W_]+)*|[^\s\w]")
GAP = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
NICKNAME = re.compile(r"[“\"'‘(]([A-Z][^\W_]+)[”\"'’)]")
PARTICLES = lexicon(
    "von van der den de del della di da dos du la le al el bin ibn ben zu ter af av"
)
ARABIC_ARTICLE = re.compile(r"^(?:al|el|an|as|ad|ash|ar|at)-[A-Z]")
# Words that begin sentences with a capital and are no part of a name.
STARTERS = lexicon(
    "the a an in on at of for from by with to as but and or nor yet so if when while after "
    "before because since until although though unless once whether he she it they we you i "
    "this that these those there here his her its their our your my who what which where why "
    "how all any both each few many more most much no not none one two three four five six "
    "seven eight nine ten other others some several such same another according also then thus "
    "however meanwhile still even only just now today yesterday tomorrow earlier later last "
    "next late early despite during under over about against between among amid without within "
    "through across instead moreover furthermore nevertheless separately asked speaking writing "
    "responding yes well let like including beyond everything nothing something anything "
    "everyone nobody anyone is are was were be been being has have had do does did will would "
    "can could should may might must added said says monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr"
)
ABBREVIATIONS = lexicon("mr mrs ms dr gen sen rep gov lt col prof st jr")
CALENDAR = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december jan feb mar apr jun jul aug sept oct nov dec"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of the text; `bare` is without a possessive ending."""

    start: int
    end: int
    text: str
    bare: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or bool(ARABIC_ARTICLE.match(self.text))

    @property
    def possessive(self) -> bool:
        return self.bare != self.text


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together: `words[first:last]` of their stretch of text."""

    first: int
    last: int
    span: Span
    possessive: bool


def words_of(text: str, within: Span) -> list[Word]:
    """The words and marks of a stretch of text, with their places."""
    found = []
    for match in WORD.finditer(text, within.start, within.end):
        word = match.group()
        bare = re.sub(r"['’]s$", "", word)
        found.append(Word(match.start(), match.end(), word, bare))
    return found


def runs(text: str, words: Sequence[Word], starts: frozenset[int]) -> list[Run]:
    """The runs of capitalised words; `starts` are the places at which sentences begin."""
    found: list[Run] = []
    at = 0
    while at < len(words):
        if not _begins(words[at], starts):
            at += 1
            continue
        last = at + 1
        while last < len(words) and not words[last - 1].possessive:
            step = _continues(text, words, last, starts)
            if not step:
                break
            last += step
        end = words[last - 1].start + len(words[last - 1].bare)
        possessive = words[last - 1].possessive or text[end : end + 2] in ("’ ", "' ")
        found.append(Run(at, last, Span(words[at].start, end), possessive))
        at = last
    return found


def _begins(word: Word, starts: frozenset[int]) -> bool:
    if not word.capital or word.bare.lower() in CALENDAR:
        return False
    return not (word.bare.lower() in STARTERS and (word.start in starts or word.bare != "May"))


def _continues(text: str, words: Sequence[Word], at: int, starts: frozenset[int]) -> int:
    """How many words from `at` carry the name on: 0 if it ends here."""
    word, before = words[at], words[at - 1]
    gap = text[before.end : word.start]
    if "\n" in gap or word.start in starts:
        return 0
    if word.text == "." and _abbreviated(before) and at + 1 < len(words):
        return 2 if words[at + 1].capital and words[at + 1].start > word.end else 0
    if word.text in '“"‘(' and (nickname := NICKNAME.match(text, word.start)):
        behind = next((i for i in range(at, len(words)) if words[i].start >= nickname.end()), None)
        inside = behind is not None and words[behind].capital and "(" not in nickname.group()
        return behind + 1 - at if inside and behind is not None else 0
    if word.capital:
        return 0 if word.bare.lower() in CALENDAR else 1
    if word.text in PARTICLES:
        for ahead in (1, 2):
            if at + ahead < len(words) and words[at + ahead].capital:
                return ahead + 1
            if at + ahead >= len(words) or words[at + ahead].text not in PARTICLES:
                break
    return 0


def _abbreviated(word: Word) -> bool:
    initial = len(word.text) == 1 and word.text.isalpha()
    return initial or word.text.lower() in ABBREVIATIONS
