"""Which words were taken out of a text and which were put in, white space and all.

1. The longest common subsequence of tokens; see `token_steps`.
2. Words kept between two changes are told as changed where they are no longer than what changed
   on either side: a reader wants phrases, not a "the" that two sentences happen to share
   (the semantic cleanup of Fraser, diff-match-patch).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from onetext.text.token_steps import Step, token_steps

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Edit(StrEnum):
    KEPT = "kept"
    PUT_IN = "put in"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Run:
    edit: Edit
    text: str


def word_changes(before: str, after: str) -> tuple[Run, ...]:
    """Runs of words: those kept and taken out give `before`, those kept and put in `after`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs = []
    for step in steps(old, new):
        if step.kept:
            runs.append(Run(Edit.KEPT, "".join(old[step.old_from : step.old_to])))
            continue
        if step.old_to > step.old_from:
            runs.append(Run(Edit.TAKEN_OUT, "".join(old[step.old_from : step.old_to])))
        if step.new_to > step.new_from:
            runs.append(Run(Edit.PUT_IN, "".join(new[step.new_from : step.new_to])))
    return tuple(runs)


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """The way from the tokens `old` to the tokens `new`, kept and changed in turn."""
    if old == new:
        return [Step(True, 0, len(old), 0, len(new))] if old else []
    return _phrases(token_steps(old, new), old, new)


def _phrases(found: list[Step], old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """The steps without what is kept only by chance, as one pass over a stack."""
    ours, theirs = _letters_before(old), _letters_before(new)
    done: list[Step] = []
    for step in found:
        done.append(step)
        while (
            len(done) >= 3
            and not done[-1].kept
            and done[-2].kept
            and _by_chance(done[-3], done[-2], done[-1], ours, theirs)
        ):
            last = done.pop()
            done.pop()
            done[-1].old_to, done[-1].new_to = last.old_to, last.new_to
    return done


def _by_chance(
    left: Step, kept: Step, right: Step, ours: Sequence[int], theirs: Sequence[int]
) -> bool:
    length = ours[kept.old_to] - ours[kept.old_from]
    return all(
        length <= max(ours[side.old_to] - ours[side.old_from],
                      theirs[side.new_to] - theirs[side.new_from])
        for side in (left, right)
    )  # fmt: skip


def _letters_before(tokens: Sequence[str]) -> list[int]:
    """How many letters stand before each token, and before the end; white space is none."""
    return [0, *accumulate(0 if token.isspace() else len(token) for token in tokens)]
