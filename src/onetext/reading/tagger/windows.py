"""Windows: blocks of a text as the encoder reads them, whole blocks packed to 256 pieces.

A block that is longer than a window is cut after a sentence, else between words; a stretch
without any white space is cut hard, so that memory is bounded for every text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from onetext.reading.tagger.marks import levelled
from onetext.text.spans import Span

PIECES = 256
CLS, SEP, PAD = 101, 102, 0
STRETCH_CHARS = 3000  # what is given to the tokenizer at once
SHAPES = 14  # how many shapes `_shape` tells apart, twice for continuations
NOWHERE = -1


@dataclass(slots=True)
class Window:
    """Parallel lists, one item for each piece; `starts` and `ends` are offsets into the text."""

    ids: list[int] = field(default_factory=lambda: [CLS])
    shapes: list[int] = field(default_factory=lambda: [0])
    quotes: list[int] = field(default_factory=lambda: [0])
    starts: list[int] = field(default_factory=lambda: [NOWHERE])
    ends: list[int] = field(default_factory=lambda: [NOWHERE])
    lines: list[int] = field(default_factory=lambda: [NOWHERE])

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, pieces: Sequence[Piece], line: int) -> None:
        for one in pieces:
            self.ids.append(one.id)
            self.shapes.append(one.shape)
            self.quotes.append(one.quote)
            self.starts.append(one.start)
            self.ends.append(one.end)
            self.lines.append(line)
        self.ids.append(SEP)
        self.shapes.append(0)
        self.quotes.append(0)
        self.starts.append(NOWHERE)
        self.ends.append(NOWHERE)
        self.lines.append(NOWHERE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a part of one, with what the uncased encoder does not see of it."""

    id: int
    start: int
    end: int
    shape: int
    quote: int
    ends_sentence: bool


def windows(
    text: str, blocks: Sequence[Span], tokenizer: Any, pieces: int = PIECES
) -> Iterator[Window]:
    """Windows over `blocks` in their order; a window's `lines` are the numbers of its blocks."""
    window = Window()
    for number, block in enumerate(blocks):
        for part in _parts(text, block, tokenizer, pieces - 2):
            if len(window) + len(part) + 1 > pieces and len(window) > 1:
                yield window
                window = Window()
            window.add(part, number)
    if len(window) > 1:
        yield window


def _parts(text: str, block: Span, tokenizer: Any, limit: int) -> Iterator[list[Piece]]:
    """The pieces of `block`, in parts of at most `limit`."""
    held: list[Piece] = []
    for more in _pieces(text, block, tokenizer):
        held += more
        while len(held) > limit:
            cut = _cut(held, limit)
            yield held[:cut]
            held = held[cut:]
    if held:
        yield held


def _cut(pieces: Sequence[Piece], limit: int) -> int:
    for at in range(limit, limit // 3, -1):
        if pieces[at - 1].ends_sentence:
            return at
    for at in range(limit, limit // 2, -1):
        if pieces[at - 1].end < pieces[at].start:
            return at
    return limit


def _pieces(text: str, block: Span, tokenizer: Any) -> Iterator[list[Piece]]:
    plain, states = levelled(text[block.start : block.end])
    for start, end in _stretches(plain):
        code = tokenizer.encode(plain[start:end], add_special_tokens=False)
        found: list[Piece] = []
        last_end = NOWHERE
        offsets = code.offsets
        for index, (id_, (a, b)) in enumerate(zip(code.ids, offsets, strict=True)):
            if a == b:
                continue
            at = start + a
            piece = plain[at : start + b]
            apart = index + 1 == len(offsets) or offsets[index + 1][0] > b
            found.append(
                Piece(
                    id_,
                    block.start + at,
                    block.start + start + b,
                    _shape(piece, continued=a == last_end and piece[0].isalnum()),
                    int(states[at]),
                    apart and _ends_sentence(plain, start + b),
                )
            )
            last_end = b
        yield found


def _stretches(plain: str) -> Iterator[tuple[int, int]]:
    start, size = 0, len(plain)
    while start < size:
        end = min(start + STRETCH_CHARS, size)
        if end < size:
            space = plain.rfind(" ", start + 1, end)
            end = space if space > start else end
        yield start, end
        start = end


def _ends_sentence(plain: str, end: int) -> bool:
    tail = plain[max(0, end - 2) : end].rstrip("\"')]")
    return tail.endswith((".", "!", "?"))


def _shape(piece: str, *, continued: bool) -> int:
    first = piece[0]
    if first.isdigit():
        shape = 1
    elif not first.isalpha():
        shape = 2
    elif not first.isupper():
        shape = 3
    elif len(piece) == 1:
        shape = 4
    elif piece.isupper():
        shape = 5
    else:
        shape = 6
    return shape + 7 * continued
