"""Which sources are copies, kept up as sources come in: none is compared with all others.

A source is held only against those that have a key in common with it (see
`onetext.record.sketches`), in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, select

from onetext.record.copies import SourceLikeness, alike, pair
from onetext.record.entries import Entry, EntryKind
from onetext.record.shingles import OF_THE_OUTLET, Likeness, Shingles, shingles
from onetext.record.sketches import keys
from onetext.record.stores import tables
from onetext.record.stores.bulk import insert_rows
from onetext.record.stores.rows import entry_of

Values = dict[str, Any]
log, kept = tables.entries, tables.source_keys

# Built once: to build a question anew takes longer than to ask it.
_IDS: BindParameter[Sequence[str]] = bindparam("ids", expanding=True)
_SOURCES = select(log).where(log.c.id.in_(_IDS)).order_by(log.c.id)
_own = kept.alias("own")
_SHARING = (
    select(_own.c.id, kept.c.id)
    .join_from(_own, kept, kept.c.passage == _own.c.passage)
    .where(_own.c.id.in_(_IDS), kept.c.id != _own.c.id)
    .distinct()
)


def derive(connection: Connection, entries: Sequence[Entry]) -> None:
    """Keep the keys of the sources among `entries`, and the pairs of copies that they make."""
    blocks = {source.id: blocks_of(source) for source in sources_among(entries)}
    rows = [row for found in blocks.items() for row in key_rows(*found)]
    insert_rows(connection, kept, rows)
    others = sharing(connection, list(blocks))
    found = {
        (row["one_id"], row["other_id"]): row
        for source in sources_among(entries)
        if source.id in others
        for row in pair_rows(connection, source, blocks[source.id], others[source.id])
    }
    insert_rows(connection, tables.source_likenesses, list(found.values()))


def sources_among(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.kind is EntryKind.SOURCE_RECEIVED]


def blocks_of(source: Entry) -> list[str]:
    """The text of each block that is the report's own, as `shingles.own_words` gives it.

    Read from the JSON as it is: to check all of a document takes longer than to compare it.
    """
    document = source.body["document"]
    text: str = document["text"]
    return [
        text[block["start"] : block["end"]]
        for block in document["blocks"]
        if block["kind"] not in OF_THE_OUTLET
    ]


def key_rows(source_id: str, blocks: Sequence[str]) -> list[Values]:
    """The rows of `source_keys` that follow from a source."""
    return [{"passage": key, "id": source_id} for key in sorted(keys(blocks))]


def pair_rows(
    connection: Connection, source: Entry, blocks: Sequence[str], others: Sequence[str]
) -> Iterator[Values]:
    """The rows of `source_likenesses` that a source is part of, with those of these ids."""
    ours: Shingles | None = None
    for row in connection.execute(_SOURCES, {"ids": others}):
        other = entry_of(row)
        ours = ours or shingles(blocks)
        found = alike(ours, shingles(blocks_of(other)))
        if found is not None:
            one_id, other_id = pair(source.id, other.id)
            yield {
                "one_id": one_id,
                "other_id": other_id,
                "recorded_at": max(source.recorded_at, other.recorded_at),
                "shared": found.shared,
                "jaccard": found.jaccard,
                "containment": found.containment,
            }


def likeness_of(row: Row[Any]) -> SourceLikeness:
    """What a row of `source_likenesses` says."""
    found = Likeness(row.shared, row.jaccard, row.containment)
    return SourceLikeness(row.one_id, row.other_id, found, row.recorded_at)


def sharing(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    """The sources that have a key in common with those of these ids, for each that has any."""
    found: dict[str, list[str]] = {}
    if ids:
        for one, other in connection.execute(_SHARING, {"ids": ids}):
            found.setdefault(one, []).append(other)
    return found
