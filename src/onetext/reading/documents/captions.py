"""Lines under pictures, and lines that say whose picture or figures they are."""

# ruff: noqa: E501 a pattern is read best unbroken

from __future__ import annotations

import re

from onetext.reading.documents.wording import LONGEST_LINE, word_count
from onetext.record.documents import BlockKind

_HOUSES = (
    r"(?:AP|AFP|EPA|EPA-EFE|Reuters|Getty(?: Images)?|Shutterstock|Alamy|Bloomberg|TASS|Sputnik|dpa|ANSA|PA"
    r"|PA Media|Xinhua|Anadolu|Ukrinform|iStock|Unsplash|Wikimedia(?: Commons)?|NurPhoto|Zuma(?: Press)?"
    r"|Picture[- ]Alliance|Imago|Kyodo|Yonhap|Handout|Pool|Courtesy)"
)
_IN_BRACKETS = re.compile(
    rf"[(\[](?:(?:AP|AFP|EPA|Reuters|Getty|dpa|TASS|File) (?:Photo|Images|Picture)[^)\]]{{0,80}}"
    rf"|(?:Photo|Image|Picture|Credit|File photo)\b[^)\]]{{0,80}}"
    rf"|[^)\]]{{0,80}}(?:[/@|]|\bvia )\s?{_HOUSES}\b[^)\]]{{0,40}})[)\]]\W*$"
    r"|\b(?:Photo|Picture|Image|Photograph)s?(?: by)?: ?[^.:]{2,60}$",
    re.I,
)
_CREDIT = re.compile(
    rf"(?:(?:photo(?:graph)?s?|image|picture|video|illustration|graphic|map|chart)(?: credits?| by| courtesy(?: of)?)?"
    rf"|credits?|source|courtesy(?: of)?|file (?:photo|picture|image))\s*[:/©–—-].{{1,120}}"
    rf"|(?:(?:photo(?:graph)?s?|images?|pictures?|video|illustration|graphic) by|courtesy of) [A-Z].{{1,80}}"
    rf"|(?:file|archive|stock) (?:photo|picture|image|footage)\W*"
    rf"|(?:AP|AFP|EPA|Reuters|dpa) (?:Photo|Images|Picture)\b.{{0,60}}"
    rf"|{_HOUSES}(?: ?(?:/|via|,|\|) ?.{{1,60}})?"
    rf"|.{{2,50}}(?:/| via ) ?{_HOUSES}",
    re.I,
)
_NO_CREDIT_WORD = re.compile(r"\b(?:said|says|told|reported|reports)\b", re.I)
_CAPTION = re.compile(
    r"(?:FILE\s?[-–—:]|(?:file|archive) (?:photo|picture)\s?[:–—-]|pictured(?: (?:above|left|right|here|below))?\s?:"
    r"|(?:image|photo|picture|video|photograph)(?: caption| shows)?\s*[:,]|image caption\b|caption\s*:)\s*\S",
    re.I,
)
_CREDIT_WORDS, _CAPTION_WORDS = 14, 90


def picture_kind(words: str) -> BlockKind | None:
    """CREDIT or CAPTION where the whole of `words` is one, else None."""
    if len(words) > 2 * LONGEST_LINE:
        return None
    count = word_count(words)
    ends = words.endswith((".", "!", "?"))
    named = _CREDIT.fullmatch(words.strip("()[] "))
    if count <= _CREDIT_WORDS and named and not ends and not _NO_CREDIT_WORD.search(words):
        return BlockKind.CREDIT
    if count <= _CAPTION_WORDS and (_IN_BRACKETS.search(words) or _CAPTION.match(words)):
        return BlockKind.CAPTION
    return None
