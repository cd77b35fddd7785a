"""Two records that share half of what they hold, merged: asked and measured.

    make bench, or: python benchmarks/bench_merging.py [STATEMENTS]

Each record has so many statements (default 20,000); half of them, with their sources and the
verdicts on them, stand in both, and a tenth of the reports of the other half were read on both
sides. A million takes an hour to make. Merged both ways, the two must end alike. Named peer: to
import the union into a new record, which checks and keeps every entry anew.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bench_record_size import Figure, alone, peak_mb, show
from benchmarks.made_up_talks import A_SOURCE, FIRST_DAY, Talks, fill

from onetext.record.merging import OtherStore, merge
from onetext.record.transfer import lines
from onetext.testing import Clock
from onetext.wiring import create_record, import_record, open_record

STATEMENTS = 20_000
ASKED_S = 300  # for a million statements
BASE, ANN, BOB = 1, 2, 3


def grow(path: Path, author: str, seed: int, statements: int) -> None:
    clock = Clock(datetime.combine(FIRST_DAY, datetime.min.time(), UTC))
    with open_record(path, author=author, clock=clock) as record:
        for _ in fill(record, clock, Talks(seed=seed), statements // A_SOURCE):
            pass


def make(folder: Path, statements: int) -> tuple[Path, Path]:
    ann, bob = folder / "ann.onetext", folder / "bob.onetext"
    create_record(ann, "The great talks", "bench").close()
    grow(ann, "bench", BASE, statements // 2)
    shutil.copyfile(ann, bob)
    again = statements // 20
    grow(ann, "ann", ANN, again)
    grow(bob, "bob", ANN, again)  # the same reports as Ann's
    grow(ann, "ann", BOB, statements // 2 - again)
    grow(bob, "bob", BOB + 1, statements // 2 - again)
    return ann, bob


def merged(path: Path, other: Path) -> tuple[float, int, float, float]:
    """Seconds, entries that came, and memory before and at its peak, in MB."""
    with open_record(path) as mine, open_record(other) as theirs:
        before = peak_mb()
        start = time.perf_counter()
        came = merge(mine.store, OtherStore(theirs.store, str(other)))
        return time.perf_counter() - start, came.entries, before, peak_mb()


def digest(path: Path) -> str:
    found = hashlib.sha256()
    with open_record(path) as record:
        for line in lines(record.store.entries()):
            found.update(line)
    return found.hexdigest()


def imported(path: Path) -> float:
    with open_record(path) as record:
        start = time.perf_counter()
        import_record(record.store.entries(), path.with_suffix(".union"))
        return time.perf_counter() - start


def main() -> None:
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else STATEMENTS
    with tempfile.TemporaryDirectory() as folder:
        ann, bob = make(Path(folder), statements)
        print(f"two records of {statements:,} statements that share half, SQLite", flush=True)
        seconds, entries, before, peak = alone(merged, ann, bob)
        back = alone(merged, bob, ann)
        again = alone(merged, bob, ann)
        assert again[1] == 0
        assert digest(ann) == digest(bob)
        union = alone(imported, ann)
        asked = f"< {ASKED_S * statements / 1e6:,.1f} s in proportion"
        show(
            [
                Figure("merging", asked, f"{seconds:.1f} s, {entries / seconds:,.0f} entries/s"),
                Figure("  and back", asked, f"{back[0]:.1f} s"),
                Figure("  again, with nothing new", "", f"{again[0]:.1f} s"),
                Figure("  memory", "constant", f"{before:.0f} MB, at its peak {peak:.0f} MB"),
                Figure("  importing the union instead", "", f"{union:.1f} s"),
            ]
        )


if __name__ == "__main__":
    main()
