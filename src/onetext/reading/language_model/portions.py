"""A report in portions that a language model can take: whole blocks, or whole sentences of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onetext.reading.sentences import sentences
from onetext.text.spans import Span

PORTION_WORDS = 600

Portion = tuple[Span, ...]


def portions(text: str, blocks: Sequence[Span], *, words: int = PORTION_WORDS) -> Iterator[Portion]:
    """Neighbouring blocks, as many as hold no more than `words`; a longer block is cut.

    A block is cut after a sentence, and inside one only where that alone is longer.
    """
    held: list[Span] = []
    size = 0
    for piece in (piece for block in blocks for piece in _pieces(text, block, words)):
        long = len(piece.of(text).split())
        if held and size + long > words:
            yield tuple(held)
            held, size = [], 0
        if long:
            held.append(piece)
            size += long
    if held:
        yield tuple(held)


def halves(text: str, portion: Portion) -> tuple[Portion, Portion] | None:
    """The portion in two, for an answer that was too long; `None` where it is one sentence."""
    if len(portion) == 1:
        told = sentences(text, portion[0])
        if len(told) < 2:
            return None
        middle = told[len(told) // 2].start
        return (Span(portion[0].start, middle),), (Span(middle, portion[0].end),)
    return portion[: len(portion) // 2], portion[len(portion) // 2 :]


def _pieces(text: str, block: Span, words: int) -> Iterator[Span]:
    if len(block.of(text).split()) <= words:
        yield block
        return
    start, size = block.start, 0
    for sentence in sentences(text, block):
        long = len(sentence.of(text).split())
        if size and size + long > words:
            yield from _cut(text, Span(start, sentence.start), words)
            start, size = sentence.start, 0
        size += long
    yield from _cut(text, Span(start, block.end), words)


def _cut(text: str, piece: Span, words: int) -> Iterator[Span]:
    """A piece; cut between words where it is longer than a portion."""
    start, count, inside = piece.start, 0, False
    for at in range(piece.start, piece.end):
        begins = not text[at].isspace() and not inside
        if begins and count == words:
            yield Span(start, at)
            start, count = at, 0
        count += begins
        inside = not text[at].isspace()
    yield Span(start, piece.end)
