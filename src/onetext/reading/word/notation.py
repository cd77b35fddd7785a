"""What the look of words means, where the document itself says so.

"Struck-through text is proposed for deletion" in a draft makes brackets of what is struck. Many
secretariats write no such sentence. Words that stand in a text and are struck through have no other
meaning, so they are read as proposed deletions all the same; words that are underlined in a draft
that also strikes words through, as proposed additions, unless whole paragraphs (headings) are. The
reader of the file is told so. Underlined and bold words alone mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.word.flow import Piece
from onetext.reading.word.look import Look

_SENTENCE = re.compile(r"[^.;\n]+")
_STRUCK = re.compile(
    r"\b(?:strike-?\s?through|struck(?:[- ](?:through|out))?|crossed[- ]out)\b", re.I
)
_UNDERLINED = re.compile(r"\bunder(?:lin|scor)\w+\b", re.I)
_BOLD = re.compile(r"\bbold(?:face)?\b", re.I)
_DELETES = re.compile(r"\b(?:delet\w+|remov\w+|suppress\w*|taken out)\b", re.I)
_ADDS = re.compile(r"\b(?:add(?:ed|ition\w*)?|insert\w*|new (?:text|language|wording))\b", re.I)
_LONGEST_CHARS = 400


@dataclass(frozen=True, slots=True)
class Notation:
    """Which looks stand for proposals; a sentence that says so is a legend and none itself."""

    struck: bool = False
    underlined: bool = False
    bold: bool = False

    def proposes(self, look: Look) -> str | None:
        """What stands before the words in their bracket: "delete: ", or "" for an addition."""
        if self.struck and look.struck:
            return "delete: "
        added = (self.underlined and look.underlined) or (self.bold and look.bold)
        return "" if added else None


NO_NOTATION = Notation()


def notation_of(paragraphs: list[str]) -> Notation:
    """The notation that a legend among `paragraphs` explains."""
    struck = underlined = bold = False
    for paragraph in paragraphs:
        if is_legend(paragraph):
            for sentence in _SENTENCE.findall(paragraph):
                struck = struck or bool(_STRUCK.search(sentence) and _DELETES.search(sentence))
                adds = bool(_ADDS.search(sentence))
                underlined = underlined or (adds and bool(_UNDERLINED.search(sentence)))
                bold = bold or (adds and bool(_BOLD.search(sentence)))
    return Notation(struck, underlined, bold)


def notation_shown(paragraphs: Sequence[Sequence[Piece]]) -> Notation:
    """The notation that a text without a legend shows by its look."""
    looks = [[piece.look for piece in pieces if piece.text.strip()] for pieces in paragraphs]
    struck = any(look.struck for paragraph in looks for look in paragraph)
    underlined = any(look.underlined for paragraph in looks for look in paragraph)
    headings = any(paragraph and all(look.underlined for look in paragraph) for paragraph in looks)
    return Notation(struck, struck and underlined and not headings)


def is_legend(paragraph: str) -> bool:
    """Whether a paragraph tells what a look means."""
    if len(paragraph) > _LONGEST_CHARS:
        return False
    looks = any(sign.search(paragraph) for sign in (_STRUCK, _UNDERLINED, _BOLD))
    return looks and any(sign.search(paragraph) for sign in (_DELETES, _ADDS))
