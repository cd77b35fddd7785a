"""A record in one SQLite file."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import connect as connect_to
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from onetext.errors import RecordProblem
from onetext.record.stores import schema
from onetext.record.stores.faults import named
from onetext.record.stores.sessions import WRITING, Sessions
from onetext.record.stores.sql import SqlStore

APPLICATION_ID = int.from_bytes(b"1txt")
BUSY_S = 30.0
CACHE_KIB = 64 * 1024  # the indexes of a large record are written to all over
WRITE_AHEAD = "WAL"
ROLL_BACK = "DELETE"  # while a record is made: what is committed is in the one file that is moved
_MAGIC = b"SQLite format 3\x00"
_ID_AT = 68  # where the header of a SQLite file holds the application id


class SqliteStore(SqlStore):
    """The store in the file at `path`, which must be a record: see `open_store`."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        super().__init__(Sessions(engine, partial(named, path)))

    def damage(self) -> list[str]:
        with self.sessions.reading() as connection:
            found = connection.execute(text("PRAGMA integrity_check(20)")).scalars().all()
        return [line for line in found if line != "ok"] or super().damage()


def open_store(path: Path, *, busy_s: float = BUSY_S) -> SqliteStore:
    """Open the record at `path`, brought up to date if an older version wrote it.

    Args:
        path: the record's file.
        busy_s: how long to wait for another writer, in seconds.

    Raises:
        RecordProblem: there is no record at `path`, or it cannot be opened.
        NewerRecord: a newer version of onetext wrote it.
    """
    check_file(path)
    store = SqliteStore(path, _engine(path, busy_s, WRITE_AHEAD))
    try:
        with store.sessions.reading() as connection:
            current = schema.is_current(connection)
        if not current:
            with store.sessions.writing() as connection:
                schema.bring_up_to_date(connection, f"The record {path}")
    except BaseException:
        store.close()
        raise
    return store


def private_store() -> SqliteStore:
    """A store without entries that nobody else can read, and that is gone once it is closed.

    It is held in memory, and in a file without a name as far as it outgrows that.
    """
    connect = partial(connect_to, "", check_same_thread=False)
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "connect", _on_private)
    event.listen(engine, "begin", _on_begin)
    store = SqliteStore(Path("what may be seen of it"), engine)
    with store.sessions.writing() as connection:
        schema.make(connection)
    return store


def create_store(path: Path, fill: Callable[[SqliteStore], None]) -> None:
    """Make a record at `path` whose first entries `fill` writes; on any error make nothing.

    Raises:
        RecordProblem: there is something at `path` already, or nothing can be written there.
    """
    _check_free(path)
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        store = SqliteStore(path, _engine(making, BUSY_S, ROLL_BACK))
        try:
            _prepare(store)
            fill(store)
        finally:
            store.close()
        _move(making, path)
    finally:
        for suffix in ("", "-journal"):
            with suppress(OSError):  # what went wrong before is what counts
                making.with_name(making.name + suffix).unlink()


def compact(path: Path) -> None:
    """Write the file of the record at `path` anew, without pages that nothing stands on.

    Raises:
        RecordProblem: as `open_store`; also the disk has no room for a second copy.
    """
    with named(path), closing(connect_to(str(path))) as connection:
        connection.execute("VACUUM")


def _check_free(path: Path) -> None:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:  # such as a name that is too long
        raise _not_made(path, error.strerror or str(error)) from error
    except ValueError as error:  # such as a NUL in the name
        raise _not_made(path, f"no file can have that name ({error})") from error
    raise RecordProblem(
        f"A new record was to be made at {path}, but there is a file already. "
        "Give another name, or move that file away."
    )


def _not_made(path: Path, found: str) -> RecordProblem:
    return RecordProblem(
        f"A new record was to be made at {path}, but nothing can be written there: {found}. "
        "Give another name, or a folder that may be written to."
    )


def check_file(path: Path) -> None:
    """Refuse what is not a record, before SQLite touches it.

    Raises:
        RecordProblem: says what was found at `path` instead.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise _no_record(path, "there is no such file") from None
    except IsADirectoryError:
        raise _no_record(path, "that is a directory") from None
    except OSError as error:
        raise _no_record(path, error.strerror or str(error)) from error
    except ValueError as error:  # such as a NUL in the name
        raise _no_record(path, f"no file can have that name ({error})") from error
    if not header:
        raise _no_record(path, "the file is empty")
    if not header.startswith(_MAGIC):
        raise _no_record(path, "the file is of another kind")
    if header[_ID_AT : _ID_AT + 4] != APPLICATION_ID.to_bytes(4):
        raise _no_record(path, "the file is a SQLite database that onetext did not make")


def _no_record(path: Path, found: str) -> RecordProblem:
    return RecordProblem(
        f"The record {path} was asked for, but {found}. "
        "Name a record, or make one with: onetext init RECORD"
    )


def _prepare(store: SqliteStore) -> None:
    with store.sessions.writing() as connection:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        schema.bring_up_to_date(connection, f"The record {store.path}")


def _move(making: Path, path: Path) -> None:
    try:
        os.link(making, path)
    except FileExistsError:
        raise RecordProblem(
            f"A new record was to be made at {path}, but a file has just appeared there. "
            "Give another name."
        ) from None
    except OSError:  # a file system without hard links, such as FAT
        try:
            making.rename(path)
        except OSError as error:
            raise _not_made(path, error.strerror or str(error)) from error


def _engine(path: Path, busy_s: float, journal: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_s, "check_same_thread": False},
    )
    event.listen(engine, "connect", partial(_on_connect, journal))
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(journal: str, connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we begin transactions ourselves: see _on_begin
    for pragma in (
        "foreign_keys = ON",
        f"journal_mode = {journal}",
        "synchronous = FULL",  # what was acknowledged outlives a kill, and a loss of power
        f"cache_size = -{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_private(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = MEMORY", "synchronous = OFF", f"cache_size = -{CACHE_KIB}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITING) else "BEGIN")
