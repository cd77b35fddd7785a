"""Stores to test: one contract, every store.

A test that asks for `store` or `new_store` runs against each kind in turn. One that needs a
record on a server asks for `postgres_address`. The server is started by the tests themselves,
one for each process that runs tests; with ONETEXT_DATABASE_URL they use that one, where they
make and drop databases of their own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from onetext.errors import OnetextError
from onetext.record.addresses import ServerAddress, record_at
from onetext.record.store import Store
from onetext.record.stores.postgres import PostgresStore
from onetext.record.stores.sqlite import SqliteStore, create_store, open_store
from onetext.testing import MemoryStore
from onetext.testing.postgres import Databases, EmptyRecords, Server

DATABASE_URL = "ONETEXT_DATABASE_URL"


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite record without entries, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.onetext"
    create_store(path, lambda _: None)
    return path


@pytest.fixture
def new_sqlite(empty_record: Path, tmp_path: Path) -> Iterator[Callable[[], SqliteStore]]:
    """Makes SQLite records without entries, as many as are asked for."""
    made: list[SqliteStore] = []

    def new() -> SqliteStore:
        path = tmp_path / f"record-{len(made)}.onetext"
        shutil.copyfile(empty_record, path)
        made.append(open_store(path, busy_s=5.0))
        return made[-1]

    yield new
    for store in made:
        store.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Databases]:
    """A PostgreSQL server on which databases can be made."""
    named = os.environ.get(DATABASE_URL)
    if named:
        address = record_at(named)
        assert isinstance(address, ServerAddress), f"{DATABASE_URL} is no postgresql:// address"
        yield Databases(address)
        return
    with tempfile.TemporaryDirectory(prefix="onetext-postgres-") as folder:
        server = Server(Path(folder) / "server")
        try:
            server.start()
        except (OnetextError, OSError, subprocess.SubprocessError) as error:
            pytest.skip(f"no PostgreSQL: it did not start ({error}) and {DATABASE_URL} is not set")
        try:
            yield server
        finally:
            server.stop("immediate")  # nothing in it is needed


@pytest.fixture(scope="session")
def postgres_records(postgres: Databases) -> Iterator[EmptyRecords]:
    """Records without entries on the server, made once and emptied after use."""
    records = EmptyRecords(postgres)
    yield records
    records.close()


@pytest.fixture
def postgres_address(postgres_records: EmptyRecords) -> Iterator[ServerAddress]:
    """Where a record without entries is, in a database of its own that a test may spoil."""
    address = postgres_records.fresh()
    yield address
    postgres_records.databases.drop(address)


@pytest.fixture
def new_postgres(postgres_records: EmptyRecords) -> Iterator[Callable[[], PostgresStore]]:
    """Makes records on the server without entries, as many as are asked for."""
    made: list[PostgresStore] = []

    def new() -> PostgresStore:
        made.append(postgres_records.take())
        return made[-1]

    yield new
    for store in made:
        postgres_records.give_back(store)


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def new_store(request: pytest.FixtureRequest) -> Callable[[], Store]:
    """Makes stores without entries; a test that asks for it runs against each kind of store."""
    if request.param == "memory":
        return MemoryStore
    made: Callable[[], Store] = request.getfixturevalue(f"new_{request.param}")
    return made


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    """A store without entries, of each kind in turn."""
    return new_store()


EmptyStore = Callable[[], AbstractContextManager[Store]]


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def empty_store(request: pytest.FixtureRequest) -> EmptyStore:
    """Lends a store without entries, each time it is called, as laws with many examples need."""
    if request.param == "sqlite":
        empty = request.getfixturevalue("empty_record")
        return lambda: _copy_of(empty)
    records = request.getfixturevalue("postgres_records")
    return lambda: _lent(records)


@contextmanager
def _copy_of(empty: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.onetext"
        shutil.copyfile(empty, path)
        store = open_store(path)
        try:
            yield store
        finally:
            store.close()


@contextmanager
def _lent(records: EmptyRecords) -> Iterator[Store]:
    store = records.take()
    try:
        yield store
    finally:
        records.give_back(store)
