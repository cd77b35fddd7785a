"""A report cut into what the readers of names look at: blocks, sentences, words and runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onetext.reading.sentences import sentences
from onetext.reading.who.names import Run, Word, runs, words_of
from onetext.record.documents import Block, BlockKind, Document
from onetext.text.spans import Span

UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.CREDIT})
LONG_WORD = 5  # letters; shorter words are small in title case too
SMALL_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Scene:
    """One block: its sentences, words and capitalised runs."""

    block: Block
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]
    runs: tuple[Run, ...]
    title_case: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """All that is read of a document, in the order of its text."""

    text: str
    scenes: tuple[Scene, ...]
    sentences: tuple[Span, ...]

    def sentence_index(self, place: int) -> int:
        """The number of the sentence in which a character stands, or the last before it."""
        return max(0, bisect_right(self.sentences, place, key=lambda span: span.start) - 1)

    def scene_index(self, place: int) -> int:
        """The number of the block in which a character stands, or the last before it."""
        return max(0, bisect_right(self.scenes, place, key=lambda scene: scene.block.start) - 1)


def set_stage(document: Document) -> Stage:
    """Cut a document; furniture and credits are left out."""
    scenes = []
    for block in document.blocks:
        if block.kind not in UNREAD:
            scenes.append(_scene(document.text, block))
    return Stage(
        document.text,
        tuple(scenes),
        tuple(sentence for scene in scenes for sentence in scene.sentences),
    )


def _scene(text: str, block: Block) -> Scene:
    found = sentences(text, block.span)
    words = words_of(text, block.span)
    starts = frozenset(sentence.start for sentence in found) | _after_marks(words)
    return Scene(
        block,
        tuple(found),
        tuple(words),
        tuple(runs(text, words, starts)),
        _title_case(text, block, words),
    )


def _after_marks(words: Sequence[Word]) -> frozenset[int]:
    """Words after an opening quotation mark, a colon or a dash begin a sentence of their own."""
    marks = '“"«:–—•'
    return frozenset(word.start for before, word in pairwise(words) if before.text in marks)


def _title_case(text: str, block: Block, words: Sequence[Word]) -> bool:
    """Whether even ordinary words have capitals, so that capitals tell nothing."""
    long = [word for word in words if len(word.text) >= LONG_WORD]
    small = sum(not word.capital for word in long)
    ends = block.span.of(text).rstrip().endswith((".", "!", "?", "”", '"'))
    return not ends and len(long) > 2 and small < SMALL_SHARE * len(long)
