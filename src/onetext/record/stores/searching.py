"""Full-text search in the database: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL.

Both are given words as `onetext.record.search` tells them, so that both find the same. What was
typed never becomes a part of a query but as such words, each in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    column,
    event,
    func,
    select,
    table,
    text,
)

from onetext.record.entries import Entry, EntryKind
from onetext.record.search import Asked, Filter, told_by, words
from onetext.record.stores import tables
from onetext.record.stores.bulk import insert_rows
from onetext.record.stores.column_types import POSTGRESQL

PAGE = 100
MOST_CHARS = 700_000  # of one text's words on PostgreSQL, whose vectors hold no more than 1 MB
MOST_PLACES = 16_383  # the greatest place of a word that a vector tells

searched = tables.searched
_fts = table("search_words", column("rowid"), column("search_words"))
_INSERT = text(
    "INSERT INTO search_words (rowid, words) SELECT place, :words FROM searched WHERE id = :id"
)

_ON_SERVER = text("CREATE INDEX searched_words ON searched USING gin (words)")
_IN_FILE = text(
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "words, content='', tokenize='unicode61 remove_diacritics 0')"
)
_DROPPED = text("DROP TABLE IF EXISTS search_words")


@event.listens_for(searched, "after_create")
def _created(_target: Table, connection: Connection, **_: Any) -> None:
    if connection.dialect.name == POSTGRESQL:
        connection.execute(_ON_SERVER)
    else:
        connection.execute(_DROPPED)
        connection.execute(_IN_FILE)


def keep(connection: Connection, entries: Sequence[Entry]) -> None:
    """Let the texts of `entries` be found."""
    found = [(entry, told) for entry in entries if (told := told_by(entry)) is not None]
    if not found:
        return
    on_server = connection.dialect.name == POSTGRESQL
    insert_rows(
        connection,
        searched,
        [
            {
                "id": entry.id,
                "of": told.of,
                "recorded_at": entry.recorded_at,
                "kind": str(entry.kind),
                "party": told.party,
                "words": _vector(words(told.text)) if on_server else None,
            }
            for entry, told in found
        ],
    )
    if not on_server:
        given = [{"id": entry.id, "words": " ".join(words(told.text))} for entry, told in found]
        connection.execute(_INSERT, given)


def find(
    connection: Connection,
    asked: Asked,
    wanted: Filter,
    known_on: datetime | None,
    before: int | None,
) -> list[Row[Any]]:
    """The next hits, the latest that came in first: `place`, `id`, `of`, `kind`."""
    place: ColumnElement[int] = searched.c.place
    columns = (searched.c.place, searched.c.id, searched.c.of, searched.c.kind)
    question: Select[Any] = select(*columns)
    if connection.dialect.name == POSTGRESQL:
        question = question.where(searched.c.words.bool_op("@@")(text("CAST(:asked AS tsquery)")))
        given = _tsquery(asked)
    else:
        question = question.join_from(_fts, searched, searched.c.place == _fts.c.rowid)
        place = _fts.c.rowid
        question = question.where(_fts.c.search_words.op("MATCH")(text(":asked")))
        given = _fts5(asked)
    if before is not None:
        question = question.where(place < before)
    if known_on is not None:
        question = question.where(searched.c.recorded_at <= known_on)
    kinds = _STATEMENTS if wanted.parties else _kinds(wanted)
    if len(kinds) < len(_ALL):
        question = question.where(searched.c.kind.in_(kinds))
    if wanted.parties:
        question = question.where(searched.c.party.in_(wanted.parties))
    question = question.order_by(place.desc()).limit(PAGE)
    return list(connection.execute(question, {"asked": given}))


def missing(connection: Connection) -> Iterator[str]:
    """What can be found though nothing holds it, or cannot though something does, in words."""
    kinds = tables.entries.c.kind.in_(_ALL)
    due = connection.scalar(select(func.count()).select_from(tables.entries).where(kinds))
    held = connection.scalar(select(func.count()).select_from(searched))
    if due != held:
        yield f"the table searched holds {held} texts, but {due} entries hold one"


_STATEMENTS = (str(EntryKind.STATEMENT_PROPOSED), str(EntryKind.CORRECTED))
_ALL = (*_STATEMENTS, str(EntryKind.SOURCE_RECEIVED), str(EntryKind.DRAFT_RECEIVED))


def _kinds(wanted: Filter) -> list[str]:
    found = list(_STATEMENTS) if wanted.statements else []
    found += [str(EntryKind.SOURCE_RECEIVED)] if wanted.sources else []
    return found + ([str(EntryKind.DRAFT_RECEIVED)] if wanted.drafts else [])


def _fts5(asked: Asked) -> str:
    return " ".join(f'"{" ".join(phrase)}"' for phrase in asked.phrases)


def _tsquery(asked: Asked) -> str:
    phrases = (" <-> ".join(f"'{word}'" for word in phrase) for phrase in asked.phrases)
    return " & ".join(f"({phrase})" for phrase in phrases)


def _vector(found: Sequence[str]) -> str:
    """As PostgreSQL reads a vector: each word with its places."""
    places: dict[str, list[int]] = {}
    size = 0
    for place, word in enumerate(found[:MOST_PLACES], 1):
        size += len(word.encode()) + 4
        if size > MOST_CHARS:
            break
        places.setdefault(word, []).append(place)
    return " ".join(f"'{word}':{','.join(map(str, at[:255]))}" for word, at in places.items())
