"""The paragraphs of two drafts side by side, in one order: kept, put in, taken out, moved.

Points are paired as the comparison matched them; paragraphs outside of points by their words.
What stands in another order than the longest run of pairs that keep theirs has moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from onetext.briefing.exchange.paragraphs import Form, Paragraph
from onetext.text.comparing import Comparison

_ALIKE = 55.0
"""Paragraphs outside of points that share less (rapidfuzz ratio) are not the same one."""
_LEAST_LIKENESS = 0.25
"""Points that are matched by their place alone share too few words to stand side by side."""
_MOST_COMPARED = 1_000_000
"""Where more pairs could be made outside of points, only equal paragraphs are paired."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph before, after, or both; `moved` numbers a move, whose two rows share it."""

    before: Paragraph | None
    after: Paragraph | None
    moved: int | None = None


def aligned(
    before: Sequence[Paragraph], after: Sequence[Paragraph], comparison: Comparison
) -> list[Row]:
    """Every paragraph of both drafts once; of a move twice, where it was and where it is."""
    pairs = _pairs(before, after, comparison)
    in_place = _longest_run(pairs)
    moved = {i: j for i, j in pairs.items() if i not in in_place}
    come = {j: i for i, j in moved.items()}
    numbers = {i: number for number, i in enumerate(sorted(moved), 1)}
    rows: list[Row] = []
    j = 0
    for i, old in enumerate(before):
        if i not in in_place:
            rows.append(Row(old, None, numbers.get(i)))
            continue
        while j < in_place[i]:
            rows.append(Row(None, after[j], numbers.get(come.get(j, -1))))
            j += 1
        rows.append(Row(old, after[j]))
        j += 1
    rows += [Row(None, new, numbers.get(come.get(at, -1))) for at, new in enumerate(after[j:], j)]
    return rows


def _pairs(
    before: Sequence[Paragraph], after: Sequence[Paragraph], comparison: Comparison
) -> dict[int, int]:
    old, new = _by_path(before), _by_path(after)
    pairs: dict[int, int] = {}
    for was, now in partners(comparison).items():
        of_old, of_new = old.get(was, []), new.get(now, [])
        if of_old and of_new:  # the one with the label, then those that go on in it
            pairs[of_old[0]] = of_new[0]
            pairs.update(_alike(before, after, of_old[1:], of_new[1:]))
    taken = set(pairs.values())
    loose_old = [i for i, p in enumerate(before) if i not in pairs and p.path is None]
    loose_new = [j for j, p in enumerate(after) if j not in taken and p.path is None]
    pairs.update(_alike(before, after, loose_old, loose_new))
    return pairs


def partners(comparison: Comparison) -> Mapping[str, str]:
    """For each point before, the one point after that is most like it; each is taken once."""
    found: list[tuple[float, int, str, str]] = []
    for change in comparison.points:
        for was in change.before:
            for now in change.after:
                likeness = next(
                    (p.similarity for p in change.partners if p.path in (was, now)),
                    change.similarity,
                )
                if likeness >= _LEAST_LIKENESS or change.corrected:
                    found.append((-likeness, len(found), was, now))
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, was, now in sorted(found):
        if was not in chosen and now not in taken:
            chosen[was] = now
            taken.add(now)
    return chosen


def _by_path(paragraphs: Sequence[Paragraph]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(paragraphs):
        if paragraph.path is not None:
            places[paragraph.path].append(at)
    return places


def _alike(
    before: Sequence[Paragraph],
    after: Sequence[Paragraph],
    old: Sequence[int],
    new: Sequence[int],
) -> dict[int, int]:
    """Pairs of paragraphs with the same words in the same order, then of those most alike."""
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(
        None, [_name(before[i]) for i in old], [_name(after[j]) for j in new], autojunk=False
    )
    rest_old, rest_new = list(old), list(new)
    for block in matcher.get_matching_blocks():
        for i, j in zip(
            old[block.a : block.a + block.size], new[block.b : block.b + block.size], strict=True
        ):
            pairs[i] = j
            rest_old.remove(i)
            rest_new.remove(j)
    if not rest_old or not rest_new or len(rest_old) * len(rest_new) > _MOST_COMPARED:
        return pairs
    scores = process.cdist(
        [before[i].words.text for i in rest_old],
        [after[j].words.text for j in rest_new],
        scorer=fuzz.ratio,
    )
    for row, column in zip(*linear_sum_assignment(-scores), strict=True):
        if scores[row, column] >= _ALIKE:
            pairs[rest_old[row]] = rest_new[column]
    return pairs


def _name(paragraph: Paragraph) -> str:
    """What two paragraphs share that are one; titles are one whatever they say."""
    return "\0title" if paragraph.form is Form.TITLE else paragraph.words.text


def _longest_run(pairs: Mapping[int, int]) -> dict[int, int]:
    """The largest set of pairs that stand in the same order on both sides (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    below: dict[int, int | None] = {}
    for i in sorted(pairs):
        place = bisect_left(tops, pairs[i])
        below[i] = ends[place - 1] if place else None
        tops[place : place + 1] = [pairs[i]]
        ends[place : place + 1] = [i]
    run: dict[int, int] = {}
    at = ends[-1] if ends else None
    while at is not None:
        run[at] = pairs[at]
        at = below[at]
    return run
