"""How fast the record keeps and answers, at sizes that grow, beside plain SQLite inserts.

    make bench, or: python benchmarks/bench_record.py

The baseline writes the same JSON bodies into one bare table with Python's sqlite3, one
transaction for each reading as the record does: no digests, no derived tables, no triggers.
The ratio says what an append-only, provable record costs over that.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from onetext.positions.fold import matrix
from onetext.record.codec import to_json
from onetext.record.record import Record
from onetext.record.statements import Act, Reading, Topic
from onetext.record.views import Verdict
from onetext.testing import make_document, make_draft, make_reading, make_statement
from onetext.wiring import create_record

SIZES = (100, 400, 1600)  # readings of six statements each
PARTIES = ("Northland", "Southland", "Westland")
MATTERS = ("border", "ports", "prisoners", "observers")


def reading(number: int) -> Reading:
    """A report of six statements by three parties, like no other."""
    said = [(party, verb) for party in PARTIES for verb in ("accepts", "rejects")]
    sentences = [
        f"Envoy {number} said that {party} {verb} the {MATTERS[(number + place) % 4]} of {number}."
        for place, (party, verb) in enumerate(said)
    ]
    document = make_document(
        *sentences, title=f"Report {number}", published=date(2030, 1, 1) + timedelta(number % 365)
    )
    acts = (Act.ACCEPT, Act.REJECT) * 3
    return make_reading(
        document,
        *(
            make_statement(
                document,
                sentence.split("that ", 1)[1].rstrip("."),
                speaker=f"Envoy {number}",
                party=PARTIES[place // 2],
                act=act,
                topic=Topic.TERRITORY,
            )
            for place, (sentence, act) in enumerate(zip(sentences, acts, strict=True))
        ),
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def keep(record: Record, readings: list[Reading]) -> None:
    for one in readings:
        record.receive(one, origin=one.document.title or "", reader="bench")


def insert(path: Path, readings: list[Reading]) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE entries (body TEXT NOT NULL)")
    for one in readings:
        bodies = [to_json(one.document), *(to_json(said) for said in one.statements)]
        with connection:
            connection.executemany(
                "INSERT INTO entries VALUES (?)",
                [(json.dumps(body, ensure_ascii=False),) for body in bodies],
            )
    connection.close()


def main() -> None:
    print("record: one transaction for each reading of 6 statements (7 entries)")
    print(
        f"{'readings':>8} {'entries/s':>10} {'sqlite3/s':>10} {'ratio':>6} "
        f"{'accept/s':>9} {'query ms':>9} {'matrix ms':>10} {'rebuild s':>10}"
    )
    for size in SIZES:
        readings = [reading(number) for number in range(size)]
        with tempfile.TemporaryDirectory() as folder:
            plain = seconds(lambda: insert(Path(folder) / "plain.db", readings))  # noqa: B023 # run at once
            with create_record(Path(folder) / "bench.onetext", "bench", "bench") as record:
                kept = seconds(lambda: keep(record, readings))  # noqa: B023 # run at once
                draft = make_draft(
                    "Plan",
                    [(str(place), f"The {matter}.") for place, matter in enumerate(MATTERS, 1)],
                    by="Ada Berg",
                    dated=date(2029, 12, 1),
                )
                draft_id, _ = record.receive_draft(draft, sha256="0" * 64, origin="plan.md")
                for place, matter in enumerate(MATTERS, 1):
                    issue = record.open_issue(matter, Topic.TERRITORY)
                    record.link_point(draft_id, str(place), issue, rule="bench", confidence=1.0)
                pending = [s.id for s in record.store.statements(verdicts=(Verdict.PENDING,))]
                accepted = seconds(lambda: record.accept(pending))  # noqa: B023 # run at once
                query = seconds(record.store.statements)
                folded = seconds(lambda: matrix(record.store, as_of=date(2031, 1, 1)))
                rebuilt = seconds(record.store.rebuild)
        entries = 7 * size
        print(
            f"{size:>8} {entries / kept:>10.0f} {entries / plain:>10.0f} {plain / kept:>6.2f} "
            f"{len(pending) / accepted:>9.0f} {query * 1e3:>9.1f} {folded * 1e3:>10.1f} "
            f"{rebuilt:>10.2f}"
        )


if __name__ == "__main__":
    main()
