"""Windows: every word of the blocks once, in pieces of bounded number, at its exact place."""

from __future__ import annotations

import tracemalloc

import pytest
from tokenizers import Tokenizer

from onetext.reading.tagger.model import FOLDER
from onetext.reading.tagger.windows import NOWHERE, PIECES, windows
from onetext.text.spans import Span

TOKENIZER = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


def _covered(text: str, blocks: list[Span]) -> str:
    signs = [" "] * len(text)
    for window in windows(text, blocks, TOKENIZER):
        assert len(window) <= PIECES
        assert len(window.starts) == len(window.shapes) == len(window.quotes) == len(window)
        for start, end in zip(window.starts, window.ends, strict=True):
            if start != NOWHERE:
                signs[start:end] = text[start:end]
    return "".join(signs)


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Ada Berg said talks go on.",
        "The café\u0301 — Überlingen’s “plan” 𝔘𝔫𝔦 Київ 北京 naïve",
        "word " * 3000,
        "A sentence of six words here. " * 400,
        "x" * 20_000,
    ],
)
def test_all_words_are_covered_at_their_place(text: str) -> None:
    """Long blocks are cut, but nothing is lost; only white space and accents may be passed over."""
    covered = _covered(text, [Span(0, len(text))])
    missed = {a for a, b in zip(text, covered, strict=True) if a != b}
    assert not {sign for sign in missed if sign.isalnum()}


def test_blocks_are_kept_whole_where_they_fit() -> None:
    """Blocks that together exceed a window are parted between blocks, not inside one."""
    text = "\n".join("Envoy Ada Berg said that talks go on today. " * 6 for _ in range(9))
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    seen = [set(window.lines) - {NOWHERE} for window in windows(text, blocks, TOKENIZER)]
    assert len(seen) > 1
    assert sum(len(lines) for lines in seen) == len(blocks)


def test_a_long_block_is_cut_after_a_sentence() -> None:
    """Where a block is longer than a window, the cut falls on the end of a sentence."""
    text = "Envoy Ada Berg said that talks go on today. " * 60
    first = next(windows(text, [Span(0, len(text))], TOKENIZER))
    assert text[: max(first.ends)].endswith("today.")


def test_a_long_line_takes_bounded_memory() -> None:
    """Ten megabytes in one line are windowed piece by piece."""
    text = "said it " * 1_250_000
    tracemalloc.start()
    stream = windows(text, [Span(0, len(text))], TOKENIZER)
    for _ in range(50):
        next(stream)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 120_000_000
