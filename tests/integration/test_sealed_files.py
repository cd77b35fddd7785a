"""Records sealed for hand-over: with a passphrase, or for the holders of keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyrage
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from onetext.cli.group import onetext
from onetext.record.keys import PrivateKey
from onetext.record.sealing import Opening, Sealed, identity_of, recipient, seal_for, unsealed
from onetext.testing import sample_record
from onetext.wiring import create_record, open_record, signing_key


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.onetext"
    with create_record(path, "The Lune talks", "secretary") as record:
        sample_record(record.store)
    return path


def run(*arguments: object, key: Path | str = "none.pem") -> Result:
    signing_key.cache_clear()
    environment = {"ONETEXT_AUTHOR": "ann", "ONETEXT_KEY": str(key)}
    return CliRunner().invoke(onetext, [str(one) for one in arguments], env=environment)


def done(*arguments: object, key: Path | str = "none.pem") -> Any:
    result = run(*arguments, "--json", key=key)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def entries(path: Path) -> list[object]:
    with open_record(path) as record:
        return list(record.store.entries())


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("river and port\nnot this line\n")
    return path


def test_sealed_with_a_passphrase(talks: Path, tmp_path: Path, secret: Path) -> None:
    """Nothing of it can be read without; with it, the record is the same, to import or merge."""
    sealed, copy = tmp_path / "talks.jsonl.age", tmp_path / "copy.onetext"
    done("export", "-r", talks, "-o", sealed, "--seal", "--passphrase-file", secret)
    assert b"Lune" not in sealed.read_bytes()
    assert pyrage.passphrase.decrypt(sealed.read_bytes(), "river and port").startswith(b"{")
    done("import", sealed, "-r", copy, "--passphrase-file", secret)
    assert entries(copy) == entries(talks)
    assert done("merge", sealed, "-r", copy, "--passphrase-file", secret)["entries"] == 0


def test_a_wrong_passphrase_is_one_sentence(talks: Path, tmp_path: Path, secret: Path) -> None:
    """And no record is made; without a terminal or a file, nothing is asked."""
    sealed, wrong = tmp_path / "talks.jsonl.age", tmp_path / "wrong.txt"
    wrong.write_text("sea\n")
    done("export", "-r", talks, "-o", sealed, "--seal", "--passphrase-file", secret)
    copy = tmp_path / "copy.onetext"
    for more in (["--passphrase-file", wrong], []):
        refused = run("import", sealed, "-r", copy, *more)
        assert refused.exit_code == 1
        assert "passphrase" in refused.stderr
        assert "Traceback" not in refused.output
        assert not copy.exists()


def test_sealed_for_an_author_who_published_a_key(talks: Path, tmp_path: Path) -> None:
    """By name; only their key opens it, and several may be named."""
    sealed, copy = tmp_path / "talks.jsonl.age", tmp_path / "copy.onetext"
    mine, other = tmp_path / "ann.pem", tmp_path / "other.pem"
    done("keys", "new", key=mine)
    done("keys", "new", key=other)
    done("keys", "publish", "-r", talks, key=mine)
    age = pyrage.x25519.Identity.generate()
    age_file = tmp_path / "age.txt"
    age_file.write_text(f"# made by hand\n{age}\n")
    sealing = ["--seal-for", "ann", "--seal-for", str(age.to_public())]
    done("export", "-r", talks, "-o", sealed, *sealing, key=mine)
    refused = run("import", sealed, "-r", copy, key=other)
    assert refused.exit_code == 1
    assert "none of the keys at hand fits" in refused.stderr
    done("import", sealed, "-r", copy, key=mine)
    assert entries(copy) == entries(talks)
    second = tmp_path / "second.onetext"
    done("import", sealed, "-r", second, "--key", age_file)
    assert done("merge", sealed, "-r", second, "--key", mine)["entries"] == 0


def test_who_has_no_key_is_named(talks: Path, tmp_path: Path) -> None:
    """With those who have; nothing is written."""
    sealed = tmp_path / "talks.jsonl.age"
    refused = run("export", "-r", talks, "-o", sealed, "--seal-for", "zed")
    assert refused.exit_code == 1
    assert 'for "zed", who is no author who published a key' in refused.stderr
    assert not sealed.exists()
    assert run("export", "-r", talks, "-o", tmp_path / "x.csv", "--seal").exit_code == 2


KEY = PrivateKey.new()


@given(parts=st.lists(st.binary(max_size=200_000), max_size=6))
def test_what_is_sealed_in_parts_opens_whole(
    parts: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the parts are, empty ones included."""
    path = tmp_path_factory.mktemp("sealed") / "parts.age"
    with path.open("wb") as file:
        seal_for([recipient(KEY.public.line)], parts, file)
    with unsealed(path, Opening(keys=(identity_of(KEY),))) as opened:
        assert b"".join(opened) == b"".join(parts)


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.9999])
def test_a_file_that_is_cut_short_is_never_taken_for_whole(tmp_path: Path, kept: float) -> None:
    """Not even where the cut falls between two lines."""
    path = tmp_path / "cut.age"
    with path.open("wb") as file:
        seal_for([recipient(KEY.public.line)], [b"a line\n"] * 60_000, file)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with (
        pytest.raises(Sealed, match="cut short or damaged"),
        unsealed(path, Opening(keys=(identity_of(KEY),))) as opened,
    ):
        list(opened)
