"""What a settlement has found so far: told on a terminal, and nowhere else."""

from __future__ import annotations

import io
from fractions import Fraction

from onetext.cli.settle_progress import MOST_TOLD, progress
from onetext.cli.terminal import Terminal
from onetext.settlement.demands import Demand, DemandKind, MinimalSet


def demand(number: int) -> Demand:
    combination = (("border", f"river {number}"),)
    return Demand(DemandKind.RED_LINE, "Northland", number, combination, None, Fraction(2))


def told(*, terminal: bool, sets: int) -> str:
    file = io.StringIO()
    with progress(Terminal(file=file, force_terminal=terminal, width=100)) as shown:
        shown.step("why not")
        for number in range(sets):
            shown.found(MinimalSet(True, (demand(number),)))
            shown.found(MinimalSet(False, (demand(number),)))
    return file.getvalue()


def test_conflicts_and_ways_out_are_told_as_they_are_found() -> None:
    """The first few one by one, then their number."""
    found = told(terminal=True, sets=MOST_TOLD + 2)
    assert "conflict: Northland does not accept border: river 0" in found
    assert "way out: Northland accepts border: river 0 (cost 2)" in found
    assert f"river {MOST_TOLD - 1}" in found
    assert f"river {MOST_TOLD}" not in found


def test_nothing_is_told_in_a_pipe() -> None:
    """A pipe gets the page alone."""
    assert told(terminal=False, sets=3) == ""
