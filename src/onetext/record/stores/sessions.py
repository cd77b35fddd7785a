"""Connections for reading, and one writer at a time for everything that has to hold together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from onetext.record.entries import Entry
from onetext.record.stores import keeping, tail

WRITING = "onetext_writing"


def _never(_entry: Entry) -> bool:
    return False


class Sessions:
    """Hands out connections to one database.

    Inside `writing` everything on the same thread shares one transaction, reading included,
    so that what is about to be kept can be asked for before it is.
    """

    def __init__(self, engine: Engine, named: Callable[[], AbstractContextManager[None]]) -> None:
        """`named` turns errors of the database into errors of `onetext.errors`."""
        self.engine = engine
        self._named = named
        self._here = threading.local()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer's can come between; kept at the end, or nothing.

        One inside another is undone by itself on an error, and kept only with the outer one.
        """
        current = self._current()
        if current is not None:
            with _undone_alone(current):
                keeping.keep_waiting(current, least=0)
                yield current
            return
        with self._named(), self._begun(writing=True) as connection:
            tail.begin(connection)
            self._here.connection = connection
            try:
                yield connection
                keeping.keep_waiting(connection)
            finally:
                self._here.connection = None
                tail.end(connection)
            self._keep(connection)

    @contextmanager
    def together(self) -> Iterator[None]:
        """As `writing`, for what is written through `joined` and `writing` alone.

        Inside another transaction it costs nothing as long as nothing has to be kept.
        """
        current = self._current()
        if current is not None:
            with _undone_alone(current):
                yield
            return
        with self.writing():
            yield

    @contextmanager
    def joined(self) -> Iterator[Connection]:
        """As `writing`, for what is kept whole or refused before any of it is kept.

        Inside another transaction it needs no savepoint of its own.
        """
        current = self._current()
        if current is not None:
            yield current
            return
        with self.writing() as connection:
            yield connection

    @contextmanager
    def reading(self, *, past: Callable[[Entry], bool] = _never) -> Iterator[Connection]:
        """A connection whose answers all hold at one moment.

        `past` tells of an entry that what is to be asked does not depend on it. Where it is so
        of all that was written here and waits, that may wait on.
        """
        current = self._current()
        if current is not None:
            if tail.waits(current, past=past):
                keeping.keep_waiting(current)
            yield current
            return
        with self._named(), self._begun(writing=False) as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()

    def _begun(self, *, writing: bool) -> Connection:
        """A connection in a transaction, which is rolled back where the connection is closed."""
        connection = self.engine.connect().execution_options(**{WRITING: writing})
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        return connection

    def _keep(self, connection: Connection) -> None:
        connection.commit()

    def _current(self) -> Connection | None:
        found: Connection | None = getattr(self._here, "connection", None)
        return found


@contextmanager
def _undone_alone(connection: Connection) -> Iterator[None]:
    """A part of a transaction, undone by itself on any error but one of the database.

    After that the database may have undone the whole transaction, savepoints included: the
    error is left to end the outermost transaction.
    """
    end = tail.end_of(connection)
    part = end.begin_part()
    try:
        yield
        if part.savepoint is not None:
            keeping.keep_waiting(connection)
            part.savepoint.commit()
    except DBAPIError:
        raise
    except BaseException:
        end.undo(part)
        raise
    finally:
        end.parts.pop()
