"""What is left of a record whose file is damaged: every entry that its digest proves sound."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import rfc8785

from onetext.errors import BadImport
from onetext.record.codec import check_body
from onetext.record.entries import Entry, EntryKind
from onetext.record.stores.sqlite_pages import Pages, Value

_SIGNATURE = re.compile(r"[a-z0-9]+:[0-9a-f]+:[A-Za-z0-9+/=]+")  # no digest covers it
_COLUMNS = 9  # of the log before entries could be signed


@dataclass(slots=True)
class Salvaged:
    """What was found in a damaged file. `unsound` are ids of entries that were changed; `missing`
    the digests of entries that others follow and that are not there."""

    pages: int = 0
    entries: int = 0
    unsound: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def salvage(path: Path, found: Salvaged) -> Iterator[Entry]:
    """The sound entries in the file at `path`, by id; fills `found` on the way.

    The file is only read. Entries wait in a database of their own until all are found, so that
    memory stays small and each comes once.

    Raises:
        OSError: the file cannot be read at all.
    """
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "found")) as kept:
        kept.execute("CREATE TABLE found (id TEXT PRIMARY KEY, digest TEXT, row TEXT)")
        kept.execute("CREATE TABLE unsound (id TEXT PRIMARY KEY)")
        with closing(Pages(path)) as pages:
            for number in pages.numbers:
                found.pages += 1
                for row in pages.rows(number):
                    _keep(kept, row)
        asked = "SELECT id FROM unsound WHERE id NOT IN (SELECT id FROM found) ORDER BY id"
        found.unsound.extend(row[0] for row in kept.execute(asked))
        digests: set[str] = set()
        awaited: set[str] = set()
        for (row,) in kept.execute("SELECT row FROM found ORDER BY id"):
            entry = _entry(json.loads(row))
            found.entries += 1
            digests.add(entry.digest)
            if entry.previous is not None:
                awaited.add(entry.previous)
            yield entry
        found.missing.extend(sorted(awaited - digests))


def _keep(kept: sqlite3.Connection, row: Sequence[Value]) -> None:
    if len(row) not in (_COLUMNS, _COLUMNS + 1) or not isinstance(row[0], str):
        return
    if not isinstance(row[7], str) or len(row[7]) != 64:
        return
    try:
        entry = _entry(row)
        check_body(entry.kind, entry.body)
        sound = entry.computed_digest() == entry.digest
    except (ValueError, TypeError, AttributeError, BadImport, rfc8785.CanonicalizationError):
        sound = False
    if sound:
        # Bytes stand only where the digest does not look: at a signature that was damaged.
        whole = [None if isinstance(value, bytes) else value for value in row]
        values = row[0], row[7], json.dumps(whole, ensure_ascii=True)
        kept.execute("INSERT OR IGNORE INTO found VALUES (?, ?, ?)", values)
    else:
        with suppress(sqlite3.Error, UnicodeEncodeError):
            kept.execute("INSERT OR IGNORE INTO unsound VALUES (?)", (row[0],))


def _entry(row: Sequence[Value]) -> Entry:
    entry_id, kind, body, author, moment, visibility, previous, digest = row[:8]
    signature = row[9] if len(row) > _COLUMNS else None
    return Entry(
        str(entry_id),
        EntryKind(str(kind)),
        json.loads(str(body)),
        str(author),
        datetime.fromisoformat(str(moment)),
        str(visibility),
        None if previous is None else str(previous),
        str(digest),
        str(signature) if _SIGNATURE.fullmatch(str(signature)) else None,
    )
