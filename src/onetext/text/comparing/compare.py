"""What became of every point and bracket between two drafts."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from rapidfuzz import fuzz, process
from scipy.optimize import linear_sum_assignment

from onetext.text.comparing.shapes import (
    Change,
    Comparison,
    Correction,
    Likeness,
    Partner,
    PointChange,
)
from onetext.text.drafts import Draft
from onetext.text.word_changes import word_changes


def compare(
    before: Draft,
    after: Draft,
    *,
    likeness: Likeness | None = None,  # noqa: ARG001 # the shape first
    corrections: Collection[Correction] = (),  # noqa: ARG001 # as above
) -> Comparison:
    """Match every point of `before` with `after` and tell what became of it."""
    old, new = list(before.walk()), list(after.walk())
    told = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    if old and new:
        grid = process.cdist([p.text for p in old], [p.text for p in new], scorer=fuzz.ratio)
        same = np.array([[p.path == q.path for q in new] for p in old])
        for i, j in zip(*linear_sum_assignment(-(grid + 5.0 * same)), strict=True):
            if grid[i, j] < 50:
                continue
            p, q = old[i], new[j]
            taken_old.add(i)
            taken_new.add(j)
            reworded = p.text.split() != q.text.split()
            similarity = float(grid[i, j]) / 100
            told.append(
                PointChange(
                    Change.REWORDED if reworded else Change.KEPT,
                    (p.path,),
                    (q.path,),
                    (Partner(q.path, similarity),),
                    similarity,
                    similarity,
                    word_changes(p.text, q.text),
                    renumbered=p.label != q.label,
                    reworded=reworded,
                )
            )
    for i, p in enumerate(old):
        if i not in taken_old:
            told.append(PointChange(Change.DROPPED, (p.path,), (), words=word_changes(p.text, "")))
    for j, q in enumerate(new):
        if j not in taken_new:
            told.append(PointChange(Change.ADDED, (), (q.path,), words=word_changes("", q.text)))
    return Comparison(before, after, tuple(told))
