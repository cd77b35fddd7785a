"""`onetext sync`: a laptop and a server bring what they hold together, both ways."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.record.addresses import RecordAt, ServerAddress
from onetext.record.entries import Entry
from onetext.record.statements import Topic
from onetext.testing import sample_record
from onetext.wiring import create_record, import_record, open_record


def run(*arguments: object) -> Result:
    environment = {"ONETEXT_AUTHOR": "ann", "ONETEXT_KEY": "none.pem"}
    return CliRunner().invoke(onetext, [str(one) for one in arguments], env=environment)


def said(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def entries(at: RecordAt) -> list[Entry]:
    with open_record(at) as record:
        return list(record.store.entries())


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    path = tmp_path / "laptop.onetext"
    with create_record(path, "The Lune talks", "secretary") as record:
        sample_record(record.store)
    return path


def work(at: RecordAt, author: str, label: str) -> None:
    with open_record(at, author=author) as record:
        record.open_issue(label, Topic.OTHER)
        record.accept([record.store.statements()[0].id])


def both_ways(laptop: Path, other: RecordAt, address: str) -> None:
    import_record(entries(laptop), other)
    work(laptop, "ann", "Fishing")
    work(other, "bob", "Forests")
    shape = said("sync", address, "-r", laptop)
    assert (shape["came"]["entries"], shape["went"]["entries"]) == (2, 2)
    assert entries(laptop) == entries(other)
    again = said("sync", address, "-r", laptop)
    assert (again["came"]["entries"], again["went"]["entries"]) == (0, 0)
    for record in (str(laptop), address):
        assert said("verify", "-r", record)["sound"]


def test_with_another_file(laptop: Path, tmp_path: Path) -> None:
    """As on a stick that goes from desk to desk."""
    other = tmp_path / "stick.onetext"
    both_ways(laptop, other, str(other))


def test_with_a_server(laptop: Path, postgres_address: ServerAddress) -> None:
    """What stands in a file and what stands in PostgreSQL are the same entries to the byte."""
    from onetext.record.stores import postgres

    store = postgres.open_store(postgres_address)
    store.append(entries(laptop))
    store.close()
    work(laptop, "ann", "Fishing")
    work(postgres_address, "bob", "Forests")
    address = _written(postgres_address)
    shape = said("sync", address, "-r", laptop)
    assert (shape["came"]["entries"], shape["went"]["entries"]) == (2, 2)
    assert entries(laptop) == entries(postgres_address)
    again = said("sync", address, "-r", laptop)
    assert (again["came"]["entries"], again["went"]["entries"]) == (0, 0)


def _written(address: ServerAddress) -> str:
    password = f":{address.password}" if address.password else ""
    return str(address).replace(f"{address.user}@", f"{address.user}{password}@", 1)


@pytest.mark.parametrize("url", ["http://desk.example/talks", "https://desk.example/talks"])
def test_over_http_it_is_said_what_to_do(laptop: Path, url: str) -> None:
    """In one sentence, as wrong usage."""
    refused = run("sync", url, "-r", laptop)
    assert refused.exit_code == 2
    assert "postgresql://USER@HOST" in refused.stderr


def test_records_opened_apart_are_refused(laptop: Path, tmp_path: Path) -> None:
    """Neither of the two is touched."""
    other = tmp_path / "other.onetext"
    create_record(other, "Other talks", "carl").close()
    before = entries(laptop), entries(other)
    assert run("sync", other, "-r", laptop).exit_code == 1
    assert (entries(laptop), entries(other)) == before
