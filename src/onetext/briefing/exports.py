"""Everything that can be written from a record for others to read, each under its file's name."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import IO

from onetext.briefing.feed import feed, news_count
from onetext.positions.tables import POSITIONS
from onetext.record.annotations import annotation_lines
from onetext.record.store import Store
from onetext.record.tables import TABLES as RECORD_TABLES
from onetext.record.tables import Table
from onetext.record.tables.codebook import codebook_json, codebook_markdown
from onetext.record.tables.csv_file import write_table
from onetext.record.tables.parquet_file import write_parquet
from onetext.record.transfer import lines

ENTRIES = "entries.jsonl"
TABLES: tuple[Table, ...] = (*RECORD_TABLES, POSITIONS)

Write = Callable[[Store, IO[bytes]], int]


@dataclass(frozen=True, slots=True)
class Export:
    """A file that can be written; `write` returns how many of `unit` it holds."""

    name: str
    unit: str
    write: Write


def write_entries(store: Store, file: IO[bytes]) -> int:
    """All entries as JSON Lines, one after the other."""
    count = 0
    for line in lines(store.entries()):
        file.write(line)
        count += 1
    return count


def _csv(table: Table, store: Store, file: IO[bytes]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    count = write_table(table, store, text)
    text.flush()
    text.detach()
    return count


def _annotations(store: Store, file: IO[bytes]) -> int:
    count = -2  # the first line and the last hold no annotation
    for line in annotation_lines(store):
        file.write(f"{line}\n".encode())
        count += 1
    return count


def _atom(store: Store, file: IO[bytes]) -> int:
    """Everything that ever changed, whatever its date."""
    text = feed(store, since=date.min, until=date.max)
    file.write(text)
    return news_count(text)


def _codebook_markdown(_store: Store, file: IO[bytes]) -> int:
    file.write(codebook_markdown(TABLES).encode())
    return len(TABLES)


def _codebook_json(_store: Store, file: IO[bytes]) -> int:
    text = json.dumps(codebook_json(TABLES), ensure_ascii=False, indent=1)
    file.write(f"{text}\n".encode())
    return len(TABLES)


EXPORTS: dict[str, Export] = {
    one.name: one
    for one in (
        Export(ENTRIES, "entries", write_entries),
        *(Export(f"{one.name}.csv", "rows", partial(_csv, one)) for one in TABLES),
        *(Export(f"{one.name}.parquet", "rows", partial(write_parquet, one)) for one in TABLES),
        Export("annotations.jsonld", "annotations", _annotations),
        Export("changes.atom", "entries", _atom),
        Export("codebook.md", "tables", _codebook_markdown),
        Export("codebook.json", "tables", _codebook_json),
    )
}
