"""What PostgreSQL reports, as sentences. Source: PostgreSQL documentation, appendix A."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError

from onetext.errors import DamagedRecord, RecordProblem
from onetext.record.addresses import ServerAddress
from onetext.record.stores.postgres_wire import Unreachable

_SHOWN = 200  # characters of what the server says
_AGAIN = "Run the same command again."
_WAIT = "Wait a little, then run the same command again."

_SENTENCES: dict[str, tuple[str, str]] = {
    "28": (
        "the server refuses that user or password",
        "Name the user in the address, and the password in PGPASSWORD.",
    ),
    "3D000": ("the server has no such database", "Name another, or make it with: createdb NAME"),
    "25006": ("the server takes no changes", "Name the server that may be written to."),
    "42501": ("the server does not allow it", "Ask whoever runs it for the rights to do this."),
    "42883": ("the server is too old", "Use PostgreSQL 14 or newer."),
    "53100": ("the server's disk is full", f"Have room made there. {_AGAIN}"),
    "53300": ("the server takes no more connections", _WAIT),
    "53": ("the server has too little room to work", _WAIT),
    "55P03": ("another program writes to it", "Wait until that has finished, then run it again."),
    "40": ("another program got in between", _AGAIN),
    "57014": ("the server stopped it", _AGAIN),
    "57P03": ("the server is just starting or stopping", _WAIT),
}
_REFUSED = ("22", "23", "P0001")
# A statement of ours that the server does not understand means tables that are not ours.
_DAMAGE = ("42", "XX")
_LOST = ("08", "57P01", "57P02", "57P04", "57P05", "25P03")


class FateUnknown(Exception):
    """Whether the server has kept a transaction is not known, and it cannot be asked."""


def code_of(error: BaseException | None) -> str:
    """The SQLSTATE that the server gave; empty where it gave none."""
    told = error.args[0] if error is not None and error.args else None
    return str(told.get("C", "")) if isinstance(told, dict) else ""


def note_lost(context: ExceptionContext) -> BaseException | None:
    """Tell SQLAlchemy when a connection is lost, also where the driver does not say it so."""
    error = context.original_exception
    if isinstance(error, ConnectionError | TimeoutError | struct.error):
        context.is_disconnect = True
        return DBAPIError(context.statement, None, error, connection_invalidated=True)
    if _find(code_of(error), _LOST):
        context.is_disconnect = True
    return None


@contextmanager
def named(address: ServerAddress) -> Iterator[None]:
    """Turn errors of PostgreSQL about the record at `address` into named problems.

    Raises:
        DamagedRecord: the tables are not as they were made.
        RecordProblem: anything else that the server reports, or its silence.
    """
    try:
        yield
    except FateUnknown as error:
        raise RecordProblem(
            f"The connection to {address} was lost while the server was told to keep this step, "
            "so that it may have been kept or not. When the server is back, see what is in the "
            "record before you do it again: onetext verify -r RECORD"
        ) from error
    except DBAPIError as error:
        raise _problem(address, error) from error


def _problem(address: ServerAddress, error: DBAPIError) -> Exception:
    code, said = code_of(error.orig), _said(error.orig)
    if error.connection_invalidated:
        return RecordProblem(
            f"The record {address} was to be used, but the connection to its server was lost "
            f"({said}). Nothing was recorded by this step. {_WAIT}"
        )
    if isinstance(error.orig, Unreachable):
        return RecordProblem(
            f"The record {address} was to be used, but its server cannot be reached ({said}). "
            "See that it runs and that the address is right, then run the same command again."
        )
    if _find(code, _REFUSED):
        return RecordProblem(
            f"The record {address} refused what it was given: {said}. Nothing was recorded."
        )
    known = _find(code, tuple(_SENTENCES))
    if known:
        found, remedy = _SENTENCES[known]
        return RecordProblem(
            f"The record {address} was to be used, but {found} ({said}). "
            f"Nothing was recorded by this step. {remedy}"
        )
    if _find(code, _DAMAGE):
        return DamagedRecord(
            f"The record {address} was asked for, but its tables are damaged ({said}). "
            "Take a copy from before, or import an export into a new record."
        )
    return error


def _find(code: str, codes: tuple[str, ...]) -> str | None:
    """The one of `codes`, or of their classes of two characters, that `code` is."""
    return code if code in codes else code[:2] if code[:2] in codes else None


def _said(error: BaseException | None) -> str:
    told = error.args[0] if error is not None and error.args else None
    words = told.get("M", "") if isinstance(told, dict) else str(error)
    return str(words)[:_SHOWN]
