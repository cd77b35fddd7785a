"""Writes a small record in the form that this version gives it, for later versions to open.

Run it once, when a migration is about to be added: it writes NNNN.sql, the SQLite file as text,
and NNNN.jsonl, what `onetext export` makes of it, where NNNN is the revision before the new one.

    python tests/integration/old_records/write.py
"""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from onetext.record.record import Record
from onetext.record.store import Store
from onetext.record.stores.schema import REVISION
from onetext.record.stores.sqlite import create_store, open_store
from onetext.record.transfer import lines
from onetext.testing import Clock, make_document, make_draft, make_reading, sample_record

HERE = Path(__file__).parent
ODD = "\x00 \u202e \u200b '); DROP TABLE entries; -- 𝔘 é e\u0301 \r\n\u2028"


def fill(store: Store) -> None:
    """Entries of most kinds, by two authors."""
    sample_record(store)
    record = Record(store, author="ada", clock=Clock(datetime(2030, 4, 1, tzinfo=UTC)))
    points = [("1", "The border."), ("2", "The ports.")]
    made = [make_draft(title, points, by="Mira Sol", dated=None) for title in "ef"]
    first, second = (
        record.receive_draft(draft, sha256=draft.title * 64, origin="d.md")[0] for draft in made
    )
    border, ports, *_ = [issue.id for issue in store.issues()]
    record.assign_point(first, "1", [border, ports], rule="person", confidence=1.0, reason="both")
    match = record.match_points(first, second, "1", ["2"], reason="renumbered")
    record.withdraw(match, "not that one")
    record.match_points(first, second, "2", [])
    statement = store.statements()[0].id
    record.link_statement(statement, border)
    record.unlink_statement(statement, ports)
    record.receive(make_reading(make_document(ODD)), origin="odd \x1a.txt", reader="test")
    moment = datetime(2030, 4, 1, tzinfo=UTC)
    record.publish_brief(date(2030, 3, 31), moment, "f" * 64, "brief.html")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.onetext"
        create_store(path, fill)
        store = open_store(path)
        exported = b"".join(lines(store.entries()))
        store.close()
        connection = sqlite3.connect(path)
        [application] = connection.execute("PRAGMA application_id").fetchone()
        dump = [f"PRAGMA application_id = {application};", *connection.iterdump()]
        connection.close()
    (HERE / f"{REVISION}.jsonl").write_bytes(exported)
    (HERE / f"{REVISION}.sql").write_bytes("\n".join([*dump, ""]).encode())


if __name__ == "__main__":
    main()
