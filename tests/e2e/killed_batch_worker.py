"""Receives many small readings, one after the other, and tells each that is kept.

Usage: python killed_batch_worker.py RECORD COUNT. Prints the number of a reading once it is
kept, so that whoever kills this process knows what must not be lost. Not a test by itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

from onetext.record.statements import Act, Topic
from onetext.testing import make_document, make_reading, make_statement
from onetext.wiring import open_record


def main(path: Path, count: int) -> None:
    with open_record(path, author="worker") as record:
        print("ready", flush=True)
        for number in range(count):
            words = f"report {number} was read"
            document = make_document(f"Mira Sol said that {words}.", title=f"Report {number}")
            said = [
                make_statement(
                    document,
                    each,
                    speaker="Mira Sol",
                    party="Southland",
                    act=Act.REPORT,
                    topic=Topic.PROCESS,
                )
                for each in (words, "was read")
            ]
            reading = make_reading(document, *said)
            record.receive(reading, origin=f"report-{number}.txt", reader="worker")
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
