"""What the shape of a line tells: how long it is, how it ends, how it is capitalised."""

from __future__ import annotations

import re

LONGEST_LINE = 600
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ENDS = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
_ENDS_SENTENCE = re.compile(r"[.!?…]['\"’”»)\]]*$")
_SENTENCE_INSIDE = re.compile(r"(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)[.!?…][\"’”»)]*\s+[\"'“‘«(]?[A-Z]")


def bare(words: str) -> str:
    """`words` on one line, without the invisible characters that pages put between letters."""
    return " ".join(_INVISIBLE.sub("", words).split())


def word_count(words: str) -> int:
    return sum(1 for _ in _WORD.finditer(words))


def is_line(words: str, longest: int) -> bool:
    """Whether `words` could be a line apart: at most `longest` words, and no stop at its end."""
    return len(words) <= LONGEST_LINE and word_count(words) <= longest and not _ENDS.search(words)


def ends_sentence(words: str) -> bool:
    return bool(_ENDS_SENTENCE.search(words[-12:]))


def holds_sentence_end(words: str) -> bool:
    """Whether one sentence ends and another begins inside `words`."""
    return bool(_SENTENCE_INSIDE.search(words))


def title_case_share(words: str) -> float:
    """The share of the longer words (over three letters) that begin with a capital."""
    longer = [word for word in _WORD.findall(words) if len(word) > 3]
    return sum(word[0].isupper() for word in longer) / len(longer) if longer else 0.0
