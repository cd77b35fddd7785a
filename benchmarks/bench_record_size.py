"""What a record of a million statements bears: asked and measured, at sizes that grow.

    make bench, or: python benchmarks/bench_record_size.py [STATEMENTS ...]

Ten statements a source, 2,000 issues, 60 parties, four drafts; nearly every statement is accepted
by a rule. Without an argument 10,000 and 100,000 statements; 1000000 is the size that is asked
for, and takes about half an hour. Each figure is the best of several tries, on a machine that
may be doing other things; `cold` is the first try, in a process that has just opened the record.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.made_up_talks import A_SOURCE, DAYS, FIRST_DAY, Talks, fill

from onetext.positions.fold import matrix
from onetext.positions.register.register import Register
from onetext.positions.register.standings import standings
from onetext.record.record import Record, record_name
from onetext.record.search import Asked
from onetext.record.transfer import lines
from onetext.testing import Clock
from onetext.wiring import create_record, import_record, open_record

SIZES = (10_000, 100_000)
FOLDED_UP_TO = 10_000  # statements: the plain fold takes minutes beyond
TRIES = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """What is asked for, and what was measured, in the same unit."""

    what: str
    asked: str
    measured: str


def best(work: Callable[[], object], tries: int = TRIES) -> tuple[float, float]:
    """Seconds of the first try and of the best of several."""
    taken = []
    for _ in range(tries):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return taken[0], min(taken)


def build(path: Path, statements: int) -> list[Figure]:
    """Make the record, and tell how fast it took entries."""
    clock = Clock(datetime.combine(FIRST_DAY, datetime.min.time(), UTC))
    create_record(path, "The great talks", "bench", clock=clock).close()
    kept: dict[str, int] = defaultdict(int)
    taken: dict[str, float] = defaultdict(float)
    with open_record(path, author="bench", clock=clock) as record:
        for step in fill(record, clock, Talks(), statements // A_SOURCE):
            kept[step.what] += step.entries
            taken[step.what] += step.seconds
    everything = sum(kept.values()) / sum(taken.values())
    each = [Figure(f"  {what}", "", f"{kept[what] / taken[what]:,.0f} entries/s") for what in kept]
    return [Figure("appending", ">= 5,000 entries/s", f"{everything:,.0f} entries/s"), *each]


def opening(path: Path) -> list[Figure]:
    def once() -> None:
        with open_record(path) as record:
            record_name(record.store)

    cold, warm = best(once)
    return [Figure("opening", "< 1 s", f"{warm * 1e3:.1f} ms (cold {cold * 1e3:.1f})")]


def folding(record: Record) -> list[Figure]:
    _, fold = best(lambda: matrix(record.store, as_of=middle()), tries=1)
    return [Figure("matrix, by the plain fold", "", f"{fold * 1e3:,.0f} ms")]


def standing(record: Record) -> list[Figure]:
    """The register: built once, asked on several dates, and a cell opened to its words."""
    start = time.process_time()
    register = Register(record.store)
    built = time.process_time() - start
    cold, warm = best(lambda: standings(register.up_to_date(), middle()))
    state = standings(register, middle())
    counts = state.statements
    figures = [
        Figure("register, built once", "", f"{built:.1f} s of one core"),
        Figure("matrix of all cells", "< 300 ms", f"{warm * 1e3:.0f} ms (cold {cold * 1e3:.0f})"),
    ]
    largest, usual = counts.max(), int(np.median(counts[counts > 0]))
    for what, size in (("largest", largest), ("middle", usual)):
        down, across = np.argwhere(counts == size)[0]
        party, issue = state.parties[across], state.issues[down]
        _, took = best(partial(state.position, party, issue))
        told = f"{took * 1e3:.0f} ms for {size} statements"
        figures.append(Figure(f"evidence of a cell, the {what}", "< 50 ms", told))
    return figures


def searching(record: Record) -> list[Figure]:
    """A rare word, two words, a phrase that is everywhere; the first twenty answers."""
    matter = Talks().matters[700]
    asked = (matter.rare[0], f"{matter.rare[0]} {matter.shared[0]}", '"will never accept"')
    figures = []
    for typed in asked:
        words = Asked.of(typed)
        _, took = best(lambda: list(islice(record.store.search(words), 20)))  # noqa: B023 # called before the loop goes on
        figures.append(Figure(f"search for {typed}", "< 200 ms", f"{took * 1e3:.0f} ms"))
    return figures


def middle() -> date:
    return FIRST_DAY + timedelta(DAYS // 2)


def exporting(path: Path) -> list[Figure]:
    """In a process of its own, so that its peak is that of the export."""
    seconds, before, peak, size = alone(export, path)
    return [
        Figure(
            "export",
            "constant memory",
            f"{size / 1e6 / seconds:.0f} MB/s, {peak - before:.0f} MB beyond {before:.0f} MB",
        )
    ]


def export(path: Path) -> tuple[float, float, float, int]:
    with open_record(path) as record:
        record_name(record.store)
        before = peak_mb()
        start = time.perf_counter()
        size = sum(len(line) for line in lines(record.store.entries()))
        return time.perf_counter() - start, before, peak_mb(), size


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def importing(path: Path) -> list[Figure]:
    copy = path.with_suffix(".copy")
    with open_record(path) as record:
        start = time.perf_counter()
        count = import_record(record.store.entries(), copy)
        seconds = time.perf_counter() - start
    copy.unlink()
    return [Figure("  importing", "", f"{count / seconds:,.0f} entries/s")]


def alone(work: Callable[..., Any], *given: object) -> Any:
    """What `work` returns in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def show(figures: list[Figure]) -> None:
    for one in figures:
        print(f"  {one.what:<42} {one.asked:<20} {one.measured}", flush=True)


def bench(path: Path, statements: int) -> None:
    print(f"{statements:,} statements of {statements // A_SOURCE:,} sources, SQLite", flush=True)
    show(build(path, statements))
    print(f"  {'file':<42} {'':<20} {path.stat().st_size / 1e6:,.0f} MB")
    show(importing(path))
    show(opening(path))
    show(exporting(path))
    with open_record(path) as record:
        if statements <= FOLDED_UP_TO:
            show(folding(record))
        show(standing(record))
        show(searching(record))


def main() -> None:
    sizes = [int(given) for given in sys.argv[1:]] or SIZES
    for statements in sizes:
        with tempfile.TemporaryDirectory() as folder:
            bench(Path(folder) / "talks.onetext", statements)


if __name__ == "__main__":
    main()
