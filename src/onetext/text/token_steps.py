"""From one sequence of tokens to another: what is kept and what is changed, in turn.

The longest common subsequence (Hyyrö 2004, as rapidfuzz finds it) takes memory with the product
of both lengths. Beyond `MOST_PAIRS` it is found of sentences first, and of tokens only between
sentences that are kept; what lies between and is still too long is told as changed whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

MOST_PAIRS = 400_000_000
"""Tokens of the one text times tokens of the other: at this many, some 50 MB."""
_SENTENCE_ENDS = frozenset(".;:!?。；")


@dataclass(slots=True)
class Step:
    """Tokens `old_from` to `old_to` became `new_from` to `new_to`; the same ones where kept."""

    kept: bool
    old_from: int
    old_to: int
    new_from: int
    new_to: int


def token_steps(
    old: Sequence[str], new: Sequence[str], *, most_pairs: int = MOST_PAIRS
) -> list[Step]:
    """Steps that cover both sequences in order; no two neighbours are of one kind."""
    return _joined(_steps(old, new, most_pairs))


def _joined(steps: Iterable[Step]) -> list[Step]:
    """Neighbours of one kind as one: what was taken out and what was put in there is a change."""
    found: list[Step] = []
    for step in steps:
        if found and found[-1].kept == step.kept:
            found[-1].old_to, found[-1].new_to = step.old_to, step.new_to
        else:
            found.append(step)
    return found


def _steps(old: Sequence[str], new: Sequence[str], most_pairs: int) -> Iterator[Step]:
    if len(old) * len(new) <= most_pairs:
        yield from _common(old, new)
        return
    ours, theirs = _sentences(old), _sentences(new)
    starts, starts_new = _starts(ours), _starts(theirs)
    if len(ours) * len(theirs) > most_pairs:
        yield Step(False, 0, len(old), 0, len(new))
        return
    for block in _joined(_common(ours, theirs)):
        begin, end = starts[block.old_from], starts[block.old_to]
        begin_new, end_new = starts_new[block.new_from], starts_new[block.new_to]
        if block.kept or (end - begin) * (end_new - begin_new) > most_pairs:
            yield Step(block.kept, begin, end, begin_new, end_new)
            continue
        for step in _common(old[begin:end], new[begin_new:end_new]):
            yield Step(
                step.kept,
                begin + step.old_from,
                begin + step.old_to,
                begin_new + step.new_from,
                begin_new + step.new_to,
            )


def _common(old: Sequence[object], new: Sequence[object]) -> Iterator[Step]:
    for code in LCSseq.opcodes(old, new):
        yield Step(
            code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end
        )


def _sentences(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    found, begin = [], 0
    for at, token in enumerate(tokens, 1):
        if token in _SENTENCE_ENDS or "\n" in token:
            found.append(tuple(tokens[begin:at]))
            begin = at
    if begin < len(tokens):
        found.append(tuple(tokens[begin:]))
    return found


def _starts(sentences: Sequence[Sequence[str]]) -> list[int]:
    starts = [0]
    for one in sentences:
        starts.append(starts[-1] + len(one))
    return starts
