"""Where a record is: what is a path, what is an address, and what is neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from onetext.cli.group import onetext
from onetext.record.addresses import BadAddress, ServerAddress, name_of, record_at

SECRET = "hunter2-0x5eed"  # noqa: S105 -- searched for in what is shown


@pytest.mark.parametrize("given", ["talks.onetext", "a/b", "C:/talks", "postgresql", "x:y", "50%"])
def test_anything_that_does_not_start_as_an_address_is_a_path(given: str) -> None:
    """A drive's letter is no scheme."""
    assert record_at(given) == Path(given)


def test_an_address_is_taken_apart() -> None:
    """Percent signs stand for what would end a part; what is left out has its default."""
    assert record_at("postgresql://ada%40x:p%2Fw@db:6000/the%20talks") == ServerAddress(
        "db", "the talks", 6000, "ada@x", "p/w"
    )
    assert record_at("postgres:///talks") == ServerAddress("localhost", "talks")
    assert record_at("postgresql://[::1]/talks") == ServerAddress("::1", "talks")
    assert record_at("postgresql:///talks?host=/run/pg&port=6001") == ServerAddress(
        "/run/pg", "talks", 6001
    )
    strict = record_at("postgresql://db/talks?sslmode=verify-full&sslrootcert=ca.pem")
    assert strict == ServerAddress("db", "talks", ssl_mode="verify-full", ssl_root=Path("ca.pem"))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (f"postgresql://ada:{SECRET}@db", "names no database"),
        (f"postgresql://ada:{SECRET}@db/", "names no database"),
        (f"postgresql://ada:{SECRET}@db:{SECRET}/talks", "port"),
        (f"postgresql://ada:{SECRET}@[db/talks", "host"),
        (f"postgresql://ada:{SECRET}@db/talks?sslmode=perhaps", "sslmode"),
        (f"postgresql://ada:{SECRET}@db/talks?colour=red", '"colour"'),
        (f"postgresql://ada:{SECRET}@db/talks?{SECRET}", "question mark"),
        (f"postgresql:/ada:{SECRET}@db/talks", "two slashes"),
        (f"mysql://ada:{SECRET}@db/talks", '"mysql:..."'),
        (f"sqlite:///{SECRET}", '"sqlite:..."'),
    ],
)
def test_what_is_no_address_is_named_without_the_password(given: str, found: str) -> None:
    """By the library and by a command, which ends as after any wrong usage."""
    with pytest.raises(BadAddress) as error:
        record_at(given)
    done = CliRunner().invoke(onetext, ["verify", "-r", given], env={"COLUMNS": "500"})
    assert done.exit_code == 2
    for told in (str(error.value), done.output):
        assert found in told
        assert SECRET not in told


parts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@given(
    host=st.sampled_from(["db.example.org", "127.0.0.1", "::1", "/run/pg", "/a b"]),
    database=parts,
    port=st.integers(1, 65535),
    user=st.none() | parts,
)
def test_what_is_shown_can_be_typed_again(
    host: str, database: str, port: int, user: str | None
) -> None:
    """The address as shown leads to the same database, and leaves the password out."""
    address = ServerAddress(host, database, port, user, SECRET)
    assert SECRET not in f"{address} {address!r}"
    assert record_at(str(address)) == ServerAddress(host, database, port, user)
    assert name_of(address) == database


def test_the_security_asked_for_is_shown_too() -> None:
    """A command proposed for the next step is as strict as the one before it."""
    given = "postgresql://db/talks?sslmode=verify-full&sslrootcert=ca.pem"
    assert record_at(str(record_at(given))) == record_at(given)
