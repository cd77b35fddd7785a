"""What a settlement is doing and has found so far, on a terminal; in a pipe, nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status

from onetext.cli.sentences import many, sentence
from onetext.settlement.demands import MinimalSet
from onetext.settlement.words import conceded, demand_sentence

MOST_TOLD = 5
"""So many conflicts, and so many ways out, are told one by one; of the others the number."""


class Progress:
    """Tells each step, and conflicts and ways out as they are found."""

    def __init__(self, console: Console, status: Status) -> None:
        self._console = console
        self._status = status
        self._count = {True: 0, False: 0}

    def step(self, step: str) -> None:
        self._status.update(f"Computing {step} ...")

    def found(self, one: MinimalSet) -> None:
        self._count[one.conflict] += 1
        if not self._console.is_terminal:
            return
        if self._count[one.conflict] <= MOST_TOLD:
            if one.conflict:
                told = "; ".join(demand_sentence(each) for each in one.demands)
                sentence(self._console, f"conflict: {told}", rest="  ", style="dim")
            else:
                sentence(self._console, f"way out: {conceded(one.demands)}", rest="  ", style="dim")
        conflicts, ways = self._count[True], self._count[False]
        self._status.update(
            f"Computing why not: {many(conflicts, 'conflict')}, {many(ways, 'way')} out so far ..."
        )


@contextmanager
def progress(console: Console) -> Iterator[Progress]:
    """Shows what is being computed until the block ends."""
    with console.status("Preparing ...") as status:
        yield Progress(console, status)
