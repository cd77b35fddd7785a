"""What SQLite reports, as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, IntegrityError

from onetext.errors import DamagedRecord, RecordProblem

_SHOWN = 200  # characters of what SQLite says
PRIMARY = 0xFF  # the low byte of an extended result code is its family

_SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("the disk is full", "Make room, then run the same command again."),
    sqlite3.SQLITE_IOERR: (
        "the disk refused to write or read",
        "See that the disk has room and is connected, then run the same command again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "the file is read-only",
        "Allow writing to the file and its folder, or copy the record elsewhere.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "the file cannot be opened",
        "See that the file and its folder exist and may be read and written.",
    ),
    sqlite3.SQLITE_PERM: ("access was refused", "Allow reading and writing the file."),
    sqlite3.SQLITE_BUSY: (
        "another program holds it",
        "Wait until that has finished, then run the same command again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "another part of this program holds it",
        "Wait until that has finished, then run the same command again.",
    ),
}
# A statement of ours that SQLite does not understand means tables that are not as we made them.
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Turn errors of SQLite about the record at `path` into named problems.

    Raises:
        DamagedRecord: the file is damaged.
        RecordProblem: anything else that SQLite reports about the file.
    """
    try:
        yield
    except IntegrityError as error:
        raise RecordProblem(
            f"The record {path} refused what it was given: {error.orig}. Nothing was recorded."
        ) from error
    except UnicodeDecodeError as error:  # from the driver, over a text that is no UTF-8
        raise _damaged(path, error) from error
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", None)
        # Without a code it is the driver that could not read a text.
        family = code & PRIMARY if code is not None else sqlite3.SQLITE_CORRUPT
        if family in _DAMAGE:
            raise _damaged(path, error.orig) from error
        if family not in _SENTENCES:
            raise
        found, remedy = _SENTENCES[family]
        raise RecordProblem(
            f"The record {path} was to be used, but {found} ({error.orig}). "
            f"Nothing was recorded by this step. {remedy}"
        ) from error


def _damaged(path: Path, found: object) -> DamagedRecord:
    return DamagedRecord(
        f"The record {path} was asked for, but its file is damaged ({str(found)[:_SHOWN]}). "
        "Take a copy from before, or import an export into a new record."
    )
