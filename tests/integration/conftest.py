"""Stores to test: one contract, every store."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onetext.record.store import Store
from onetext.record.stores.sqlite import SqliteStore, create_store, open_store
from onetext.testing import MemoryStore


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


@pytest.fixture(params=["memory", "sqlite"])
def new_store(request: pytest.FixtureRequest) -> Callable[[], Store]:
    """Makes stores without entries; a test that asks for it runs against each kind of store."""
    if request.param == "memory":
        return MemoryStore
    made: Callable[[], SqliteStore] = request.getfixturevalue("new_sqlite")
    return made


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    """A store without entries, of each kind in turn."""
    return new_store()
