"""Transactions on a PostgreSQL server: writers one by one, and what a lost connection means.

A writer takes the record's advisory lock before it looks at anything and holds it until its
transaction has ended, so that the next one sees all that it kept: ids rise and chains do not
fork. Readers take no lock; each reads in a snapshot of one moment.

A connection that turns out to be lost when a transaction begins is replaced once, for nothing
has been asked on it yet. Later it is not: what was being read is asked for again by the user,
and what was being written was not kept. Only where the connection is lost while the server is
told to keep a transaction is it not known whether it was; then the server is asked, and where
it cannot be, the error says so. A write is never sent twice.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from onetext.record.addresses import ServerAddress
from onetext.record.stores.postgres_faults import FateUnknown, note_lost
from onetext.record.stores.postgres_wire import connect
from onetext.record.stores.sessions import WRITING, Sessions

BUSY_S = 30.0
IDLE_S = 300  # a writer that says nothing for so long, as a laptop gone to sleep, gives way
LOCK = int.from_bytes(b"1txt")  # one record in a database: the same for all of them
_TRANSACTION = "onetext_transaction"

_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITE = """
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL synchronous_commit = on;
SET LOCAL lock_timeout = '{busy_ms}ms';
SET LOCAL idle_in_transaction_session_timeout = '{idle_s}s';
SELECT pg_current_xact_id() FROM pg_advisory_xact_lock({lock})
"""
_FATE = text("SELECT pg_xact_status(CAST(CAST(:transaction AS text) AS xid8))")


class PostgresSessions(Sessions):
    def _begun(self, *, writing: bool) -> Connection:
        try:
            return super()._begun(writing=writing)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        return super()._begun(writing=writing)

    def _keep(self, connection: Connection) -> None:
        transaction = connection.info[_TRANSACTION]
        try:
            connection.commit()
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            fate = self._fate(transaction)
            if fate is None:
                raise FateUnknown from error
            if fate != "committed":
                raise

    def _fate(self, transaction: str) -> str | None:
        """What became of a transaction, once it has ended; None where the server does not say."""
        try:
            with super()._begun(writing=True) as connection:
                found: str | None = connection.scalar(_FATE, {"transaction": transaction})
        except DBAPIError:
            return None
        return found


def engine_for(address: ServerAddress, *, busy_s: float) -> Engine:
    engine = create_engine("postgresql+pg8000://", creator=partial(connect, address))
    event.listen(engine, "begin", partial(_on_begin, busy_s))
    event.listen(engine, "handle_error", note_lost)
    return engine


def _on_begin(busy_s: float, connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    if not options.get(WRITING):
        connection.exec_driver_sql(_READ)
        return
    write = _WRITE.format(busy_ms=int(busy_s * 1000), idle_s=IDLE_S, lock=LOCK)
    connection.info[_TRANSACTION] = str(connection.exec_driver_sql(write).scalar_one())
