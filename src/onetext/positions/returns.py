"""Which matter came back as which, after drafts that left its issue out.

Each matter that is back is tied, for each of its issues, to the most alike of those that had it
in the last draft that had it; each that was left out for a while, to the most alike of those
that have it in the first draft that has it again. So no more is tied than it takes to show from
where each came and where each went.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onetext.positions.flow_shapes import Flow, Matter, Return

Words = Sequence[Sequence[frozenset[str]]]
"""The telling words of every matter, by column and place."""


def returns(flow: Flow, words: Words) -> tuple[Return, ...]:
    """The returns in a flow, by the draft that they come back in and their place there.

    Args:
        flow: the matters and the ribbons from each draft to the next.
        words: of each matter of `flow`.
    """
    found = dict.fromkeys(_back(flow, words))
    sources = {(one.last, one.before) for one in found}
    for one in _left_out(flow, words):
        if (one.last, one.before) not in sources:
            found[one] = None
    return tuple(sorted(found, key=lambda one: (one.back, one.after, one.last, one.before)))


def _back(flow: Flow, words: Words) -> Iterator[Return]:
    for back in range(2, len(flow.drafts)):
        for after, known in flow.new(back).items():
            for issue in flow.matters[back][after].issues if known else ():
                last = _first_with(issue, flow.matters, range(back - 2, -1, -1))
                if last is not None:
                    yield _most_alike(
                        Return(last, before, back, after, _alike(words, last, before, back, after))
                        for before in _with(issue, flow.matters[last])
                    )


def _left_out(flow: Flow, words: Words) -> Iterator[Return]:
    for last in range(len(flow.drafts) - 2):
        for before, known in flow.gone(last).items():
            for issue in flow.matters[last][before].issues if known else ():
                back = _first_with(issue, flow.matters, range(last + 2, len(flow.drafts)))
                if back is not None:
                    yield _most_alike(
                        Return(last, before, back, after, _alike(words, last, before, back, after))
                        for after in _with(issue, flow.matters[back])
                    )


def _first_with(
    issue: str, columns: Sequence[Sequence[Matter]], order: Iterable[int]
) -> int | None:
    return next((column for column in order if _with(issue, columns[column])), None)


def _with(issue: str, matters: Sequence[Matter]) -> list[int]:
    return [at for at, matter in enumerate(matters) if issue in matter.issues]


def _most_alike(candidates: Iterable[Return]) -> Return:
    """The first of those that are most alike."""
    return max(candidates, key=lambda one: one.similarity)


def _alike(words: Words, last: int, before: int, back: int, after: int) -> float:
    """Dice (1945), Ecology 26, 297-302: twice what two sets share by what they hold together."""
    one, other = words[last][before], words[back][after]
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)
