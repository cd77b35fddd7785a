"""How much two documents have in common: runs of words that stand in both.

A shingle is a run of `RUN_WORDS` words, whatever the capitals, the punctuation and the line
breaks. Furniture, captions and credits are left out: they are the outlet's, not the report's.

Source: Broder (1997), "On the resemblance and containment of documents".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onetext.record.documents import BlockKind, Document

RUN_WORDS = 5
PASSAGE_WORDS = 25
SHORTEST_PASSAGE = 20
OF_THE_OUTLET = frozenset({BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.CREDIT})

Shingles = frozenset[tuple[str, ...]]

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])[\"'”’»)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two documents share.

    Attributes:
        shared: shingles that both have.
        jaccard: these as a share of the shingles of either (0 to 1).
        containment: these as a share of the shingles of the one that has fewer (0 to 1).
    """

    shared: int
    jaccard: float
    containment: float


def likeness(one: Shingles, other: Shingles) -> Likeness:
    """What two sets of shingles share; nothing where one is empty."""
    shared = len(one & other)
    if not shared:
        return Likeness(0, 0.0, 0.0)
    return Likeness(
        shared, shared / (len(one) + len(other) - shared), shared / min(len(one), len(other))
    )


def own_words(document: Document) -> list[str]:
    """The text of each block that is the report's own, in order."""
    return [
        block.span.of(document.text) for block in document.blocks if block.kind not in OF_THE_OUTLET
    ]


def shingles(blocks: Iterable[str]) -> Shingles:
    """The shingles of a report's blocks; none run from one block into the next."""
    return frozenset(run for text in blocks for run in runs(plain(text)))


def passages(blocks: Iterable[str]) -> Iterator[list[str]]:
    """The words of a report's blocks in passages of some `PASSAGE_WORDS` words.

    They end where a sentence does, or a paragraph that is not too short, so that what is put in
    or left out elsewhere does not move them. What is shorter goes with the next.
    """
    gathered: list[str] = []
    for text in blocks:
        for sentence in _SENTENCE_END.split(text):
            gathered += plain(sentence)
            if len(gathered) >= PASSAGE_WORDS:
                yield gathered
                gathered = []
        if len(gathered) >= SHORTEST_PASSAGE:
            yield gathered
            gathered = []
    if len(gathered) >= RUN_WORDS:
        yield gathered


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """All runs of `RUN_WORDS` words."""
    return zip(*(words[at:] for at in range(RUN_WORDS)), strict=False)


def plain(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.casefold())
