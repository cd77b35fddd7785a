"""A record in a database on a PostgreSQL server: one database, one record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection, text

from onetext.errors import RecordProblem
from onetext.record.addresses import ServerAddress
from onetext.record.sight import Sight
from onetext.record.stores import row_security, schema, tables
from onetext.record.stores.postgres_faults import named
from onetext.record.stores.postgres_sessions import BUSY_S, PostgresSessions, engine_for
from onetext.record.stores.sql import SqlStore

_WHAT_IS_THERE = text(
    "SELECT obj_description(to_regclass('entries'), 'pg_class') AS comment, EXISTS ("
    "SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
    "AND relkind IN ('r', 'p', 'v', 'm', 'f')) AS occupied"
)


class PostgresStore(SqlStore):
    """The store in the database at `address`, which must hold a record: see `open_store`."""

    def __init__(self, address: ServerAddress, *, busy_s: float = BUSY_S) -> None:
        self.address = address
        engine = engine_for(address, busy_s=busy_s)
        super().__init__(PostgresSessions(engine, partial(named, address)))

    def let_in(self, login: str, viewer: str) -> None:
        """Let a login of the server read what a viewer may see, with any tool.

        Args:
            login: the name of a role on the server that may log in.
            viewer: "public", "team", "caucus:PARTY" or a person's name.

        Raises:
            NotInRecord: the record knows nobody of the viewer's name.
            RecordProblem: the server has no such role, or the record is another's.
        """
        Sight.over(self.entries()).viewer(viewer)
        with self.sessions.writing() as connection:
            row_security.let_in(connection, login, viewer)


def open_store(address: ServerAddress, *, busy_s: float = BUSY_S) -> PostgresStore:
    """Open the record at `address`, brought up to date if an older version wrote it.

    Args:
        address: a database on a server.
        busy_s: how long to wait for another writer, in seconds.

    Raises:
        RecordProblem: the server cannot be reached, or the database holds no record.
        NewerRecord: a newer version of onetext wrote it.
    """
    store = PostgresStore(address, busy_s=busy_s)
    try:
        with store.sessions.reading() as connection:
            _expect_record(connection, address)
            current = schema.is_current(connection)
        if not current:
            with store.sessions.writing() as connection:
                schema.bring_up_to_date(connection, f"The record {address}")
    except BaseException:
        store.close()
        raise
    return store


def create_store(address: ServerAddress, fill: Callable[[PostgresStore], None]) -> None:
    """Make a record at `address` whose first entries `fill` writes; on any error make nothing.

    Raises:
        RecordProblem: the database holds something already, or cannot be written.
    """
    store = PostgresStore(address)
    try:
        with store.sessions.writing() as connection:
            _expect_nothing(connection, address)
            schema.bring_up_to_date(connection, f"The record {address}")
            fill(store)
    finally:
        store.close()


def _expect_record(connection: Connection, address: ServerAddress) -> None:
    found = connection.execute(_WHAT_IS_THERE).one()
    if found.comment == tables.COMMENT:
        return
    if found.occupied:
        raise RecordProblem(
            f"The record {address} was asked for, but that database holds tables that onetext "
            "did not make. Name the database of a record."
        )
    raise RecordProblem(
        f"The record {address} was asked for, but that database is empty. "
        f"Make a record in it with: onetext init {address}"
    )


def _expect_nothing(connection: Connection, address: ServerAddress) -> None:
    found = connection.execute(_WHAT_IS_THERE).one()
    if found.comment == tables.COMMENT or found.occupied:
        what = "a record" if found.comment == tables.COMMENT else "something else"
        raise RecordProblem(
            f"A new record was to be made at {address}, but that database holds {what} already. "
            "Name an empty database, or make one with: createdb NAME"
        )
