"""Word changes as a person would mark them: no lone word kept between two changes.

Taking out "the old port of Holm" and putting in "the new harbour" is easier to read than the same
with "the" kept in the middle of it. What is kept and taken out still joins to the text before, and
what is kept and put in to the text after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onetext.text.word_changes import Edit, Run, word_changes

_WORD = re.compile(r"\w+")
_LONE_WORDS = 1
_LEAST_KEPT_SHARE = 0.25
"""A wording of which less is kept is another wording: out with the old, in with the new."""


def readable_changes(before: str, after: str) -> tuple[Run, ...]:
    """The changes from `before` to `after`, in as few stretches as can be read well."""
    if not before or not after:
        return word_changes(before, after)
    runs = _joined(word_changes(before, after))
    kept = sum(_words(run.text) for run in runs if run.edit is Edit.KEPT)
    if kept < _LEAST_KEPT_SHARE * max(_words(before), _words(after)):
        return _whole(before, after)
    return tuple(runs)


def _whole(before: str, after: str) -> tuple[Run, ...]:
    """All of the wording changed; labels, up to the tab behind them, are compared apart."""
    if "\t" not in before or "\t" not in after:
        return (Run(Edit.TAKEN_OUT, before), Run(Edit.PUT_IN, after))
    (was, _, old), (now, _, new) = before.partition("\t"), after.partition("\t")
    return (
        *word_changes(f"{was}\t", f"{now}\t"),
        Run(Edit.TAKEN_OUT, old),
        Run(Edit.PUT_IN, new),
    )


def _joined(runs: Iterable[Run]) -> list[Run]:
    listed = list(runs)
    joined: list[Run] = []
    out = put = ""
    for at, run in enumerate(listed):
        inside = 0 < at < len(listed) - 1
        if run.edit is Edit.TAKEN_OUT:
            out += run.text
        elif run.edit is Edit.PUT_IN:
            put += run.text
        elif inside and "\t" not in run.text and _is_lone(run.text, out, put, listed[at + 1 :]):
            out += run.text
            put += run.text
        else:
            joined += _both(out, put)
            joined.append(run)
            out = put = ""
    return [*joined, *_both(out, put)]


def _both(out: str, put: str) -> list[Run]:
    made = [Run(Edit.TAKEN_OUT, out), Run(Edit.PUT_IN, put)]
    return [run for run in made if run.text]


def _is_lone(kept: str, out: str, put: str, following: list[Run]) -> bool:
    """Whether words on both sides of it are changed for others, and it is next to nothing."""
    if not (out and put) or _words(kept) > _LONE_WORDS:
        return False
    after = {run.edit for run in following[:2]}
    return {Edit.TAKEN_OUT, Edit.PUT_IN} <= after


def _words(text: str) -> int:
    return len(_WORD.findall(text))
