"""Cells in which several copies of one text have a say: they are folded as the plain fold does.

There copies may differ in words and day, so that what counts for how many depends on the day
that is asked for. Such a cell is folded once for each day on which something was said in it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onetext.positions.copies import counted_once
from onetext.positions.register.rows import CODES, Ints, Rows
from onetext.positions.register.steps import Step, cells_of
from onetext.positions.stances import stance_of
from onetext.positions.values import Evidence, IssueLink, Position
from onetext.positions.weighing import standing
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.record.copies import CopyGroups
from onetext.record.views import RecordedStatement

ALONE = -1
_ANY = IssueLink("", "", 1.0)


def groups_of(sources: Sequence[str], groups: CopyGroups) -> Ints:
    """For each source a number that it shares with its copies; `ALONE` where it has none."""
    number = {one: at for at, group in enumerate(groups.all()) for one in group}
    return np.array([number.get(one, ALONE) for one in sources], np.int32)


def syndicated(rows: Rows, parties: int, group: Ints) -> NDArray[np.int64]:
    """The cells with statements of two or more sources of one group."""
    there = np.flatnonzero(group[rows.source] != ALONE) if len(rows) else np.array([], np.intp)
    cell = cells_of(rows, parties)[there]
    each = np.unique(np.stack((cell, group[rows.source[there]], rows.source[there])), axis=1)
    pairs, counts = np.unique(each[:2], axis=1, return_counts=True)
    return np.unique(pairs[0, counts > 1])


def folded(
    cell: int,
    rows: Ints,
    statements: Sequence[RecordedStatement],
    groups: CopyGroups,
) -> list[Step]:
    """The steps of one cell.

    Args:
        cell: its number.
        rows: the places of its rows.
        statements: what they stand for, in the same order.
        groups: the sources that are copies of one text.
    """
    place = {one.id: int(row) for one, row in zip(statements, rows, strict=True)}
    evidence = [Evidence(one, stance_of(one.statement), _ANY) for one in statements]
    found = []
    for day in sorted({one.dated for one in statements}):
        counted = counted_once((one for one in evidence if one.recorded.dated <= day), groups)
        stance, since = standing(counted)
        deciding = Position("", WHOLE_TEXT, stance, since, tuple(counted)).deciding
        found.append(
            Step(
                cell,
                day.toordinal(),
                CODES[stance],
                since.toordinal() if since else 0,
                len(counted),
                tuple(place[one.recorded.id] for one in deciding),
            )
        )
    return found
