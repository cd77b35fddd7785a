"""The commands on a record on a PostgreSQL server, as somebody types them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.record.addresses import RecordAt, ServerAddress, name_of
from onetext.record.store import Store
from onetext.record.stores import postgres as postgres_store
from onetext.record.stores.sqlite import create_store
from onetext.testing import sample_record
from onetext.testing.postgres import Databases
from onetext.wiring import open_record

REPORT = Path(__file__).parents[1] / "examples" / "reading.txt"


def run(at: ServerAddress, *words: object) -> Result:
    """Run a command with the address as it is shown; the password is in the environment."""
    env = {"ONETEXT_AUTHOR": "ada", "COLUMNS": "200", "PGPASSWORD": at.password}
    return CliRunner().invoke(onetext, [str(word) for word in words], env=env)


def fill(store: Store) -> None:
    sample_record(store)


def test_a_record_is_made_read_into_and_asked_on_a_server(
    postgres: Databases, tmp_path: Path
) -> None:
    """Every step by its command, by the address that the step before it shows."""
    at = postgres.new_database()
    draft = tmp_path / "draft.md"
    draft.write_text("# Draft\n\n1. The border stays.\n2. The ports are open.\n")
    try:
        made = run(at, "init", at, "--name", "The Lune talks")
        assert made.exit_code == 0, made.output
        assert f"onetext read -r {at} FILE" in made.stderr
        for words in (
            ("read", "-r", at, REPORT, "--reader", "rules", "--published", "2025-12-03"),
            ("text", "add", "-r", at, draft, "--date", "2025-12-01"),
            ("review", "-r", at, "--accept-all", "--min-confidence", "0", "--yes"),
            ("state", "-r", at, "--as-of", "2025-12-31"),
            ("verify", "-r", at, "--rebuild"),
        ):
            done = run(at, *words)
            assert done.exit_code == 0, done.output
            assert at.password is not None
            assert at.password not in done.output
        with open_record(at) as record:
            assert next(record.store.entries()).body == {"name": "The Lune talks"}
            assert len(record.store.sources()) == 1
            assert record.store.statements()
    finally:
        postgres.drop(at)


def test_what_is_exported_goes_to_a_server_and_back_unchanged(
    postgres: Databases, tmp_path: Path
) -> None:
    """From a file to a server, and from there to a file: every place says the same."""
    at = postgres.new_database()
    steps: list[tuple[RecordAt, RecordAt | None]]
    first, again = tmp_path / "first.onetext", tmp_path / "again.onetext"
    create_store(first, fill)
    try:
        steps = [(first, at), (at, again), (again, None)]
        for source, goal in steps:
            lines = tmp_path / f"{name_of(source)}.jsonl"
            problem = tmp_path / f"{name_of(source)}.yaml"
            asked = ("settle", source, "--as-of", "2030-03-31", "--write-problem", problem)
            assert run(at, *asked).exit_code == 0
            assert run(at, "export", "-r", source, "-o", lines).exit_code == 0
            if goal is not None:
                done = run(at, "import", lines, "-r", goal)
                assert done.exit_code == 0, done.output
    finally:
        postgres.drop(at)
    for suffix in ("jsonl", "yaml"):
        written = [path.read_bytes() for path in tmp_path.glob(f"*.{suffix}")]
        assert len(written) == 3
        assert len(set(written)) == 1


def test_what_is_no_record_is_named(
    postgres: Databases, postgres_address: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody there, no such database, a wrong password, an empty database, somebody else's."""
    monkeypatch.setenv("PGPASSWORD", "")
    empty, other = postgres.new_database(), postgres.new_database()
    postgres.run("CREATE TABLE entries (id text)", other)
    wrong = "wrong-0x5eed"
    cases = [
        (replace(postgres_address, port=1), "server cannot be reached"),
        (replace(postgres_address, host="no-such-host.invalid"), "server cannot be reached"),
        (replace(postgres_address, host="/no/such/folder"), "server cannot be reached"),
        (replace(postgres_address, database="no such"), "no such database"),
        (replace(postgres_address, password=wrong), "refuses that user or password"),
        (replace(postgres_address, password=None), "refuses that user or password"),
        (replace(postgres_address, user="no such"), "refuses that user or password"),
        (replace(postgres_address, ssl_mode="require"), "refuses SSL"),
        (empty, "onetext init postgresql://"),
        (other, "onetext did not make"),
    ]
    try:
        for at, found in cases:
            done = CliRunner().invoke(onetext, ["verify", "-r", _typed(at)])
            assert done.exit_code == 1, done.output
            assert found in done.stderr
            for secret in (wrong, postgres_address.password):
                assert secret is not None
                assert secret not in done.output
    finally:
        postgres.drop(empty)
        postgres.drop(other)


def _typed(at: ServerAddress) -> str:
    """The address with its password, as nobody should type it."""
    if at.password is None:
        return str(at)
    return str(at).replace("@", f":{at.password}@", 1)


def test_a_record_is_made_only_in_an_empty_database(
    postgres: Databases, postgres_address: ServerAddress
) -> None:
    """What is there stays as it is, whether it is a record or not."""
    other = postgres.new_database()
    postgres.run("CREATE TABLE notes AS SELECT 'mine' AS words", other)
    try:
        for at, found in ((postgres_address, "a record already"), (other, "something else")):
            done = run(at, "init", at)
            assert done.exit_code == 1
            assert found in done.stderr
        assert postgres.run("SELECT words FROM notes", other) == [["mine"]]
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        assert postgres.run(tables, other) == [[1]]
    finally:
        postgres.drop(other)


def test_a_record_that_cannot_be_filled_is_not_made(postgres: Databases) -> None:
    """Whatever goes wrong while it is made, the database is as empty as it was."""
    at = postgres.new_database()

    def fail(store: postgres_store.PostgresStore) -> None:
        sample_record(store)
        raise KeyError("stop")

    try:
        with pytest.raises(KeyError):
            postgres_store.create_store(at, fail)
        assert postgres.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", at) == [
            [0]
        ]
        postgres_store.create_store(at, lambda _: None)
    finally:
        postgres.drop(at)
