"""A record from before entries could be signed is brought up to date when it is opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from onetext.record.chain import Unsealed
from onetext.record.entries import EntryKind
from onetext.record.stores.sqlite import SqliteStore, open_store
from onetext.record.transfer import lines, read_lines
from onetext.testing import sample_record

START = datetime(2030, 1, 1, tzinfo=UTC)
NOTE = Unsealed(EntryKind.RECORD_OPENED, {"name": "more"})


def test_a_record_of_the_first_form_opens_with_the_same_entries(
    new_sqlite: Callable[[], SqliteStore],
) -> None:
    """And takes signed entries from then on."""
    store = new_sqlite()
    sample_record(store)
    before = list(store.entries())
    store.close()
    _back_to_0001(store.path)
    with closing(open_store(store.path)) as opened:
        assert list(opened.entries()) == before
        [entry] = opened.write([NOTE], author="a", recorded_at=START, sign=lambda _: "signed")
        assert opened.entry(entry.id) == entry
        assert entry.signature == "signed"


def test_a_signature_survives_export(new_sqlite: Callable[[], SqliteStore], tmp_path: Path) -> None:
    """A line without one reads as before; the bytes of an export stay what they were."""
    store = new_sqlite()
    store.write([NOTE], author="a", recorded_at=START)
    store.write([NOTE], author="a", recorded_at=START, sign=lambda digest: f"over {digest}")
    exported = tmp_path / "entries.jsonl"
    exported.write_bytes(b"".join(lines(store.entries())))
    found = list(read_lines(exported))
    assert found == list(store.entries())
    assert [entry.signature for entry in found] == [None, f"over {found[1].digest}"]


def _back_to_0001(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for change in (
        "DROP INDEX entries_recorded",
        "DROP INDEX entries_digest",
        "ALTER TABLE entries DROP COLUMN signature",
        "UPDATE alembic_version SET version_num = '0001'",
    ):
        connection.execute(change)
    connection.close()
